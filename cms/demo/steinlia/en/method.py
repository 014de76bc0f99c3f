"""Steinlia's method in English."""

from cms.demo.words import (
    benefit_list,
    call_to_action,
    for_and_against,
    heading,
    picture,
    principles,
    quote,
    shared,
    text,
)

METHOD = {
    "title": "Our method: the Map Table",
    "menu_title": "The method",
    "slug": "method",
    """lead""": (
        "We lay the work on the table and look at it together. That sounds simple, and so it "
        "should: you are to be able to do it without us afterwards."
    ),
    "body": [
        heading("Why a map"),
        text("""
            Anybody who has walked in the mountains with others knows the moment: somebody unfolds
            the map, everyone bends over it, and suddenly the walk looks different. That is what
            supervision is like with us. We lay out the map, look for what we do not see, and write
            down the next leg.

            The map is a large sheet and a few felt pens. Online it is a board that everybody can
            draw on. We draw the people who are part of it, what has happened, and the distances
            between them. A case that has been drawn, you can walk around. Inside a case that has
            only been told, you tend to stay put.
        """),
        principles("Three principles", shared("map"), shared("blind-spot"), shared("next-leg")),
        heading("One round, minute by minute"),
        text("""
            A round takes forty-five minutes. **For the first ten** whoever has the case tells it,
            and nobody interrupts. **For the next five** it is quiet, and everybody writes down one
            question. **Then twenty** minutes of questions, one at a time, while she whose case it
            is answers only what she wants to. **At the end ten** in which she thinks aloud, chooses
            one step and says when.

            We have a rule about advice: whoever is bursting with some writes it on a slip and puts
            it in the envelope on the table. She whose case it is takes the envelope home and opens
            it if she likes. Most people do. Many say that by then they had already found out for
            themselves.
        """),
        picture(
            "ingrid",
            alt_text="Drawn portrait of Ingrid Aasheim: fair hair, green jumper and a red scarf.",
            caption="Ingrid Aasheim drew the first map on sandwich paper in 2016.",
        ),
        benefit_list(
            "Four things we see it give",
            shared("lighter"),
            shared("language"),
            shared("decisions"),
            shared("alive"),
        ),
        heading("Online"),
        text("""
            The Map Table works through a screen too, but not by itself. The group must be smaller,
            the breaks more frequent and the silence agreed upon. Aino has written about it in [The
            screen room](page:article-screen).
        """),
        for_and_against(
            "Shall we meet online?",
            "It goes well when",
            [
                "you live far from one another",
                "the group has met before, or is small",
                "everybody has somewhere to sit in peace",
                "you want to meet often and briefly",
            ],
            "Rather meet us in a room when",
            [
                "the group is new and at odds",
                "something grave has only just happened",
                "somebody has to sit in a car or in the staff room",
                "what you are to talk about is one another",
            ],
        ),
        heading("When supervision is not what you need"),
        text("""
            Supervision is not treatment, and it does not take the place of a manager. If your work
            has made you ill, you need a doctor. If there is a conflict over pay, rotas or a formal
            complaint, you need your union representative. We say so when we believe that something
            else will help more.
        """),
        quote(
            """We did not come to agree on everything. But we stopped guessing what the
            others thought.""",
            source="Ward manager after a year of supervision (made-up quotation)",
        ),
        call_to_action(
            "Would you like to try the Map Table with cases of your own?",
            label="See courses and groups",
            page="courses",
        ),
    ],
}
