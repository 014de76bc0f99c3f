"""The first letter templates in English."""

from registrations.messages.first_texts.parts import FirstText
from registrations.models import Purpose

TEXTS = {
    Purpose.BEFORE: FirstText(
        name="Practical information",
        subject="Practical information: {course}",
        paragraphs=(
            "Hello {first_name},",
            "{course} is coming closer. Here is what you need to know before you come.",
            "When:\n{sessions}",
            "Where: {place}",
            "Link to the online room: {online_link}",
            "Your own page, with everything about your seat: {own_page}",
            "Are you wondering about something, or is there something that we should know? "
            "Answer this letter.",
            "We look forward to meeting you.",
        ),
    ),
    Purpose.DAY_BEFORE: FirstText(
        name="The day before",
        subject="Tomorrow: {course}",
        paragraphs=(
            "Hello {first_name},",
            "We meet tomorrow at {course}: {next_session}.",
            "Where: {place}",
            "Link to the online room: {online_link}",
            "Can you not come after all? Answer this letter as soon as you can.",
        ),
    ),
    Purpose.THANKS: FirstText(
        name="Thanks for coming",
        subject="Thank you for coming: {course}",
        paragraphs=(
            "Hello {first_name},",
            "Thank you for coming to {course}. We hope that you took something with you "
            "that you can use.",
            "Your own page is still there: {own_page}",
            "Do tell us what was useful, and what we can do better. Answer this letter and "
            "we will read it.",
        ),
    ),
    Purpose.NAMES: FirstText(
        name="Names missing",
        subject="Who is coming? {course}",
        paragraphs=(
            "Hello {first_name},",
            "You have registered participants for {course}, and we still lack the name of "
            "one or more of those who come.",
            "Write the names on this page: {names_link}",
            "We need them by {deadline}. The seats are yours all the same.",
        ),
    ),
    Purpose.PAYMENT: FirstText(
        name="Payment missing",
        subject="Payment missing: {course}",
        paragraphs=(
            "Hello {first_name},",
            "We have not received the whole payment for {course}. What remains is {amount}.",
            "It is to be paid by {pay_by}.",
            "Pay by card on this page: {pay_link}",
            "Your reference is {reference}. If you have paid within the last few days, you "
            "need do nothing. Answer this letter if something is not right.",
        ),
    ),
}
