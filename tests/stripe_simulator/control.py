"""What the buttons of the control page do."""

from __future__ import annotations

from collections.abc import Callable

from .errors import BuyerError
from .simulator import Simulator

Form = dict[str, str]


def act(simulator: Simulator, form: Form) -> str:
    """Do what a button says; gives what to tell, in a sentence."""
    wished = _ACTS.get(form.get("act", ""))
    if wished is None:
        return "There is no such button."
    try:
        return wished(simulator, form) or "Done."
    except (BuyerError, AssertionError) as refusal:
        return f"{refusal}."
    except (KeyError, ValueError):
        return "That was not understood."


def _advance(simulator: Simulator, form: Form) -> None:
    simulator.advance(int(form["minutes"]) * 60)


def _true_time(simulator: Simulator, form: Form) -> None:
    simulator.advance(-simulator.world.offset)


def _fault(simulator: Simulator, form: Form) -> None:
    simulator.faults.add(form["pattern"], form["kind"], times=int(form["times"]))


def _settle(simulator: Simulator, form: Form) -> None:
    simulator.settle(form["id"], succeeded="succeeded" in form)


def _close_dispute(simulator: Simulator, form: Form) -> None:
    simulator.close_dispute(form["id"], won="won" in form)


def _dispute(simulator: Simulator, form: Form) -> str:
    return f"The dispute is {simulator.dispute(form['id'])}."


def _refund(simulator: Simulator, form: Form) -> str:
    return f"The refund is {simulator.dashboard_refund(form['id'])}."


def _pay_out(simulator: Simulator, form: Form) -> str:
    made = simulator.pay_out_everywhere()
    return f"Paid out: {', '.join(made)}." if made else "Nothing is available yet."


def _drop(simulator: Simulator, form: Form) -> None:
    simulator.webhooks.drop(int(form["times"]), form["type"])


def _double(simulator: Simulator, form: Form) -> None:
    simulator.webhooks.double(int(form["times"]), form["type"])


def _delay(simulator: Simulator, form: Form) -> None:
    simulator.webhooks.delay(int(form["seconds"]), int(form["times"]), form["type"])


_ACTS: dict[str, Callable[[Simulator, Form], str | None]] = {
    "advance": _advance,
    "close_dispute": _close_dispute,
    "complete_refund": lambda simulator, form: simulator.complete_refund(form["id"]),
    "delay": _delay,
    "dispute": _dispute,
    "double": _double,
    "down": lambda simulator, form: simulator.webhooks.down(True),
    "drop": _drop,
    "expire": lambda simulator, form: simulator.expire_session(form["id"]),
    "fail_payout": lambda simulator, form: simulator.fail_payout(form["id"]),
    "fail_refund": lambda simulator, form: simulator.fail_refund(form["id"]),
    "fault": _fault,
    "no_faults": lambda simulator, form: simulator.faults.clear(),
    "no_webhook_faults": lambda simulator, form: simulator.webhooks.clear(),
    "pay_out": _pay_out,
    "redeliver": lambda simulator, form: simulator.webhooks.redeliver(form["id"]),
    "refund": _refund,
    "retry": lambda simulator, form: simulator.webhooks.retry_now(),
    "reverse": lambda simulator, form: simulator.webhooks.reverse(),
    "settle": _settle,
    "true_time": _true_time,
    "uncollectible": lambda simulator, form: simulator.mark_uncollectible(form["id"]),
    "up": lambda simulator, form: simulator.webhooks.down(False),
}
