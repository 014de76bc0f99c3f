"""What the simulator says no with, in the shape Stripe gives its refusals.

The sentences are the simulator's own: only types, codes, parameters and
statuses are Stripe's, and code under test must not read the sentences.
"""

from __future__ import annotations


class NotSimulated(AssertionError):
    """Stripe knows this, the simulator does not: teach it, or do not send it."""


class BuyerError(Exception):
    """The buyer or the account's owner tries something the page would not offer."""


class ApiError(Exception):
    """An error answer.

    ``stored`` says whether the answer is kept under the request's idempotency
    key: it is once the operation has begun, it is not for a request that was
    never accepted.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int = 400,
        type: str = "invalid_request_error",
        code: str | None = None,
        param: str | None = None,
        stored: bool = False,
        fields: dict[str, object] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.stored = stored
        self._error: dict[str, object] = {"message": message, "type": type}
        for name, value in (("code", code), ("param", param)):
            if value is not None:
                self._error[name] = value
        self._error.update(fields or {})

    def body(self) -> dict[str, object]:
        """The answer's body as Stripe shapes it."""
        return {"error": dict(self._error)}


def invalid(message: str, *, param: str | None = None, code: str | None = None) -> ApiError:
    """The request's parameters are not acceptable; nothing has begun."""
    return ApiError(message, code=code, param=param)


def refused(
    message: str, *, code: str | None = None, param: str | None = None, **fields: object
) -> ApiError:
    """The request is well formed, but the state of things forbids it."""
    return ApiError(message, code=code, param=param, stored=True, fields=fields)


def no_such(kind: str, id: str, *, param: str = "id") -> ApiError:
    """The account has no object of that id."""
    name = kind.replace(".", "_")
    return ApiError(f"No such {name}: '{id}'", status=404, code="resource_missing", param=param)
