"""The hosted invoice page: what the customer sees and can do."""

from __future__ import annotations

from datetime import UTC, datetime

from .checkout_page import seller
from .markup import document, text
from .words import WORDS, date, language_for, money
from .world import Object, World


def render(world: World, invoice: Object, *, accepted: str, declined: bool) -> str:
    """The page of an invoice as it now stands."""
    customer = world.all("customer")[invoice["customer"]]
    wished = (customer["preferred_locales"] or [None])[0]
    return _Page(world, invoice, language_for(wished, accepted)).render(declined=declined)


class _Page:
    def __init__(self, world: World, invoice: Object, language: str) -> None:
        self.invoice = invoice
        self.language = language
        self.words = WORDS[language]
        self.name = seller(world, world.owners[invoice["id"]], None)

    def render(self, *, declined: bool) -> str:
        number = self.words["invoice"].format(number=self.invoice["number"])
        main = f"""<main class="checkout">
<section class="card" aria-labelledby="title">
<h1 id="title">{text(number)}</h1>
{self._facts()}
{self._lines()}
</section>
<section class="card">
{self._alert() if declined else ""}{self._act()}
</section>
</main>"""
        return document(
            language=self.language,
            title=number,
            test=self.words["test"],
            notice=self.words["notice"],
            main=main,
        )

    def say(self, key: str, **values: object) -> str:
        return text(self.words[key].format(**values))

    def sum(self, amount: int) -> str:
        return text(money(amount, self.invoice["currency"], self.language))

    def _facts(self) -> str:
        invoice = self.invoice
        facts = [self.say("invoice_from", name=self.name)]
        if invoice["customer_name"]:
            facts.append(f"{self.say('bill_to')} {text(invoice['customer_name'])}")
        if invoice["due_date"]:
            day = datetime.fromtimestamp(invoice["due_date"], tz=UTC)
            facts.append(self.say("due", date=date(day.year, day.month, day.day, self.language)))
        facts += [
            f"{text(one['name'])}: {text(one['value'])}" for one in invoice["custom_fields"] or []
        ]
        listed = "\n".join(f"<li>{fact}</li>" for fact in facts)
        return f'<ul class="facts soft">\n{listed}\n</ul>'

    def _lines(self) -> str:
        items = "\n".join(
            f"""<li><span>{text(line["description"] or "")}</span>
<span class="figure">{self.sum(line["amount"])}</span></li>"""
            for line in self.invoice["lines"]["data"]
        )
        taxes = self.invoice["total_taxes"]
        rows = "".join(
            self._row(
                "included_tax" if tax["tax_behavior"] == "inclusive" else "tax", tax["amount"]
            )
            for tax in taxes
        )
        owed = self.invoice["status"] in ("open", "uncollectible")
        total = self._row(
            "total" if owed else "sum",
            self.invoice["amount_remaining" if owed else "total"],
            css="total",
        )
        return f"""<ul class="lines">
{items}
</ul>
<dl class="totals">
{rows}{total}</dl>"""

    def _row(self, key: str, amount: int, css: str = "") -> str:
        return f"""<div class="{css}"><dt>{self.say(key)}</dt>
<dd class="figure">{self.sum(amount)}</dd></div>
"""

    def _alert(self) -> str:
        return f"""<div class="alert" role="alert"><strong>{self.say("declined_title")}</strong>
<p>{self.say("declined")}</p></div>
"""

    def _act(self) -> str:
        status = self.invoice["status"]
        if status == "paid":
            return f"""<h2 class="good">{self.say("invoice_paid_title")}</h2>
<p>{self.say("paid")}</p>"""
        if status == "void":
            return f"""<h2>{self.say("invoice_void_title")}</h2>
<p>{self.say("invoice_void")}</p>"""
        amount = money(self.invoice["amount_remaining"], self.invoice["currency"], self.language)
        return f"""<h2>{self.say("choose")}</h2>
<form method="post" action="/i/{text(self.invoice["id"])}">
<button class="main" name="act" value="pay">{self.say("pay", amount=amount)}</button>
<button name="act" value="decline">{self.say("decline")}</button>
</form>"""
