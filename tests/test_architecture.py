"""The shape of the house: who may import whom, how long files get, what the documents say."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from registrations.states import MOVES, State

ROOT = Path(__file__).resolve().parent.parent
APPS = ("cms", "courses", "registrations")
# What an app may name of the others: imports point one way.
BELOW = {"cms": set(), "courses": {"cms"}, "registrations": {"cms", "courses"}}
# The one place that puts the apps together, and there as strings alone.
COMPOSITION_ROOT = ("cms/settings/", "cms/urls.py", "cms/management/")
# What cms holds out to the apps above it; the rest is its own.
OFFERED_BY_CMS = {
    "admin_views",
    "bar_chart",
    "blocks",
    "calls_to_action",
    "database_guards",
    "errors",
    "guests",
    "history",
    "models",
    "own_snippets",
    "page_cache",
    "permissions",
    "publishing_checks",
    "rate_limits",
    "reading",
    "referring_pages",
    "scheduled_publishing",
    "sessions",
    "site_context",
    "structured_data",
}
# The order inside registrations: a module imports from its own row and from those above it.
ROWS = (
    {"states", "enquiries.states"},
    {"models", "enquiries.models", "invitations.models", "messages.models", "database_guards"},
    {
        "codes",
        "finding",
        "overpaid",
        "queue",
        "working_days",
        "seats",
        "stripe_gateway",
        "letters",
        "post_office",
        "tasks",
        "tickets",
        "unanswered",
        "enquiries.letters",
        "invitations.letters",
        "enquiries.group_link",
        "messages.placeholders",
        "messages.texts",
        "messages.first_texts",
    },
    {"services", "enquiries.services", "invitations.services", "messages.services", "bookkeeping"},
    {
        "enquiries",
        "invitations",
        "messages",
        "admin_by_hand",
        "admin_changing",
        "admin_desk",
        "admin_forms",
        "admin_invoices",
        "admin_leaving",
        "admin_moving",
        "admin_offerings",
        "admin_repeating",
        "admin_saved_filters",
        "admin_views",
        "api",
        "attendance",
        "attention",
        "bulk_actions",
        "by_hand_answers",
        "by_hand_form",
        "change_forms",
        "change_views",
        "changes_shown",
        "chores",
        "desk_columns",
        "desk_filters",
        "details_form",
        "course_pages",
        "dashboard",
        "forms",
        "guests_dates",
        "history_shown",
        "history_viewset",
        "invariants",
        "invoice_invariants",
        "invoices_shown",
        "leaving_views",
        "management",
        "money_admin",
        "offering_viewset",
        "claims",
        "costs",
        "own_page",
        "signup",
        "sheets",
        "signup_views",
        "participant_views",
        "permissions",
        "templatetags",
        "urls",
        "machine_urls",
        "verbs_shown",
        "views",
        "viewsets",
        "webhooks",
    },
    {"apps", "signals", "wagtail_hooks"},
)
MOST_LINES = {"*.py": 500, "*.js": 500, "*.html": 80, "*.css": 300}


def sources(app: str) -> list[Path]:
    """The app's own code: no migrations, no demo."""
    return [
        file
        for file in sorted((ROOT / app).rglob("*.py"))
        if not {"migrations", "demo"} & set(file.relative_to(ROOT).parts)
    ]


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(), filename=str(file))


def place_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def imports_of(file: Path) -> Iterator[tuple[int, str]]:
    """Every module that the file imports, with its line, imported names included as modules."""
    package = file.relative_to(ROOT).with_suffix("").parts
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            here = package[: -node.level] if node.level else ()
            module = ".".join([*here, *([node.module] if node.module else [])])
            for alias in node.names:
                yield node.lineno, f"{module}.{alias.name}"


def strings_of(file: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


@pytest.mark.parametrize("app", APPS)
def test_imports_between_the_apps_point_one_way(app: str) -> None:
    wrong = [
        f"{place_of(file)}:{line} imports {module}"
        for file in sources(app)
        for line, module in imports_of(file)
        if module.split(".")[0] in set(APPS) - {app} - BELOW[app]
    ]
    assert wrong == []


@pytest.mark.parametrize("app", APPS)
def test_only_the_composition_root_names_other_apps_in_strings(app: str) -> None:
    others = "|".join(sorted(set(APPS) - {app} - BELOW[app])) or "(?!)"
    # A module or an app's label, not a sentence that happens to speak of registrations.
    name = re.compile(rf"({others})(\.\w+)*")
    wrong = [
        f"{place_of(file)}:{line} names {text}"
        for file in sources(app)
        if not place_of(file).startswith(COMPOSITION_ROOT)
        for line, text in strings_of(file)
        if name.fullmatch(text)
    ]
    assert wrong == []


@pytest.mark.parametrize("app", ["courses", "registrations"])
def test_apps_use_only_what_cms_offers(app: str) -> None:
    wrong = [
        f"{place_of(file)}:{line} imports {module}"
        for file in sources(app)
        for line, module in imports_of(file)
        if module.startswith("cms.") and module.split(".")[1] not in OFFERED_BY_CMS
    ]
    assert wrong == []


def test_courses_does_not_reach_for_registrations() -> None:
    wrong = [
        f"{place_of(file)}:{node.lineno}"
        for file in sources("courses")
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Attribute) and node.attr == "registrations"
    ]
    assert wrong == []


def test_registrations_knows_no_page() -> None:
    """Facts lead to no words; only the guard that keeps pages from being deleted looks at them."""
    wrong = [
        f"{place_of(file)}:{line} imports {module}"
        for file in sources("registrations")
        if place_of(file) != "registrations/course_pages.py"
        for line, module in imports_of(file)
        if module.rsplit(".", 1)[-1].endswith("Page")
    ]
    assert wrong == []


def row_of(module: str) -> int:
    """Of a part of ``enquiries`` that has a row of its own, that one; else of the whole package."""
    name, part = module.split(".")[1], ".".join(module.split(".")[1:3])
    rows = [number for known in (part, name) for number, row in enumerate(ROWS) if known in row]
    assert rows, f"registrations/{name} has no place in the order of ROWS yet."
    return rows[0]


def test_order_inside_registrations() -> None:
    wrong = []
    for file in sources("registrations"):
        module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
        if module == "registrations.__init__":
            continue
        wrong += [
            f"{place_of(file)}:{line} imports {imported}"
            for line, imported in imports_of(file)
            if imported.startswith("registrations.") and row_of(imported) > row_of(module)
        ]
    assert wrong == []


def test_one_package_speaks_to_stripe() -> None:
    speaking = {
        place_of(file)
        for app in APPS
        for file in sources(app)
        for _line, module in imports_of(file)
        if module.split(".")[0] == "stripe"
    }
    assert {place.rpartition("/")[0] for place in speaking} == {"registrations/stripe_gateway"}


@pytest.mark.parametrize("pattern", MOST_LINES)
def test_files_stay_short_enough_to_be_read(pattern: str) -> None:
    folders = (*APPS, "bin", "static", "templates", "tests")
    too_long = {
        place_of(file): lines
        for folder in folders
        for file in sorted((ROOT / folder).rglob(pattern))
        if "migrations" not in file.parts
        and (lines := len(file.read_text().splitlines())) > MOST_LINES[pattern]
    }
    assert too_long == {}


def table_of_moves() -> str:
    """The table that docs/states.md shows, made from the one that the code asks."""
    lines = ["| from | to | when |", "|---|---|---|"]
    lines += [
        f"| {before or '(new)'} | {after} | {when} |"
        for before, moves in MOVES.items()
        for after, when in moves.items()
    ]
    return "\n".join(lines)


def test_states_document_shows_the_table_of_moves() -> None:
    assert table_of_moves() in (ROOT / "docs" / "states.md").read_text()


def test_states_document_describes_every_state() -> None:
    text = (ROOT / "docs" / "states.md").read_text()
    described = re.findall(r"^\| `(\w+)` \| (yes|no) \|", text, flags=re.MULTILINE)
    assert described == [(state, "yes" if state.holds_seats else "no") for state in State]


def variables_read() -> set[str]:
    """The environment variables that the settings ask for, by name."""
    names = set()
    for file in sorted((ROOT / "cms" / "settings").glob("*.py")):
        for node in ast.walk(tree_of(file)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                of = node.func.value
                first = node.args[0] if node.args else None
                if isinstance(of, ast.Name) and of.id == "env" and isinstance(first, ast.Constant):
                    names.add(str(first.value))
        # One variable for each practice, told by how it begins.
        ends_open = [text for _line, text in strings_of(file) if re.fullmatch("[A-Z_]+__", text)]
        names |= {f"{text}<PRACTICE>" for text in ends_open}
    return names


def test_variables_are_found_where_they_are_read() -> None:
    assert {"SECRET_KEY", "DATABASE_URL", "STRIPE_SECRET_KEY__<PRACTICE>"} <= variables_read()


def test_readme_lists_every_variable() -> None:
    listed = set(re.findall(r"^\| *`([^`]+)`", (ROOT / "README.md").read_text(), re.MULTILINE))
    assert (variables_read() | {"PORT"}) - listed == set()
