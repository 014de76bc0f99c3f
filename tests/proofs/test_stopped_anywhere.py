"""The process is stopped before and after every commit and every call to Stripe.

Afterwards the world starts again with what was committed. The same person tries again or does
not, and the chores and reconciling do the rest: nobody is charged twice, nobody is forgotten, and
Stripe's books and ours are the same.
"""

import copy
from collections.abc import Iterator
from typing import Any, Final

from django.core import mail
from django.core.cache import cache

import pytest

from tests.places import LONG, by_turns
from tests.proofs import (  # Their scenes are played as well.
    more_scenes,  # noqa: F401
    scenes_by_hand,  # noqa: F401
)
from tests.proofs.books import wrong_at_rest, wrong_now
from tests.proofs.coming_to_rest import come_to_rest
from tests.proofs.places import make_places
from tests.proofs.scenes import PLAYS, Act, Scene
from tests.proofs.stopping import (
    AFTER_A_CHANGE_AT_STRIPE,
    AFTER_A_COMMIT,
    AFTER_A_STATEMENT,
    process,
)
from tests.proofs.world import World, frozen_world, rolled_back

pytestmark = pytest.mark.django_db

# A process that is stopped anywhere else leaves the same rows, here and at Stripe, as one that was
# stopped at the last of these points. Only the long run tries those as well.
CHANGED: Final = (AFTER_A_COMMIT, AFTER_A_STATEMENT, AFTER_A_CHANGE_AT_STRIPE)


class Stage:
    """A scene that is set once and played any number of times."""

    def __init__(self, world: World, act: Act) -> None:
        self.world, self.act = world, act
        self._stripe = world.stripe.to_json()
        self._moment = world.now()
        self._outbox = list(mail.outbox)

    def set(self) -> None:
        self.world.stripe.load_json(copy.deepcopy(self._stripe))
        self.world.move_to(self._moment)
        mail.outbox = list(self._outbox)
        cache.clear()

    def points(self) -> list[str]:
        """All at which the act can be stopped."""
        with rolled_back(), process(self.world, stop_at=None) as running:
            self.set()
            self.world.attempt(self.act)
        return running.passed

    def stop_at(self, point: int, *, tries_again: bool) -> list[str]:
        """Stop the act there, start the world again, and tell what is wrong in the end."""
        with rolled_back():
            self.set()
            with process(self.world, stop_at=point):
                self.world.attempt(self.act)
            cache.clear()
            wrong = list(wrong_now())
            if tries_again:
                self.world.attempt(self.act)
            else:
                # Stripe is not heard of again either: the chores and reconciling find out.
                for event_id in self.world.hints():
                    self.world.lose(event_id)
            come_to_rest(self.world)
            return wrong + list(wrong_at_rest(self.world, letters_repeat=True))


@pytest.fixture
def scene(db: None) -> Iterator[Scene]:
    with frozen_world() as world:
        yield Scene(world, make_places())


@pytest.mark.parametrize("name", by_turns(PLAYS))
def test_stopped_anywhere(name: str, scene: Scene) -> None:
    stage = Stage(scene.world, PLAYS[name](scene))
    points = stage.points()
    assert points
    wrong: dict[Any, list[str]] = {}
    for number, point in enumerate(points, start=1):
        if number > 1 and point not in CHANGED and not LONG:
            continue
        ways = (True, False) if LONG else (number // 2 % 2 == 0,)
        for tries_again in ways:
            found = stage.stop_at(number, tries_again=tries_again)
            if found:
                wrong[number, point, tries_again] = found
    assert wrong == {}
