"""Questions that Steinlia is often asked, with answers, in English."""

from cms.demo.words import group, question

QUESTIONS = {
    "title": "Questions and answers",
    "slug": "questions",
    "lead": "What people ask on the telephone, with the answers we tend to give.",
    "questions": [
        group("Before you begin"),
        question(
            "What is professional supervision?",
            """
                Time set aside for looking at your own work together with somebody who is trained to
                help you with it. You bring something you are in the middle of. The supervisor asks,
                and minds the time and the frame. The aim is that you should do your job better and
                bear it better.
            """,
        ),
        question(
            "Is it the same as therapy?",
            """
                No. We talk about the work, and about you in the work. If you are ill, or if it is
                life outside your job that is heavy, you should have help from somebody else. We say
                so if we think it.
            """,
        ),
        question(
            "Must I bring a case?",
            """
                No. “I do not know what to bring up” is a good case. But do use five minutes on the
                way here to think of the week that has been.
            """,
        ),
        question(
            "How do I know which supervisor will suit me?",
            """
                Read about [the supervisors](page:supervisors), and ring the one you feel like
                talking to. If it does not work after all, we change without any fuss.
            """,
        ),
        group("In the room"),
        question(
            "Who is told what I say?",
            """
                Nobody. The supervisor is bound to secrecy, and the group agrees on its own. The
                only exception is if somebody is in danger. Then we tell you first.
            """,
        ),
        question(
            "May I tell of patients, pupils and clients?",
            """
                Yes, when nobody can recognise them. Leave name, place and age at home, and change
                what does not matter to your question. Never write such things in a form or an
                e-mail.
            """,
        ),
        question(
            "What if I start to cry?",
            """
                Then you cry. There are tissues on the table, and nobody will make much of it.
            """,
        ),
        group("Online"),
        question(
            "What do I need to take part online?",
            """
                A computer or a tablet with a camera, and a room where nobody hears you. A telephone
                will do if it stands firmly. You need not install anything.
            """,
        ),
        question(
            "Are sessions recorded?",
            """
                No, never. Not as text either. The board we draw on goes to whoever had the case.
                Then we delete it.
            """,
        ),
        group("Money and papers"),
        question(
            "Can my employer pay?",
            """
                Yes, and that is the usual way. The prices and what we need for the invoice are on
                the page [For employers](page:employers). It is still you who decide what you talk
                about.
            """,
        ),
        question(
            "What happens if I have to cancel a course?",
            """
                Tell us as early as you can. The time limits and the prices stand in [the
                terms](page:terms). A colleague can always take your seat. If you pay yourself, you
                also have [a right of withdrawal](page:withdrawal).
            """,
        ),
        question(
            "Do I get an attestation of the hours?",
            """
                Yes. How we count them stands on the page [Hours and attestations](page:hours).
            """,
        ),
        question(
            "I cannot afford it. Is there anything?",
            """
                The open [webinar](page:course-webinar) is free. The course in group supervision has
                a price for students. And with [five agreements](page:article-agreements) and a good
                colleague you can begin tomorrow.
            """,
        ),
    ],
}
