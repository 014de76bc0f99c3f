"""What the hosted pages say, in the buyer's language."""

from __future__ import annotations

DEFAULT = "en"

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "test": "Test",
        "notice": "This is a test. No money is moved and no card is needed.",
        "pay_to": "Payment to {name}",
        "order": "Your order",
        "quantity": "{n} × {price}",
        "discount": "Discount",
        "tax": "Tax",
        "included_tax": "Of which tax",
        "total": "To pay",
        "sum": "Total",
        "email": "E-mail address for the receipt",
        "choose": "How shall the payment go?",
        "pay": "Pay {amount}",
        "pay_nothing": "Complete",
        "later": "Pay later",
        "later_hint": "The outcome comes afterwards, as with a bank debit.",
        "decline": "Use a card that is declined",
        "back": "Cancel and go back",
        "declined_title": "The card was declined",
        "declined": "Nothing was charged. You can try again.",
        "paid_title": "The payment is complete",
        "paid": "There is nothing more to pay here.",
        "coming_title": "The payment is on its way",
        "coming": "The outcome comes later. You do not need to pay again.",
        "failed_title": "The payment did not arrive",
        "failed": "Nothing was charged, and this page can no longer be used.",
        "expired_title": "This payment page has expired",
        "expired": "Nothing was charged. Go back to start again.",
        "go_on": "Continue to {name}",
        "go_back": "Back to {name}",
        "invoice": "Invoice {number}",
        "invoice_from": "Invoice from {name}",
        "bill_to": "To",
        "due": "Due {date}",
        "invoice_paid_title": "The invoice is paid",
        "invoice_void_title": "The invoice has been withdrawn",
        "invoice_void": "You do not have to pay it.",
        "missing_title": "There is nothing at this address",
        "missing": "Check that the whole address was copied.",
    },
    "nb": {
        "test": "Test",
        "notice": "Dette er en test. Ingen penger flyttes, og du trenger ikke noe kort.",
        "pay_to": "Betaling til {name}",
        "order": "Bestillingen din",
        "quantity": "{n} × {price}",
        "discount": "Rabatt",
        "tax": "Mva.",
        "included_tax": "Herav mva.",
        "total": "Å betale",
        "sum": "Sum",
        "email": "E-postadresse for kvitteringen",
        "choose": "Hvordan skal betalingen gå?",
        "pay": "Betal {amount}",
        "pay_nothing": "Fullfør",
        "later": "Betal senere",
        "later_hint": "Utfallet kommer i ettertid, som ved trekk fra konto.",
        "decline": "Bruk et kort som avvises",
        "back": "Avbryt og gå tilbake",
        "declined_title": "Kortet ble avvist",
        "declined": "Ingenting er trukket. Du kan prøve igjen.",
        "paid_title": "Betalingen er fullført",
        "paid": "Det er ikke mer å betale her.",
        "coming_title": "Betalingen er på vei",
        "coming": "Utfallet kommer senere. Du trenger ikke å betale en gang til.",
        "failed_title": "Betalingen kom ikke fram",
        "failed": "Ingenting er trukket, og denne siden kan ikke brukes mer.",
        "expired_title": "Denne betalingssiden er utløpt",
        "expired": "Ingenting er trukket. Gå tilbake for å begynne på nytt.",
        "go_on": "Fortsett til {name}",
        "go_back": "Tilbake til {name}",
        "invoice": "Faktura {number}",
        "invoice_from": "Faktura fra {name}",
        "bill_to": "Til",
        "due": "Forfaller {date}",
        "invoice_paid_title": "Fakturaen er betalt",
        "invoice_void_title": "Fakturaen er trukket tilbake",
        "invoice_void": "Du skal ikke betale den.",
        "missing_title": "Det er ingenting på denne adressen",
        "missing": "Sjekk at hele adressen ble kopiert.",
    },
    "sv": {
        "test": "Test",
        "notice": "Det här är ett test. Inga pengar flyttas och du behöver inget kort.",
        "pay_to": "Betalning till {name}",
        "order": "Din beställning",
        "quantity": "{n} × {price}",
        "discount": "Rabatt",
        "tax": "Moms",
        "included_tax": "Varav moms",
        "total": "Att betala",
        "sum": "Summa",
        "email": "E-postadress för kvittot",
        "choose": "Hur ska betalningen gå?",
        "pay": "Betala {amount}",
        "pay_nothing": "Slutför",
        "later": "Betala senare",
        "later_hint": "Utfallet kommer i efterhand, som vid dragning från konto.",
        "decline": "Använd ett kort som nekas",
        "back": "Avbryt och gå tillbaka",
        "declined_title": "Kortet nekades",
        "declined": "Inget har dragits. Du kan försöka igen.",
        "paid_title": "Betalningen är klar",
        "paid": "Det finns inget mer att betala här.",
        "coming_title": "Betalningen är på väg",
        "coming": "Utfallet kommer senare. Du behöver inte betala en gång till.",
        "failed_title": "Betalningen kom inte fram",
        "failed": "Inget har dragits och den här sidan kan inte användas mer.",
        "expired_title": "Den här betalsidan har gått ut",
        "expired": "Inget har dragits. Gå tillbaka för att börja om.",
        "go_on": "Fortsätt till {name}",
        "go_back": "Tillbaka till {name}",
        "invoice": "Faktura {number}",
        "invoice_from": "Faktura från {name}",
        "bill_to": "Till",
        "due": "Förfaller {date}",
        "invoice_paid_title": "Fakturan är betald",
        "invoice_void_title": "Fakturan har dragits tillbaka",
        "invoice_void": "Du ska inte betala den.",
        "missing_title": "Det finns inget på den här adressen",
        "missing": "Kontrollera att hela adressen kopierades.",
    },
    "da": {
        "test": "Test",
        "notice": "Dette er en test. Ingen penge flyttes, og du behøver ikke noget kort.",
        "pay_to": "Betaling til {name}",
        "order": "Din bestilling",
        "quantity": "{n} × {price}",
        "discount": "Rabat",
        "tax": "Moms",
        "included_tax": "Heraf moms",
        "total": "At betale",
        "sum": "I alt",
        "email": "E-mailadresse til kvitteringen",
        "choose": "Hvordan skal betalingen gå?",
        "pay": "Betal {amount}",
        "pay_nothing": "Gennemfør",
        "later": "Betal senere",
        "later_hint": "Udfaldet kommer bagefter, som ved træk på en konto.",
        "decline": "Brug et kort, der afvises",
        "back": "Annuller og gå tilbage",
        "declined_title": "Kortet blev afvist",
        "declined": "Intet er trukket. Du kan prøve igen.",
        "paid_title": "Betalingen er gennemført",
        "paid": "Der er ikke mere at betale her.",
        "coming_title": "Betalingen er på vej",
        "coming": "Udfaldet kommer senere. Du behøver ikke at betale igen.",
        "failed_title": "Betalingen kom ikke frem",
        "failed": "Intet er trukket, og denne side kan ikke bruges mere.",
        "expired_title": "Denne betalingsside er udløbet",
        "expired": "Intet er trukket. Gå tilbage for at begynde forfra.",
        "go_on": "Fortsæt til {name}",
        "go_back": "Tilbage til {name}",
        "invoice": "Faktura {number}",
        "invoice_from": "Faktura fra {name}",
        "bill_to": "Til",
        "due": "Forfalder {date}",
        "invoice_paid_title": "Fakturaen er betalt",
        "invoice_void_title": "Fakturaen er trukket tilbage",
        "invoice_void": "Du skal ikke betale den.",
        "missing_title": "Der er intet på denne adresse",
        "missing": "Tjek, at hele adressen blev kopieret.",
    },
    "fi": {
        "test": "Testi",
        "notice": "Tämä on testi. Rahaa ei siirry, eikä korttia tarvita.",
        "pay_to": "Maksu: {name}",
        "order": "Tilauksesi",
        "quantity": "{n} × {price}",
        "discount": "Alennus",
        "tax": "Vero",
        "included_tax": "Sisältää veroa",
        "total": "Maksettavaa",
        "sum": "Yhteensä",
        "email": "Sähköpostiosoite kuittia varten",
        "choose": "Miten maksun pitää mennä?",
        "pay": "Maksa {amount}",
        "pay_nothing": "Viimeistele",
        "later": "Maksa myöhemmin",
        "later_hint": "Tulos selviää jälkikäteen, kuten tililtä veloitettaessa.",
        "decline": "Käytä korttia, joka hylätään",
        "back": "Peruuta ja palaa takaisin",
        "declined_title": "Kortti hylättiin",
        "declined": "Mitään ei veloitettu. Voit yrittää uudelleen.",
        "paid_title": "Maksu on suoritettu",
        "paid": "Täällä ei ole enempää maksettavaa.",
        "coming_title": "Maksu on matkalla",
        "coming": "Tulos selviää myöhemmin. Sinun ei tarvitse maksaa uudelleen.",
        "failed_title": "Maksu ei tullut perille",
        "failed": "Mitään ei veloitettu, eikä tätä sivua voi enää käyttää.",
        "expired_title": "Tämä maksusivu on vanhentunut",
        "expired": "Mitään ei veloitettu. Palaa takaisin ja aloita alusta.",
        "go_on": "Jatka: {name}",
        "go_back": "Takaisin: {name}",
        "invoice": "Lasku {number}",
        "invoice_from": "Lasku: {name}",
        "bill_to": "Saaja",
        "due": "Eräpäivä {date}",
        "invoice_paid_title": "Lasku on maksettu",
        "invoice_void_title": "Lasku on peruttu",
        "invoice_void": "Sinun ei pidä maksaa sitä.",
        "missing_title": "Tässä osoitteessa ei ole mitään",
        "missing": "Tarkista, että koko osoite kopioitui.",
    },
}

_CROWNS = {"nok": "kr", "sek": "kr", "dkk": "kr.", "eur": "€"}
_NARROW = "\N{NO-BREAK SPACE}"


def language_for(locale: str | None, accepted: str = "") -> str:
    """The page's language: the session's own, else what the browser asks for."""
    wishes = [] if locale in (None, "auto") else [str(locale)]
    wishes += [part.partition(";")[0].strip() for part in accepted.split(",")]
    for wish in wishes:
        code = {"no": "nb", "nn": "nb"}.get(wish.lower()[:2], wish.lower()[:2])
        if code in WORDS:
            return code
    return DEFAULT


def money(amount: int, currency: str, language: str) -> str:
    """An amount in minor units as the language writes it."""
    sign = "−" if amount < 0 else ""
    whole, rest = divmod(abs(amount), 100)
    if language == "en":
        return f"{sign}{currency.upper()}{_NARROW}{whole:,}.{rest:02}"
    grouped = f"{whole:,}".replace(",", _NARROW)
    if language == "da":
        grouped = f"{whole:,}".replace(",", ".")
    symbol = _CROWNS.get(currency, currency.upper())
    return f"{sign}{grouped},{rest:02}{_NARROW}{symbol}"


def date(year: int, month: int, day: int, language: str) -> str:
    """A date in figures as the language writes it."""
    if language == "sv":
        return f"{year}-{month:02}-{day:02}"
    if language == "en":
        return f"{year}-{month:02}-{day:02}"
    if language == "nb":
        return f"{day:02}.{month:02}.{year}"
    return f"{day}.{month}.{year}"
