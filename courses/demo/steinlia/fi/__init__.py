"""The words of Steinlia's courses in Finnish, by page; the others are shown in Norwegian."""

from courses.demo.steinlia.fi import courses

PAGES = {
    "courses": courses.COURSES,
    "course-group": courses.GROUP,
    "course-open-group": courses.OPEN_GROUP,
    "course-webinar": courses.WEBINAR,
    "course-esihenkilot": courses.ESIHENKILOT,
}
