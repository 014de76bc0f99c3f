"""Steinlia's catalogue and the first half of its services, in English."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    for_and_against,
    heading,
    principles,
    questions,
    quote,
    requirement,
    shared,
    text,
)

SERVICES = {
    "title": "Services",
    "slug": "services",
    """lead""": (
        "Twelve ways to have supervision. The figures are what is usual with us. What suits you, "
        "we find out together before we begin."
    ),
}

INDIVIDUAL = {
    "title": "Individual supervision",
    "slug": "individual-supervision",
    "lead": "An hour for you alone, with a supervisor who remembers what you said last time.",
    "facts_note": "Usually every third or fourth week. In a heavy period we can meet more often.",
    "body": [
        heading("When it helps to be two"),
        text("""
            Some things cannot be said in a group. Perhaps you are alone in your role. Perhaps it is
            about a colleague, about a mistake you made, or about not knowing whether you can bear
            another year. Then it is good to have an hour in which nobody else takes up room.

            You decide what the hour is about. We ask, draw what you tell us, and hold on to what
            you said was important. At the end you choose one step, and next time we begin with how
            it went.
        """),
        audience_list(
            "Those who tend to come",
            shared("health"),
            shared("pastoral"),
            shared("schools"),
            shared("leaders"),
        ),
        for_and_against(
            "Alone or in a group?",
            "Choose individual supervision when",
            [
                "you have a role that nobody else at your workplace has",
                "the case cannot be told without somebody being recognised",
                "you need to work at your own pace",
            ],
            "Choose a group instead when",
            [
                "you miss colleagues to think with",
                "you want to see how others solve the same thing",
                "your employer wants several people to have supervision",
            ],
        ),
        call_to_action(
            "What would you spend an hour on, if you were given one tomorrow?",
            label="Ask for a first hour",
            page="contact",
        ),
    ],
}

PAIR = {
    "title": "Pair supervision",
    "slug": "pair-supervision",
    "lead": "Two colleagues, one supervisor and a case that you share – or that lies between you.",
    "facts_note": "We usually meet once a month, for as long as you have something to work on.",
    "body": [
        heading("Two who depend on each other"),
        text("""
            Two key workers around the same person. Two teachers with one class. A manager and a
            deputy. When two are to pull in the same direction, everybody else soon notices if they
            do not.

            In pair supervision we talk about the work you have in common. Each of you draws your
            own map of the case, without looking at the other's. Then we lay them side by side. The
            differences are seldom a fault. They are what you have to learn from.
        """),
        principles(
            "What we agree on the first time",
            ("Both talk for equally long", "The one who tends to be silent begins."),
            ("Neither of you is the case", "We look at the work between you, not at who is right."),
            ("What is said is yours", "Your manager knows that you meet, not what you talk about."),
        ),
        requirement(
            "Both must want it",
            """
                If you are in a conflict that has been formally reported, it is for your employer to
                deal with. Pair supervision can come afterwards, but not in its place.
            """,
        ),
        call_to_action(
            "Whom would you bring with you?",
            label="Write to us",
            page="contact",
        ),
    ],
}

GROUP = {
    "title": "Group supervision",
    "slug": "group-supervision",
    """lead""": (
        "A fixed group, a fixed day each month and one case at a time. This is what most people "
        "have with us."
    ),
    """facts_note""": (
        "We like to begin with half a year, and then look together at whether you want to go on."
    ),
    "body": [
        heading("Something happens when several people look at the same map"),
        text("""
            Whoever is in the middle of a case sees what is nearest. The others stand a little
            further off and see something else. In the group you borrow their eyes for half an hour,
            without anybody taking over your case.

            The group is the same every time. After three or four sessions you know the rhythm, and
            then you go deeper. We take groups from one workplace, and [open
            groups](page:course-open-group) whose participants come one by one.
        """),
        audience_list(
            "Groups we often have",
            shared("health"),
            shared(
                "home-care",
                """You go your separate ways all week. In the group you meet for once
                with your coats off.""",
            ),
            shared("mental-health"),
            shared("child-welfare"),
            shared("schools"),
        ),
        principles(
            "A session of ninety minutes",
            ("The round", "Each says in two sentences how the leg from last time went."),
            shared("map"),
            shared("blind-spot"),
            shared("next-leg"),
        ),
        quote(
            """The best thing was not the answers. It was finding that I was not alone
            with the question.""",
            source="Milieu therapist, group participant (made-up quotation)",
        ),
        call_to_action(
            "Who is to sit around the table, and what have you tried before?",
            label="Ask about a group",
            page="contact",
        ),
    ],
}

TEAM = {
    "title": "Team supervision",
    "slug": "team-supervision",
    """lead""": (
        "For you who work closely with the same people, and must agree enough to stand firm "
        "together."
    ),
    """facts_note""": (
        "Two hours a month are usual. The whole team takes part, those on nights as well."
    ),
    "body": [
        heading("A team is not the same as a group"),
        text("""
            In a group the participants help one another, each with a case of their own. In a team
            the case is everybody's. What one does in the morning, another must live with in the
            evening. So team supervision is both about those you are there for, and about how you
            are in it together.

            We begin with a week as it was. Who knew what, and when? Where did something get lost
            between two shifts? What looked like disagreement often turns out to be two people who
            had not been given the same message.
        """),
        benefit_list(
            "What a team can expect",
            shared("language"),
            shared("decisions"),
            ("Fewer talks in the corridor", "What belongs on the table is put on the table."),
        ),
        questions(
            "What managers tend to ask",
            (
                "Shall I as the manager take part?",
                """We decide that together. Often the manager is there the first and the
                last time, and the team is on its own in between.""",
            ),
            (
                "Will I be told what they talk about?",
                "No. The team itself decides what to bring to you, and tells you itself.",
            ),
        ),
        call_to_action(
            "What was last week like where you work?",
            label="Tell us briefly",
            page="contact",
        ),
    ],
}

WORK_COMMUNITY = {
    "title": "Work-community supervision",
    "slug": "work-community-supervision",
    """lead""": (
        "Six sessions for a whole workplace that wants to look at how it is, and how it would like "
        "to be."
    ),
    """facts_note""": (
        "Six sessions over half a year. If you are more than fourteen, we are two supervisors."
    ),
    "body": [
        heading("When it is the place that needs to think"),
        text("""
            Sometimes it is not a case or a team that is stuck, but the whole place. People are
            loyal and tired. The new came before the old was finished. Everybody has an explanation,
            and nobody has said it aloud.

            In work-community supervision we draw the workplace as a landscape: where the walking is
            easy, where it has grown muddy, and where nobody goes any more. Then you choose one
            place to begin. The manager takes part, and says at the outset what can be changed and
            what is settled.
        """),
        principles(
            "Six sessions, one direction",
            ("The first and second", "We listen and draw. Nobody has to defend anything."),
            ("The third to fifth", "You try what you have chosen, and we look at how it went."),
            ("The sixth", "You write down what you want to keep, and who looks after it."),
        ),
        requirement(
            "Not a survey",
            """
                Work-community supervision does not take the place of a survey of the working
                environment, a safety representative or the handling of a formal complaint. We ask
                whether anything of the kind is under way before we say yes.
            """,
        ),
        call_to_action(
            "What is it that all of you know, but nobody says?",
            label="Ask for a talk",
            page="contact",
        ),
    ],
}

LEADER = {
    "title": "Leadership supervision",
    "slug": "leadership-supervision",
    "lead": "An hour every third week with somebody who wants nothing from you.",
    "facts_note": "Most managers have an hour every third week for a year.",
    "body": [
        heading("Everybody wants something from a manager"),
        text("""
            Those above you want figures. Those below you want time. You yourself would like to know
            whether what you do works. Leadership supervision is a place to think a thought to its
            end before you have to stand by it in a meeting.

            We work with what you have in front of you: the conversation you dread, the decision
            that will please nobody, or the colleague you cannot reach. You are welcome to practise
            aloud. It is better to say it wrongly here first.
        """),
        audience_list(
            "Managers we meet",
            shared(
                "leaders",
                """You are new to the role, or have had it for so long that nobody asks
                how you are any more.""",
            ),
            ("Team leads", "You are to lead those who until recently were your colleagues."),
            (
                "Head teachers and ward managers",
                "You stand between those who decide and those who are to do it.",
            ),
        ),
        for_and_against(
            "Supervision or something else?",
            "Leadership supervision is for you if you want to",
            [
                "understand your own part in what happens",
                "practise difficult conversations",
                "bear to wait a little before you answer",
            ],
            "Choose something else if you need",
            [
                "legal advice in a staff matter",
                "somebody to take the decision for you",
                "training in budgets, rotas or systems",
            ],
        ),
        call_to_action(
            "Which conversation have you put off the longest?",
            label="Get in touch",
            page="contact",
        ),
    ],
}
