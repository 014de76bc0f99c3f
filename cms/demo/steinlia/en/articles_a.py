"""Steinlia's list of articles and the first three, in English."""

from cms.demo.words import (
    call_to_action,
    heading,
    principles,
    quote,
    requirement,
    text,
)

ARTICLES = {
    "title": "Articles",
    "slug": "articles",
    """lead""": (
        "What we have learnt from our mistakes, written down so that you need not make all of them "
        "yourself."
    ),
}

AGREEMENTS = {
    "title": "Five agreements before a group's first hour",
    "slug": "five-agreements",
    """lead""": (
        "Most groups that stop do so over something that could have been settled in a quarter of "
        "an hour. Here are the five things we always talk about first."
    ),
    "body": [
        text("""
            A group about to begin supervision is in a hurry. Some have waited for half a year.
            There are cases burning, and nobody feels like spending the first hour on rules. We do
            so all the same. Not because we are fond of rules, but because we have seen what happens
            without them.
        """),
        heading("1. What are we here for?"),
        text("""
            Ask ten participants what supervision is, and you get eleven answers. One wants to ease
            the pressure. One wants to grow better at the job. One was sent by a manager and is
            waiting to hear why. All of this can find room in the same group, but only if it is
            said.

            We let each participant finish one sentence: “By Christmas I am content if …” Then we
            hang the sentences on the wall. They stay there.
        """),
        heading("2. What stays in the room?"),
        text("""
            Everybody answers confidentiality, and everybody means something slightly different. May
            I say at home that I was moved? May I tell a colleague that she ought to bring that case
            again? May the manager know who tends to come?

            Our groups tend to end up with this: what you yourself said and learnt is yours, and you
            may take it with you. What the others said stays here. A case is brought up again only
            by the one whose it is. Write it down in words of your own.
        """),
        heading("3. What do we do when somebody does not come?"),
        text("""
            A group can bear that people fall ill. It finds it hard to sit and wait. Agree on whom
            to tell, how late one may come, and how few you may be before you call it off. With us
            the number is three.

            Talk about shifts as well. If half the group works nights, somebody must have said yes
            to supervision being working time. That is an agreement with the employer, and it ought
            to be in writing.
        """),
        heading("4. How do we say that something does not work?"),
        text("""
            Sooner or later there comes an hour that went wrong. The supervisor moved too fast,
            somebody was left sitting with tears, or the talk went in circles. Then it is too late
            to find out how to say so.

            We set aside the last five minutes every time for one question: what should we do
            differently next time? At first everybody answers “nothing”. After three times comes the
            first honest answer. That is when the group begins.
        """),
        heading("5. When do we end?"),
        text("""
            A group without an end becomes a habit. Set a date already now, for example after six
            sessions. Then you look back and choose: go on, change something, or part with thanks.
            Ending is not failing. Some of our best groups lasted for five months.
        """),
        principles(
            "To take with you",
            ("The purpose", "One sentence from each."),
            ("Confidence", "In words of your own, on a sheet."),
            ("Attendance", "Who, when and how few."),
            ("Criticism", "Five minutes, every time."),
            ("The end", "A date before you begin."),
        ),
        text("""
            The whole talk takes an hour. It looks like lost time. We have yet to meet a group that
            wanted it back.
        """),
        call_to_action(
            "Are you about to begin, and would like help with the first hour?",
            label="Ask for one session",
            page="contact",
        ),
    ],
}

ATTESTATION = {
    "title": "How to read an attestation of supervision",
    "slug": "reading-an-attestation",
    """lead""": (
        "“Has taken part in supervision, 30 hours.” What does that really say? A short guide for "
        "those who get an attestation, and for those who have to judge one."
    ),
    "body": [
        text("""
            An attestation of supervision looks like a simple paper. It has a name, a number and a
            signature. But two attestations with the same number can document very different things.
            One person sat alone with an experienced supervisor. The other was one of fourteen in a
            meeting room. Both have thirty hours.
        """),
        heading("How long is an hour?"),
        text("""
            In supervision an hour is often forty-five minutes. Some count sixty. The difference is
            not small: thirty hours of forty-five minutes are twenty-two and a half by the clock. If
            the attestation does not say how long the hour is, ask.

            We write the minutes first, and the hours after them. Then whoever reads it can do the
            sum again.
        """),
        heading("Did you receive, or give?"),
        text("""
            There are three roles. You may have **received** supervision. You may have **given** it.
            Or you may have received supervision of the supervision you gave, that is,
            metasupervision. They are not to be added together. Those who seek approval as a
            supervisor usually have to show all three, each by itself.
        """),
        heading("How many were you?"),
        text("""
            Alone you have the whole hour. In a group of four perhaps a quarter of it goes to your
            own case, but you learn from the other three. In a group of twelve it is long between
            the times. Some schemes therefore count less when the group is large, and some accept no
            more than four. A good attestation says how many were present, not only how many had
            registered.
        """),
        heading("Who supervised?"),
        text("""
            The name is not enough. What counts is which training and approval the supervisor had
            **at the time**. A supervisor who was approved in March was not so in January. That is
            why there ought to be a date at every session, or at least at the first and the last.
        """),
        requirement(
            "Six things that it should say",
            """
                - who was given the attestation
                - when the sessions were, and how many minutes they lasted
                - whether the hours were received, given or metasupervision
                - how many were present
                - who supervised, and with which approval
                - whom one can ask
            """,
        ),
        heading("What it should not say"),
        text("""
            An attestation does not say what you talked about. It does not say whether you were good
            at it. If somebody writes that you “accounted for your feelings in a mature way”, they
            have written an assessment and not an attestation. Ask for a new one.
        """),
        heading("Collect while you remember"),
        text("""
            The commonest mistake is to wait. The supervisor moves, the workplace is merged with
            another, and the calendar from those days is gone. Ask for the attestation when the
            series is over, and put it where you will find it in ten years. More on how we record
            the hours is found under [Hours and attestations](page:hours).
        """),
        call_to_action(
            "Have you an attestation that you cannot make sense of? We gladly read it with you.",
            label="Write to us",
            page="contact",
        ),
    ],
}

CHANGE = {
    "title": "When is it time to change supervisor?",
    "slug": "changing-supervisor",
    """lead""": (
        "A good supervisor gets to know you. One day she knows you a little too well. This is how "
        "you notice, and this is how you say it."
    ),
    "body": [
        text("""
            I have had four supervisors. I was afraid of the first, grew fond of the second,
            quarrelled with the third, and the fourth I have now. All four gave me something. Two of
            them I kept for too long.

            It is easy to stay. To begin anew means to tell everything once more, to somebody who
            does not know who you are. Still I believe that most of us should change more often than
            we do, for it is the new one who asks about the obvious.
        """),
        principles(
            "It may be time when",
            ("You know what she will ask", "And have the answer ready in the car on the way."),
            (
                "What you do most is laugh",
                "Laughing is good. But who then will say what is not funny?",
            ),
            (
                "There is something you do not bring up",
                "Not because it is secret, but because she might be disappointed.",
            ),
            (
                "You have another job",
                """A supervisor who was right for the ward is not always right for the
                manager's office.""",
            ),
            ("You leave as you came", "Once is nothing. Three times is an answer."),
        ),
        heading("What is not a sign"),
        text("""
            That it is unpleasant does not mean it is wrong. From some of the hours that taught me
            most, I went home angry. Have one more session before you decide, and ask yourself: is
            it the supervisor I want to get away from, or the question?

            The opposite is true as well. That it is pleasant is no reason to stay. You are not
            paying for a friend.
        """),
        heading("How to say it"),
        text("""
            Say it in a session, not in an e-mail afterwards. Say it early in the hour, so that you
            have time. You need no complaint. “I think I need to be seen by new eyes” is enough.

            A good supervisor is not hurt. She asks what you have been given, what you missed, and
            what you want the next one to know. Ask for a quarter of an hour for just that. It is
            among the most useful things you will do together.
        """),
        quote(
            "She thanked me for saying it. Then I understood that I had waited a year too long.",
            source="Physiotherapist in individual supervision (made-up quotation)",
        ),
        heading("When the group wants to change"),
        text("""
            In a group it is harder. Some want to change, some do not, and most would rather be
            spared saying anything. Let the supervisor bring it up. We do so after ten sessions: we
            ask the group to talk for half an hour without us, and to come back with one of three
            answers. Stay, alter, change.

            If it is change, we help to find the next one. It is not always one of us.
        """),
        heading("And the supervisor?"),
        text("""
            A supervisor too can say that it is enough. We do so when we notice that we have stopped
            being surprised. It is strange to hear the first time. But somebody who says it still
            has open eyes.
        """),
        call_to_action(
            "Would you like to try some new eyes?",
            label="See who we are",
            page="supervisors",
        ),
    ],
}
