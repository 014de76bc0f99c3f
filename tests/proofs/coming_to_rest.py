"""How a world comes to rest: nothing fails any more, time goes on, everybody does their part."""

from collections.abc import Sequence
from typing import Any, Final

from registrations import services
from registrations.models import Registration
from registrations.states import State
from tests.proofs.books import under_way
from tests.proofs.world import World

# Waited one after the other, with the chores and the worker in between. Longer than any deadline.
WAITS: Final[Sequence[dict[str, float]]] = (
    {"minutes": 0},
    {"minutes": 2},
    {"minutes": 15},
    {"hours": 1},
    {"hours": 7},
    {"days": 2},
    {"days": 40},
    {"minutes": 10},
)


def come_to_rest(world: World) -> None:
    """Wait until nothing is under way, and then once more until everything is long over."""
    world.stripe.faults.clear()
    for duration in WAITS:
        _wait(world, duration)
        if duration is WAITS[0]:
            # What only Stripe's books tell, like a refund in the dashboard that nobody heard of.
            world.reconcile()
        elif not any(under_way()):
            break
    _wait(world, {"days": 60})


def _wait(world: World, duration: dict[str, float]) -> None:
    world.wait(**duration)
    _banks_decide(world)
    world.deliver_all()
    world.chores()
    world.work_all()
    if _owner_decides(world):
        world.work_all()


def _banks_decide(world: World) -> None:
    for session in list(world.stripe.sessions.values()):
        if session["status"] == "complete":
            world.attempt(lambda s=session["id"]: world.stripe.settle(s, succeeded=True))
    for refund_id, refund in list(world.stripe.refunds.items()):
        if refund["status"] in ("pending", "requires_action"):
            world.attempt(lambda r=refund_id: world.stripe.complete_refund(r))
    for dispute in list(world.stripe.disputes.values()):
        world.attempt(lambda d=dispute["id"]: world.stripe.close_dispute(d, won=True))


def _owner_decides(world: World) -> bool:
    """Whatever waits for her; True when there was something."""
    reviewed = Registration.objects.filter(state=State.IN_REVIEW)
    for row in reviewed:
        services.decline(registration_id=row.pk, user=None, words="It is too late now.")
    flagged = list(Registration.objects.filter(needs_attention=True))
    for row in flagged:
        facts: dict[str, Any] = {"registration_id": row.pk, "user": None}
        if services.paid_too_much(row):
            world.attempt(lambda f=facts: services.give_money_back(**f))
            world.attempt(lambda f=facts: services.paid_back_from_bank(**f))
        world.attempt(lambda f=facts: services.send_new_invoice(**f))
        world.attempt(lambda r=row: services.settle(registration_id=r.pk, user=None))
    return bool(reviewed or flagged)
