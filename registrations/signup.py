"""The form, its participants and what they cost together, as one person fills them in."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from courses.models import DiscountCode, Offering, Price
from courses.words import questions_in_words
from registrations.claims import claim_choices
from registrations.codes import CodeProblem
from registrations.costs import Costs, costs_of
from registrations.forms import (
    CODE_PROBLEMS,
    MOST_PARTICIPANTS,
    ParticipantFormSet,
    RegistrationForm,
    whole_number,
)
from registrations.models import Registration
from registrations.seats import (
    Availability,
    availability,
    availability_with_code,
    seats_by_price,
)
from registrations.services import Booking, CodeRefused, code_for, price_now

Payer = Registration.Payer
# What a registration keeps just as it was typed.
KEPT_AS_TYPED = (
    *("payer", "method", "booker_name", "booker_email", "booker_phone", "message"),
    *("organisation", "organisation_country", "organisation_number"),
    *("buyer_reference", "order_number", "invoice_email"),
)


class Signup:
    """The form and its participants together, as one person fills them in."""

    def __init__(
        self,
        offering: Offering,
        data: QueryDict | None = None,
        *,
        may_try_codes: bool = True,
        known: Mapping[str, Any] | None = None,
    ) -> None:
        """``known`` is what an empty form begins with. A closed group begins with all its seats."""
        self.offering = offering
        self.now = timezone.now()
        taken = seats_by_price(offering)
        questions = questions_in_words(offering)
        if data is None:
            initial = {
                "submission_key": uuid.uuid4(),
                "organisation_country": offering.practice.country,
                **(known or {}),
            }
            self.form = RegistrationForm(
                offering=offering, taken=taken, questions=questions, initial=initial
            )
        else:
            data = with_one_participant_at_least(data)
            self.form = RegistrationForm(data, offering=offering, taken=taken, questions=questions)
        claims = claim_choices(offering, taken=taken, now=self.now)
        # Somebody of whom nothing is typed still takes a seat.
        each = {"questions": questions, "empty_permitted": False, "claims": claims}
        people = [{}] * min(offering.seats, MOST_PARTICIPANTS) if offering.closed_group else None
        self.people = ParticipantFormSet(
            data, prefix="participants", form_kwargs=each, initial=people
        )
        if data is not None and (self.seats > 1 or data.get("payer") == Payer.EMPLOYER):
            self._let_those_answer_who_are_not_named_yet()
        self.code_problem = "" if may_try_codes else "too_many"
        self.code = self._find_code(data.get("code", "") if data else "")
        self.priced = price_now(offering, claims=self._claims(), moment=self.now, code=self.code)
        self.form.costs_nothing = self.priced is not None and self.priced.total.gross == 0

    def _let_those_answer_who_are_not_named_yet(self) -> None:
        """Who books for others does not know their answers: they come by their own links."""
        for form in self.people.forms:
            if not (form["name"].value() or "").strip():
                for field in form.question_fields:
                    field.field.required = False

    def _find_code(self, typed: str) -> DiscountCode | None:
        if self.code_problem or not typed.strip():
            self.code_problem = self.code_problem if typed.strip() else ""
            return None
        try:
            return code_for(self.offering, typed=typed, moment=self.now)
        except CodeRefused as refusal:
            self.code_problem = refusal.problem
            return None

    def _claims(self) -> list[str]:
        """What each participant says to be; nothing where the form knows no such price."""
        typed = [form["claim"].value() for form in self.people.forms if "claim" in form.fields]
        claims = [claim if claim in Price.CLAIMED else "" for claim in typed]
        return claims or [""] * self.seats

    def is_valid(self) -> bool:
        """Both are checked, so that every mistake is told at once."""
        checked = [self.form.is_valid(), self.people.is_valid()]
        if self.code_problem:
            self.refuse_code(self.code_problem)
        return all(checked) and not self.code_problem

    def refuse_code(self, problem: str) -> None:
        """Say beside the field why the code cannot be used."""
        if "code" in self.form.fields:
            self.form.add_error("code", CODE_PROBLEMS[problem])

    @property
    def guessed_a_code(self) -> bool:
        return self.code_problem == CodeProblem.UNKNOWN

    def forget_mistakes(self) -> None:
        """For somebody who is not done typing."""
        self.is_valid()
        self.people.non_form_errors().clear()
        for form in (self.form, *self.people.forms):
            form.errors.clear()

    @property
    def seats(self) -> int:
        return len(self.people.forms)

    def state(self) -> Availability:
        """What can be had now by somebody with this code, or without one."""
        if self.code is None:
            return availability([self.offering])[self.offering.pk]
        return availability_with_code(self.offering, code=self.code)

    def costs(self, *, method: str) -> Costs | None:
        """What it comes to when it is paid by ``method``; None where no price can be had."""
        if self.priced is None:
            return None
        return costs_of(self.offering, self.priced, code=self.code, method=method, moment=self.now)

    def booking(self, *, quoted_total: int) -> Booking:
        people = tuple(form.person() for form in self.people.forms)
        return self.form.booking(people=people, quoted_total=quoted_total)


def with_one_participant_at_least(data: QueryDict) -> QueryDict:
    """What was typed; where the count of participants is none or no number, there is one."""
    if whole_number(data.get("participants-TOTAL_FORMS", "")) > 0:
        return data
    changed = data.copy()
    changed["participants-TOTAL_FORMS"] = "1"
    return changed


def with_participant_added(data: QueryDict) -> QueryDict:
    """What was typed, with one more participant; ten at most."""
    changed = data.copy()
    count = _count(data)
    changed["participants-TOTAL_FORMS"] = str(min(count + 1, MOST_PARTICIPANTS))
    return changed


def with_participant_removed(data: QueryDict, index: int) -> QueryDict:
    """What was typed, without the participant at ``index``; the others move up."""
    count = _count(data)
    if not 0 <= index < count or count == 1:
        return data
    changed = data.copy()
    for name in list(changed):
        if name.startswith("participants-") and whole_number(name.split("-")[1]) >= 0:
            del changed[name]
    for name, values in data.lists():
        parts = name.split("-", 2)
        if len(parts) == 3 and parts[0] == "participants":
            number = whole_number(parts[1])
            if number not in (-1, index):
                moved = number - 1 if number > index else number
                changed.setlist(f"participants-{moved}-{parts[2]}", values)
    changed["participants-TOTAL_FORMS"] = str(count - 1)
    return changed


def _count(data: QueryDict) -> int:
    count = whole_number(data.get("participants-TOTAL_FORMS", ""))
    return max(1, min(count, MOST_PARTICIPANTS))


def was_asked_for(registration: Registration, booking: Booking) -> bool:
    """Whether the registration is what this form asks for; not where the form was sent before,
    and changed since."""
    people = registration.participants.order_by("number").values_list("name", "email")
    asked = [(person.name, person.email) for person in booking.participants]
    return list(people) == asked and all(
        getattr(registration, fact) == getattr(booking, fact) for fact in KEPT_AS_TYPED
    )
