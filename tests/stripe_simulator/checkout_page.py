"""The hosted checkout page: what the buyer sees, and where each button leads."""

from __future__ import annotations

from urllib.parse import urlsplit

from .account import account_of
from .markup import document, text
from .words import WORDS, language_for, money
from .world import Object, World


def render(world: World, session: Object, *, accepted: str, declined: bool) -> str:
    """The page of a session as it now stands."""
    page = _Page(world, session, language_for(session["locale"], accepted))
    return page.open(declined=declined) if session["status"] == "open" else page.closed()


def render_missing(accepted: str) -> str:
    """The page for an address that leads nowhere."""
    language = language_for(None, accepted)
    words = WORDS[language]
    main = f"""<main><div class="card narrow">
<h1>{text(words["missing_title"])}</h1><p>{text(words["missing"])}</p></div></main>"""
    return document(
        language=language,
        title=words["missing_title"],
        test=words["test"],
        notice=words["notice"],
        main=main,
    )


def seller(world: World, account: str, url: str | None) -> str:
    """Whom the buyer pays: the account's name, else the host of the shop."""
    profile = account_of(world, account)["business_profile"] or {}
    return str(profile.get("name") or urlsplit(url or "").hostname or "Test")


class _Page:
    def __init__(self, world: World, session: Object, language: str) -> None:
        self.world = world
        self.session = session
        self.language = language
        self.words = WORDS[language]
        brand = session.get("branding_settings", {}).get("display_name")
        self.name = brand or seller(world, world.owners[session["id"]], session["success_url"])

    def open(self, *, declined: bool) -> str:
        """The page on which the buyer can act."""
        title = self.words["pay_to"].format(name=self.name)
        alert = self._alert() if declined else ""
        main = f"""<main class="checkout">
<section class="card" aria-labelledby="title">
<h1 id="title">{text(title)}</h1>
<p class="sum">{self.sum(self.session["amount_total"])}</p>
{self._order()}
</section>
<section class="card" aria-labelledby="choose">
{alert}<h2 id="choose">{self.say("choose")}</h2>
{self._form()}
{self._way_back()}
</section>
</main>"""
        return self._document(title, main)

    def closed(self) -> str:
        """What is said instead once the session is complete or expired."""
        what, tone = self._outcome()
        title = self.words[f"{what}_title"]
        main = f"""<main><section class="card narrow">
<h1 class="{tone}">{text(title)}</h1>
<p>{self.say(what)}</p>
{self._order()}
{self._way_on()}
</section></main>"""
        return self._document(title, main)

    def say(self, key: str, **values: object) -> str:
        return text(self.words[key].format(**values))

    def sum(self, amount: int) -> str:
        return text(money(amount, self.session["currency"], self.language))

    def _document(self, title: str, main: str) -> str:
        return document(
            language=self.language,
            title=title,
            test=self.words["test"],
            notice=self.words["notice"],
            main=main,
        )

    def _outcome(self) -> tuple[str, str]:
        if self.session["status"] == "expired":
            return "expired", "bad"
        if self.session["payment_status"] != "unpaid":
            return "paid", "good"
        intent = self.world.all("payment_intent")[self.session["payment_intent"]]
        return ("coming", "") if intent["status"] == "processing" else ("failed", "bad")

    def _alert(self) -> str:
        return f"""<div class="alert" role="alert"><strong>{self.say("declined_title")}</strong>
<p>{self.say("declined")}</p></div>
"""

    def _order(self) -> str:
        items = "\n".join(self._line(item) for item in self.world.session_items[self.session["id"]])
        return f"""<h2>{self.say("order")}</h2>
<ul class="lines">
{items}
</ul>
<dl class="totals">
{self._totals()}</dl>"""

    def _line(self, item: Object) -> str:
        description = self._description(item)
        count = ""
        if item["quantity"] > 1:
            each = money(
                item["amount_subtotal"] // item["quantity"], item["currency"], self.language
            )
            count = f"<small>{self.say('quantity', n=item['quantity'], price=each)}</small>"
        return f"""<li><span>{text(item["description"])}{description}{count}</span>
<span class="figure">{self.sum(item["amount_subtotal"])}</span></li>"""

    def _description(self, item: Object) -> str:
        more = self.world.note(item["id"]).get("description")
        return f"<small>{text(more)}</small>" if more else ""

    def _totals(self) -> str:
        session = self.session
        details = session["total_details"]
        rows = ""
        if details["amount_discount"]:
            rows += self._total("discount", -details["amount_discount"])
        if details["amount_tax"]:
            on_top = session["amount_total"] > (
                session["amount_subtotal"] - details["amount_discount"]
            )
            rows += self._total("tax" if on_top else "included_tax", details["amount_tax"])
        key = "total" if session["status"] == "open" else "sum"
        return rows + self._total(key, session["amount_total"], css="total")

    def _total(self, key: str, amount: int, css: str = "") -> str:
        return f"""<div class="{css}"><dt>{self.say(key)}</dt>
<dd class="figure">{self.sum(amount)}</dd></div>
"""

    def _form(self) -> str:
        total = self.session["amount_total"]
        pay = self.say("pay", amount=money(total, self.session["currency"], self.language))
        if not total:
            pay = self.say("pay_nothing")
        others = f"""<button name="act" value="decline">{self.say("decline")}</button>
<button name="act" value="later" aria-describedby="later">{self.say("later")}</button>
<p class="soft small" id="later">{self.say("later_hint")}</p>
"""
        return f"""<form method="post" action="/c/pay/{text(self.session["id"])}">
{self._email()}<button class="main" name="act" value="pay">{pay}</button>
{others if total else ""}</form>"""

    def _email(self) -> str:
        known = self.session["customer_email"]
        if known:
            return f'<p class="soft">{text(known)}</p>\n'
        if self.session["customer"]:
            return ""
        return f"""<label>{self.say("email")}
<input type="email" name="email" autocomplete="email" required></label>
"""

    def _way_back(self) -> str:
        url = self.session["cancel_url"]
        if not url:
            return ""
        return f'<a class="back" href="{text(url)}">{self.say("back")}</a>'

    def _way_on(self) -> str:
        session = self.session
        if session["status"] == "complete":
            url = session["success_url"].replace("{CHECKOUT_SESSION_ID}", session["id"])
            key = "go_on"
        else:
            url, key = session["cancel_url"], "go_back"
        if not url:
            return ""
        return f'<a class="button main" href="{text(url)}">{self.say(key, name=self.name)}</a>'
