"""The hosted pages and the control page, as a browser without scripts meets them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
import stripe

from tests.stripe_simulator import Simulator
from tests.stripe_simulator.words import WORDS, language_for, money

from .conftest import KEY, NOW, Browser, session_params


@pytest.mark.parametrize("language", sorted(WORDS))
def test_the_checkout_page_speaks_the_session_s_language(
    remote: stripe.StripeClient, browser: Browser, language: str
) -> None:
    opened = remote.v1.checkout.sessions.create(params=session_params(locale=language))
    page = browser.get(f"/c/pay/{opened.id}")
    assert page.status == 200
    assert f'<html lang="{language}">' in page.body
    words = WORDS[language]
    total = money(640_000, "nok", language)
    for shown in (words["notice"], words["pay"].format(amount=total), "Kurs", "12. januar"):
        assert shown in page.body
    assert "https://shop.test/back" in page.body
    assert "<script" not in page.body
    assert " style=" not in page.body


def test_without_a_locale_the_browser_decides(
    remote: stripe.StripeClient, browser: Browser
) -> None:
    opened = remote.v1.checkout.sessions.create(params=session_params(locale=None))
    browser.language = "no,en;q=0.5"
    assert '<html lang="nb">' in browser.get(f"/c/pay/{opened.id}").body


def test_paying_on_the_page(
    sim: Simulator, browser: Browser, session: stripe.checkout.Session
) -> None:
    page = f"/c/pay/{session.id}"
    paid = browser.post(page, act="pay")
    done = f"https://shop.test/done?session={session.id}"
    assert (paid.status, paid.location) == (303, done)
    assert sim.sessions[session.id]["payment_status"] == "paid"
    again = browser.get(page)
    assert WORDS["nb"]["paid_title"] in again.body
    assert f'href="{done}"' in again.body
    assert "<form" not in again.body
    assert browser.post(page, act="pay").location == page
    assert len(sim.charges) == 1


def test_a_declined_card_on_the_page(
    sim: Simulator, browser: Browser, session: stripe.checkout.Session
) -> None:
    page = f"/c/pay/{session.id}"
    assert browser.post(page, act="decline").location == f"{page}?declined"
    said = browser.get(f"{page}?declined").body
    assert WORDS["nb"]["declined_title"] in said
    assert 'value="pay"' in said
    assert sim.sessions[session.id]["status"] == "open"


def test_paying_later_on_the_page(
    sim: Simulator, browser: Browser, session: stripe.checkout.Session
) -> None:
    page = f"/c/pay/{session.id}"
    assert browser.post(page, act="later").status == 303
    assert WORDS["nb"]["coming_title"] in browser.get(page).body
    sim.settle(session.id, succeeded=False)
    assert WORDS["nb"]["failed_title"] in browser.get(page).body


def test_the_page_asks_for_an_address_when_it_has_none(
    sim: Simulator, remote: stripe.StripeClient, browser: Browser
) -> None:
    opened = remote.v1.checkout.sessions.create(params=session_params(customer_email=None))
    page = f"/c/pay/{opened.id}"
    assert 'name="email"' in browser.get(page).body
    browser.post(page, act="pay", email="ola@example.com")
    assert sim.sessions[opened.id]["customer_details"]["email"] == "ola@example.com"


def test_an_expired_page_leads_back(
    sim: Simulator, browser: Browser, session: stripe.checkout.Session
) -> None:
    sim.advance(1860)
    body = browser.get(f"/c/pay/{session.id}").body
    assert WORDS["nb"]["expired_title"] in body
    assert 'href="https://shop.test/back"' in body
    assert "<form" not in body


def test_whom_the_buyer_pays(sim: Simulator, remote: stripe.StripeClient, browser: Browser) -> None:
    def heading(**changes: object) -> str:
        opened = remote.v1.checkout.sessions.create(params=session_params(**changes))
        found = re.search(r"<h1[^>]*>([^<]*)<", browser.get(f"/c/pay/{opened.id}").body)
        assert found is not None
        return found[1]

    assert heading() == "Betaling til shop.test"
    sim.describe_account(KEY, business_profile={"name": "Steinlia"})
    assert heading() == "Betaling til Steinlia"
    assert heading(branding_settings={"display_name": "Fjord"}) == "Betaling til Fjord"


def test_names_on_the_page_are_text(remote: stripe.StripeClient, browser: Browser) -> None:
    params = session_params()
    params["line_items"][0]["price_data"]["product_data"]["name"] = '<b>"Kurs" & mer</b>'
    opened = remote.v1.checkout.sessions.create(params=params)
    body = browser.get(f"/c/pay/{opened.id}").body
    assert "&lt;b&gt;&quot;Kurs&quot; &amp; mer&lt;/b&gt;" in body


@pytest.mark.parametrize("path", ["/c/pay/cs_test_none", "/i/in_none", "/receipts/ch", "/colours"])
def test_pages_that_are_not_there(browser: Browser, path: str) -> None:
    page = browser.get(path)
    assert page.status == 404
    assert WORDS["nb"]["missing_title"] in page.body


def test_the_receipt_leads_to_the_session(
    sim: Simulator, browser: Browser, session: stripe.checkout.Session
) -> None:
    sim.pay(session.id)
    (charge,) = sim.charges.values()
    receipt = browser.get(urlsplit(charge["receipt_url"]).path)
    assert receipt.location == f"/c/pay/{session.id}"


def test_the_invoice_page(sim: Simulator, remote: stripe.StripeClient, browser: Browser) -> None:
    customer = remote.v1.customers.create(
        params={"email": "a@example.com", "name": "Fjord", "preferred_locales": ["sv"]}
    )
    invoice = remote.v1.invoices.create(
        params={"customer": customer.id, "collection_method": "send_invoice", "days_until_due": 7}
    )
    assert browser.get(f"/i/{invoice.id}").status == 404
    remote.v1.invoices.add_lines(
        invoice.id, params={"lines": [{"amount": 125_000, "description": "Handledning"}]}
    )
    sent = remote.v1.invoices.send_invoice(invoice.id)
    path = urlsplit(str(sent.hosted_invoice_url)).path
    body = browser.get(path).body
    assert '<html lang="sv">' in body
    for shown in (str(sent.number), "Handledning", "1\xa0250,00\xa0kr", "Till Fjord"):
        assert shown in body
    assert browser.post(path, act="decline").location == f"{path}?declined"
    assert WORDS["sv"]["declined_title"] in browser.get(f"{path}?declined").body
    browser.post(path, act="pay")
    assert sim.invoices[invoice.id]["status"] == "paid"
    paid = browser.get(path).body
    assert WORDS["sv"]["invoice_paid_title"] in paid
    assert "<form" not in paid


def press(browser: Browser, act: str, **fields: str) -> str:
    """Press a button of the control page; gives what the page then says."""
    location = browser.post("/control", act=act, **fields).location
    body = browser.get(str(location)).body
    said = re.search(r'role="status">([^<]*)<', body)
    assert said is not None
    return said[1]


def test_the_control_page(
    sim: Simulator, browser: Browser, session: stripe.checkout.Session
) -> None:
    sim.pay_later(session.id)
    assert press(browser, "settle", id=session.id, succeeded="yes") == "Done."
    assert sim.sessions[session.id]["payment_status"] == "paid"
    assert press(browser, "settle", id=session.id) == "No payment is under way on this session."
    (charge,) = sim.charges
    assert press(browser, "refund", id=charge).startswith("The refund is re_")
    (refund,) = sim.refunds
    press(browser, "complete_refund", id=refund)
    press(browser, "fail_refund", id=refund)
    assert sim.refunds[refund]["status"] == "failed"
    assert press(browser, "pay_out") == "Nothing is available yet."
    sim.advance(3 * 24 * 60 * 60)
    assert press(browser, "pay_out").startswith("Paid out: po_")
    (payout,) = sim.payouts
    press(browser, "fail_payout", id=payout)
    assert sim.payouts[payout]["status"] == "failed"
    assert press(browser, "dispute", id=charge).startswith("The dispute is du_")
    (dispute,) = sim.disputes
    press(browser, "close_dispute", id=dispute, won="yes")
    assert sim.disputes[dispute]["status"] == "won"
    body = browser.get("/").body
    for shown in (charge, refund, "charge.dispute.closed", session.id):
        assert shown in body


def test_the_clock_and_expiry_on_the_control_page(
    sim: Simulator, browser: Browser, remote: stripe.StripeClient, session: stripe.checkout.Session
) -> None:
    other = remote.v1.checkout.sessions.create(params=session_params())
    press(browser, "expire", id=other.id)
    assert [one["status"] for one in sim.sessions.values()] == ["open", "expired"]
    press(browser, "advance", minutes="31")
    assert sim.now() == NOW + 1860
    assert sim.sessions[session.id]["status"] == "expired"
    press(browser, "true_time")
    assert sim.now() == NOW


def test_faults_on_the_control_page(
    sim: Simulator, browser: Browser, session: stripe.checkout.Session
) -> None:
    press(browser, "fault", pattern="GET *", kind="rate_limited", times="2")
    assert sim.faults.pending == [("GET *", "rate_limited", 2)]
    assert press(browser, "fault", pattern="*", kind="explode", times="1") != "Done."
    assert press(browser, "fault", pattern="*", kind="drop") == "That was not understood."
    assert press(browser, "nothing") == "There is no such button."
    press(browser, "no_faults")
    assert sim.faults.pending == []
    press(browser, "drop", times="2", type="charge.*")
    press(browser, "delay", times="1", type="*", seconds="30")
    press(browser, "reverse")
    assert sim.webhooks.asked == ["reversed order", "drop charge.* × 2", "delay * × 1"]
    press(browser, "no_webhook_faults")
    assert sim.webhooks.asked == []
    press(browser, "down")
    assert sim.webhooks.is_down
    press(browser, "up")
    assert not sim.webhooks.is_down


def test_every_language_has_every_word() -> None:
    for words in WORDS.values():
        assert list(words) == list(WORDS["en"])


@pytest.mark.parametrize(
    ("locale", "accepted", "language"),
    [
        ("sv", "fi", "sv"),
        ("auto", "fi-FI,en;q=0.8", "fi"),
        (None, "nn", "nb"),
        (None, "fr, de", "en"),
        ("en-GB", "", "en"),
    ],
)
def test_the_language_of_a_page(locale: str | None, accepted: str, language: str) -> None:
    assert language_for(locale, accepted) == language


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "NOK\xa01,234,567.05"),
        ("nb", "1\xa0234\xa0567,05\xa0kr"),
        ("da", "1.234.567,05\xa0kr"),
    ],
)
def test_amounts(language: str, shown: str) -> None:
    assert money(123_456_705, "nok", language) == shown
