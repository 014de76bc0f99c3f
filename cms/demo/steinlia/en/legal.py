"""What the law asks Steinlia to say, in English."""

from cms.demo.words import rich

TERMS = {
    "title": "Terms for courses and groups",
    "menu_title": "Terms",
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

        For some groups we read the registration before we answer, because the group has to fit
        together. Then you pay only once we have said yes.

        ## Price and payment

        The price is the one on the course page when you register. Most of our courses are teaching
        and exempt from VAT. Where a course has VAT, the rate and the price with and without it
        stand side by side. Some courses we hold in Sweden or in Finnish, and they are paid in
        Swedish kronor or euros.

        You can pay by card. Employers and the self-employed can also have an invoice, due in 14
        days. The venue, the materials and the course certificate are included in the price. Lunch
        is included in courses that last a whole day.

        ## Cancellation

        You cancel on your registration's own page or by writing to us. What counts is the day on
        which we get your message.

        - **30 days or more before the first session:** You pay nothing and get back all that you
        have paid.
        - **14 to 29 days before:** You pay half of the course fee.
        - **7 to 13 days before:** You pay three quarters of the course fee.
        - **Less than 7 days before, or without notice:** You pay the whole course fee.

        A colleague can always take your seat at no extra cost. Give us the name no later than the
        day before.

        ## Right of withdrawal

        If you pay yourself, as a private person, you may withdraw from the contract within 14 days
        of the day on which you received the confirmation. You need not say why. How to do it stands
        on the page on [the right of withdrawal](page:withdrawal). The right of withdrawal goes
        before the rules on cancellation.

        ## If we have to call a course off

        If the supervisor falls ill, or too few have registered, we may call the course off or move
        it. We tell you as soon as we know, and at least seven days before when the reason is too
        few participants. You then choose between a new date and getting back all that you have
        paid. We do not cover travel and accommodation, so do book tickets that can be changed.

        ## Waiting list

        When a course is full, you can be on a waiting list at no cost. If a seat becomes free, you
        are offered it by e-mail, with a time limit for answering. If you do not answer, the offer
        goes to the next person.

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

WITHDRAWAL = {
    "title": "Right of withdrawal",
    "slug": "right-of-withdrawal",
    """lead""": (
        "If you have registered as a private person, you have fourteen days to change your mind."
    ),
    "text": rich("""
        ## Who has a right of withdrawal

        The right applies when you pay yourself, as a private person, and have registered here on
        the website. If your employer pays, or if you register as self-employed, the rules on
        cancellation in [the terms](page:terms) apply.

        ## For how long

        You have 14 days from the day on which you received the confirmation. If the period ends on
        a Saturday, a Sunday or a public holiday, it runs to the end of the next working day.

        ## How to do it

        - Open your registration's page from the link in the confirmation, and choose **Withdraw
        from contract here**. You confirm once more, and get a dated receipt at once.
        - You can also write to post@steinlia.example or ring +47 00 12 34 56. Do state the
        reference of your registration. You need not use a form, and you need not say why.

        ## The money

        We pay you back within 14 days, in the same way as you paid. It costs you nothing.

        ## If the course begins before the period is over

        If you ask us to begin before the 14 days have passed, you pay only for the sessions that
        have been held when you withdraw. If the whole course has been held, as you asked, the right
        of withdrawal is used up. We ask you about this before you register, never afterwards.
    """),
}

PRIVACY = {
    "title": "Privacy",
    "slug": "privacy",
    "lead": "We ask for as little as possible, and delete it when we no longer need it.",
    "text": rich("""
        ## What we keep, and why

        Steinlia fagveiledning AS is the controller. When you register for a course, we keep what
        you fill in: the name and e-mail address of the person booking and of the participants, a
        telephone number if you give one, the facts for the invoice, and the answers to the
        questions in the form. We need them to keep our agreement with you.

        If you write to us through the contact form, we keep what you wrote and what we answered.
        Write nothing that could tell who a patient, pupil or client is. If somebody does so all the
        same, we delete it.

        Answers about food, health and access are kept apart. Only the owner of the practice sees
        them, and the venue is told numbers, never names. Whether you answer is up to you.

        ## For how long

        - **Registrations and participants:** two years after the course, so that you can have a new
        certificate.
        - **Answers about food and access:** deleted shortly after the course.
        - **Supervision hours:** ten years, or until you ask us to delete them.
        - **Bookkeeping records:** five years, as the Norwegian Bookkeeping Act requires.
        - **E-mails and enquiries:** one year after the matter is closed.

        ## What we do not keep

        We never keep what is said in supervision. Notes that a supervisor makes on the way are her
        own key words on paper. They are shredded when the series is over.

        ## Who helps us

        Payment by card takes place at Stripe. Your card number never reaches us. The website and
        our e-mail are kept by suppliers in the EEA who process data on our behalf alone. We sell
        nothing about you and share nothing for advertising.

        ## Your rights

        You can ask to see what we have about you, to have it corrected, to take it with you, or to
        have it deleted when we are not bound to keep it. Write to post@steinlia.example, and we
        will answer within a month. If you are not content with the answer, you can complain to the
        Norwegian Data Protection Authority.

        What the website leaves in your browser stands on the page on [cookies](page:cookies).
    """),
}

COOKIES = {
    "title": "Cookies",
    "slug": "cookies",
    "lead": "We use only those that are needed. That is why you meet no box to click away.",
    "text": rich("""
        ## When you only read

        Then we set no cookies. We do not measure what you do on our pages, and we load nothing from
        other websites.

        ## When you fill in a form

        - **A security cookie** keeps other websites from sending forms in your name. It holds
        nothing but random characters.
        - **A session cookie** remembers what you have filled in from one step to the next. It is
        gone when you have finished.

        ## When you log in

        Those of us who edit the pages get a session cookie when we log in. It does not concern you.

        ## When a page has a film

        If there is a film from another website on a page, we do not load it before you ask for it.
        Then that website will know that you are watching the film, and may set cookies of its own.
        It says beside the button which website it is.

        ## Take them away

        You can delete cookies in your browser whenever you like. If you are in the middle of a
        registration, you then have to begin again, but nothing has been sent.
    """),
}

ACCESSIBILITY = {
    "title": "Accessibility",
    "slug": "accessibility",
    """lead""": (
        "Everybody is to be able to read, register and come in at the door. Here it says how far "
        "we have come."
    ),
    "text": rich("""
        ## The website

        We want our pages to meet the requirements of WCAG 2.2 at level AA. You can use them with
        the keyboard alone, with a screen reader, with large text and without JavaScript. Colours
        have good contrast, in the dark view as well, and nothing flashes.

        ## What is not good enough yet

        - Invoices as PDF are not tagged for screen readers. Ask us for one in plain text.
        - Some pages do not exist in Finnish and Danish. There we show the Norwegian text, and say
        that we do.
        - The board that we draw on in sessions online is hard to use without a mouse. Tell us
        beforehand, and the supervisor will draw for you and describe what is being drawn.

        ## Our room

        There is a lift to the room, a step-free entrance from the alley and a toilet with space for
        a wheelchair. We have an induction loop. Guide dogs are welcome, and are given water.

        ## Do you need something else?

        Write or ring. It is never a bother. We can send written material beforehand, put in more
        breaks or book a speech-to-text interpreter. It costs you nothing.

        ## Tell us when something does not work

        Write to post@steinlia.example which page it is about, and what happened. We answer within
        five working days. If you are not content, you can complain to the Norwegian authority for
        universal design of ICT.

        We last went through the pages this autumn, with the keyboard and two screen readers.
    """),
}
