"""Credit notes: what an invoice is reduced by.

An open invoice takes an ``amount`` alone. For a paid one, ``refund_amount`` (back to the card),
``out_of_band_amount`` (paid back by the bank) and ``credit_amount`` (kept as the customer's
balance) come to that amount together.
"""

from dataclasses import dataclass
from typing import Any

from .client import answers, client_for
from .reading import field, id_of, key_in


@dataclass(frozen=True)
class CreditNoteState:
    """A credit note as it stands at Stripe now; amounts in minor units."""

    id: str
    status: str  # issued, void
    number: str
    invoice_id: str
    amount: int
    amount_before_payment: int  # by which the invoice asks for less
    amount_after_payment: int  # given back in one of the three ways
    out_of_band_amount: int
    refund_ids: tuple[str, ...]
    currency: str
    pdf: str
    credit_note_key: str  # metadata.credit_note


def create_credit_note(
    *, account: str, parameters: dict[str, Any], idempotency_key: str
) -> CreditNoteState:
    """Credit an invoice, or find again what the same key and parameters credited."""
    with answers():
        note = client_for(account).v1.credit_notes.create(
            parameters,  # type: ignore[arg-type]
            options={"idempotency_key": idempotency_key},
        )
    return _read(note)


def retrieve_credit_note(*, account: str, credit_note_id: str) -> CreditNoteState:
    with answers():
        return _read(client_for(account).v1.credit_notes.retrieve(credit_note_id))


def credit_notes_of(*, account: str, invoice_id: str) -> list[CreditNoteState]:
    with answers():
        notes = client_for(account).v1.credit_notes.list({"invoice": invoice_id, "limit": 100})
        return [_read(note) for note in notes.auto_paging_iter()]


def find_credit_note(
    *, account: str, invoice_id: str, credit_note_key: str
) -> CreditNoteState | None:
    """Look for our credit note among those of its invoice."""
    for note in credit_notes_of(account=account, invoice_id=invoice_id):
        if note.credit_note_key == credit_note_key:
            return note
    return None


def _read(note: Any) -> CreditNoteState:
    return CreditNoteState(
        id=note.id,
        status=note.status,
        number=note.number,
        invoice_id=id_of(note.invoice),
        amount=note.amount,
        amount_before_payment=note.pre_payment_amount,
        amount_after_payment=note.post_payment_amount,
        out_of_band_amount=field(note, "out_of_band_amount") or 0,
        refund_ids=tuple(filter(None, (id_of(field(one, "refund")) for one in note.refunds))),
        currency=note.currency.upper(),
        pdf=note.pdf,
        credit_note_key=key_in(note, "credit_note"),
    )
