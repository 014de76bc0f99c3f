"""What is the same in every language of Steinlia's services: numbers, facets, who and how."""

from collections.abc import Mapping
from typing import Any, Final

from cms.demo.words import pages
from cms.facets import Format, Level, Orientation, Purpose, Setting
from cms.models.pages import Scene
from cms.models.services import FrequencyUnit

MONTHLY: Final = {"frequency_min": 1, "frequency_unit": FrequencyUnit.MONTH}
FORTNIGHTLY: Final = {"frequency_min": 2, "frequency_unit": FrequencyUnit.WEEK}
THIRD_WEEK: Final = {"frequency_min": 3, "frequency_unit": FrequencyUnit.WEEK}
ALL_STAFF: Final = [Level.STAFF, Level.TEAM_LEADS, Level.MANAGERS]
BY_THE_MAP: Final = {"methods": pages("method")}

SERVICES: Final[Mapping[str, tuple[str, Mapping[str, Any]]]] = {
    "individual": (
        Scene.CHAIRS,
        {
            **THIRD_WEEK,
            **BY_THE_MAP,
            "frequency_max": 4,
            "minutes_min": 60,
            "people_min": 1,
            "formats": [Format.INDIVIDUAL],
            "orientations": [Orientation.CASE, Orientation.PROCESS],
            "levels": ALL_STAFF,
            "setting": Setting.BOTH,
            "supervisors": pages("ingrid", "mikael", "aino"),
        },
    ),
    "pair": (
        Scene.PATH,
        {
            **MONTHLY,
            **BY_THE_MAP,
            "minutes_min": 75,
            "people_min": 2,
            "formats": [Format.PAIR],
            "orientations": [Orientation.CASE, Orientation.PROCESS],
            "levels": ALL_STAFF,
            "setting": Setting.BOTH,
            "supervisors": pages("mikael", "ingrid"),
        },
    ),
    "group": (
        Scene.CIRCLE,
        {
            **MONTHLY,
            **BY_THE_MAP,
            "minutes_min": 90,
            "minutes_max": 120,
            "people_min": 5,
            "people_max": 8,
            "formats": [Format.GROUP],
            "orientations": [Orientation.CASE, Orientation.METHOD],
            "levels": ALL_STAFF,
            "purposes": [Purpose.PATIENT],
            "setting": Setting.BOTH,
            "supervisors": pages("ingrid", "mikael", "aino"),
            "related_courses": pages("course-open-group", "course-group"),
        },
    ),
    "team": (
        Scene.ROOM,
        {
            **MONTHLY,
            **BY_THE_MAP,
            "minutes_min": 120,
            "people_min": 4,
            "people_max": 9,
            "formats": [Format.TEAM],
            "orientations": [Orientation.CASE, Orientation.PROCESS],
            "levels": [Level.STAFF, Level.TEAM_LEADS],
            "purposes": [Purpose.PATIENT],
            "supervisors": pages("ingrid", "mikael"),
        },
    ),
    "work-community": (
        Scene.MAP_TABLE,
        {
            **BY_THE_MAP,
            "meetings": 6,
            "minutes_min": 120,
            "people_min": 8,
            "people_max": 14,
            "formats": [Format.WORK_COMMUNITY],
            "orientations": [Orientation.PROCESS],
            "levels": ALL_STAFF,
            "supervisors": pages("mikael", "ingrid"),
        },
    ),
    "leader": (
        Scene.DESK,
        {
            **THIRD_WEEK,
            "minutes_min": 60,
            "people_min": 1,
            "formats": [Format.INDIVIDUAL],
            "orientations": [Orientation.PROCESS],
            "levels": [Level.TEAM_LEADS, Level.MANAGERS, Level.MANAGEMENT_GROUP],
            "purposes": [Purpose.LEADERSHIP],
            "setting": Setting.BOTH,
            "supervisors": pages("mikael", "aino"),
            "related_courses": pages("course-chefer", "course-esihenkilot"),
        },
    ),
    "meta": (
        Scene.CHAIRS,
        {
            **MONTHLY,
            "minutes_min": 60,
            "people_min": 1,
            "formats": [Format.INDIVIDUAL],
            "orientations": [Orientation.METHOD, Orientation.PROCESS],
            "purposes": [Purpose.METASUPERVISION],
            "setting": Setting.BOTH,
            "supervisors": pages("mikael"),
            "related_courses": pages("course-meta"),
        },
    ),
    "meta-group": (
        Scene.CIRCLE,
        {
            **MONTHLY,
            "minutes_min": 120,
            "people_min": 3,
            "people_max": 4,
            "formats": [Format.GROUP],
            "orientations": [Orientation.METHOD, Orientation.PROCESS],
            "purposes": [Purpose.METASUPERVISION],
            "setting": Setting.BOTH,
            "supervisors": pages("mikael"),
        },
    ),
    "case": (
        Scene.MAP_TABLE,
        {
            **FORTNIGHTLY,
            **BY_THE_MAP,
            "minutes_min": 90,
            "people_min": 4,
            "people_max": 6,
            "formats": [Format.GROUP, Format.TEAM],
            "orientations": [Orientation.CASE],
            "levels": [Level.STAFF, Level.TEAM_LEADS],
            "purposes": [Purpose.PATIENT],
            "setting": Setting.BOTH,
            "supervisors": pages("mikael", "ingrid"),
        },
    ),
    "process": (
        Scene.PATH,
        {
            **BY_THE_MAP,
            "formats": [Format.TEAM, Format.WORK_COMMUNITY],
            "orientations": [Orientation.PROCESS],
            "levels": [Level.TEAM_LEADS, Level.MANAGERS, Level.MANAGEMENT_GROUP],
            "purposes": [Purpose.LEADERSHIP],
            "supervisors": pages("mikael"),
        },
    ),
    "new-graduates": (
        Scene.ROOM,
        {
            **BY_THE_MAP,
            "meetings": 6,
            "minutes_min": 90,
            "people_min": 5,
            "people_max": 7,
            "formats": [Format.GROUP],
            "orientations": [Orientation.CASE],
            "levels": [Level.STAFF, Level.STUDENTS],
            "purposes": [Purpose.NEW_GRADUATES],
            "supervisors": pages("ingrid"),
            "related_courses": pages("course-first-year"),
        },
    ),
    "consultation": (
        Scene.LAKE,
        {
            "meetings": 1,
            "minutes_min": 60,
            "minutes_max": 90,
            "people_min": 1,
            "formats": [Format.INDIVIDUAL, Format.PAIR],
            "orientations": [Orientation.CASE, Orientation.METHOD],
            "levels": ALL_STAFF,
            "purposes": [Purpose.CONSULTATION],
            "setting": Setting.ONLINE,
            "supervisors": pages("aino", "ingrid"),
        },
    ),
}
