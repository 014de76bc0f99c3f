"""The course of an invoice: finalized, sent, paid, overdue, given up or withdrawn."""

from __future__ import annotations

from . import payments, schema
from .errors import BuyerError, NotSimulated, refused
from .invoices import PATH, retrieve
from .listing import list_of
from .routing import answers
from .world import Call, Object, World

_DAY = 24 * 60 * 60
_DEFAULT_METHODS = ["card"]


@answers("POST", PATH + "/{invoice}/finalize", takes="auto_advance")
def finalize(world: World, call: Call) -> Object:
    """Give a draft its number; from now on it is owed."""
    invoice = retrieve(world, call)
    if call.params.get("auto_advance"):
        raise NotSimulated("auto_advance is not simulated")
    return make_final(world, invoice)


def make_final(world: World, invoice: Object) -> Object:
    """A draft becomes an invoice; where nothing is owed, it is paid at once."""
    if invoice["status"] != "draft":
        raise refused("Only a draft can be finalized", code="invoice_not_editable")
    if invoice["total"] < 0:
        raise NotSimulated("Invoices below zero are not simulated")
    now = world.now()
    page = f"{world.base_url}/i/{invoice['id']}"
    invoice.update(
        effective_at=invoice["effective_at"] or now,
        hosted_invoice_url=page,
        invoice_pdf=f"{page}/pdf",
        number=invoice["number"] or _number(world, invoice),
        status="open",
    )
    days = world.note(invoice["id"]).get("days_until_due")
    if days is not None:
        invoice["due_date"] = now + days * _DAY
    invoice["status_transitions"]["finalized_at"] = now
    if invoice["total"]:
        _expect_payment(world, invoice)
    world.emit("invoice.finalized", invoice)
    if not invoice["total"]:
        _be_paid(world, invoice)
    return invoice


def _number(world: World, invoice: Object) -> str:
    customer = world.all("customer")[invoice["customer"]]
    sequence = customer["next_invoice_sequence"]
    customer["next_invoice_sequence"] += 1
    return f"{customer['invoice_prefix']}-{sequence:04}"


def _expect_payment(world: World, invoice: Object) -> None:
    account = world.owners[invoice["id"]]
    methods = invoice["payment_settings"]["payment_method_types"] or _DEFAULT_METHODS
    intent = payments.open_intent(
        world,
        account,
        amount=invoice["amount_remaining"],
        currency=invoice["currency"],
        methods=methods,
        customer=invoice["customer"],
        data={"description": f"Invoice {invoice['number']}"},
    )
    payment = schema.blank(
        "invoice_payment",
        id=world.new_id("invoice_payment"),
        object="invoice_payment",
        amount_requested=intent["amount"],
        created=world.now(),
        currency=invoice["currency"],
        invoice=invoice["id"],
        is_default=True,
        livemode=False,
        payment={"type": "payment_intent", "payment_intent": intent["id"]},
        status="open",
        status_transitions={"canceled_at": None, "paid_at": None},
    )
    world.add(account, payment)
    world.note(invoice["id"]).update(payment=payment["id"], payment_intent=intent["id"])


def _intent(world: World, invoice: Object) -> Object:
    return world.all("payment_intent")[world.note(invoice["id"])["payment_intent"]]


def _payment(world: World, invoice: Object) -> Object:
    return world.all("invoice_payment")[world.note(invoice["id"])["payment"]]


@answers("POST", PATH + "/{invoice}/send")
def send(world: World, call: Call) -> Object:
    """Send an invoice to the customer, finalizing a draft first."""
    invoice = retrieve(world, call)
    if invoice["status"] not in ("draft", "open"):
        raise refused(f"An invoice that is {invoice['status']} is not sent")
    if invoice["collection_method"] != "send_invoice":
        raise refused("Only invoices with collection_method send_invoice are sent")
    if invoice["status"] == "draft":
        make_final(world, invoice)
    world.emit("invoice.sent", invoice)
    return invoice


@answers("POST", PATH + "/{invoice}/pay", takes="paid_out_of_band")
def pay(world: World, call: Call) -> Object:
    """Mark as paid what reached the bank by another way."""
    invoice = retrieve(world, call)
    if invoice["status"] not in ("open", "uncollectible"):
        raise refused(f"An invoice that is {invoice['status']} cannot be paid")
    if not call.params.get("paid_out_of_band"):
        raise refused("The customer has no means of payment that could be charged")
    invoice["amount_paid_off_stripe"] = invoice["amount_remaining"]
    _give_up_payment(world, invoice, reason="automatic")
    _be_paid(world, invoice)
    return invoice


def _be_paid(world: World, invoice: Object) -> None:
    invoice["amount_paid"] += invoice["amount_remaining"]
    invoice.update(amount_remaining=0, attempted=True, status="paid")
    invoice["status_transitions"]["paid_at"] = world.now()
    world.emit("invoice.paid", invoice)


def settle_by_credit(world: World, invoice: Object) -> None:
    """Nothing is owed any more, because all of it was credited."""
    _give_up_payment(world, invoice, reason="automatic")
    _be_paid(world, invoice)


def owe_less(world: World, invoice: Object) -> None:
    """Ask for what is left after a credit."""
    _intent(world, invoice)["amount"] = invoice["amount_remaining"]
    _payment(world, invoice)["amount_requested"] = invoice["amount_remaining"]


def _give_up_payment(world: World, invoice: Object, *, reason: str) -> None:
    if "payment" not in world.note(invoice["id"]):
        return
    payment = _payment(world, invoice)
    payment["status"] = "canceled"
    payment["status_transitions"]["canceled_at"] = world.now()
    payments.cancel_intent(world, _intent(world, invoice), reason=reason)


@answers("POST", PATH + "/{invoice}/void")
def void(world: World, call: Call) -> Object:
    """Withdraw an invoice; its number stays used."""
    invoice = retrieve(world, call)
    if invoice["status"] not in ("open", "uncollectible"):
        raise refused(f"An invoice that is {invoice['status']} cannot be voided")
    _give_up_payment(world, invoice, reason="void_invoice")
    invoice.update(status="void", amount_remaining=0)
    invoice["status_transitions"]["voided_at"] = world.now()
    world.emit("invoice.voided", invoice)
    return invoice


@answers("GET", "/v1/invoice_payments", takes="created invoice payment status")
def list_payments(world: World, call: Call) -> Object:
    """What was asked and paid on invoices."""
    wanted = call.params.get("payment")
    return list_of(
        world,
        call,
        "invoice_payment",
        "/v1/invoice_payments",
        equal=("invoice", "status"),
        keep=lambda item: wanted is None or wanted.items() <= item["payment"].items(),
    )


# What others than the API do


def payable(world: World, invoice_id: str) -> Object:
    """The invoice, if it can still be paid on its page."""
    invoice = world.all("invoice").get(invoice_id)
    if invoice is None or invoice["status"] not in ("open", "uncollectible"):
        raise BuyerError("There is no such invoice, or it cannot be paid")
    return invoice


def pay_on_page(world: World, invoice_id: str) -> Object:
    """The customer pays by card on the hosted page."""
    invoice = payable(world, invoice_id)
    payments.succeed(world, _intent(world, invoice), email=invoice["customer_email"])
    payment = _payment(world, invoice)
    payment.update(amount_paid=payment["amount_requested"], status="paid")
    payment["status_transitions"]["paid_at"] = world.now()
    invoice["attempt_count"] += 1
    world.emit("invoice_payment.paid", payment)
    _be_paid(world, invoice)
    world.emit("invoice.payment_succeeded", invoice)
    return invoice


def decline_on_page(world: World, invoice_id: str) -> Object:
    """The customer's card is declined; the invoice stays as it is."""
    invoice = payable(world, invoice_id)
    payments.fail(world, _intent(world, invoice), email=invoice["customer_email"])
    invoice.update(attempt_count=invoice["attempt_count"] + 1, attempted=True)
    world.emit("invoice.payment_failed", invoice)
    return invoice


@answers("POST", PATH + "/{invoice}/mark_uncollectible")
def mark_uncollectible(world: World, call: Call) -> Object:
    """Give up an open invoice; it may still be paid or voided."""
    invoice = retrieve(world, call)
    if invoice["status"] != "open":
        raise refused(f"An invoice that is {invoice['status']} cannot be given up")
    return _give_up(world, invoice)


def give_up(world: World, invoice_id: str) -> Object:
    """The owner marks an invoice as uncollectible in the dashboard."""
    invoice = world.all("invoice").get(invoice_id)
    if invoice is None or invoice["status"] != "open":
        raise BuyerError("Only an open invoice can be given up")
    return _give_up(world, invoice)


def _give_up(world: World, invoice: Object) -> Object:
    invoice["status"] = "uncollectible"
    invoice["status_transitions"]["marked_uncollectible_at"] = world.now()
    world.emit("invoice.marked_uncollectible", invoice)
    return invoice


def notice_overdue(world: World) -> None:
    """Say once of each open invoice that its time to pay is over."""
    for invoice in world.all("invoice").values():
        due = invoice["due_date"]
        if invoice["status"] != "open" or due is None or due > world.now():
            continue
        if not world.note(invoice["id"]).get("overdue"):
            world.note(invoice["id"])["overdue"] = True
            world.emit("invoice.overdue", invoice)
