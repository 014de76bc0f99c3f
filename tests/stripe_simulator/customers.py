"""Customers: who an account sells to."""

from __future__ import annotations

from typing import Any

from . import schema
from .listing import list_of
from .metadata import merged
from .routing import answers
from .world import Call, Object, World

_PLAIN = (
    "address",
    "business_name",
    "description",
    "email",
    "individual_name",
    "name",
    "phone",
    "shipping",
)
_TAKES = " ".join(_PLAIN) + " invoice_settings metadata preferred_locales tax_exempt"


def make(world: World, account: str, params: dict[str, Any]) -> Object:
    """A new customer of the account."""
    customer = schema.blank(
        "customer",
        id=world.new_id("customer"),
        object="customer",
        balance=0,
        created=world.now(),
        delinquent=False,
        invoice_prefix=world.token(8).upper(),
        invoice_settings=schema.blank("invoice_setting_customer_setting"),
        livemode=False,
        metadata={},
        next_invoice_sequence=1,
        preferred_locales=[],
        tax_exempt="none",
    )
    _apply(customer, params)
    world.add(account, customer)
    world.emit("customer.created", customer)
    return customer


def _apply(customer: Object, params: dict[str, Any]) -> None:
    for name in _PLAIN:
        if name in params:
            customer[name] = _complete(name, params[name])
    for name in ("business_name", "individual_name"):
        if name in customer and customer[name] is None:
            del customer[name]
    customer["metadata"] = merged(customer["metadata"], params.get("metadata"))
    if "preferred_locales" in params:
        customer["preferred_locales"] = params["preferred_locales"]
    if "tax_exempt" in params:
        customer["tax_exempt"] = params["tax_exempt"] or "none"
    settings = params.get("invoice_settings", {})
    for name, value in settings.items():
        customer["invoice_settings"][name] = value or None


def _complete(name: str, value: Any) -> Any:
    if value == "":
        return None
    if name == "address":
        return schema.blank("address", **value)
    if name == "shipping":
        address = schema.blank("address", **value["address"])
        return {"phone": None, **value, "address": address}
    return value


@answers("POST", "/v1/customers", takes=_TAKES)
def create(world: World, call: Call) -> Object:
    """A new customer."""
    return make(world, call.account, call.params)


@answers("GET", "/v1/customers", takes="created email")
def list_customers(world: World, call: Call) -> Object:
    """The account's customers."""
    return list_of(world, call, "customer", "/v1/customers", equal=("email",))


@answers("GET", "/v1/customers/{customer}")
def retrieve(world: World, call: Call) -> Object:
    """One customer."""
    return world.find(call.account, "customer", call.id, param="customer")


@answers("POST", "/v1/customers/{customer}", takes=_TAKES)
def update(world: World, call: Call) -> Object:
    """Change a customer."""
    customer = retrieve(world, call)
    before = {name: customer.get(name) for name in call.params if name in customer}
    _apply(customer, call.params)
    world.emit("customer.updated", customer, before=before)
    return customer
