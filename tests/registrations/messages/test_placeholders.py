"""Placeholders: a fixed set, checked when saved, and never anything that is run."""

from django.core.exceptions import ValidationError
from django.utils.translation import override

import pytest

from registrations.messages.placeholders import KNOWN, check, on_one_line, paragraphs
from registrations.messages.placeholders import lacking as lacking_in


def complaints(text: str) -> list[str]:
    with override("en"), pytest.raises(ValidationError) as refused:
        check(text)
    return refused.value.messages


def said(text: str, **values: str) -> list[str]:
    return ["".join(piece.text for piece in part) for part in paragraphs(text, values)]


def test_what_nobody_knows_is_named_with_all_that_is_known() -> None:
    [told] = complaints("Hello {fist_name}, see {course} and {__class__}.")
    assert told.startswith("There is no placeholder {__class__}, {fist_name}. These are known: ")
    assert all(f"{{{name}}}" in told for name in KNOWN)


@pytest.mark.parametrize(
    "text", ["Hello {first_name, welcome", "Hello first_name} there", "{{course}}"]
)
def test_an_open_brace_is_refused(text: str) -> None:
    assert any(told.startswith("A brace is left open near") for told in complaints(text))


def test_texts_without_fault_are_let_through() -> None:
    check("Hello {first_name}, { course } takes place at {place}.")


def test_what_somebody_typed_is_never_read_as_a_placeholder() -> None:
    assert said("{name} {course}", name="{reference}", course="A {b} c") == ["{reference} A {b} c"]


def test_a_paragraph_that_needs_what_is_not_there_is_left_out() -> None:
    text = "One.\n\nThe room: {online_link}\n\nThree\nlines, {course}."
    assert said(text, course="Maps") == ["One.", "Three\nlines, Maps."]
    assert lacking_in({"course": "Maps"}, text) == {"online_link"}


def test_a_name_that_is_not_known_leaves_no_gap() -> None:
    assert said("Hello {first_name},\r\n\r\nWelcome.") == ["Hello,", "Welcome."]
    assert said("Hello {first_name},", first_name="Ada") == ["Hello Ada,"]


def test_a_subject_stays_on_one_line() -> None:
    values = {"course": "Maps\r\nBcc: everybody@example.org", "first_name": "Ada\u2028B"}
    filled = on_one_line("For {first_name}: {course}\n", values)
    assert filled == "For Ada B: Maps Bcc: everybody@example.org"
