"""The words of Steinlia's courses in Danish, by page; the others are shown in Norwegian."""

from courses.demo.steinlia.da import courses

PAGES = {
    "courses": courses.COURSES,
    "course-group": courses.GROUP,
    "course-open-group": courses.OPEN_GROUP,
    "course-webinar": courses.WEBINAR,
}
