"""Credit notes: what an invoice is reduced by, before or after it was paid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from . import refunds, schema
from .errors import NotSimulated, invalid, refused
from .invoice_course import owe_less, settle_by_credit
from .invoice_lines import taxes_of
from .listing import list_of, whole
from .metadata import merged
from .pricing import Line, unit_times
from .routing import answers
from .world import Call, Object, World

_SHARES = ("credit_amount", "refund_amount", "out_of_band_amount")


@dataclass
class _Credited:
    """One line of a credit note."""

    description: str | None
    quantity: int
    line: Line
    invoice_line: str | None = None
    unit: str | None = None


@answers(
    "POST",
    "/v1/credit_notes",
    takes="amount credit_amount effective_at invoice lines memo metadata out_of_band_amount"
    " reason refund_amount",
)
def create(world: World, call: Call) -> Object:
    """Credit a part or the whole of an invoice."""
    params = call.params
    invoice = world.find(call.account, "invoice", params["invoice"], param="invoice")
    credited = _credited(world, call, invoice)
    amount = sum(one.line.total for one in credited)
    paid = invoice["status"] == "paid"
    _check(invoice, params, amount, paid=paid)
    _check_refundable(world, invoice, params.get("refund_amount", 0))
    note = _note(world, call, invoice, credited, amount, paid=paid)
    world.add(call.account, note)
    if paid:
        _give_back(world, invoice, note, params)
    else:
        _reduce(world, invoice, amount)
    world.emit("credit_note.created", note)
    return note


@answers("GET", "/v1/credit_notes", takes="created customer invoice")
def list_notes(world: World, call: Call) -> Object:
    """The account's credit notes."""
    return list_of(world, call, "credit_note", "/v1/credit_notes", equal=("customer", "invoice"))


@answers("GET", "/v1/credit_notes/{id}")
def retrieve(world: World, call: Call) -> Object:
    """One credit note."""
    return world.find(call.account, "credit_note", call.id)


def _credited(world: World, call: Call, invoice: Object) -> list[_Credited]:
    params = call.params
    if "lines" in params and "amount" in params:
        raise invalid("amount and lines exclude each other", param="amount")
    if "lines" in params:
        return [
            _credited_line(world, call, invoice, line, f"lines[{index}]")
            for index, line in enumerate(params["lines"])
        ]
    shares = [params[name] for name in _SHARES if name in params]
    amount = params.get("amount", sum(shares) if shares else None)
    if amount is None:
        raise invalid("One of amount and lines is needed", param="amount", code="parameter_missing")
    return [_Credited(params.get("memo"), 1, Line(amount), unit=str(amount))]


def _credited_line(
    world: World, call: Call, invoice: Object, given: dict[str, Any], path: str
) -> _Credited:
    if set(given) & {"tax_amounts", "metadata"}:
        raise NotSimulated(f"{path}: tax_amounts and metadata are not simulated")
    rates = [
        world.find(call.account, "tax_rate", rate, param=f"{path}[tax_rates]")
        for rate in given.get("tax_rates") or []
    ]
    if given["type"] == "custom_line_item":
        return _custom_line(given, rates, path)
    found = [one for one in invoice["lines"]["data"] if one["id"] == given.get("invoice_line_item")]
    if not found:
        raise invalid("No such line", param=f"{path}[invoice_line_item]", code="resource_missing")
    return _invoice_line(world, invoice, found[0], given)


def _custom_line(given: dict[str, Any], rates: list[Object], path: str) -> _Credited:
    quantity = given.get("quantity", 1)
    unit, decimal = given.get("unit_amount"), given.get("unit_amount_decimal")
    subtotal = unit_times(unit, decimal, quantity, path)
    shown = decimal if decimal is not None else str(unit)
    return _Credited(given.get("description"), quantity, Line(subtotal, rates), unit=shown)


def _invoice_line(world: World, invoice: Object, line: Object, given: dict[str, Any]) -> _Credited:
    quantity: int = given["quantity"] if "quantity" in given else line["quantity"]
    amount = given.get("amount", line["amount"] * quantity // line["quantity"])
    own = world.note(line["id"]).get("tax_rates", [])
    rates = [world.all("tax_rate")[rate] for rate in own] or invoice["default_tax_rates"]
    return _Credited(
        given.get("description", line["description"]),
        quantity,
        Line(amount, rates),
        invoice_line=line["id"],
        unit=line["pricing"]["unit_amount_decimal"],
    )


def _check(invoice: Object, params: dict[str, Any], amount: int, *, paid: bool) -> None:
    if invoice["status"] not in ("open", "paid"):
        raise refused(f"An invoice that is {invoice['status']} cannot be credited")
    shares = {name: params[name] for name in _SHARES if name in params}
    if amount < 1:
        raise invalid("A credit note must be above zero", param="amount")
    if not paid:
        if shares:
            raise invalid("An open invoice is only reduced", param=next(iter(shares)))
        if amount > invoice["amount_remaining"]:
            raise refused(f"Only {invoice['amount_remaining']} can be credited", param="amount")
        return
    left = invoice["total"] - _credited_before(invoice)
    if amount > left:
        raise refused(f"Only {left} can be credited", param="amount")
    if sum(shares.values()) != amount:
        raise invalid(f"{', '.join(_SHARES)} must come to {amount} together", param="credit_amount")


def _credited_before(invoice: Object) -> int:
    before: int = invoice["pre_payment_credit_notes_amount"]
    after: int = invoice["post_payment_credit_notes_amount"]
    return before + after


def _note(
    world: World,
    call: Call,
    invoice: Object,
    credited: list[_Credited],
    amount: int,
    *,
    paid: bool,
) -> Object:
    note_id = world.new_id("credit_note")
    count = world.note(invoice["id"]).get("credit_notes", 0) + 1
    world.note(invoice["id"])["credit_notes"] = count
    return schema.blank(
        "credit_note",
        id=note_id,
        object="credit_note",
        amount=amount,
        amount_shipping=0,
        created=world.now(),
        currency=invoice["currency"],
        customer=invoice["customer"],
        discount_amount=0,
        discount_amounts=[],
        effective_at=call.params.get("effective_at", world.now()),
        invoice=invoice["id"],
        lines=whole([_shown(world, one) for one in credited], f"/v1/credit_notes/{note_id}/lines"),
        livemode=False,
        memo=call.params.get("memo"),
        metadata=merged({}, call.params.get("metadata")),
        number=f"{invoice['number']}-CN-{count:02}",
        out_of_band_amount=call.params.get("out_of_band_amount"),
        pdf=f"{world.base_url}/i/{invoice['id']}/credit/{note_id}",
        post_payment_amount=amount if paid else 0,
        pre_payment_amount=0 if paid else amount,
        pretax_credit_amounts=[],
        reason=call.params.get("reason"),
        refunds=[],
        status="issued",
        total=amount,
        type="post_payment" if paid else "pre_payment",
        **_sums([one.line for one in credited]),
    )


def _sums(lines: list[Line]) -> dict[str, Any]:
    net = sum(line.net for line in lines)
    return {
        "subtotal": sum(line.subtotal for line in lines),
        "subtotal_excluding_tax": net,
        "total_excluding_tax": net,
        "total_taxes": taxes_of(lines),
    }


def _shown(world: World, one: _Credited) -> Object:
    line = schema.blank(
        "credit_note_line_item",
        id=world.new_id("credit_note_line_item"),
        object="credit_note_line_item",
        amount=one.line.subtotal,
        description=one.description,
        discount_amount=0,
        discount_amounts=[],
        livemode=False,
        metadata={},
        pretax_credit_amounts=[],
        quantity=one.quantity,
        tax_rates=[dict(rate) for rate in one.line.rates],
        taxes=taxes_of([one.line]),
        type="invoice_line_item" if one.invoice_line else "custom_line_item",
        unit_amount_decimal=one.unit,
    )
    if one.unit is not None and "." not in one.unit:
        line["unit_amount"] = int(one.unit)
    if one.invoice_line:
        line["invoice_line_item"] = one.invoice_line
    return line


def _reduce(world: World, invoice: Object, amount: int) -> None:
    invoice["pre_payment_credit_notes_amount"] += amount
    invoice["amount_due"] -= amount
    invoice["amount_remaining"] -= amount
    if invoice["amount_remaining"] == 0:
        settle_by_credit(world, invoice)
    else:
        owe_less(world, invoice)


def _give_back(world: World, invoice: Object, note: Object, params: dict[str, Any]) -> None:
    invoice["post_payment_credit_notes_amount"] += note["amount"]
    customer = world.all("customer")[invoice["customer"]]
    customer["balance"] -= params.get("credit_amount", 0)
    if refund_amount := params.get("refund_amount"):
        charge = _charge(world, invoice)
        assert charge is not None
        refund = refunds.make(world, charge, refund_amount)
        shown = {"amount_refunded": refund_amount, "refund": refund["id"], "type": "refund"}
        note["refunds"].append({**shown, "payment_record_refund": None})


def _check_refundable(world: World, invoice: Object, amount: int) -> None:
    charge = _charge(world, invoice)
    left = charge["amount"] - charge["amount_refunded"] if charge else 0
    if amount > left:
        raise refused(f"Only {left} can be refunded", param="refund_amount")


def _charge(world: World, invoice: Object) -> Object | None:
    intent_id = world.note(invoice["id"]).get("payment_intent")
    intent = world.all("payment_intent").get(intent_id or "")
    if intent is None or intent["status"] != "succeeded":
        return None
    return world.all("charge")[intent["latest_charge"]]
