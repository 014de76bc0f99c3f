"""Which page stands at which address, and what its buttons do."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from . import checkout_page, control, control_page, invoice_page
from .errors import BuyerError
from .markup import STYLE
from .simulator import Simulator

Fields = dict[str, list[str]]
"""A query or a form: every value of every name."""


@dataclass(frozen=True)
class Answer:
    """What a browser is sent."""

    body: str = ""
    status: int = 200
    type: str = "text/html; charset=utf-8"
    location: str | None = None


def go_to(location: str) -> Answer:
    """Send the browser on."""
    return Answer(status=303, location=location)


_SESSION = re.compile(r"/c/pay/(\w+)")
_INVOICE = re.compile(r"/i/(\w+)(?:/.*)?")
_RECEIPT = re.compile(r"/receipts/(\w+)")


class Site:
    """The pages around one simulator."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator
        self._acts: dict[str, Callable[[str, str | None], str]] = {
            "pay": simulator.pay,
            "decline": simulator.decline,
            "later": simulator.pay_later,
        }

    def show(self, path: str, query: Fields, accepted: str) -> Answer:
        """The page at an address."""
        if path == "/style.css":
            return Answer(STYLE.read_text(encoding="utf-8"), type="text/css; charset=utf-8")
        if path == "/":
            return self._show_control(query)
        declined = "declined" in query
        if match := _SESSION.fullmatch(path):
            return self._show_session(match[1], accepted, declined=declined)
        if match := _INVOICE.fullmatch(path):
            return self._show_invoice(match[1], accepted, declined=declined)
        if match := _RECEIPT.fullmatch(path):
            return self._show_receipt(match[1], accepted)
        return Answer(checkout_page.render_missing(accepted), status=404)

    def act(self, path: str, form: Fields) -> Answer:
        """What a pressed button does."""
        if path == "/control":
            fields = {name: values[0] for name, values in form.items()}
            return go_to(f"/?said={quote(control.act(self._simulator, fields))}")
        if match := _SESSION.fullmatch(path):
            return self._act_on_session(match[1], form)
        if match := _INVOICE.fullmatch(path):
            return self._act_on_invoice(match[1], form)
        return Answer(checkout_page.render_missing(""), status=404)

    def _show_session(self, session_id: str, accepted: str, *, declined: bool) -> Answer:
        with self._simulator.lock:
            self._simulator.expire_due()
            session = self._simulator.sessions.get(session_id)
            if session is None:
                return Answer(checkout_page.render_missing(accepted), status=404)
            page = checkout_page.render(
                self._simulator.world, session, accepted=accepted, declined=declined
            )
        return Answer(page)

    def _act_on_session(self, session_id: str, form: Fields) -> Answer:
        page = f"/c/pay/{session_id}"
        act = form.get("act", [""])[0]
        if act not in self._acts:
            return go_to(page)
        email = form.get("email", [""])[0] or None
        try:
            location = self._acts[act](session_id, email)
        except BuyerError:
            # Someone was faster; the page says how things now stand.
            return go_to(page)
        return go_to(f"{page}?declined" if act == "decline" else location)

    def _show_control(self, query: Fields) -> Answer:
        with self._simulator.lock:
            self._simulator.expire_due()
            return Answer(control_page.render(self._simulator, said=query.get("said", [""])[0]))

    def _show_invoice(self, invoice_id: str, accepted: str, *, declined: bool) -> Answer:
        with self._simulator.lock:
            invoice = self._simulator.invoices.get(invoice_id)
            if invoice is None or invoice["status"] == "draft":
                return Answer(checkout_page.render_missing(accepted), status=404)
            page = invoice_page.render(
                self._simulator.world, invoice, accepted=accepted, declined=declined
            )
        return Answer(page)

    def _act_on_invoice(self, invoice_id: str, form: Fields) -> Answer:
        page = f"/i/{invoice_id}"
        act = form.get("act", [""])[0]
        try:
            if act == "pay":
                self._simulator.pay_invoice(invoice_id)
            elif act == "decline":
                self._simulator.decline_invoice(invoice_id)
                page += "?declined"
        except BuyerError:
            # Someone was faster; the page says how things now stand.
            pass
        return go_to(page)

    def _show_receipt(self, charge_id: str, accepted: str) -> Answer:
        with self._simulator.lock:
            intent_id = self._simulator.charges.get(charge_id, {}).get("payment_intent")
            for session in self._simulator.sessions.values():
                if intent_id is not None and session["payment_intent"] == intent_id:
                    return go_to(f"/c/pay/{session['id']}")
        return Answer(checkout_page.render_missing(accepted), status=404)
