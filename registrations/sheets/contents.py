"""What stands on the sheets, in the active language, whatever they are printed on."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from courses.day_and_time import plain_day, short, span
from courses.models import Offering
from courses.words import course_title
from registrations.attendance.listing import those_coming
from registrations.models import Participant
from registrations.sheets.catalogue import SHEETS, SheetName
from registrations.sheets.needs import Need, Told, needs_of

Cell = str | int


@dataclass(frozen=True)
class Column:
    """A heading, and what share of the width it takes beside the others."""

    heading: str
    share: float = 1


@dataclass(frozen=True)
class Grid:
    """Rows under headings; ``tall`` rows leave room to write by hand."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    title: str = ""
    tall: bool = False


@dataclass(frozen=True)
class Contents:
    """A sheet: its name, the course, when and where, and one grid or several."""

    label: str
    course: str
    facts: Sequence[str]
    grids: Sequence[Grid]
    remark: str = ""
    badges: Sequence["Badge"] = field(default_factory=tuple)


@dataclass(frozen=True)
class Badge:
    name: str
    organisation: str


def contents_of(offering: Offering, sheet: SheetName, *, for_owner: bool, needs: Told) -> Contents:
    """One sheet of an offering. Owners read who booked; guests names alone. ``needs`` says how
    much of the sensitive answers is told, which is another matter."""
    language = get_language() or "en"
    people = those_coming(offering, language)
    match sheet:
        case SheetName.PARTICIPANTS:
            grids = [_participants(people, for_owner=for_owner)]
        case SheetName.SIGN_IN:
            grids = [_sign_in(offering, people, language)]
        case SheetName.BADGES:
            grids = [_names(people, for_owner=for_owner)]
        case SheetName.VENUE:
            grids = _venue(offering, people, language, told=needs)
    is_badges = sheet == SheetName.BADGES
    return Contents(
        label=str(SHEETS[sheet].label),
        course=course_title(offering.course, language),
        facts=[_when(offering, language), offering.place_line, _how_many(people)],
        grids=grids,
        badges=[Badge(str(name), str(of)) for name, of in grids[0].rows] if is_badges else (),
    )


def _when(offering: Offering, language: str) -> str:
    zone, sessions = offering.practice.zone, offering.sessions_list
    if not sessions:
        return ""
    if len(sessions) == 1:
        return span(sessions[0].starts_at, sessions[0].ends_at, zone=zone, language=language)
    first, last = (
        plain_day(moment.astimezone(zone).date(), language=language)
        for moment in (sessions[0].starts_at, sessions[-1].starts_at)
    )
    told = ngettext("%(count)s session", "%(count)s sessions", len(sessions))
    return f"{told % {'count': len(sessions)}}, {first} – {last}"


def _how_many(people: list[Participant]) -> str:
    told = ngettext("%(count)s participant", "%(count)s participants", len(people))
    return told % {"count": len(people)}


def _participants(people: list[Participant], *, for_owner: bool) -> Grid:
    columns = [Column(_("No."), 0.35), Column(_("Name"), 2)]
    if not for_owner:
        return Grid(columns, [[number, _name(person)] for number, person in _numbered(people)])
    columns += [
        Column(_("Organisation"), 1.8),
        Column(_("E-mail address"), 2.2),
        Column(_("Person booking"), 1.6),
        Column(_("Reference"), 0.9),
    ]
    rows: list[list[Cell]] = [
        [
            number,
            _name(person),
            person.registration.organisation,
            person.email,
            person.registration.booker_name,
            person.registration.reference,
        ]
        for number, person in _numbered(people)
    ]
    return Grid(columns, rows)


def _sign_in(offering: Offering, people: list[Participant], language: str) -> Grid:
    zone = offering.practice.zone
    moments = [
        short(session.starts_at, zone=zone, language=language) for session in offering.sessions_list
    ]
    columns = [Column(_("Name"), 1.8), *(Column(moment) for moment in moments)]
    rows: list[list[Cell]] = [[person.name, *([""] * len(moments))] for person in people]
    return Grid(columns, rows, tall=True)


def _names(people: list[Participant], *, for_owner: bool) -> Grid:
    columns = [Column(_("Name"), 1), Column(_("Organisation"), 1)]
    rows: list[list[Cell]] = [
        [person.name, person.registration.organisation if for_owner else ""] for person in people
    ]
    return Grid(columns, rows)


def _venue(
    offering: Offering, people: list[Participant], language: str, *, told: Told
) -> list[Grid]:
    zone = offering.practice.zone
    sessions: list[list[Cell]] = [
        [span(session.starts_at, session.ends_at, zone=zone, language=language), len(people)]
        for session in offering.sessions_list
    ]
    grids = [Grid([Column(_("When"), 4), Column(_("People"))], sessions)]
    needs = needs_of(offering, people, told=told)
    return [*grids, *(_need_grid(need) for need in needs)]


def _need_grid(need: Need) -> Grid:
    rows: list[list[Cell]] = [[text, count] for text, count in need.counts]
    if need.untold:
        own_words = _("Answered in their own words; ask the practice")
        answered = _("Answered; only owners of the practice read what")
        rows.append([answered if need.hidden else own_words, need.untold])
    if not rows:
        rows.append([_("Nothing was said"), 0])
    return Grid([Column(_("Answer"), 4), Column(_("People"))], rows, title=need.question)


def _numbered(people: list[Participant]) -> list[tuple[int, Participant]]:
    return list(enumerate(people, start=1))


def _name(person: Participant) -> str:
    return person.name or _("Not named yet")
