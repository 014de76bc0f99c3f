"""Steinlia's supervisors in English."""

from cms.demo.words import (
    benefit_list,
    credential,
    heading,
    principles,
    quote,
    text,
)

SUPERVISORS = {
    "title": "The supervisors",
    "slug": "supervisors",
    """lead""": (
        "Three people, each with a profession behind them, and a guest with whom we hold courses. "
        "All have their own supervision supervised, all year round."
    ),
}

INGRID = {
    "title": "Ingrid Aasheim",
    "slug": "ingrid-aasheim",
    "profession": "Nurse and supervisor",
    "languages_spoken": "Norwegian and English",
    "methods_used": "The Map Table, reflecting teams and writing exercises",
    """lead""": (
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
            year="2016",
            valid_until="The end of 2029",
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
            supervision](page:course-group) together with [Jonas Refsdal](page:jonas).
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
    "methods_used": "The Map Table, systemic supervision and role play at a slow pace",
    """lead""": (
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
    "methods_used": "The Map Table online, solution-focused supervision and silence by agreement",
    """lead""": (
        "Aino supervises online from Tampere. She has turned the screen into a room where silence "
        "is silence, and not a sign that the connection is down."
    ),
    "credentials": [
        credential(
            "Training as supervisor", issuer="Näsinlahden opisto", extent="60 credits", year="2015"
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
            "Hiljaa hyvä tulee.", source="Finnish proverb: What is good comes slowly", language="fi"
        ),
        text("""
            Would you like to see how she does it? She gives the free webinar [The screen
            room](page:course-webinar).
        """),
    ],
}

JONAS = {
    "title": "Jonas Refsdal",
    "slug": "jonas-refsdal",
    "profession": "School adviser, guest and co-organiser",
    "languages_spoken": "Norwegian and English",
    "methods_used": "Collegial supervision in a fixed order, practised on the floor",
    """lead""": (
        "Jonas is not on our staff, but holds courses together with Ingrid. He has made groups of "
        "colleagues live on in two municipalities, even after he stopped leading them."
    ),
    "credentials": [
        credential(
            "Guidance and collegial supervision",
            issuer="Fjordheim høgskole",
            extent="30 credits",
            year="2013",
        ),
        credential("Teacher's degree", issuer="Skarvnes lærerskole", year="2006"),
    ],
    """own_supervision""": (
        "Collegial supervision every other week, in a group that he does not lead himself."
    ),
    "body": [
        heading("How he works"),
        text("""
            Jonas believes that a group can manage most things, as long as it knows who does what
            and when it is over. So he hands out roles before anybody may sit down. The timekeeper's
            is the most important.

            He has been a school adviser for eighteen years. What he would most like to do away with
            is the belief that you must be an expert to help a colleague think.
        """),
    ],
}
