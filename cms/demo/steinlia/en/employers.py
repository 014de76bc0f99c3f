"""What employers and those who document hours need to know, in English."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    credential,
    credentials,
    download,
    facts,
    heading,
    price,
    principles,
    questions,
    requirement,
    shared,
    text,
)

EMPLOYERS = {
    "title": "For employers",
    "slug": "for-employers",
    "lead": "Prices, invoices and agreements on one page, so that you need not ring to find out.",
    "prices": [
        price(
            "Individual supervision, 60 minutes", "NOK 1,450", "Individual metasupervision as well"
        ),
        price("Pair supervision, 75 minutes", "NOK 1,900"),
        price("Case supervision, 90 minutes", "NOK 4,200", "The whole group"),
        price(
            "Group supervision, 120 minutes",
            "NOK 5,200",
            "The whole group, five to eight participants",
        ),
        price("Team supervision, 120 minutes", "NOK 5,400", "The whole team"),
        price("Leadership supervision, 60 minutes", "NOK 1,650"),
        price(
            "Work-community supervision, six sessions of 120 minutes",
            "NOK 36,000",
            "Two supervisors from fifteen participants: NOK 54,000",
        ),
        price(
            "Supervision for new graduates, six sessions of 90 minutes",
            "NOK 25,200",
            "The whole group, or NOK 4,600 for one place",
        ),
        price("Single consultation, 60 minutes online", "NOK 1,450", "90 minutes: NOK 2,000"),
        price(
            "Process and change supervision",
            "From NOK 24,000",
            "A fixed price after the exploratory meeting",
        ),
    ],
    "body": [
        text("""
            Prices are per session and without VAT. Supervision that you buy for your own staff is
            advice, with 25 % VAT. Our courses are teaching and exempt. If we come to you in Bergen,
            travel is included. Otherwise we agree on travel beforehand.
        """),
        facts(
            "Invoices and e-invoices",
            ("Organisation number", "Nine digits in Norway. We find the address ourselves."),
            ("Your reference", "The name or code of whoever is to approve the invoice"),
            ("Purchase order no.", "If you use them"),
            ("Where to send it", "By e-mail, or as an e-invoice to public bodies"),
            ("Due date", "14 days. A series is invoiced after each session."),
        ),
        heading("The supervision agreement"),
        text("""
            Before a series begins, we write an agreement of one page. It says who takes part, how
            often and how long, what it costs, what you will be told, and when we look back. You can
            end the agreement with one month's notice. We do not ask for a reason, but are glad of
            one.
        """),
        download(
            "A supervision agreement of one page",
            "agreement",
            """The template we use ourselves, in Norwegian. Fill in what stands in
            brackets, and use it as you like, with other supervisors as well.""",
        ),
        principles(
            "If something has to be moved",
            ("More than seven days before", "We find a new time, and it costs nothing."),
            ("Two to seven days before", "You pay half, if we cannot use the time otherwise."),
            (
                "Later than that",
                "You pay for the session. If it is we who fall ill, you do not pay.",
            ),
        ),
        audience_list(
            "Who gets what",
            (
                "The employer",
                "Is told how many came, and the group's own words on how it is going. No more.",
            ),
            (
                "The participant",
                "Gets working time for it, and an attestation of the hours afterwards.",
            ),
            (
                "The supervisor",
                "Gets peace to work, and speaks up if something is dangerous to somebody.",
            ),
        ),
        benefit_list(
            "Why employers buy supervision",
            shared("language"),
            shared("decisions"),
            ("New people stay", "Whoever has somewhere to ask seldom stops asking."),
        ),
        credentials(
            "What our supervisors have",
            credential("Training in supervision", issuer="All three", extent="30–60 credits"),
            credential(
                "Metasupervision of their own",
                issuer="All three",
                extent="At least ten hours a year",
            ),
            credential("Police certificate", issuer="Shown when the work requires it"),
        ),
        questions(
            "What purchasers ask",
            (
                "Can we have a framework agreement?",
                "Yes, for one or two years. You are welcome to send us your own template.",
            ),
            (
                "Do you have a data processing agreement?",
                """We process next to nothing on your behalf. If you need one for the
                list of participants, we sign it.""",
            ),
        ),
        call_to_action(
            """Tell us how many you are, and what you want with it. You get a written
            proposal within five working days.""",
            label="Ask for a proposal",
            page="contact",
        ),
    ],
}

HOURS = {
    "title": "Hours and attestations",
    "slug": "hours-and-attestations",
    "lead": "How we count hours, how we write them down, and how others can see that it is right.",
    "body": [
        heading("An hour is not always an hour"),
        text("""
            Some schemes count a supervision hour as 45 minutes. Others count 60. Some count less
            when the group is large. So we write down what really happened, and leave the sum for
            later. If you change scheme in five years, your hours can still be counted.
        """),
        facts(
            "What we write down for each session",
            ("Date and length", "In minutes, as the clock showed"),
            ("Role", "Received supervision, gave supervision or received metasupervision"),
            ("Form", "Individual, pair, group or team – in a room or online"),
            ("Number present", "Those who were there, not those who had registered"),
            ("Supervisor", "Name and approval on that day"),
        ),
        text("""
            We **never** write down what you talked about. Not even in key words.
        """),
        heading("An example"),
        text("""
            You have been at five of six sessions of a group, each of 120 minutes. That is 600
            minutes. Counted in hours of 45 minutes it is 13 hours and 15 minutes. Counted in hours
            of 60 minutes it is 10 hours. The attestation says both, and that you were six in the
            group.
        """),
        principles(
            "Two kinds of paper",
            (
                "Course certificate",
                """After a course, with title, dates and hours. It comes by e-mail when
                the course is over.""",
            ),
            (
                "Attestation",
                "After a series, with all its sessions. You can also ask for it on the way.",
            ),
        ),
        requirement(
            "Away once?",
            """
                We write only the hours at which you were present. If you were away for half an
                hour, we take off half an hour. That is dull, but it is why somebody can trust the
                attestation.
            """,
        ),
        heading("How an attestation can be checked"),
        text("""
            Every attestation has a number and a date. Whoever is given it can write to
            post@steinlia.example, state the number and be told whether it was issued by us. We say
            yes or no, and nothing beyond what stands on it.

            If you are unsure how to read one, we have written [a short
            guide](page:article-attestation).
        """),
        questions(
            "On approval",
            (
                "Do the hours count where I will apply?",
                """Ask those who approve before you begin. We gladly fill in their form,
                but we cannot promise what they will answer.""",
            ),
            (
                "How long do you keep my hours?",
                """For ten years, unless you ask us to delete them earlier. After that
                only you have them.""",
            ),
        ),
        call_to_action(
            "Do you need an attestation, or is something missing from the one you have?",
            label="Write to us",
            page="contact",
        ),
    ],
}
