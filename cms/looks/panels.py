"""The looks of a practice in its form."""

from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, Panel

OWN_COLOURS = _(
    "Leave a colour empty to keep the drawn one. Quieter shades, tinted panels and the words on "
    "buttons follow by themselves. What cannot be read well is not saved, and you are told which "
    "shade would do."
)


def looks_panel() -> Panel:
    return MultiFieldPanel(
        [
            FieldPanel("palette"),
            HelpPanel(template="cms/admin/palettes.html"),
            FieldPanel("type_pair"),
            FieldPanel("logo"),
            FieldPanel("logo_text"),
            HelpPanel(content=OWN_COLOURS, heading=_("Colours of your own")),
            _own_colours("light", _("By day: for those who prefer light screens")),
            _own_colours("dark", _("By night: for those who prefer dark screens")),
        ],
        heading=_("How it looks"),
    )


def _own_colours(scheme: str, heading: str) -> Panel:
    rows = [("ground", "text"), ("brand", "accent")]
    return MultiFieldPanel(
        [FieldRowPanel([FieldPanel(f"{scheme}_{token}") for token in pair]) for pair in rows],
        heading=heading,
    )
