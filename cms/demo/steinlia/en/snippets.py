"""What several of Steinlia's pages share, in English."""

AUDIENCES = {
    "health": {
        "name": "Nurses and others in health care",
        """text""": (
            "You carry events with you from shift to shift, and need a place to put them down and "
            "look at them."
        ),
    },
    "home-care": {
        "name": "People in home care and supported housing",
        """text""": (
            "You work in other people's homes, often alone, and meet your colleagues in the "
            "doorway."
        ),
    },
    "mental-health": {
        "name": "People in mental health and addiction care",
        """text""": (
            "You stand close to those who have suffered for a long time, and must keep both hope "
            "and distance."
        ),
    },
    "child-welfare": {
        "name": "People in child welfare and social services",
        """text""": (
            "You make choices that reach into other people's lives, and want to think aloud before "
            "you make them."
        ),
    },
    "schools": {
        "name": "Teachers and school advisers",
        """text""": (
            "You are the only adult in the room, but should not be alone with what is difficult."
        ),
    },
    "leaders": {
        "name": "Managers",
        """text""": (
            "You answer for other people's working day, and have few to talk to about your own."
        ),
    },
    "new-graduates": {
        "name": "New graduates",
        """text""": (
            "You have learnt your profession, and are to find out how you of all people will carry "
            "it."
        ),
    },
    "pastoral": {
        "name": "Priests, deacons and others in pastoral care",
        """text""": (
            "You receive what people do not tell others, and seldom have anybody to share it with."
        ),
    },
    "supervisors": {
        "name": "Supervisors",
        "text": "You supervise others, and want metasupervision of what you do.",
    },
}

BENEFITS = {
    "lighter": {
        "title": "You carry less home with you",
        "text": "A case that lies on the table no longer lies only in you.",
    },
    "language": {
        "title": "You get a language in common",
        "text": "It is easier to ask for help when everybody knows what a blind spot is.",
    },
    "decisions": {
        "title": "Decisions are better grounded",
        "text": "You can say what you decided against, and why.",
    },
    "alive": {
        "title": "Your profession stays alive",
        "text": "What you wonder about in supervision comes back with you to the staff room.",
    },
}

PRINCIPLES = {
    "map": {
        "title": "Lay out the map",
        """text""": (
            "Whoever brings the case tells it without interruption. The group draws: who is part "
            "of it, what has happened, what do we not know?"
        ),
    },
    "blind-spot": {
        "title": "Find the blind spot",
        """text""": (
            "We ask instead of giving advice. Everybody names one place on the map that nobody has "
            "looked at yet."
        ),
    },
    "next-leg": {
        "title": "Note the next leg",
        """text""": (
            "Whoever brought the case chooses one step and says when it will be taken. At the next "
            "session we begin there."
        ),
    },
}

TOPICS = {
    "groups": {"name": "The group"},
    "agreements": {"name": "Agreements and frames"},
    "online": {"name": "Supervision online"},
    "hours": {"name": "Hours and approval"},
    "employers": {"name": "For employers"},
}
