"""Steinlia's course dates."""

from functools import partial
from typing import Final

from courses.demo.course_dates import (
    KINDS,
    ONLINE,
    TAUGHT,
    TAXED,
    Asked,
    DemoOffering,
    Further,
    Status,
)
from courses.demo.days import course_days, two_days

AT_HOME: Final = {"venue": "Kartrommet", "address": "Kartbordsmuget 3", "town": "Bergen"}
IN_GOTHENBURG: Final = {"venue": "Kajrummet", "address": "Kajgränden 4", "town": "Göteborg"}
ON_THE_HILL: Final = {
    "venue": "Parkeringsplassen ved Steinlivatnet",
    "address": "Steinlivegen 90",
    "town": "Bergen",
}
TAXED_IN_FINLAND: Final = {**TAXED, "vat_rate": 2550}

FOR_MEMBERS: Final = Further(KINDS.MEMBER, 560_000)
FOR_STUDENTS: Final = Further(KINDS.STUDENT, 390_000)
FOR_FOUR: Final = Further(KINDS.GROUP, 520_000, from_people=4)

GROUP: Final = partial(
    DemoOffering,
    course="gruppeveiledning",
    language="nb",
    hours=("09:00", "16:00"),
    seats=14,
    price=640_000,
    facts={**AT_HOME, **TAUGHT},
    days_before_deadline=7,
    names_days_before=5,
    questions=(Asked("heard", of_booker=True), Asked("food", sensitive=True)),
)
META: Final = partial(
    DemoOffering,
    course="metaveiledning",
    language="nb",
    hours=("14:00", "16:00"),
    seats=4,
    price=580_000,
    facts={**ONLINE, **TAUGHT, "online_link": "https://rom.steinlia.example/metaveiledning"},
    days_before_deadline=3,
    questions=(Asked("practice", required=True),),
)
WEBINAR: Final = partial(
    DemoOffering,
    course="skjermrommet",
    language="en",
    hours=("12:00", "13:00"),
    seats=60,
    price=0,
    facts={**ONLINE, **TAUGHT, "online_link": "https://rom.steinlia.example/skjermrommet"},
    questions=(Asked("heard", of_booker=True),),
)
OPEN_GROUP: Final = partial(
    DemoOffering,
    course="apen-gruppe",
    language="nb",
    hours=("17:00", "19:00"),
    seats=8,
    price=780_000,
    facts={**AT_HOME, **TAUGHT},
    minimum=5,
    review_first=True,
    questions=(Asked("work", required=True), Asked("food", sensitive=True)),
)
FIRST_YEAR: Final = partial(
    DemoOffering,
    course="forste-aret",
    language="nb",
    hours=("13:00", "14:30"),
    seats=7,
    price=460_000,
    facts={**AT_HOME, **TAUGHT},
    questions=(Asked("food", sensitive=True),),
)

OFFERINGS: Final = (
    GROUP("steinlia-gruppeveiledning-1", days=partial(two_days, weeks=-9, weekday=3)),
    GROUP(
        "steinlia-gruppeveiledning-2",
        days=partial(two_days, weeks=6, weekday=3),
        early_price=570_000,
        early_limit=8,
        further=(FOR_MEMBERS, FOR_STUDENTS, FOR_FOUR),
    ),
    GROUP(
        "steinlia-gruppeveiledning-3",
        days=partial(two_days, weeks=10, weekday=0),
        status=Status.CALLED_OFF,
    ),
    GROUP(
        "steinlia-gruppeveiledning-4",
        days=partial(two_days, weeks=19, weekday=3),
        early_price=570_000,
        early_for_weeks=10,
        further=(FOR_MEMBERS, FOR_STUDENTS),
        deposit_percent=25,
    ),
    META(
        "steinlia-metaveiledning-1",
        days=partial(course_days, weeks=7, weekday=1, count=5, weeks_between=3),
    ),
    META(
        "steinlia-metaveiledning-2",
        days=partial(course_days, weeks=5, weekday=2, count=5, weeks_between=3),
        minimum=3,
    ),
    META(
        "steinlia-metaveiledning-3",
        days=partial(course_days, weeks=20, weekday=1, count=5, weeks_between=3),
        status=Status.CLOSED,
    ),
    META(
        "steinlia-metaveiledning-4",
        days=partial(course_days, weeks=13, weekday=2, count=5, weeks_between=3),
        review_first=True,
    ),
    META(
        "steinlia-metaveiledning-5",
        days=partial(course_days, weeks=11, weekday=1, count=5, weeks_between=3),
        seats=2,
        waiting_list=True,
    ),
    WEBINAR(
        "steinlia-skjermrommet-1",
        days=partial(course_days, weeks=2, weekday=3, count=1),
    ),
    WEBINAR(
        "steinlia-skjermrommet-2",
        days=partial(course_days, weeks=14, weekday=3, count=1),
        opens_in_weeks=4,
    ),
    OPEN_GROUP(
        "steinlia-apen-gruppe-1",
        days=partial(course_days, weeks=6, weekday=1, count=6, weeks_between=4),
        decided_in_days=24,
        days_before_deadline=10,
    ),
    DemoOffering(
        code="steinlia-chefer-1",
        course="handledning-for-chefer",
        language="sv",
        days=partial(course_days, weeks=8, weekday=1, count=1),
        hours=("09:00", "16:00"),
        seats=6,
        price=490_000,
        currency="SEK",
        facts={**IN_GOTHENBURG, **TAXED},
        waiting_list=True,
        days_before_deadline=7,
        questions=(Asked("food", sensitive=True),),
    ),
    DemoOffering(
        code="steinlia-esihenkilot-1",
        course="esihenkiloryhma",
        language="fi",
        days=partial(course_days, weeks=5, weekday=3, count=6, weeks_between=3),
        hours=("08:00", "09:30"),
        seats=8,
        price=69_000,
        currency="EUR",
        facts={
            **ONLINE,
            **TAXED_IN_FINLAND,
            "online_link": "https://rom.steinlia.example/esihenkilot",
        },
        days_before_deadline=7,
    ),
    FIRST_YEAR(
        "steinlia-forste-aret-1",
        days=partial(course_days, weeks=-30, weekday=2, count=6, weeks_between=4),
    ),
    DemoOffering(
        code="steinlia-kartbordet-ute-1",
        course="kartbordet-ute",
        language="nb",
        days=partial(course_days, weeks=5, weekday=4, count=1),
        hours=("10:00", "15:00"),
        seats=12,
        price=190_000,
        facts={**ON_THE_HILL, **TAUGHT},
        questions=(Asked("food", sensitive=True),),
    ),
)
