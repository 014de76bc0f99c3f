"""Two further articles of Steinlia's, in English."""

from cms.demo.words import (
    call_to_action,
    heading,
    principles,
    text,
)

SCREEN = {
    "title": "The screen room: silence online",
    "slug": "silence-online",
    """lead""": (
        "In a room, silence is something we do together. On the screen it looks like a fault. This "
        "is how to give it back to the group."
    ),
    "body": [
        text("""
            The first time I led a group online, it fell silent after twenty minutes. One of the
            participants had just said something that cost her dearly. In an ordinary room we would
            have felt it: somebody breathed out, one looked down, another put a hand on the table.
            On the screen I saw six small faces that did not move. After four seconds somebody said:
            “Can you hear me?”

            The moment was gone. Nobody had done anything wrong. The room was just not built for
            being silent in.
        """),
        heading("Why it grows uneasy so fast"),
        text("""
            In a room we get a hundred small signs that the others are there. Online we get almost
            none. The sound comes a little after the picture, and the picture shows people from the
            chest up. When nobody speaks, there is no telling one who thinks from one who weeps, or
            from one who has lost the connection. So we fill the silence, out of sheer care.

            It does not help to ask people to bear it. It helps to make the silence visible.
        """),
        principles(
            "Four things that work",
            (
                "Announce it",
                """Say: “Now we shall be silent for one minute.” Then it is yours, and
                not the network's.""",
            ),
            (
                "Give it something to hold",
                "Ask everybody to write one word on paper. Hands that move are signs of life.",
            ),
            (
                "Let somebody mind the clock",
                "One participant raises a hand when the time is up. Then all the others need not.",
            ),
            (
                "End it softly",
                "Do not ask “what do you think?” but “who would like to read their word?”",
            ),
        ),
        heading("The room before the room"),
        text("""
            I open ten minutes early. Not to test the sound, but because in a house we would have
            walked down a corridor, hung up our coats and said something about the weather. Those
            ten minutes are the corridor. Whoever comes then is calmer for the rest of the hour.

            I also ask everybody to show where they are. Turn the camera to the window, the door,
            the cup of coffee. Then we know that somebody is sitting somewhere, and that nobody is
            behind them.
        """),
        heading("An agreement of one sentence"),
        text("""
            The worst thing online is when somebody disappears. Was she thrown out, or did she
            leave? We agree the first time: “If you vanish and are not back in three minutes, I ring
            you.” One sentence. Since we began doing that, nobody has been left to wonder.
        """),
        heading("When it does not work"),
        text("""
            Some things do not belong on the screen. A group that has never met and is at odds. An
            event from yesterday. A participant who sits in a car because it is the only place with
            any peace. Then we put it off, or travel there. The screen is a good room. But it is not
            the only one.
        """),
        call_to_action(
            "Do you lead a group online that has fallen silent in the wrong way?",
            label="Ask Aino",
            page="contact",
        ),
    ],
}

EMPLOYER = {
    "title": "What an employer ought to ask",
    "slug": "what-an-employer-ought-to-ask",
    """lead""": (
        "You are going to buy supervision for your people. Here are the questions we would ask "
        "ourselves – those that are awkward for us as well."
    ),
    "body": [
        text("""
            Buying supervision is not like buying office chairs. You do not get to see what you pay
            for. The door is closed, what is said in there is not yours, and after half a year you
            are to judge whether it was worth the money. It can be done. But then you have to ask
            before you begin.
        """),
        heading("About the need"),
        text("""
            Begin with yourself. What do you want to be different? If the answer is that people
            should be happier with a reorganisation that has been decided, supervision is the wrong
            way. If the answer is that they should bear demanding work without growing hard or ill,
            you have come to the right place.

            Ask those concerned. A group under orders spends its first three sessions on finding out
            why.
        """),
        heading("About the supervisor"),
        text("""
            Ask which training she has in supervision, not only in her profession. Thirty credits
            are usual, sixty are more. Ask who supervises **her**, and how often. If she answers
            that she no longer needs it, thank her for the talk.

            Ask too what she does not take on. Somebody who can do everything has seldom thought
            about it.
        """),
        principles(
            "Five things that the agreement should say",
            ("Who takes part", "And whether it is voluntary. It ought to be."),
            ("How often, how long and until when", "With a date for looking back."),
            ("What you will be told", "Usually how many came, and no more."),
            (
                "What happens if something is dangerous",
                "The supervisor must be able to speak up, and the group must know so beforehand.",
            ),
            ("What it costs to move or cancel", "For both parties."),
        ),
        heading("About confidence"),
        text("""
            You will come to wonder what they say about you. That is human. But if you are told,
            they will stop saying it, and then you have paid for nothing. Rather ask the group to
            tell you twice a year what it thinks you ought to know. Then the words are theirs, and
            you can use them.
        """),
        heading("About the effect"),
        text("""
            Supervision seldom shows in one figure. Look for other things: are difficult cases
            brought up earlier? Do people ask one another for help? Do the new ones stay? Ask after
            three months and after twelve, and ask in the same words.

            Be careful with anybody who promises less sick leave. It may happen. But nobody can
            promise it to you.
        """),
        heading("And if the money will not stretch?"),
        text("""
            Then you can do some of it yourselves. Collegial supervision costs only time, and with a
            little practice one gets far. We hold a course in it. Do send two people, so that they
            have somebody to be nervous with.
        """),
        call_to_action(
            "Would you like to put the questions to us?",
            label="Get in touch",
            page="contact",
        ),
    ],
}
