"""Checkout Sessions: what the API makes of them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from . import schema
from .basket import Basket, read_basket
from .errors import NotSimulated, invalid, refused
from .listing import list_of, page
from .metadata import merged
from .payments import cancel_intent
from .routing import answers
from .world import Call, Object, World

SESSIONS = "/v1/checkout/sessions"
METHODS = ["card", "link", "sepa_debit"]

_SHORTEST = 30 * 60
_LONGEST = 24 * 60 * 60

# Taken over as they come; they change nothing about a session's course here.
_ECHOED = """allow_promotion_codes billing_address_collection cancel_url client_reference_id
    customer_email excluded_payment_method_types integration_identifier locale origin_context
    phone_number_collection submit_type success_url"""

_INTENT_FIELDS = {
    "capture_method",
    "description",
    "metadata",
    "receipt_email",
    "statement_descriptor",
    "statement_descriptor_suffix",
}


@answers(
    "POST",
    SESSIONS,
    takes=_ECHOED
    + """ allowed_payment_method_types automatic_tax branding_settings currency custom_text customer
    customer_creation customer_update discounts expires_at line_items metadata mode
    payment_intent_data tax_id_collection ui_mode""",
)
def create(world: World, call: Call) -> Object:
    """Open a session; nothing is paid or created beside it yet."""
    params = call.params
    _check(world, call)
    basket = read_basket(world, call)
    session = _session(world, params, basket)
    world.session_items[session["id"]] = basket.items
    world.note(session["id"])["payment_intent_data"] = params.get("payment_intent_data", {})
    return world.add(call.account, session)


def _check(world: World, call: Call) -> None:
    params = call.params
    if params.get("mode") is None:
        raise invalid("Missing required param: mode", param="mode", code="parameter_missing")
    if params["mode"] != "payment" or params.get("ui_mode", "hosted_page") != "hosted_page":
        raise NotSimulated("Only hosted payments are simulated")
    if params.get("automatic_tax", {}).get("enabled"):
        raise NotSimulated("automatic_tax is not simulated")
    if unknown := set(params.get("payment_intent_data", {})) - _INTENT_FIELDS:
        raise NotSimulated(f"payment_intent_data {sorted(unknown)} not simulated")
    if "success_url" not in params:
        raise invalid("Missing success_url", param="success_url", code="parameter_missing")
    for name in ("success_url", "cancel_url"):
        _check_url(params.get(name), name)
    _check_customer(world, call)
    _check_expiry(params.get("expires_at"), world.now())


def _check_url(url: str | None, name: str) -> None:
    if url is None:
        return
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise invalid(f"{name} is not a valid URL", param=name, code="url_invalid")


def _check_customer(world: World, call: Call) -> None:
    customer, email = call.params.get("customer"), call.params.get("customer_email")
    if customer is not None and email is not None:
        raise invalid("customer and customer_email exclude each other", param="customer_email")
    if customer is not None:
        world.find(call.account, "customer", customer, param="customer")
    if email is not None and ("@" not in email.strip("@") or " " in email):
        raise invalid(
            f"Invalid email address: {email}", param="customer_email", code="email_invalid"
        )


def _check_expiry(expires_at: int | None, now: int) -> None:
    if expires_at is not None and not now + _SHORTEST <= expires_at <= now + _LONGEST:
        raise invalid(
            "expires_at must lie between 30 minutes and 24 hours ahead", param="expires_at"
        )


def _session(world: World, params: dict[str, Any], basket: Basket) -> Object:
    session_id = world.new_id("checkout.session")
    now = world.now()
    customer = params.get("customer")
    methods = params.get("allowed_payment_method_types")
    session = schema.blank(
        "checkout.session",
        id=session_id,
        object="checkout.session",
        adaptive_pricing={"enabled": True},
        amount_subtotal=basket.subtotal,
        amount_total=basket.total,
        automatic_tax=schema.blank("payment_pages_checkout_session_automatic_tax", enabled=False),
        created=now,
        currency=basket.currency,
        custom_fields=[],
        custom_text=_custom_text(params.get("custom_text", {})),
        customer=customer,
        customer_creation=None if customer else params.get("customer_creation", "if_required"),
        discounts=params.get("discounts", []),
        expires_at=params.get("expires_at", now + _LONGEST),
        livemode=False,
        metadata=merged({}, params.get("metadata")),
        mode="payment",
        payment_method_collection="if_required",
        payment_method_options={"card": {"request_three_d_secure": "automatic"}},
        payment_method_types=methods or METHODS,
        allowed_payment_method_types=methods,
        payment_status="unpaid",
        phone_number_collection={"enabled": False},
        shipping_options=[],
        status="open",
        total_details=basket.details,
        ui_mode="hosted_page",
        url=page_url(world, session_id),
    )
    session.update(_taken_over(params))
    return session


def _taken_over(params: dict[str, Any]) -> dict[str, Any]:
    fields = {name: params[name] for name in _ECHOED.split() if name in params}
    if "branding_settings" in params:
        fields["branding_settings"] = _branding(params["branding_settings"])
    if "tax_id_collection" in params:
        fields["tax_id_collection"] = {"required": "never", **params["tax_id_collection"]}
    return fields


def _branding(given: dict[str, Any]) -> dict[str, Any]:
    usual = {
        "background_color": "#ffffff",
        "border_style": "rounded",
        "button_color": "#0074d4",
        "display_name": "",
        "font_family": "default",
        "icon": None,
        "logo": None,
    }
    return {**usual, **{name: value for name, value in given.items() if value}}


def _custom_text(given: dict[str, Any]) -> dict[str, Any]:
    places = ("after_submit", "shipping_address", "submit", "terms_of_service_acceptance")
    return {place: given.get(place) or None for place in places}


def page_url(world: World, session_id: str) -> str:
    """The hosted page's address, with a fragment as long as Stripe's."""
    return f"{world.base_url}/c/pay/{session_id}#fid{world.token(260)}"


@answers("GET", SESSIONS)
def list_sessions(world: World, call: Call) -> Object:
    """The account's sessions."""
    if unheeded := {"customer_details", "customer_account", "payment_link", "subscription"} & set(
        call.params
    ):
        raise NotSimulated(f"GET {SESSIONS}: {sorted(unheeded)} not simulated")
    return list_of(
        world,
        call,
        "checkout.session",
        SESSIONS,
        equal=("customer", "payment_intent", "status"),
    )


@answers("GET", SESSIONS + "/{session}")
def retrieve(world: World, call: Call) -> Object:
    """One session as it now is."""
    return world.find(call.account, "checkout.session", call.id, param="session")


@answers("POST", SESSIONS + "/{session}", takes="metadata")
def update(world: World, call: Call) -> Object:
    """Change a session's metadata."""
    session = retrieve(world, call)
    session["metadata"] = merged(session["metadata"], call.params.get("metadata"))
    return session


@answers("GET", SESSIONS + "/{session}/line_items")
def line_items(world: World, call: Call) -> Object:
    """A session's lines, in their own order."""
    session = retrieve(world, call)
    return page(world.session_items[session["id"]], call, f"{SESSIONS}/{session['id']}/line_items")


@answers("POST", SESSIONS + "/{session}/expire")
def expire(world: World, call: Call) -> Object:
    """Close an open session at once."""
    session = retrieve(world, call)
    if session["status"] != "open":
        raise refused(
            f"Only an open session can be expired; this one is {session['status']}",
            param="session",
        )
    return close_as_expired(world, session)


def close_as_expired(world: World, session: Object) -> Object:
    """What happens to a session whose time is over, and to its intent."""
    session.update(status="expired", url=None)
    if session["payment_intent"]:
        intent = world.all("payment_intent")[session["payment_intent"]]
        cancel_intent(world, intent, reason="expired")
    world.emit("checkout.session.expired", session)
    return session


def expire_due(world: World) -> list[Object]:
    """Close every open session whose time is over."""
    now = world.now()
    due = [
        session
        for session in world.all("checkout.session").values()
        if session["status"] == "open" and session["expires_at"] <= now
    ]
    return [close_as_expired(world, session) for session in due]
