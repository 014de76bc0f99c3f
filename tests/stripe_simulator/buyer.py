"""What the buyer does on the hosted checkout page."""

from __future__ import annotations

from typing import Any

from . import customers, payments, schema
from .errors import BuyerError
from .passing_time import catch_up
from .world import Object, World

DEFAULT_EMAIL = "buyer@example.com"


def open_session(world: World, id: str) -> Object:
    """The session, if it can still be paid."""
    catch_up(world)
    session = world.all("checkout.session").get(id)
    if session is None:
        raise BuyerError(f"There is no session {id}")
    if session["status"] != "open":
        raise BuyerError(f"The session is {session['status']}")
    return session


def pay(world: World, id: str, *, email: str | None = None) -> str:
    """Pay by card; gives the address the buyer is sent to."""
    session = open_session(world, id)
    email = _email(world, session, email)
    if session["amount_total"] == 0:
        return _complete(world, session, email, "no_payment_required")
    _prepare_customer(world, session, email)
    payments.succeed(world, _intent(world, session), email=email)
    return _complete(world, session, email, "paid")


def decline(world: World, id: str, *, email: str | None = None) -> str:
    """Try a card that is declined; the buyer stays on the page."""
    session = open_session(world, id)
    if session["amount_total"] == 0:
        raise BuyerError("There is nothing to pay, so nothing can be declined")
    payments.fail(world, _intent(world, session), email=_email(world, session, email))
    return f"{world.base_url}/c/pay/{id}"


def pay_later(world: World, id: str, *, email: str | None = None) -> str:
    """Choose a means whose outcome comes later: complete, but not yet paid."""
    session = open_session(world, id)
    if session["amount_total"] == 0:
        return pay(world, id, email=email)
    email = _email(world, session, email)
    _prepare_customer(world, session, email)
    payments.begin_debit(world, _intent(world, session), email=email)
    return _complete(world, session, email, "unpaid")


def settle(world: World, id: str, *, succeeded: bool) -> None:
    """Let the outcome of ``pay_later`` come."""
    session = world.all("checkout.session").get(id)
    intent = session and world.all("payment_intent").get(session["payment_intent"])
    if not session or not intent or intent["status"] != "processing":
        raise BuyerError("No payment is under way on this session")
    payments.end_debit(world, intent, succeeded=succeeded)
    if succeeded:
        session["payment_status"] = "paid"
        world.emit("checkout.session.async_payment_succeeded", session)
    else:
        world.emit("checkout.session.async_payment_failed", session)


def _email(world: World, session: Object, email: str | None) -> str:
    if email:
        return email
    if session["customer"]:
        known = world.all("customer")[session["customer"]]["email"]
        return known or DEFAULT_EMAIL
    return session["customer_email"] or DEFAULT_EMAIL


def _prepare_customer(world: World, session: Object, email: str) -> None:
    if session["customer"] is None and session["customer_creation"] == "always":
        account = world.owners[session["id"]]
        session["customer"] = customers.make(world, account, {"email": email})["id"]


def _intent(world: World, session: Object) -> Object:
    if session["payment_intent"]:
        return world.all("payment_intent")[session["payment_intent"]]
    intent = payments.open_intent(
        world,
        world.owners[session["id"]],
        amount=session["amount_total"],
        currency=session["currency"],
        methods=session["payment_method_types"],
        customer=session["customer"],
        data=world.note(session["id"])["payment_intent_data"],
    )
    session["payment_intent"] = intent["id"]
    return intent


def _complete(world: World, session: Object, email: str, payment_status: str) -> str:
    session.update(
        status="complete",
        payment_status=payment_status,
        url=None,
        customer_details=_details(email),
        collected_information={
            "business_name": None,
            "individual_name": None,
            "shipping_details": None,
        },
    )
    world.emit("checkout.session.completed", session)
    return str(session["success_url"]).replace("{CHECKOUT_SESSION_ID}", session["id"])


def _details(email: str) -> dict[str, Any]:
    return schema.blank(
        "payment_pages_checkout_session_customer_details",
        email=email,
        tax_exempt="none",
        tax_ids=[],
    )
