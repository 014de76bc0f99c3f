"""Steinlia's own pages in English, block for block as in Norwegian."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    credential,
    facts,
    heading,
    picture,
    principles,
    quote,
    supervisors,
    text,
)

HOME = {
    "title": "Professional supervision for people who help people",
    "slug": "steinlia-en",
    "lead": (
        "We are three supervisors in Bergen and online. With us you get time, structure and good "
        "questions for the parts of your work that cannot be settled between two shifts."
    ),
    "body": [
        heading("Time to think, before the next shift"),
        text("""
            Much of your job happens between rules and people. There is seldom one right answer
            there, and searching for it alone is hard. Professional supervision is time set aside,
            a firm frame and somebody who asks – until you see what you do, why you do it, and what
            you want to try next time.

            Some come to us alone. Most come in a group. What is said in the room stays in the
            room.
        """),
        audience_list(
            "Whom we supervise",
            (
                "People in health care",
                """You carry events with you from shift to shift, and need a place to put them
                down and look at them.""",
            ),
            (
                "People in child welfare and social services",
                """You make choices that reach into other people's lives, and want to think aloud
                before you make them.""",
            ),
            (
                "Teachers and school advisers",
                """You are the only adult in the room, but should not be alone with what is
                difficult.""",
            ),
            (
                "Managers",
                """You answer for other people's working day, and have few to talk to about your
                own.""",
            ),
            (
                "Supervisors",
                """You supervise others, and want metasupervision of what you do.""",
            ),
        ),
        facts(
            "What a group is like with us",
            ("How often", "Usually once a month"),
            ("How long", "90–120 minutes"),
            ("How many", "Five to eight participants"),
            ("Where", "With us in Bergen, at your workplace or online"),
        ),
        quote(
            """I came with a case I thought was closed. I went home with the question I had not
            dared to ask.""",
            source="Nurse, group participant (made-up quotation)",
        ),
        supervisors("The supervisors", "ingrid", "mikael", "aino"),
        call_to_action(
            """Do you wonder whether supervision is something for you or your team? The exploratory
            meeting takes half an hour, is free and commits you to nothing.""",
            label="Get in touch",
            page="contact",
        ),
    ],
}

SUPERVISORS = {
    "title": "The supervisors",
    "slug": "supervisors",
    "lead": (
        "Three people, each with a profession behind them. All have their own supervision "
        "supervised, all year round."
    ),
}

INGRID = {
    "title": "Ingrid Aasheim",
    "slug": "ingrid-aasheim",
    "profession": "Nurse and supervisor",
    "languages_spoken": "Norwegian and English",
    "lead": (
        "Ingrid has worked on a medical ward, in home nursing and in palliative care. She started "
        "Steinlia because she longed for a place where it was all right not to be finished."
    ),
    "credentials": [
        credential(
            "Postgraduate training in professional supervision",
            issuer="Fjordheim høgskole",
            extent="60 credits",
            year="2014",
        ),
        credential(
            "Approved supervisor",
            issuer="Veilederrådet i Vest",
            extent="Valid to the end of 2029",
            year="2016",
        ),
        credential("Bachelor of Nursing", issuer="Fjordheim høgskole", year="2003"),
    ],
    "own_supervision": "Twelve hours of metasupervision a year, by a supervisor outside Steinlia.",
    "body": [
        heading("How she works"),
        text("""
            Ingrid takes her time at the start. First she wants to know who is part of the case,
            what has been said aloud, and what has only been thought. Then she draws it together
            with the group. Often it turns out that the question lay somewhere else than where we
            were looking.

            She supervises individuals, groups and teams, and leads the course in [collegial group
            supervision](page:course-group) together with Jonas Refsdal.
        """),
        benefit_list(
            "What people tend to say they take with them",
            ("Words for what used to be a mere unease", ""),
            (
                "A plan that survives a busy day",
                "One step that you can take on your next shift, not ten good intentions.",
            ),
            ("Colleagues who know what you are facing", ""),
        ),
    ],
}

MIKAEL = {
    "title": "Mikael Sundell",
    "slug": "mikael-sundell",
    "profession": "Social worker and supervisor",
    "languages_spoken": "Swedish and Norwegian",
    "lead": (
        "Mikael came from Umeå to Bergen after fifteen years in child welfare and addiction care. "
        "He supervises people who have to decide while the case is still moving."
    ),
    "credentials": [
        credential(
            "Training as supervisor in psychosocial work",
            issuer="Norrbäcka högskola",
            extent="30 credits",
            year="2017",
        ),
        credential(
            "Metasupervision",
            issuer="Documented in his hours ledger",
            extent="62 hours",
            year="2017 to today",
        ),
        credential("Social worker", issuer="Norrbäcka högskola", year="2001"),
    ],
    "own_supervision": "Metasupervision in a group every month, with three other supervisors.",
    "body": [
        heading("How he works"),
        text("""
            What interests Mikael most is what happens between the people in the room. When a group
            falls silent, he does not hurry. When everybody agrees, he asks who would have
            disagreed.

            He leads the [metasupervision](page:course-meta) for supervisors who want to document
            hours, and sees teams that find it hard to work together.
        """),
        principles(
            "Three things he asks every group to agree on",
            ("We begin and end on time", "Then everybody can dare to go deeper in between."),
            ("We talk about the work, not about the client", "Nobody is to be recognised."),
            (
                "We say so when we are lost",
                "Even when it is the supervisor who has lost the thread.",
            ),
        ),
    ],
}

AINO = {
    "title": "Aino Lehtoranta",
    "slug": "aino-lehtoranta",
    "profession": "Psychological counsellor and supervisor",
    "languages_spoken": "Finnish, Swedish and English",
    "lead": (
        "Aino supervises online from Tampere. She has turned the screen into a room where silence "
        "is silence, and not a sign that the connection is down."
    ),
    "credentials": [
        credential(
            "Training as supervisor",
            issuer="Näsinlahden opisto",
            extent="60 credits",
            year="2015",
        ),
        credential(
            "Leading groups online",
            issuer="Näsinlahden opisto",
            extent="10 credits",
            year="Autumn 2020",
        ),
    ],
    "own_supervision": "Supervision every other week, and metasupervision four times a year.",
    "body": [
        heading("How she works"),
        text("""
            Aino plans every session online like a meeting around a table: who sits where, when we
            take a break, and what we do when somebody drops out. She always opens the room ten
            minutes early, so that nobody has to look for a link when the group begins.
        """),
        quote(
            "Hiljaa hyvä tulee.",
            source="Finnish proverb: What is good comes slowly",
            language="fi",
        ),
        text("""
            Would you like to see how she does it? She gives the free webinar [The screen
            room](page:course-webinar).
        """),
    ],
}

ABOUT = {
    "title": "About us",
    "slug": "about",
    "lead": (
        "Steinlia is a small practice with a way of working of its own. We call it the Map Table, "
        "because it begins with laying the work on the table and looking at it together."
    ),
    "body": [
        heading("The Map Table"),
        text("""
            Anybody who has walked in the mountains with others knows the moment: somebody unfolds
            the map, everyone bends over it, and suddenly the walk looks different. That is what
            supervision is like with us. We lay out the map, look for what we do not see, and write
            down the next leg.
        """),
        principles(
            "Three principles",
            (
                "Lay out the map",
                """Whoever brings the case tells it without interruption. The group draws: who is
                part of it, what has happened, what do we not know?""",
            ),
            (
                "Find the blind spot",
                """We ask instead of giving advice. Everybody names one place on the map that
                nobody has looked at yet.""",
            ),
            (
                "Note the next leg",
                """Whoever brought the case chooses one step, and says when it will be taken. At
                the next session we begin there.""",
            ),
        ),
        picture(
            "ingrid",
            alt_text="Drawn portrait of Ingrid Aasheim: fair hair, a green jumper and a red scarf.",
            caption="Ingrid Aasheim started Steinlia in 2016.",
        ),
        benefit_list(
            "Four things we see that it gives",
            (
                "You carry less home with you",
                "A case that lies on the table no longer lies in you alone.",
            ),
            (
                "You come to share a language",
                "Asking for help is easier when everybody knows what a blind spot is.",
            ),
            (
                "Decisions are better grounded",
                "You can say what you decided against, and why.",
            ),
            (
                "Your profession stays alive",
                "What you wonder about in supervision comes back with you to the staff room.",
            ),
        ),
        heading("When supervision is not what you need"),
        text("""
            Supervision is not treatment, and it does not take the place of a manager. If your work
            has made you ill, you need a doctor. If there is a conflict over pay, rotas or a formal
            complaint, you need your union representative. We say so when we believe that something
            else will help more.
        """),
        quote(
            """We did not come to agree on everything. But we stopped guessing what the others
            thought.""",
            source="Ward manager after a year of supervision (made-up quotation)",
        ),
        call_to_action(
            "Would you like to try the Map Table with cases of your own?",
            label="See courses and groups",
            page="courses",
        ),
    ],
}

CONTACT = {
    "title": "Contact",
    "slug": "contact",
    "lead": "Ring, write or drop by. We answer e-mails within two working days.",
    "body": [
        facts(
            "Where to find us",
            ("E-mail", "post@steinlia.example"),
            ("Telephone", "+47 00 12 34 56, Monday to Thursday 9–15"),
            ("Visit", "Kartbordsmuget 3, 5003 Bergen"),
            ("Organisation number", "000 000 001"),
        ),
        heading("How to begin"),
        principles(
            "From the first e-mail to the first session",
            (
                "Say briefly what it is about",
                """Two sentences will do. Write nothing that could tell who a patient, pupil or
                client is.""",
            ),
            (
                "Exploratory meeting",
                """Half an hour by telephone or video. We find out what you need, and whether we
                are the right ones.""",
            ),
            (
                "Proposal and supervision agreement",
                """You get a written proposal with frequency, length and price. If you say yes, we
                write an agreement.""",
            ),
        ),
        heading("Finding your way"),
        text("""
            The entrance is the green door at the far end of the alley. There is a lift to our room
            on the second floor, and a toilet with space for a wheelchair. The nearest light rail
            stop is seven minutes away on foot. Tell us if you have access needs, and we will see to
            them before you come.

            Steinlia was made up to show what Kollegium can do: the practice, the people and the
            quotations do not exist.
        """),
    ],
}
