"""The nine services of Työn ääri: what is the same whoever reads of them."""

from collections.abc import Mapping
from typing import Any, Final

from cms.demo.words import pages
from cms.facets import Format, Level, Orientation, Purpose, Setting
from cms.models.pages import Scene
from cms.models.services import FrequencyUnit

MONTHLY: Final = {"frequency_min": 1, "frequency_unit": FrequencyUnit.MONTH}
ALL_WAYS: Final = [Orientation.CASE, Orientation.METHOD, Orientation.PROCESS]

# By the page's key, in the order of the catalogue.
SERVICES: Final[Mapping[str, tuple[str, Mapping[str, Any]]]] = {
    "individual": (
        Scene.CHAIRS,
        {
            "frequency_min": 3,
            "frequency_max": 4,
            "frequency_unit": FrequencyUnit.WEEK,
            "minutes_min": 60,
            "people_min": 1,
            "formats": [Format.INDIVIDUAL],
            "orientations": ALL_WAYS,
            "levels": [Level.STAFF, Level.TEAM_LEADS, Level.STUDENTS],
            "setting": Setting.BOTH,
        },
    ),
    "pair": (
        Scene.CHAIRS,
        {
            **MONTHLY,
            "minutes_min": 75,
            "people_min": 2,
            "formats": [Format.PAIR],
            "orientations": [Orientation.CASE, Orientation.PROCESS],
            "levels": [Level.STAFF, Level.TEAM_LEADS],
            "setting": Setting.BOTH,
        },
    ),
    "team": (
        Scene.ROOM,
        {
            **MONTHLY,
            "minutes_min": 90,
            "minutes_max": 120,
            "people_min": 4,
            "people_max": 9,
            "formats": [Format.TEAM],
            "orientations": ALL_WAYS,
            "levels": [Level.STAFF, Level.TEAM_LEADS],
        },
    ),
    "group": (
        Scene.CIRCLE,
        {
            **MONTHLY,
            "minutes_min": 120,
            "people_min": 4,
            "people_max": 7,
            "formats": [Format.GROUP],
            "orientations": [Orientation.CASE, Orientation.METHOD],
            "levels": [Level.STAFF, Level.TEAM_LEADS, Level.STUDENTS],
            "setting": Setting.BOTH,
        },
    ),
    "community": (
        Scene.RIVER_TOWN,
        {
            **MONTHLY,
            "meetings": 6,
            "minutes_min": 120,
            "people_min": 8,
            "people_max": 16,
            "formats": [Format.WORK_COMMUNITY],
            "orientations": [Orientation.PROCESS],
            "levels": [Level.STAFF, Level.TEAM_LEADS, Level.MANAGERS],
        },
    ),
    "patient": (
        Scene.LAKE,
        {
            "frequency_min": 2,
            "frequency_max": 4,
            "frequency_unit": FrequencyUnit.WEEK,
            "minutes_min": 60,
            "minutes_max": 90,
            "people_min": 1,
            "people_max": 6,
            "formats": [Format.INDIVIDUAL, Format.GROUP],
            "orientations": [Orientation.CASE],
            "levels": [Level.STAFF],
            "purposes": [Purpose.PATIENT],
        },
    ),
    "leaders": (
        Scene.DESK,
        {
            "frequency_min": 3,
            "frequency_max": 4,
            "frequency_unit": FrequencyUnit.WEEK,
            "minutes_min": 60,
            "minutes_max": 120,
            "people_min": 1,
            "people_max": 7,
            "formats": [Format.INDIVIDUAL, Format.GROUP, Format.TEAM],
            "orientations": [Orientation.CASE, Orientation.PROCESS],
            "levels": [Level.TEAM_LEADS, Level.MANAGERS, Level.MANAGEMENT_GROUP],
            "purposes": [Purpose.LEADERSHIP],
            "setting": Setting.BOTH,
            "related_courses": pages("course-leaders"),
        },
    ),
    "consultation": (
        Scene.DESK,
        {
            "meetings": 1,
            "minutes_min": 60,
            "minutes_max": 90,
            "people_min": 1,
            "people_max": 4,
            "formats": [Format.INDIVIDUAL, Format.PAIR, Format.TEAM],
            "orientations": [Orientation.CASE, Orientation.METHOD],
            "levels": [Level.STAFF, Level.TEAM_LEADS, Level.MANAGERS, Level.MANAGEMENT_GROUP],
            "purposes": [Purpose.CONSULTATION],
            "setting": Setting.BOTH,
        },
    ),
    "process": (
        Scene.RYE,
        {
            **MONTHLY,
            "minutes_min": 120,
            "minutes_max": 180,
            "people_min": 6,
            "people_max": 20,
            "formats": [Format.TEAM, Format.WORK_COMMUNITY],
            "orientations": [Orientation.PROCESS],
            "levels": [
                Level.STAFF,
                Level.TEAM_LEADS,
                Level.MANAGERS,
                Level.MANAGEMENT_GROUP,
            ],
        },
    ),
}
