"""SIE 4I: the file with which Swedish bookkeeping programs take vouchers in.

Only the file is written here; the program that reads it gives the vouchers their numbers. The
year is left to it too, because a business may have another one than the calendar.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Final

from django.utils.translation import override

from cms.models import Practice
from courses.money import to_major
from registrations.bookkeeping.accounts import Role
from registrations.bookkeeping.languages import spoken_in
from registrations.bookkeeping.periods import Period
from registrations.bookkeeping.vouchers import Voucher, vouchers_of
from registrations.models import BookkeepingSettings

ENCODING: Final = "cp437"
END: Final = "\r\n"
LONGEST_TEXT: Final = 100
PROGRAM: Final = "Kollegium"
VERSION: Final = "1.0"


def missing_accounts(settings: BookkeepingSettings) -> list[str]:
    """The names of the accounts that have no number yet; none may be missing."""
    return [
        BookkeepingSettings.named(name)
        for name in BookkeepingSettings.ACCOUNTS
        if not getattr(settings, name)
    ]


def sie_file(
    practice: Practice, period: Period, settings: BookkeepingSettings, *, made_on: date
) -> Iterator[bytes]:
    """The file in pieces. What is in another currency than the practice's is left out.

    Texts are in the practice's own language, whoever asks.
    """
    head = [
        "#FLAGGA 0",
        f"#PROGRAM {quoted(PROGRAM)} {VERSION}",
        "#FORMAT PC8",
        f"#GEN {made_on:%Y%m%d}",
        "#SIETYP 4",
        f"#FNAMN {quoted(practice.legal_name)}",
    ]
    if number := organisation_number(practice.organisation_number):
        head.append(f"#ORGNR {number}")
    head.append(f"#VALUTA {practice.currency}")
    with override(practice.source_language):
        head += _accounts(settings)
    yield _encoded(head)
    for voucher in spoken_in(practice.source_language, vouchers_of(practice, period)):
        if voucher.currency == practice.currency and voucher.postings:
            yield _encoded(_voucher(voucher, settings))


def _accounts(settings: BookkeepingSettings) -> list[str]:
    named: dict[str, str] = {}
    for name in BookkeepingSettings.ACCOUNTS:
        label = BookkeepingSettings.named(name)
        named.setdefault(getattr(settings, name), label)
    return [f"#KONTO {number} {quoted(named[number])}" for number in sorted(named) if number]


def _voucher(voucher: Voucher, settings: BookkeepingSettings) -> list[str]:
    rows = [
        f'#VER {quoted(settings.series)} "" {voucher.day:%Y%m%d} {quoted(voucher.text)}',
        "{",
    ]
    for posting in voucher.postings:
        number = account_of(posting.role, settings)
        amount = f"{to_major(posting.amount, voucher.currency):.2f}"
        rows.append(f"   #TRANS {number} {{}} {amount}")
    return [*rows, "}"]


def account_of(role: Role, settings: BookkeepingSettings) -> str:
    return str(getattr(settings, role.value))


def organisation_number(typed: str) -> str:
    """Ten digits as the format wants them, with a hyphen after the sixth; "" for anything else."""
    digits = re.sub(r"\D", "", typed)
    return f"{digits[:6]}-{digits[6:]}" if len(digits) == 10 else ""


def quoted(text: str) -> str:
    """A text in quotation marks that no reader takes for the end of it."""
    plain = "".join(character if character.isprintable() else " " for character in text)
    shortened = plain[:LONGEST_TEXT].strip().replace("\\", "/").replace('"', '\\"')
    return f'"{shortened}"'


def _encoded(rows: list[str]) -> bytes:
    return "".join(row + END for row in rows).translate(_Writable()).encode(ENCODING, "replace")


class _Writable(dict[int, str]):
    """What the old character set lacks, by what is nearest to it; “?” where nothing is."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        try:
            character.encode(ENCODING)
        except UnicodeEncodeError:
            bare = unicodedata.normalize("NFKD", character).encode(ENCODING, "ignore")
            character = bare.decode(ENCODING) or NEAREST.get(character, "?")
        self[code] = character
        return character


NEAREST: Final = {"–": "-", "—": "-", "“": '\\"', "”": '\\"', "’": "'", "Ø": "O", "ø": "o"}
