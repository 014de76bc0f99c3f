"""Invoices: making, changing and reading them."""

from __future__ import annotations

from typing import Any

from . import schema
from .account import account_of
from .errors import NotSimulated, invalid, refused
from .invoice_lines import attach, empty_lines, reckon
from .listing import list_of
from .metadata import merged
from .routing import answers
from .world import Call, Object, World

PATH = "/v1/invoices"

_PLAIN = ("description", "effective_at", "footer", "number", "statement_descriptor")
_TAKES = """auto_advance automatic_tax collection_method custom_fields days_until_due
    default_tax_rates due_date metadata payment_settings rendering """ + " ".join(_PLAIN)

_SUMS = (
    "amount_due",
    "amount_overpaid",
    "amount_paid",
    "amount_paid_off_stripe",
    "amount_remaining",
    "amount_shipping",
    "attempt_count",
    "post_payment_credit_notes_amount",
    "pre_payment_credit_notes_amount",
    "starting_balance",
    "subtotal",
    "subtotal_excluding_tax",
    "total",
    "total_excluding_tax",
)

_DAY = 24 * 60 * 60
_MOST_FIELDS = 4
_FIELD_LENGTHS = {"name": 40, "value": 140}


@answers("POST", PATH, takes=_TAKES + " currency customer pending_invoice_items_behavior")
def create(world: World, call: Call) -> Object:
    """A draft; by itself it does nothing."""
    params = call.params
    if "customer" not in params:
        raise invalid("An invoice needs a customer", param="customer", code="parameter_missing")
    customer = world.find(call.account, "customer", params["customer"], param="customer")
    _check(world, call, params, customer)
    invoice = _blank(world, call, customer)
    _apply(world, call, invoice, params)
    world.add(call.account, invoice)
    if params.get("pending_invoice_items_behavior") == "include":
        _take_up_pending(world, call, invoice)
    world.emit("invoice.created", invoice)
    return invoice


def _check(world: World, call: Call, params: dict[str, Any], customer: Object) -> None:
    if params.get("auto_advance") or params.get("automatic_tax", {}).get("enabled"):
        raise NotSimulated("auto_advance and automatic_tax are not simulated")
    sent = params.get("collection_method") == "send_invoice"
    due = {"days_until_due", "due_date"} & set(params)
    if sent and len(due) != 1:
        raise invalid(
            "send_invoice needs one of days_until_due and due_date",
            param="days_until_due",
            code="parameter_missing",
        )
    if due and not sent:
        raise invalid("A time to pay needs collection_method send_invoice", param=due.pop())
    if sent and not customer["email"]:
        raise invalid("The customer has no e-mail address to send to", param="customer")
    if params.get("due_date", world.now() + 1) <= world.now():
        raise invalid("due_date must lie ahead", param="due_date")
    _check_fields(params.get("custom_fields") or [])


def _check_fields(fields: list[dict[str, str]]) -> None:
    if len(fields) > _MOST_FIELDS:
        raise invalid(f"At most {_MOST_FIELDS} custom fields", param="custom_fields")
    for index, one in enumerate(fields):
        for name, length in _FIELD_LENGTHS.items():
            if len(one[name]) > length:
                raise invalid(
                    f"The {name} of a custom field has at most {length} characters",
                    param=f"custom_fields[{index}][{name}]",
                )


def _blank(world: World, call: Call, customer: Object) -> Object:
    now = world.now()
    invoice_id = world.new_id("invoice")
    account = account_of(world, call.account)
    invoice = schema.blank(
        "invoice",
        id=invoice_id,
        object="invoice",
        account_country=account.get("country"),
        account_name=(account["business_profile"] or {}).get("name"),
        attempted=False,
        auto_advance=False,
        automatic_tax=schema.blank("automatic_tax", enabled=False),
        billing_reason="manual",
        collection_method="charge_automatically",
        created=now,
        currency=str(call.params.get("currency", account["default_currency"])).lower(),
        default_tax_rates=[],
        discounts=[],
        issuer={"type": "self"},
        lines=empty_lines(invoice_id),
        livemode=False,
        metadata={},
        payment_settings=schema.blank("invoices_payment_settings"),
        period_end=now,
        period_start=now,
        status="draft",
        status_transitions=schema.blank("invoices_resource_status_transitions"),
        total_discount_amounts=[],
        total_pretax_credit_amounts=[],
        total_taxes=[],
        **dict.fromkeys(_SUMS, 0),
        **_addressee(customer),
    )
    del invoice["confirmation_secret"]
    return invoice


def _addressee(customer: Object) -> dict[str, Any]:
    copied = ("address", "email", "phone", "shipping", "tax_exempt")
    return {
        "customer": customer["id"],
        "customer_name": customer.get("business_name") or customer["name"],
        "customer_tax_ids": [],
        **{f"customer_{name}": customer[name] for name in copied},
    }


def _apply(world: World, call: Call, invoice: Object, params: dict[str, Any]) -> None:
    for name in _PLAIN:
        if name in params:
            invoice[name] = params[name] or None
    if "collection_method" in params:
        invoice["collection_method"] = params["collection_method"]
    if "custom_fields" in params:
        invoice["custom_fields"] = params["custom_fields"] or None
    if "days_until_due" in params:
        world.note(invoice["id"])["days_until_due"] = params["days_until_due"]
        invoice["due_date"] = world.now() + params["days_until_due"] * _DAY
    if "due_date" in params:
        invoice["due_date"] = params["due_date"]
    if "default_tax_rates" in params:
        invoice["default_tax_rates"] = [
            dict(world.find(call.account, "tax_rate", rate, param="default_tax_rates"))
            for rate in params["default_tax_rates"]
        ]
    _apply_settings(invoice, params)
    invoice["metadata"] = merged(invoice["metadata"], params.get("metadata"))


def _apply_settings(invoice: Object, params: dict[str, Any]) -> None:
    settings = params.get("payment_settings", {})
    if set(settings) - {"payment_method_types"}:
        raise NotSimulated("Of payment_settings only payment_method_types is simulated")
    if settings:
        types = settings["payment_method_types"] or None
        invoice["payment_settings"]["payment_method_types"] = types
    if "rendering" in params:
        given = {name: value or None for name, value in params["rendering"].items()}
        invoice["rendering"] = schema.blank("invoices_resource_invoice_rendering", **given)


def _take_up_pending(world: World, call: Call, invoice: Object) -> None:
    for item in reversed(list(world.of(call.account, "invoiceitem"))):
        waits = item["invoice"] is None and item["customer"] == invoice["customer"]
        if waits and item["currency"] == invoice["currency"]:
            attach(world, invoice, item)


@answers("GET", PATH + "/{invoice}")
def retrieve(world: World, call: Call) -> Object:
    """One invoice as it now is."""
    return world.find(call.account, "invoice", call.id, param="invoice")


@answers("POST", PATH + "/{invoice}", takes=_TAKES)
def update(world: World, call: Call) -> Object:
    """Change a draft; of what is sent already, only the metadata."""
    invoice = retrieve(world, call)
    params = call.params
    if invoice["status"] != "draft" and set(params) - {"metadata"}:
        raise refused("Only drafts can be changed", code="invoice_not_editable")
    customer = world.all("customer")[invoice["customer"]]
    if {"days_until_due", "due_date"} & set(params):
        params = {"collection_method": invoice["collection_method"], **params}
        _check(world, call, params, customer)
    _check_fields(params.get("custom_fields") or [])
    before = {name: invoice.get(name) for name in params if name in invoice}
    _apply(world, call, invoice, params)
    if invoice["status"] == "draft":
        reckon(world, invoice)
    world.emit("invoice.updated", invoice, before=before)
    return invoice


@answers("GET", PATH, takes="collection_method created customer due_date status")
def list_invoices(world: World, call: Call) -> Object:
    """The account's invoices."""
    return list_of(world, call, "invoice", PATH, equal=("collection_method", "customer", "status"))
