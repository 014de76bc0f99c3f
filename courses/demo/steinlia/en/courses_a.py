"""Steinlia's list of courses, and those it always has, in English."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    facts,
    heading,
    principles,
    quote,
    requirement,
    rich,
    shared,
    supervisors,
    text,
)

COURSES = {
    "title": "Courses and groups",
    "slug": "courses",
    """lead""": (
        "This is what you can register for now. You see what it costs and how many seats are left "
        "before you decide."
    ),
}

GROUP = {
    "title": "Collegial group supervision in practice",
    "slug": "collegial-group-supervision",
    """lead""": (
        "Two days in which you learn to lead a group of colleagues through a case – in a fixed "
        "order, with clear roles, practising on examples of your own."
    ),
    "for_whom": rich("""
        The course is for you if you want to get collegial supervision going where you work, without
        waiting for a supervisor from outside. You may be

        - a nurse, social educator, physiotherapist or other health professional
        - a social worker or child welfare worker
        - a teacher, school adviser or milieu therapist
        - a team lead who is to see that others get time to think

        You need no training as a supervisor. You are welcome to come in pairs from one workplace.
    """),
    "body": [
        heading("What you take home"),
        text("""
            Collegial supervision seldom fails because people lack the will. It fails because
            somebody begins to give advice after two minutes, because the same person always talks
            most, and because nobody knows when they have finished. On this course you practise what
            prevents that.
        """),
        benefit_list(
            "After two days you can",
            (
                "Lead a round of forty-five minutes",
                "From a case on the table to one step on, without anybody being interrupted.",
            ),
            (
                "Keep the group away from quick advice",
                "You get nine questions on a card, and practise until you no longer need the card.",
            ),
            ("Meet a group that is tired, silent or at odds", "We try out all three."),
            (
                "Get started at home",
                """You leave with an agreement, a plan for the first four sessions and
                somebody to ring.""",
            ),
        ),
        principles(
            "The Map Table, the way we practise it",
            ("Lay out the map", "Whoever has the case tells it. The others draw and keep silent."),
            (
                "Find the blind spot",
                "One round of questions. No answers until everybody has asked.",
            ),
            (
                "Note the next leg",
                "Whoever has the case makes the choice. The group writes down when.",
            ),
        ),
        facts(
            "The course in brief",
            ("Extent", "Two days, 12 hours"),
            (
                "Way of working",
                "One third talk with everybody, two thirds practice in small groups",
            ),
            ("Preparation", "Think of one case you can tell without anybody being recognised"),
            ("Course certificate", "For 12 hours, when you have been there throughout"),
            ("Members' price", "For members of a union or a professional association"),
            ("Students' price", "For full-time students"),
        ),
        heading("The two days"),
        text("""
            **The first day** is about the frame: the agreement, the roles and the order. After
            lunch everybody leads a short round, and is told what they did that helped.

            **The second day** is about what is difficult: silence, disagreement, colleagues who are
            friends, and cases that are too big for the group. We end with the plan for home.

            The course is held together with Jonas Refsdal, school adviser, who has run groups of
            colleagues in two municipalities. There is coffee all day and a warm lunch on both days.
        """),
        supervisors("Course leaders", "ingrid", "jonas"),
        quote(
            "We have had collegial supervision for years. Now we know what we are doing.",
            source="Social educator, former participant (made-up quotation)",
        ),
        call_to_action(
            "Are there many of you in one place? The course can come to you.",
            label="Ask for a proposal",
            page="contact",
        ),
    ],
}

OPEN_GROUP = {
    "title": "Open supervision group for health professionals",
    "slug": "open-supervision-group",
    """lead""": (
        "A fixed evening each month for half a year, together with others who know the shifts but "
        "not your workplace."
    ),
    "for_whom": rich("""
        For you who work with patients and get no supervision at work, or who want a group in which
        nobody knows who your manager is. You may be a nurse, social educator, doctor,
        physiotherapist, occupational therapist or health care assistant.

        You apply with a few lines on what you work with. We put the group together so that no two
        have the same employer, and answer within five working days. You pay only once you have been
        told yes.
    """),
    "body": [
        heading("Six evenings"),
        text("""
            There are between five and eight in the group, and it is the same all the way. You need
            not have a case every time. Nor do you have to be good at it. Most of the work is
            listening to the others in a way that lets them hear themselves.

            Those who have been in it before say that the third evening is the most important. By
            then everybody has brought something, and nobody is afraid to ask any more.
        """),
        audience_list(
            "Who tends to apply",
            shared("health"),
            shared("home-care"),
            shared(
                "new-graduates",
                """You have been at work for some months and wonder whether it is you or
                the work that is odd.""",
            ),
        ),
        principles(
            "An evening of two hours",
            ("Arriving", "Coffee, shoes off for those who like, and one sentence from each."),
            shared("map"),
            shared("blind-spot"),
            shared("next-leg"),
        ),
        facts(
            "The group in brief",
            ("Extent", "Six sessions of 120 minutes"),
            ("Hours", "16 supervision hours of 45 minutes, if you are there every time"),
            ("Size", "Five to eight participants"),
            ("Documentation", "An attestation of the hours at which you were present"),
        ),
        requirement(
            "We have to be five",
            """
                If fewer than five have joined on the decision date, we call the group off. Then you
                are told the same day and get your money back. The date stands where you register.
            """,
        ),
        supervisors("Supervisor", "ingrid"),
        call_to_action(
            "Are you unsure whether the group is right for you?",
            label="Ask Ingrid",
            page="contact",
        ),
    ],
}

META = {
    "title": "Metasupervision: ten hours",
    "slug": "metasupervision-ten-hours",
    """lead""": (
        "Five online sessions for supervisors who want to see their own supervision with fresh "
        "eyes. The group is small enough for everybody to work each time."
    ),
    "for_whom": rich("""
        For supervisors in health, social work and schools, approved or not. You need at least one
        supervision series of your own under way while the metasupervision lasts, because that is
        what we work on.

        Many come because they seek approval as a supervisor and have to document hours. Others come
        because they have supervised alone for a long time.
    """),
    "body": [
        heading("How we work"),
        text("""
            Metasupervision is supervision of supervision. You bring something from a session that
            you have led: a moment when you grew unsure, a question that struck home, a group that
            stood still. We look at what you did, and at what you left undone.

            You are welcome to bring a short sound recording of yourself, if your supervisee has
            agreed in writing. What we talk about must never lead back to a client.
        """),
        principles(
            "A session of two hours",
            ("Arriving", "Each of us says in two sentences what has been hard since last time."),
            ("Two cases", "Forty minutes for each. Whoever has no case has an assignment."),
            ("Theory in five minutes", "One concept that fits what we have just seen."),
            ("The next leg", "What you try in your own supervision before we meet again."),
        ),
        facts(
            "The group in brief",
            ("Extent", "Five sessions of two hours"),
            ("Where", "Online, in the same room each time"),
            ("Required", "At least one supervision series of your own under way"),
            ("Documentation", "An attestation of the hours at which you were present"),
        ),
        requirement(
            "Ten hours, if you are there every time",
            """
                Five sessions of two hours make ten hours by the clock. If you are away once, the
                attestation says eight. The last two you can have [individually](page:meta)
                afterwards.
            """,
        ),
        supervisors("Metasupervisor", "mikael"),
        call_to_action(
            "Are you unsure whether the hours count where you seek approval?",
            label="Ask Mikael",
            page="contact",
        ),
    ],
}

WEBINAR = {
    "title": "The screen room: an open webinar on supervision online",
    "slug": "the-screen-room",
    """lead""": (
        "An hour on how to make calm, presence and good silence work through a screen. Free, and "
        "open to everybody who leads groups."
    ),
    "for_whom": rich("""
        For anyone who supervises, teaches or leads meetings online and has felt something get lost
        on the way. You need not know Steinlia beforehand.
    """),
    "body": [
        principles(
            "Three things we shall touch on",
            (
                "Before anybody comes",
                "Who sits where, what they see first, and why you should open ten minutes early.",
            ),
            ("When it falls silent", "How to tell reflection from a connection that is down."),
            (
                "When somebody disappears",
                "An agreement of one sentence that spares a group unease.",
            ),
        ),
        text("""
            The last fifteen minutes are for questions. You may keep your camera off throughout. The
            webinar is not recorded, so all you have to do is come.
        """),
        heading("When the screen is not the right room"),
        text("""
            Some things work badly online: a group that has never met and is in conflict, an event
            that has only just happened, or a participant who has nowhere to sit in peace. We talk
            about that too.
        """),
        supervisors("You will meet", "aino"),
    ],
}
