"""The words of Steinlia's courses in English, by page."""

from courses.demo.steinlia.en import courses_a as first_courses
from courses.demo.steinlia.en import courses_b as further_courses

PAGES = {
    "courses": first_courses.COURSES,
    "course-group": first_courses.GROUP,
    "course-open-group": first_courses.OPEN_GROUP,
    "course-meta": first_courses.META,
    "course-webinar": first_courses.WEBINAR,
    "course-chefer": further_courses.CHEFER,
    "course-esihenkilot": further_courses.ESIHENKILOT,
    "course-first-year": further_courses.FIRST_YEAR,
    "course-outdoors": further_courses.OUTDOORS,
}
