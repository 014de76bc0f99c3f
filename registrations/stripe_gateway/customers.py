"""Customers: whom an invoice is made out to. One is made for each invoice, with its key."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .client import answers, client_for
from .reading import key_in, made_around


@dataclass(frozen=True)
class Customer:
    """A customer at Stripe; ``invoice_key`` is ``metadata.invoice``."""

    id: str
    invoice_key: str


def create_customer(*, account: str, parameters: dict[str, Any], idempotency_key: str) -> Customer:
    """Make a customer, or find again the one that the same key and parameters made."""
    with answers():
        customer = client_for(account).v1.customers.create(
            parameters,  # type: ignore[arg-type]
            options={"idempotency_key": idempotency_key},
        )
    return _read(customer)


def find_customer(*, account: str, invoice_key: str, made_at: datetime) -> Customer | None:
    """Look for an invoice's customer among those made within a day of ``made_at``."""
    with answers():
        customers = client_for(account).v1.customers.list(
            {"created": made_around(made_at), "limit": 100}  # type: ignore[arg-type]
        )
        for customer in customers.auto_paging_iter():
            if key_in(customer, "invoice") == invoice_key:
                return _read(customer)
    return None


def _read(customer: Any) -> Customer:
    return Customer(id=customer.id, invoice_key=key_in(customer, "invoice"))
