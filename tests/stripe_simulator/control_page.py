"""The control page: what happened, and buttons for what the buyer cannot do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from .faults import KINDS
from .markup import document, text
from .simulator import Simulator
from .words import money
from .world import Object

_SHOWN = 40


def render(simulator: Simulator, *, said: str = "") -> str:
    """The whole page; ``said`` answers the last button pressed."""
    answer = f'<p class="card" role="status">{text(said)}</p>' if said else ""
    main = f"""<main class="wide">
<h1>Stripe simulator</h1>
{answer}
<div class="tools">
{_clock(simulator)}
{_faults(simulator)}
{_webhooks(simulator)}
</div>
{_sessions(simulator)}
{_charges(simulator)}
{_refunds(simulator)}
{_payouts(simulator)}
{_invoices(simulator)}
{_events(simulator)}
</main>"""
    return document(
        language="en",
        title="Stripe simulator",
        test="Test",
        notice="Everything here is made up. No money is moved.",
        main=main,
    )


def button(act: str, label: str, **fields: object) -> str:
    """A form of one button."""
    hidden = "".join(
        f'<input type="hidden" name="{text(name)}" value="{text(value)}">'
        for name, value in fields.items()
    )
    return f"""<form method="post" action="/control">{hidden}
<button name="act" value="{text(act)}">{text(label)}</button></form>"""


def _time(at: int) -> str:
    moment = datetime.fromtimestamp(at, tz=UTC)
    return f'<time datetime="{moment.isoformat()}">{moment:%Y-%m-%d %H:%M:%S}</time>'


def _amount(item: Object, name: str = "amount") -> str:
    return text(money(item[name] or 0, item["currency"], "en"))


def _newest(items: dict[str, Object]) -> list[Object]:
    return list(reversed(items.values()))[:_SHOWN]


def _table(title: str, heads: Iterable[str], rows: list[list[str]]) -> str:
    if not rows:
        return f'<section class="card"><h2>{title}</h2><p class="soft">None yet.</p></section>'
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "\n".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"""<section class="card"><h2>{title}</h2>
<div class="table" tabindex="0" role="region" aria-label="{title}"><table>
<thead><tr>{head}</tr></thead>
<tbody>
{body}
</tbody></table></div></section>"""


def _list(items: Iterable[str]) -> str:
    listed = "".join(f"<li>{text(item)}</li>" for item in items)
    return f"<ul>{listed}</ul>" if listed else ""


def _clock(simulator: Simulator) -> str:
    offset = simulator.world.offset
    ahead = f"{offset:+} seconds from the true time" if offset else "the true time"
    return f"""<section class="card"><h2>Clock (UTC)</h2>
<p>{_time(simulator.now())}<br><span class="soft small">{ahead}</span></p>
<form method="post" action="/control" class="row">
<label>Minutes <input name="minutes" type="number" min="1" value="35" required></label>
<button name="act" value="advance">Let time pass</button></form>
{button("true_time", "Back to the true time") if offset else ""}
</section>"""


def _faults(simulator: Simulator) -> str:
    kinds = "".join(f"<option>{kind}</option>" for kind in KINDS)
    waiting = _list(
        f"{pattern}: {kind} × {times or 'all'}" for pattern, kind, times in simulator.faults.pending
    )
    return f"""<section class="card"><h2>Faults of the API</h2>
<form method="post" action="/control">
<label>Requests <input name="pattern" value="POST /v1/checkout/sessions" required></label>
<div class="row"><label>Fault <select name="kind">{kinds}</select></label>
<label>Times <input name="times" type="number" min="1" value="1" required></label></div>
<button name="act" value="fault">Add</button></form>
{waiting + button("no_faults", "Remove all") if waiting else ""}
</section>"""


def _webhooks(simulator: Simulator) -> str:
    webhooks = simulator.webhooks
    state = "The endpoints do not answer." if webhooks.is_down else "The endpoints can be reached."
    toggle = (
        button("up", "Let them answer") if webhooks.is_down else button("down", "Take them down")
    )
    return f"""<section class="card"><h2>Webhooks</h2>
<p>{state} {len(webhooks.pending)} waiting.</p>
{_list(webhooks.asked)}
<div class="row">{toggle}{button("retry", "Send what waits now")}</div>
<form method="post" action="/control">
<div class="row"><label>Type <input name="type" value="*" required></label>
<label>Times <input name="times" type="number" min="1" value="1" required></label>
<label>Seconds late <input name="seconds" type="number" min="1" value="30" required></label></div>
<div class="row"><button name="act" value="drop">Lose</button>
<button name="act" value="double">Double</button>
<button name="act" value="delay">Delay</button></div></form>
<div class="row">{button("reverse", "Reverse the order")}
{button("no_webhook_faults", "End all this")}</div>
</section>"""


def _sessions(simulator: Simulator) -> str:
    rows = []
    for session in _newest(simulator.sessions):
        acts = ""
        if session["status"] == "open":
            acts += button("expire", "Expire", id=session["id"])
        intent = simulator.payment_intents.get(session["payment_intent"] or "")
        if intent and intent["status"] == "processing":
            acts += button("settle", "Money arrives", id=session["id"], succeeded="yes")
            acts += button("settle", "Money fails", id=session["id"])
        page = f'<a href="/c/pay/{text(session["id"])}">{text(session["id"][:20])}…</a>'
        email = (session["customer_details"] or {}).get("email") or session["customer_email"]
        reference = session["client_reference_id"] or ""
        rows.append(
            [
                _time(session["created"]),
                page,
                f"{text(email or '')} {text(reference)}",
                _amount(session, "amount_total"),
                f"{session['status']}, {session['payment_status']}",
                acts,
            ]
        )
    return _table("Checkout sessions", ("Opened", "Page", "Who", "Total", "State", "Act"), rows)


def _charges(simulator: Simulator) -> str:
    disputes = {one["charge"]: one for one in simulator.disputes.values()}
    rows = []
    for charge in _newest(simulator.charges):
        dispute = disputes.get(charge["id"])
        acts, state = "", charge["status"]
        if dispute:
            state += f", dispute {dispute['status']}"
            if dispute["status"] not in ("won", "lost"):
                acts += button("close_dispute", "Dispute won", id=dispute["id"], won="yes")
                acts += button("close_dispute", "Dispute lost", id=dispute["id"])
        elif charge["paid"]:
            acts += button("dispute", "Dispute", id=charge["id"])
        if charge["paid"] and not charge["refunded"]:
            acts += button("refund", "Refund the rest", id=charge["id"])
        rows.append(
            [
                _time(charge["created"]),
                f"<code>{charge['id']}</code>",
                _amount(charge),
                _amount(charge, "amount_refunded"),
                state,
                acts,
            ]
        )
    return _table("Charges", ("Made", "Id", "Amount", "Refunded", "State", "Act"), rows)


def _refunds(simulator: Simulator) -> str:
    rows = []
    for refund in _newest(simulator.refunds):
        acts = ""
        if refund["status"] in ("pending", "succeeded", "requires_action"):
            acts += button("fail_refund", "Fail", id=refund["id"])
        if refund["status"] in ("pending", "requires_action"):
            acts += button("complete_refund", "Complete", id=refund["id"])
        rows.append(
            [
                _time(refund["created"]),
                f"<code>{refund['id']}</code>",
                _amount(refund),
                refund["status"],
                acts,
            ]
        )
    return _table("Refunds", ("Made", "Id", "Amount", "State", "Act"), rows)


def _payouts(simulator: Simulator) -> str:
    rows = [
        [
            _time(payout["created"]),
            f"<code>{payout['id']}</code>",
            _amount(payout),
            payout["status"],
            button("fail_payout", "Send back", id=payout["id"])
            if payout["status"] == "paid"
            else "",
        ]
        for payout in _newest(simulator.payouts)
    ]
    table = _table("Payouts", ("Made", "Id", "Amount", "State", "Act"), rows)
    pay = button("pay_out", "Pay out what is available (three days after it was paid)")
    return f'{table}<section class="card">{pay}</section>'


def _invoices(simulator: Simulator) -> str:
    rows = []
    for invoice in _newest(simulator.invoices):
        number = text(invoice["number"] or "Draft")
        page = f'<a href="/i/{invoice["id"]}">{number}</a>' if invoice["number"] else number
        acts = ""
        if invoice["status"] == "open":
            acts = button("uncollectible", "Give up", id=invoice["id"])
        rows.append(
            [
                _time(invoice["created"]),
                page,
                text(invoice["customer_name"] or ""),
                _amount(invoice, "total"),
                invoice["status"],
                acts,
            ]
        )
    return _table("Invoices", ("Made", "Page", "To", "Total", "State", "Act"), rows)


def _events(simulator: Simulator) -> str:
    waiting = {event_id for event_id, _ in simulator.webhooks.pending}
    statuses = {event_id: status for event_id, _, status in simulator.webhooks.attempts}
    rows = []
    for event in _newest(simulator.events):
        state = "waits" if event["id"] in waiting else "done"
        if event["id"] in statuses:
            state += f", last answer {statuses[event['id']] or 'none'}"
        rows.append(
            [
                _time(event["created"]),
                text(event["type"]),
                f"<code>{event['data']['object']['id'][:24]}</code>",
                state,
                button("redeliver", "Send again", id=event["id"]),
            ]
        )
    return _table("Events", ("Made", "Type", "About", "Webhook", "Act"), rows)
