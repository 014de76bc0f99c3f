"""Steinlia's front door in English: the home page and how to reach us."""

from cms.demo.words import (
    audience_list,
    call_to_action,
    contact_card,
    facts,
    heading,
    principles,
    quote,
    rich,
    route,
    service_cards,
    shared,
    supervisors,
    text,
)

HOME = {
    "title": "Professional supervision for people who help people",
    "menu_title": "Home",
    "slug": "steinlia-en",
    """lead""": (
        "We are three supervisors in Bergen and online. With us you get time, structure and good "
        "questions for the parts of your work that cannot be settled between two shifts."
    ),
    "body": [
        heading("Time to think, before the next shift"),
        text("""
            Much of your job happens between rules and people. There is seldom one right answer
            there, and searching for it alone is hard. Professional supervision is time set aside, a
            firm frame and somebody who asks – until you see what you do, why you do it, and what
            you want to try next time.

            Some come to us alone. Most come in a group. What is said in the room stays in the room.
        """),
        audience_list(
            "Whom we supervise",
            shared("health"),
            shared("child-welfare"),
            shared("schools"),
            shared("leaders"),
            shared("supervisors"),
        ),
        service_cards("Where most people begin", "individual", "group", "leader"),
        facts(
            "What a group is like with us",
            ("How often", "Usually once a month"),
            ("How long", "90–120 minutes"),
            ("How many", "Five to eight participants"),
            ("Where", "With us in Bergen, at your workplace or online"),
        ),
        quote(
            """I came with a case I thought was closed. I went home with the question I
            had not dared to ask.""",
            source="Nurse, group participant (made-up quotation)",
        ),
        supervisors("The supervisors", "ingrid", "mikael", "aino"),
        call_to_action(
            """Do you wonder whether supervision is something for you or your team? The
            exploratory meeting takes half an hour, is free and commits you to
            nothing.""",
            label="Get in touch",
            page="contact",
        ),
    ],
    "footer_text": rich("""
        Steinlia was made up to show what Kollegium can do: the practice, the people and the
        quotations do not exist.
    """),
}

CONTACT = {
    "title": "Contact",
    "slug": "contact",
    "lead": "Ring, write or drop by. We answer e-mails within two working days.",
    "routes": [
        route("email", "E-mail", "post@steinlia.example"),
        route("phone", "Telephone", "+47 00 12 34 56"),
        route("visit", "Visit", "Kartbordsmuget 3, 5003 Bergen"),
    ],
    """opening_hours""": (
        "The telephone is answered Monday to Thursday, 9–15. Supervision in the evening by "
        "agreement."
    ),
    "body": [
        principles(
            "How to begin",
            (
                "Say briefly what it is about",
                """Two sentences will do. Write nothing that could tell who a patient,
                pupil or client is.""",
            ),
            (
                "Exploratory meeting",
                """Half an hour by telephone or video. We find out what you need, and
                whether we are the right ones.""",
            ),
            (
                "Proposal and supervision agreement",
                """You get a written proposal with frequency, length and price. If you
                say yes, we write an agreement.""",
            ),
        ),
        heading("Finding your way"),
        text("""
            The entrance is the green door at the far end of the alley. There is a lift to our room
            on the second floor, and a toilet with space for a wheelchair. The nearest light rail
            stop is seven minutes away on foot. Tell us if you have access needs, and we will see to
            them before you come.

            If you are to meet us online, you get the link the day before. The room opens ten
            minutes early.
        """),
        contact_card(
            "Would you rather talk to a person first?",
            """Ring Ingrid. She answers the telephone herself, and says so if one of the
            others suits you better.""",
            person="ingrid",
        ),
    ],
}
