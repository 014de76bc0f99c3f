"""Steinlia's terms and privacy notice in English, paragraph for paragraph as in Norwegian."""

from cms.demo.words import call_to_action, facts, heading, rich, text

TERMS = {
    "title": "Terms for courses and groups",
    "slug": "terms",
    "lead": "What you say yes to when you register, in plain words.",
    "text": rich("""
        ## With whom you make the agreement

        The agreement is between you, the person booking, and Steinlia fagveiledning AS,
        organisation number 000 000 001, Kartbordsmuget 3, 5003 Bergen, post@steinlia.example. If
        you register colleagues, it is you who book, and you see to it that they know these terms.

        ## Registration

        Your registration is binding once you have received our confirmation by e-mail. If you
        choose to pay by card, we hold the seats while you pay. If the payment is not completed
        within the time stated on the registration page, the registration lapses and costs you
        nothing.

        ## Price and payment

        The price is the one on the course page when you register. Our courses are teaching and
        exempt from VAT. You can pay by card. Employers and the self-employed can also have an
        invoice, due in 14 days. The venue, the materials and the course certificate are included
        in the price. Lunch is included in courses that last a whole day.

        ## Cancellation

        You cancel by writing to us. What counts is the day on which we get your message.

        - **30 days or more before the first session:** You pay nothing and get back all that you
        have paid.
        - **14 to 29 days before:** You pay half of the course fee.
        - **7 to 13 days before:** You pay three quarters of the course fee.
        - **Less than 7 days before, or without notice:** You pay the whole course fee.

        A colleague can always take your seat at no extra cost. Give us the name no later than the
        day before.

        ## Right of withdrawal

        If you pay yourself, as a private person, you may withdraw from the contract within 14 days
        of the day on which you received the confirmation. You need not say why. Write to
        post@steinlia.example that you withdraw, preferably with the reference of your registration.
        We pay you back within 14 days, in the same way as you paid. If the course begins before the
        period is over, and you have asked us for that, you pay only for the sessions that have been
        held. The right of withdrawal goes before the rules on cancellation.

        ## If we have to call a course off

        If the supervisor falls ill, or too few have registered, we may call the course off or move
        it. We tell you as soon as we know, and at least seven days before when the reason is too
        few participants. You then choose between a new date and getting back all that you have
        paid. We do not cover travel and accommodation, so do book tickets that can be changed.

        ## Confidence and recording

        What others tell on the course and in the group stays there. Bring nothing that could tell
        who a patient, pupil or client is. Nobody records the sessions, neither we nor the
        participants.

        ## Attendance and course certificate

        You get a course certificate when you have been present throughout. If you miss a part, we
        write the hours that you did attend.

        ## Personal data

        What we keep about you, and for how long, stands in our [privacy notice](page:privacy).

        ## Complaints and disagreement

        Tell us first, and we usually work it out. If you are a consumer and we do not come to
        agree, you can take the matter to the Norwegian Consumer Authority. The agreement is
        governed by Norwegian law.
    """),
}

PRIVACY = {
    "title": "Privacy",
    "slug": "privacy",
    "lead": "We ask for as little as possible, and delete it when we no longer need it.",
    "body": [
        heading("What we keep, and why"),
        text("""
            Steinlia fagveiledning AS is the controller. When you register for a course, we keep
            what you fill in: the name and e-mail address of the person booking and of the
            participants, a telephone number if you give one, the facts for the invoice, and the
            answers to the questions in the form. We need them to keep our agreement with you.

            Answers about food, health and access are kept apart. Only the owner of the practice
            sees them, and the venue is told numbers, never names. Whether you answer is up to you.
        """),
        facts(
            "For how long",
            (
                "Registrations and participants",
                "Two years after the course, so that you can have a new certificate",
            ),
            ("Answers about food and access", "Deleted shortly after the course"),
            ("Bookkeeping records", "Five years, as the Norwegian Bookkeeping Act requires"),
            ("E-mails to us", "One year after the matter is closed"),
        ),
        heading("Who helps us"),
        text("""
            Payment by card takes place at Stripe. Your card number never reaches us. The website
            and our e-mail are kept by suppliers in the EEA who process data on our behalf alone.
            We sell nothing about you and share nothing for advertising.
        """),
        heading("Cookies"),
        text("""
            We do not measure what you do on our pages. The registration form and the log-in for
            editors set the cookies that they need to work, and no others. That is also why you meet
            no box to click away.
        """),
        heading("Your rights"),
        text("""
            You can ask to see what we have about you, to have it corrected, to take it with you, or
            to have it deleted when we are not bound to keep it. Write to post@steinlia.example, and
            we will answer within a month. If you are not content with the answer, you can complain
            to the Norwegian Data Protection Authority.
        """),
        call_to_action("If anything is unclear, ask us.", label="Get in touch", page="contact"),
    ],
}
