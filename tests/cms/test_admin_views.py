"""Lists of the administration: each row on one page, and the last page as near as the first."""

from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

import pytest

from cms.admin_views import BoundedPaginator, IndexView, KeysFirstPaginator
from cms.users.models import User
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def seven() -> QuerySet[User]:
    """Alike but for their keys."""
    keys = [make_user(f"reader{number}@example.org").pk for number in range(7)]
    return User.objects.filter(pk__in=keys).order_by("-is_active", "pk")


def test_pages_counted_from_the_end_hold_the_same_rows(seven: QuerySet[User]) -> None:
    pages = [KeysFirstPaginator(seven, 2).page(number).object_list for number in (1, 2, 3, 4)]
    assert [len(page) for page in pages] == [2, 2, 2, 1]
    assert [user.pk for page in pages for user in page] == list(seven.values_list("pk", flat=True))


def test_nothing_is_walked_past_on_the_last_page(seven: QuerySet[User]) -> None:
    paginator = KeysFirstPaginator(seven, 2)
    assert paginator.count == 7
    with CaptureQueriesContext(connection) as queries:
        paginator.page(4)
    assert len(queries) == 2
    assert "OFFSET" not in queries[0]["sql"]


def test_a_list_that_is_cut_off_is_counted_from_its_beginning(seven: QuerySet[User]) -> None:
    class Bounded(BoundedPaginator):
        most = 5

    paginator = Bounded(seven, 2)
    assert (paginator.count, paginator.num_pages) == (5, 3)
    [last] = paginator.page(3).object_list
    assert last.pk == seven.values_list("pk", flat=True)[4]


@pytest.mark.parametrize(("most", "is_cut", "count"), [(6, True, 6), (7, False, 7)])
def test_a_search_finds_so_many_and_says_when_there_are_more(
    seven: QuerySet[User], most: int, is_cut: bool, count: int
) -> None:
    paginator = KeysFirstPaginator(seven, 2)
    paginator.is_search, paginator.most_found = True, most
    with CaptureQueriesContext(connection) as queries:
        assert (paginator.is_cut, paginator.count) == (is_cut, count)
    assert len(queries) == 1
    [*_others, last] = paginator.page(paginator.num_pages).object_list
    assert last.pk == seven.values_list("pk", flat=True)[count - 1]


def test_a_search_that_finds_nothing_asks_once(seven: QuerySet[User]) -> None:
    paginator = KeysFirstPaginator(seven.filter(email="nobody@example.org"), 2)
    paginator.is_search = True
    with CaptureQueriesContext(connection) as queries:
        assert (paginator.is_cut, paginator.count, paginator.num_pages) == (False, 0, 1)
    assert len(queries) == 1


@pytest.mark.parametrize(
    ("ordering", "whole"),
    [
        ("-last_name", ["-last_name", "-pk"]),
        ("last_name", ["last_name", "pk"]),
        (("last_name", "-pk"), ["last_name", "-pk"]),
    ],
)
def test_rows_that_are_alike_have_an_order(
    ordering: str | tuple[str, ...], whole: list[str]
) -> None:
    view = IndexView(model=User)
    view.ordering = ordering
    assert list(view.order_queryset(User.objects.all()).query.order_by) == whole
