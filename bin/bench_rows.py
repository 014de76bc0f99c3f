"""Registrations for the world to measure in, with people, money, letters and history."""

import random
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any, Final

from django.db import models

from cms.models import Practice
from courses.models import Offering
from registrations.enquiries.states import EnquiryState
from registrations.models import (
    Enquiry,
    EnquiryLine,
    HistoryLine,
    Invoice,
    LedgerLine,
    Letter,
    Participant,
    PaymentAttempt,
    Refund,
    Registration,
)
from registrations.models.registrations import REFERENCE_ALPHABET
from registrations.states import HOLDING, State

FIRST_NAMES: Final = (
    *(
        "Solveig",
        "Kari",
        "Ingrid",
        "Astrid",
        "Sigrid",
        "Ragnhild",
        "Aino",
        "Helmi",
        "Freja",
        "Maja",
    ),
    *("Ole", "Nils", "Lars", "Knut", "Henrik", "Jonas", "Mikael", "Eero", "Søren", "Åsmund"),
)
LAST_NAMES: Final = (
    *("Hansen", "Johansen", "Olsen", "Larsen", "Berg", "Haugen", "Dahl", "Lund", "Moen", "Bakke"),
    *("Andersson", "Lindqvist", "Nyström", "Korhonen", "Virtanen", "Mäkinen", "Sørensen", "Holm"),
)
EMPLOYERS: Final = tuple(
    f"{place} {kind}"
    for place in ("Fjellvang", "Nordbygda", "Sjøvik", "Elvestad", "Skogheim", "Kvitnes")
    for kind in ("kommune", "sykehus", "skole", "barnevern", "legesenter")
)
BEFORE_THE_START: Final = {
    State.CONFIRMED: 70,
    State.CANCELLED: 8,
    State.EXPIRED: 5,
    State.WAITLISTED: 7,
    State.IN_REVIEW: 5,
    State.AWAITING_PAYMENT: 3,
    State.DECLINED: 2,
}
ONCE_BEGUN: Final = {State.CONFIRMED: 82, State.CANCELLED: 10, State.EXPIRED: 6, State.DECLINED: 2}
LETTER: Final = "Hei. Her er det du trenger å vite om kursdatoen, stedet og betalingen. " * 9
DAY: Final = timedelta(days=1)
Status = PaymentAttempt.Status

# Rows that were made long ago say so themselves.
for model, name in (
    *((Registration, "made_at"), (Letter, "made_at"), (PaymentAttempt, "made_at")),
    *((Invoice, "made_at"), (Refund, "made_at")),
):
    model._meta.get_field(name).auto_now_add = False  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Delivery:
    """An offering, and what its rows need to know of it."""

    offering: Offering
    practice: Practice
    starts_at: datetime
    price: int


class Rows:
    """Makes the registrations of some offerings at a time, in memory that stays small."""

    def __init__(self, chance: random.Random, *, now: datetime) -> None:
        self.chance = chance
        self.now = now
        self.registrations = 0
        self._numbers = count()
        self._new: dict[type[models.Model], list[Any]] = defaultdict(list)

    def fill(self, deliveries: Iterable[Delivery], *, registrations_each: float) -> None:
        deliveries = list(deliveries)
        self._new.clear()
        for delivery in deliveries:
            for _number in range(round(registrations_each)):
                self._register(delivery)
        self.registrations += len(self._new[Registration])
        self._set_seats(deliveries)
        # Each kind of row stands after those that it points to.
        for model in (
            *(Registration, Participant, PaymentAttempt, Invoice, Refund),
            *(LedgerLine, Letter, HistoryLine),
        ):
            model._default_manager.bulk_create(self._new[model], batch_size=2000)

    def add(self, model: type[Any], **facts: Any) -> Any:
        row = model(**facts)
        self._new[model].append(row)
        return row

    def name(self) -> str:
        number = next(self._numbers) % 1000
        first, last = self.chance.choice(FIRST_NAMES), self.chance.choice(LAST_NAMES)
        return f"{first} {last} {number}"

    def reference(self) -> str:
        number, letters = next(self._numbers) * 7919 + 31**7, ""
        for _place in range(8):
            number, rest = divmod(number, len(REFERENCE_ALPHABET))
            letters += REFERENCE_ALPHABET[rest]
        return f"{letters[:4]}-{letters[4:]}"

    def _set_seats(self, deliveries: list[Delivery]) -> None:
        held: dict[int, int] = defaultdict(int)
        for person in self._new[Participant]:
            if person.registration.state in HOLDING:
                held[person.registration.offering_id] += 1
        for delivery in deliveries:
            taken = held[delivery.offering.pk]
            delivery.offering.seats = max(50, taken + delivery.offering.pk % 4 * 3)
        Offering.objects.bulk_update((one.offering for one in deliveries), ["seats"])

    def _register(self, delivery: Delivery) -> None:
        chance, offering = self.chance, delivery.offering
        states = ONCE_BEGUN if delivery.starts_at <= self.now else BEFORE_THE_START
        state = chance.choices(tuple(states), tuple(states.values()))[0]
        made_at = min(delivery.starts_at, self.now) - DAY * chance.uniform(0.1, 90)
        people = chance.choice((1, 1, 1, 2, 3))
        total = delivery.price * people
        employer = chance.random() < 0.5
        by_card = not employer or state != State.CONFIRMED or chance.random() < 0.4
        method = ("card" if by_card else "invoice") if total else "none"
        if state == State.AWAITING_PAYMENT and not total:
            state = State.CONFIRMED
        booker = self.name()
        registration = self.add(
            Registration,
            practice=delivery.practice,
            offering=offering,
            reference=self.reference(),
            submission_key=uuid.UUID(int=chance.getrandbits(128)),
            language=offering.language,
            made_at=made_at,
            state=state,
            hold_until=self.now + DAY if state == State.AWAITING_PAYMENT else None,
            payer="employer" if employer else "private",
            method=method,
            booker_name=booker,
            booker_email=f"{booker.split()[0].lower()}.{next(self._numbers)}@example.org",
            booker_phone="+47 22 00 00 00",
            organisation=chance.choice(EMPLOYERS) if employer else "",
            organisation_country="NO" if employer else "",
            organisation_number="974760673" if employer else "",
            order_number=f"PO-{next(self._numbers):08}" if employer else "",
            currency=offering.currency,
            prices_include_vat=False,
            vat_treatment="exempt",
            vat_rate=0,
            net=total,
            vat=0,
            needs_attention=False,
        )
        self._people(registration, people, price=delivery.price)
        self._money(registration, made_at)
        self._told(registration, made_at)

    def _people(self, registration: Registration, people: int, *, price: int) -> None:
        for number in range(people):
            name = "" if self.chance.random() < 0.04 else self.name()
            self.add(
                Participant,
                registration=registration,
                number=number + 1,
                name=name,
                email=f"person.{next(self._numbers)}@example.org" if name else "",
                price_kind="ordinary",
                list_price=price,
                charged_price=price,
                gross=price,
            )

    def _money(self, registration: Registration, made_at: datetime) -> None:
        total = registration.net
        if not total or registration.state == State.WAITLISTED:
            return
        self._line(registration, "price", total, made_at)
        match registration.state:
            case State.CONFIRMED if registration.method == "invoice":
                self._invoice(registration, made_at)
            case State.CONFIRMED:
                self._paid(registration, made_at)
            case State.CANCELLED:
                attempt = self._paid(registration, made_at)
                self._line(registration, "price_taken_back", -total, made_at + DAY)
                refund = self.add(
                    Refund,
                    registration=registration,
                    payment_attempt=attempt,
                    amount=total,
                    currency=registration.currency,
                    status=Refund.Status.SUCCEEDED,
                    refund_id=f"re_{next(self._numbers)}",
                    made_at=made_at + DAY,
                )
                self._line(registration, "refund", total, made_at + DAY, refund=refund)
            case State.AWAITING_PAYMENT:
                self._attempt(registration, Status.OPEN, made_at)
            case State.EXPIRED:
                self._attempt(registration, Status.EXPIRED, made_at)
                self._line(registration, "price_taken_back", -total, made_at + DAY / 24)
            case State.DECLINED:
                self._line(registration, "price_taken_back", -total, made_at + DAY)

    def _paid(self, registration: Registration, at: datetime) -> PaymentAttempt:
        attempt = self._attempt(registration, Status.PAID, at)
        self._line(registration, "payment", -registration.net, at, payment_attempt=attempt)
        return attempt

    def _attempt(self, registration: Registration, status: str, at: datetime) -> PaymentAttempt:
        attempt: PaymentAttempt = self.add(
            PaymentAttempt,
            registration=registration,
            practice=registration.practice,
            parameters={"mode": "payment"},
            amount=registration.net,
            currency=registration.currency,
            status=status,
            session_id=f"cs_{next(self._numbers)}",
            payment_intent_id=f"pi_{next(self._numbers)}",
            expires_at=at + DAY / 24,
            made_at=at,
        )
        return attempt

    def _invoice(self, registration: Registration, at: datetime) -> None:
        paid = at < self.now - 40 * DAY or self.chance.random() < 0.5
        number = next(self._numbers)
        invoice = self.add(
            Invoice,
            registration=registration,
            practice=registration.practice,
            amount=registration.net,
            currency=registration.currency,
            status=Invoice.Status.PAID if paid else Invoice.Status.OPEN,
            invoice_id=f"in_{number}",
            number=f"F-{number:08}",
            sent_at=at,
            due_at=at + 14 * DAY,
            made_at=at,
        )
        if paid:
            at = min(at + 12 * DAY, self.now)
            self._line(registration, "payment", -registration.net, at, invoice=invoice)

    def _line(
        self, registration: Registration, kind: str, amount: int, at: datetime, **about: Any
    ) -> None:
        self.add(
            LedgerLine,
            registration=registration,
            kind=kind,
            amount=amount,
            currency=registration.currency,
            booked_at=at,
            **about,
        )

    def _told(self, registration: Registration, at: datetime) -> None:
        kinds = {"confirmed": ("confirmed", "owner_new"), "cancelled": ("confirmed", "cancelled")}
        for kind in kinds.get(registration.state, (registration.state,)):
            failed = self.chance.random() < 0.0005
            self.add(
                Letter,
                practice=registration.practice,
                registration=registration,
                kind="seats_held" if kind == "awaiting_payment" else kind,
                language=registration.language,
                recipient=registration.booker_email,
                subject=f"{kind}: {registration.reference}",
                text=LETTER,
                html=f"<p>{LETTER}</p>",
                status=Letter.Status.FAILED if failed else Letter.Status.SENT,
                tries=8 if failed else 1,
                made_at=at,
                sent_at=None if failed else at,
            )
        steps = [("registered", "", registration.state)]
        if registration.state in (State.CANCELLED, State.EXPIRED) and registration.net:
            steps = [
                ("registered", "", State.AWAITING_PAYMENT),
                (registration.state, State.AWAITING_PAYMENT, registration.state),
            ]
        for action, before, after in steps:
            self.add(
                HistoryLine,
                registration=registration,
                at=at,
                actor="booker",
                action=action,
                before=before,
                after=after,
            )


def owner_rows(practice: Practice, rows: Rows, *, enquiries: int) -> None:
    """What is the practice's alone: enquiries and their history."""
    chance, made = rows.chance, []
    for _number in range(enquiries):
        made_at = rows.now - DAY * chance.uniform(0.1, 1200)
        weights = (90, 4, 3, 3) if made_at < rows.now - 30 * DAY else (10, 40, 30, 20)
        state = chance.choices(("ended", "new", "answered", "meeting"), weights)[0]
        made.append(
            Enquiry(
                practice=practice,
                reference=rows.reference(),
                language="nb",
                made_at=made_at,
                state=state,
                ended_at=made_at + DAY if state == EnquiryState.ENDED else None,
                name=rows.name(),
                email="enquirer@example.org",
                message="Vi er en gruppe på seks som ønsker veiledning hver måned.",
            )
        )
    Enquiry.objects.bulk_create(made, batch_size=2000)
    EnquiryLine.objects.bulk_create(
        EnquiryLine(enquiry=one, at=one.made_at, actor="enquirer", action="received", after="new")
        for one in made
    )
