"""Invoice items, the lines they become, and what an invoice comes to."""

from __future__ import annotations

from typing import Any

from . import schema
from .errors import NotSimulated, invalid, no_such, refused
from .listing import list_of, whole
from .metadata import merged
from .pricing import Line, unit_times
from .routing import answers
from .world import Call, Object, World

_TAKES = """amount currency customer description invoice metadata period price_data pricing
    quantity tax_rates unit_amount_decimal"""


@answers("POST", "/v1/invoiceitems", takes=_TAKES)
def create_item(world: World, call: Call) -> Object:
    """An item, on a draft invoice or waiting for the customer's next one."""
    params = call.params
    if "customer" not in params:
        raise invalid("An item needs a customer", param="customer", code="parameter_missing")
    world.find(call.account, "customer", params["customer"], param="customer")
    invoice = None
    if "invoice" in params:
        invoice = world.find(call.account, "invoice", params["invoice"], param="invoice")
        _check_fits(invoice, params)
    item = _item(world, call, params, currency=invoice["currency"] if invoice else None)
    world.add(call.account, item)
    if invoice is not None:
        attach(world, invoice, item)
    world.emit("invoiceitem.created", item)
    return item


@answers("GET", "/v1/invoiceitems", takes="created customer invoice pending")
def list_items(world: World, call: Call) -> Object:
    """The account's items, on invoices and waiting for one."""
    pending = call.params.get("pending")
    return list_of(
        world,
        call,
        "invoiceitem",
        "/v1/invoiceitems",
        equal=("customer", "invoice"),
        keep=lambda item: pending is None or (item["invoice"] is None) == pending,
    )


def _check_fits(invoice: Object, params: dict[str, Any]) -> None:
    if invoice["status"] != "draft":
        raise refused("Items can be added to drafts only", code="invoice_not_editable")
    if invoice["customer"] != params["customer"]:
        raise invalid("The invoice is another customer's", param="customer")
    if str(params.get("currency", invoice["currency"])).lower() != invoice["currency"]:
        raise invalid(f"The invoice is in {invoice['currency']}", param="currency")


def _item(world: World, call: Call, params: dict[str, Any], currency: str | None) -> Object:
    currency = (params.get("currency") or currency or "").lower()
    if not currency:
        raise invalid("An item needs a currency", param="currency", code="parameter_missing")
    amount, unit, quantity = _price(params)
    rates = [
        world.find(call.account, "tax_rate", rate, param="tax_rates")
        for rate in params.get("tax_rates", [])
    ]
    now = world.now()
    return schema.blank(
        "invoiceitem",
        id=world.new_id("invoiceitem"),
        object="invoiceitem",
        amount=amount,
        currency=currency,
        customer=params["customer"],
        date=now,
        description=params.get("description"),
        discountable=amount > 0,
        discounts=[],
        invoice=params.get("invoice"),
        livemode=False,
        metadata=merged({}, params.get("metadata")),
        net_amount=amount,
        period=params.get("period", {"start": now, "end": now}),
        pricing=_pricing(world, unit),
        proration=False,
        quantity=quantity,
        quantity_decimal=str(quantity),
        tax_rates=[dict(rate) for rate in rates],
    )


def _price(params: dict[str, Any]) -> tuple[int, str, int]:
    """(amount, unit amount as text, quantity) from any of the ways to say it."""
    if "price_data" in params:
        raise no_such("product", params["price_data"]["product"], param="price_data[product]")
    if "pricing" in params:
        raise no_such("price", params["pricing"].get("price", ""), param="pricing[price]")
    if ("amount" in params) == ("unit_amount_decimal" in params):
        raise invalid(
            "One of amount and unit_amount_decimal is needed",
            param="amount",
            code="parameter_missing",
        )
    quantity = params.get("quantity", 1)
    if "amount" in params:
        if "quantity" in params:
            raise invalid("quantity goes with unit_amount_decimal", param="quantity")
        return params["amount"], str(params["amount"]), 1
    unit = params["unit_amount_decimal"]
    return unit_times(None, unit, quantity, "invoiceitem"), unit, quantity


def _pricing(world: World, unit: str) -> dict[str, Any]:
    details = {"price": world.new_id("price"), "product": world.new_id("product")}
    return {"price_details": details, "type": "price_details", "unit_amount_decimal": unit}


def attach(world: World, invoice: Object, item: Object) -> None:
    """Make an item a line of a draft."""
    item["invoice"] = invoice["id"]
    line = schema.blank(
        "line_item",
        id=world.new_id("line_item"),
        object="line_item",
        amount=item["amount"],
        currency=item["currency"],
        description=item["description"],
        discount_amounts=[],
        discountable=item["discountable"],
        discounts=[],
        invoice=invoice["id"],
        livemode=False,
        metadata=dict(item["metadata"]),
        parent={
            "type": "invoice_item_details",
            "subscription_item_details": None,
            "invoice_item_details": {
                "invoice_item": item["id"],
                "proration": False,
                "proration_details": {"credited_items": None},
                "subscription": None,
            },
        },
        period=dict(item["period"]),
        pretax_credit_amounts=[],
        pricing=item["pricing"],
        quantity=item["quantity"],
        quantity_decimal=item["quantity_decimal"],
        subtotal=item["amount"],
        taxes=[],
    )
    invoice["lines"]["data"].append(line)
    world.note(line["id"])["tax_rates"] = [rate["id"] for rate in item["tax_rates"]]
    reckon(world, invoice)


@answers("POST", "/v1/invoices/{invoice}/add_lines", takes="invoice_metadata lines")
def add_lines(world: World, call: Call) -> Object:
    """Several lines at once, each by amount."""
    invoice = world.find(call.account, "invoice", call.id, param="invoice")
    known = {"amount", "description", "metadata", "period", "tax_rates"}
    for line in call.params["lines"]:
        if unheeded := set(line) - known:
            raise NotSimulated(f"add_lines {sorted(unheeded)} not simulated")
    items = []
    for line in call.params["lines"]:
        params = {**line, "customer": invoice["customer"], "invoice": invoice["id"]}
        _check_fits(invoice, params)
        items.append(_item(world, call, params, currency=invoice["currency"]))
    for item in items:
        world.add(call.account, item)
        attach(world, invoice, item)
    invoice["metadata"] = merged(invoice["metadata"], call.params.get("invoice_metadata"))
    return invoice


def reckon(world: World, invoice: Object) -> None:
    """Set an invoice's sums by its lines."""
    lines = [_line(world, invoice, line) for line in invoice["lines"]["data"]]
    for shown, line in zip(invoice["lines"]["data"], lines, strict=True):
        shown["taxes"] = taxes_of([line])
    total = sum(line.total for line in lines)
    net = sum(line.net for line in lines)
    invoice.update(
        amount_due=max(total, 0),
        amount_remaining=max(total, 0),
        subtotal=sum(line.subtotal for line in lines),
        subtotal_excluding_tax=net,
        total=total,
        total_excluding_tax=net,
        total_taxes=taxes_of(lines),
    )


def _line(world: World, invoice: Object, line: Object) -> Line:
    own = world.note(line["id"]).get("tax_rates", [])
    rates = [world.all("tax_rate")[rate] for rate in own] or invoice["default_tax_rates"]
    return Line(subtotal=line["amount"], rates=rates)


def taxes_of(lines: list[Line]) -> list[dict[str, Any]]:
    """The taxes on some lines, summed by rate, as Stripe shows them."""
    sums: dict[str, dict[str, Any]] = {}
    for line in lines:
        for rate, amount in line.taxes:
            shown = sums.setdefault(rate["id"], _no_tax_yet(rate))
            shown["amount"] += amount
            shown["taxable_amount"] += line.net
    return list(sums.values())


def _no_tax_yet(rate: Object) -> dict[str, Any]:
    return {
        "amount": 0,
        "tax_behavior": "inclusive" if rate["inclusive"] else "exclusive",
        "tax_rate_details": {"tax_rate": rate["id"]},
        "taxability_reason": "not_available",
        "taxable_amount": 0,
        "type": "tax_rate_details",
    }


def empty_lines(invoice_id: str) -> dict[str, Any]:
    """The lines of an invoice that has none yet."""
    return whole([], f"/v1/invoices/{invoice_id}/lines")
