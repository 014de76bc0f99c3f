"""The second half of Steinlia's services, in English."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    course_cards,
    for_and_against,
    heading,
    principles,
    questions,
    quote,
    requirement,
    shared,
    text,
)

META = {
    "title": "Individual metasupervision",
    "slug": "individual-metasupervision",
    "lead": "Supervision of your supervision, with somebody who has sat in the same chair.",
    "facts_note": "Once a month suits most people who have one or two series under way.",
    "body": [
        heading("Who supervises the supervisor?"),
        text("""
            You are the one who holds the frame, asks the questions and bears the silence. But what
            happens in you meanwhile? Why did you grow so eager to help her in particular? What was
            it that you did not hear?

            In metasupervision you bring something from a session that you have led, perhaps with a
            short sound recording to which your supervisee has agreed in writing. We look at what
            you did, at what you left undone, and at what happens between the two of us as you tell
            it. The last is often what teaches you most.
        """),
        audience_list(
            "For those who supervise others",
            shared(
                "supervisors",
                """You have supervisees now, and want to look at what happens between you
                while it happens.""",
            ),
            (
                "You who seek approval",
                "You have to document hours, and want them to be worth more than a number.",
            ),
        ),
        requirement(
            "Ten hours make a difference",
            """
                Many schemes of approval ask for at least **ten hours** of metasupervision. Check
                the requirements of the one you will apply to before you begin. We record [the
                hours](page:hours) so that they can be counted in more than one way.
            """,
        ),
        call_to_action(
            "Which moment of your last session are you still thinking of?",
            label="Write to Mikael",
            page="contact",
        ),
    ],
}

META_GROUP = {
    "title": "Metasupervision in a group",
    "slug": "group-metasupervision",
    """lead""": (
        "Three or four supervisors who let one another see what they do when the door is closed."
    ),
    """facts_note""": (
        "The group is never larger than four, so that everybody has time to bring something."
    ),
    "body": [
        heading("Being seen at work"),
        text("""
            Supervisors seldom witness one another's work. We know what our colleagues think about
            supervision, but not what they do when a group is silent for four minutes. In
            metasupervision in a group you see it, and you show it yourself.

            One brings a case. Another supervises, here and now. The last two each watch something
            of their own: what is said, and what happens. Then we talk about it from all four
            places. Many say that they learnt most the time they only watched.
        """),
        principles(
            "Four chairs",
            ("The one who brings the case", "Has one from supervision of their own."),
            ("The one who supervises", "Works for twenty minutes while the others are silent."),
            (
                "The one who listens for words",
                "Writes down three sentences exactly as they were said.",
            ),
            ("The one who watches the rest", "Notices breath, pauses and who leaned forward."),
        ),
        course_cards("Groups you can apply to", "course-meta"),
        call_to_action(
            "Are you three who know one another already? Then we make a group for you.",
            label="Get in touch",
            page="contact",
        ),
    ],
}

CASE = {
    "title": "Case supervision",
    "slug": "case-supervision",
    """lead""": (
        "Every other week, four to six professionals and cases that cannot wait until next month."
    ),
    "facts_note": "Every other week for a limited time, for example from August to Christmas.",
    "body": [
        heading("When the case moves faster than the meetings"),
        text("""
            Some workplaces have cases that change from week to week. A family moves, a patient is
            discharged too early, a young person stops coming. Then it helps little to wait a month
            for time to think.

            In case supervision we look at one or two cases each time, and what we search for is
            room to act: what has been decided, what is possible, and what have you not thought of
            yet? The responsibility for the case stays all the while with the person who has it.
        """),
        benefit_list(
            "What you go home with",
            ("A map that everybody has drawn", "It says what you know, and what you only believe."),
            shared(
                "decisions", "You can write down what you weighed, and why you chose as you did."
            ),
            ("One next step", "With a date and somebody who takes it."),
        ),
        requirement(
            "No names in the room",
            """
                We work only with cases in which nobody can be recognised. Change sex, age and place
                if need be. If confidentiality stands in the way, we find another question to ask.
            """,
        ),
        call_to_action(
            "How many cases do you have now that somebody should have thought about together?",
            label="Ask about case supervision",
            page="contact",
        ),
    ],
}

PROCESS = {
    "title": "Process and change supervision",
    "slug": "process-supervision",
    """lead""": (
        "When two departments become one, when a way of working comes to an end, or when nobody "
        "knows what is coming."
    ),
    "facts_note": "We agree the extent of each assignment, usually between three and eight months.",
    "body": [
        heading("Change is also a loss"),
        text("""
            Whoever leads a change is often half a year ahead of those who are to live in it. The
            manager has done with grieving and wants to move on. The others have only just heard.
            Much of what is called resistance is people trying to save something that they know is
            worth keeping.

            We go with you through it: some sessions for those who lead, some for those who are to
            do the work, and some for all. On the way we draw the same map again and again, so that
            you see how far you have come.
        """),
        principles(
            "The course of an assignment",
            (
                "Finding out",
                "We talk to the manager, the union representatives and some of those concerned.",
            ),
            (
                "A plan",
                "You get a written proposal of two pages, with a price and a place to stop.",
            ),
            ("Sessions", "Between five and twelve, in small groups and large."),
            ("Afterwards", "We come back after three months and ask what was left standing."),
        ),
        questions(
            "Before you ask us",
            (
                "Can you tell us whether the change is wise?",
                """No. That is for you to decide. We help you to carry it through without
                losing one another.""",
            ),
            (
                "When is it too early?",
                """When it has not been decided whether anything will change. Then what
                you need is a say in it, not supervision.""",
            ),
        ),
        call_to_action(
            "What are you afraid of losing?",
            label="Ask for a proposal",
            page="contact",
        ),
    ],
}

NEW_GRADUATES = {
    "title": "Supervision for new graduates",
    "slug": "new-graduates",
    "lead": "Six sessions in the first year, together with others who are also new.",
    "facts_note": "Six sessions spread over the first year at work. The employer pays.",
    "body": [
        heading("The first year does not come again"),
        text("""
            You know more than you think, and less than you wish. Everybody else seems to know where
            the gloves are and what is not to be said at the morning meeting. Many who are new use
            so much strength on appearing calm that there is little left to learn with.

            In the group everybody is new. There you can say that you did not dare to ring the
            doctor, that you cried in the car, or that you have noticed something the others have
            stopped seeing. The last is of use to the whole workplace.
        """),
        audience_list(
            "Whom the groups are for",
            shared("new-graduates"),
            shared(
                "health",
                "You are in your first year as a nurse, social educator or physiotherapist.",
            ),
            shared(
                "schools", "You have your first class, and the parents' evening is in three weeks."
            ),
        ),
        quote(
            "I thought I was the only one who rehearsed telephone calls in the shower.",
            source="Social educator in her first year (made-up quotation)",
        ),
        questions(
            "For employers",
            (
                "Is this the same as training?",
                """No. The routines are for you to teach. Here new people learn to use
                their judgement, and to ask for help in time.""",
            ),
            (
                "We have only one or two new people. Is that possible?",
                "Yes. Then we put together a group from several workplaces.",
            ),
        ),
        call_to_action(
            "How many new people will you have this year?",
            label="Ask about places",
            page="contact",
        ),
    ],
}

CONSULTATION = {
    "title": "Single consultation",
    "slug": "consultation",
    """lead""": (
        "One online conversation about one case. Then you are done, or you know what you want to "
        "go on with."
    ),
    """facts_note""": (
        "An hour is usually enough. If the case needs more room, we set aside ninety minutes."
    ),
    "body": [
        heading("When you do not need a series"),
        text("""
            You have a conversation tomorrow and do not know how to begin it. You have been asked to
            lead a group of colleagues. You have a case in which everything has been tried. To think
            about that does not take half a year. It takes one good hour.

            Write two sentences on what it is about, and we will answer within two working days and
            suggest a time. We meet online. Afterwards you get the map we drew, and one question to
            take with you.
        """),
        for_and_against(
            "Is one hour enough?",
            "A single conversation will do when",
            [
                "the question is clear and urgent",
                "the choice you face is your own",
                "you want to try supervision before you decide",
            ],
            "Choose a series when",
            [
                "the same thing has happened three times",
                "several people are affected and should take part",
                "you notice that the case has settled in your body",
            ],
        ),
        requirement(
            "Not an emergency line",
            """
                If there is danger to life or health, ring the emergency number or your own manager.
                We answer in the daytime, and give no advice on the treatment of individuals.
            """,
        ),
        call_to_action(
            "What is your question, in two sentences?",
            label="Write it to us",
            page="contact",
        ),
    ],
}
