"""Steinlia's further courses, in English."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    facts,
    for_and_against,
    heading,
    principles,
    quote,
    requirement,
    rich,
    shared,
    supervisors,
    text,
)

CHEFER = {
    "title": "Handledning för chefer: a day in Gothenburg, in Swedish",
    "slug": "a-day-for-managers",
    """lead""": (
        "A day in Swedish in Gothenburg for managers who want to try supervision before they buy "
        "it for others."
    ),
    "for_whom": rich("""
        For managers in care, social services and schools in Sweden, and for you who live where
        Gothenburg is nearer than Bergen. The day is held in Swedish.

        The employer pays and gets an invoice. If it is full, you can be on the waiting list.
    """),
    "body": [
        heading("A day with your own working life"),
        text("""
            Managers are often asked to find supervision for their people. Few have had any
            themselves. On this day it is you who sit in the chair: you bring a conversation that
            you have in front of you, and work on it together with five others in the same role.

            In the afternoon we turn it round. What should you ask for when you buy supervision,
            what should you be told, and what is none of your business?
        """),
        principles(
            "The day",
            ("Morning", "The Map Table with cases of your own, in groups of six."),
            (
                "After lunch",
                "You practise a conversation you have put off, with a colleague playing the other.",
            ),
            ("At the end", "An agreement of one page that you can use when you order supervision."),
        ),
        audience_list(
            "Whom the day is for",
            shared("leaders"),
            ("You who are to order supervision", "And want to know what you are ordering."),
        ),
        facts(
            "The day in brief",
            ("Extent", "One day, 9–16"),
            ("Language", "Swedish"),
            ("Payment", "Swedish kronor, invoice to the employer"),
            ("Course certificate", "For six hours"),
        ),
        supervisors("Course leader", "mikael"),
        quote(
            """I came to learn how to buy supervision. I went home and rang somebody I
            had avoided for three weeks.""",
            source="Unit manager in Gothenburg (made-up quotation)",
        ),
        call_to_action(
            "Are you six managers in one place? Then Mikael comes to you.",
            label="Ask for a proposal",
            page="contact",
        ),
    ],
}

ESIHENKILOT = {
    "title": "Esihenkilöiden työnohjausryhmä: a group for managers, in Finnish",
    "slug": "managers-in-finnish",
    """lead""": (
        "Six online sessions for managers who work in Finnish, wherever in the Nordic countries "
        "they live."
    ),
    "for_whom": rich("""
        For managers in health, care and schools who think best in Finnish. Some live in Finland,
        some have moved to Norway or Sweden and miss the language when there is something difficult
        to say.

        The group is held in Finnish. You need a room where nobody hears you.
    """),
    "body": [
        heading("Leading in your own language"),
        text("""
            Most things can be said in another language. But what one thinks first, and what one is
            not proud of, comes in the one learnt first. In this group you need not translate
            yourself.

            We meet every third week. Each time two bring something, and everybody takes a question
            home.
        """),
        principles(
            "Ninety minutes",
            ("Kierros, a round", "Each says one word about the week that was."),
            ("Two cases", "Thirty minutes for each, with silence agreed upon before anybody asks."),
            ("At the end", "One step, and whom you will tell of it."),
        ),
        facts(
            "The group in brief",
            ("Extent", "Six sessions of 90 minutes"),
            ("Language", "Finnish"),
            ("Size", "Five to eight managers"),
            ("Payment", "Euros, with Finnish VAT"),
        ),
        for_and_against(
            "Is this the group for you?",
            "Come if",
            [
                "you are responsible for other people's work",
                "you want to talk about it in Finnish",
                "you can set aside the time each time",
            ],
            "Choose something else if",
            [
                "you want to meet the others in a room",
                "you seek a group for your whole management team",
            ],
        ),
        supervisors("Supervisor", "aino"),
        call_to_action(
            "Would you like to ask something first, in Finnish, Swedish or English?",
            label="Write to Aino",
            page="contact",
        ),
    ],
}

FIRST_YEAR = {
    "title": "The first year: a group for new graduates",
    "slug": "the-first-year",
    """lead""": (
        "Six afternoons for you who are new to your profession, together with others who also "
        "practise appearing calm."
    ),
    "for_whom": rich("""
        For nurses, social educators, social workers and teachers in their first year. The employer
        usually pays, and the group meets in working hours.

        The group starts once a year, in the autumn or in the new year. Write to us if you want to
        be told of the next one.
    """),
    "body": [
        heading("What nobody asks at the morning meeting"),
        text("""
            How do you tell somebody who has been there for twenty years that you do not understand?
            When is it all right to go home? What do you do with what you saw yesterday? People who
            are new have the same questions, but each at a workplace of their own. Here they are in
            the same room.

            We do not talk about how things are done. That you learn where you are. We talk about
            how you are while you learn it, and what you want to try next week.
        """),
        benefit_list(
            "What new people say they gained",
            shared("lighter"),
            ("Courage to ask earlier", "A question on Monday is smaller than a mistake on Friday."),
            shared("alive", "What you wonder about as a newcomer is worth keeping."),
        ),
        facts(
            "The group in brief",
            ("Extent", "Six sessions of 90 minutes"),
            ("Hours", "12 supervision hours of 45 minutes"),
            ("Size", "Five to seven participants"),
            ("Documentation", "An attestation of the hours at which you were present"),
        ),
        quote(
            "Now it is I who see it when the next new one stands still in the corridor.",
            source="Nurse, a participant last year (made-up quotation)",
        ),
        supervisors("Supervisor", "ingrid"),
        call_to_action(
            "Would you like to be told when the next group begins?",
            label="Write to us",
            page="contact",
        ),
    ],
}

OUTDOORS = {
    "title": "The Map Table outdoors: a day of supervision in the hills",
    "slug": "the-map-table-outdoors",
    """lead""": (
        "A quiet walk with a map, a flask and three cases. We walk, stop and look at what lies "
        "before us."
    ),
    "for_whom": rich("""
        For you who think better when you walk. The walk is easy, on a good path, and we go as fast
        as the slowest. You must be able to walk five kilometres with some slopes. If you cannot,
        tell us, and we find a place that everybody can reach.
    """),
    "body": [
        heading("Three stops, three cases"),
        text("""
            Between the stops we walk in pairs. One tells, the other listens, and after twenty
            minutes we change. At each stop we unfold the map, the one on paper and the one in our
            heads.

            Walking beside somebody is not the same as sitting opposite. You need not look the other
            in the eye while you search for words.
        """),
        principles(
            "At each stop",
            shared(
                "map",
                """Sticks, stones and cones will do. Whoever has the case lays out who is
                part of it.""",
            ),
            shared(
                "blind-spot",
                "The others walk around the map and see it each from a side of their own.",
            ),
            shared(
                "next-leg",
                "Before we walk on, whoever has the case says what she takes down with her.",
            ),
        ),
        facts(
            "The day in brief",
            ("Extent", "Five hours, with lunch by the fire"),
            ("Bring", "Good shoes, rainwear and something to sit on"),
            ("Course certificate", "For five hours"),
        ),
        requirement(
            "The weather decides too",
            """
                If dangerous weather is forecast, or if we are fewer than six, we call it off. Then
                you get everything back, or a new date if you prefer.
            """,
        ),
        supervisors("You walk with", "ingrid", "mikael"),
        call_to_action(
            "Would you like such a day for a team of your own?",
            label="Ask for a proposal",
            page="contact",
        ),
    ],
}
