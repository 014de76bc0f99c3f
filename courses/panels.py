"""Panels of our own in Wagtail's editors."""

from typing import Any

from django.urls import reverse

from wagtail.admin.panels import InlinePanel, Panel
from wagtail.permissions import policy_registry


class PartsPanel(InlinePanel):
    """The parts of a row in its own form, each with a form class of ours.

    ``inherits`` names attributes of the form that each part's form takes as arguments.
    """

    def __init__(
        self, *args: Any, form: type | None = None, inherits: tuple[str, ...] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.part_form = form
        self.inherits = inherits

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "form": self.part_form, "inherits": self.inherits}

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        part = options["formsets"][self.relation_name]
        if self.part_form:
            part["form"] = self.part_form
        if self.inherits:
            part["inherit_kwargs"] = list(self.inherits)
        return options


class CourseDatesPanel(Panel):
    """The dates of a course beside its words. They are facts, so nothing is edited here."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "courses/admin/course_dates_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            course = self.instance.course if self.instance.pk else None
            if course:
                offerings = course.offerings.with_times().with_facts().order_by("-starts_at", "-pk")
                policy = policy_registry.get_by_type(offerings.model)
                user = self.request.user
                may_add = course.practice in policy.practices(user, "add")
                context |= {
                    "course": course,
                    "offerings": offerings,
                    "url_name": "offerings:edit" if may_add else "offerings:inspect",
                    "add_url": f"{reverse('offerings:add')}?course={course.pk}" if may_add else "",
                }
            return context
