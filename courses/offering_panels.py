"""The panels of a course date's form, in the order in which an owner thinks of them."""

from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from courses.admin_forms import AskedQuestionForm, PriceForm
from courses.panels import PartsPanel

OFFERING_PANELS = (
    MultiFieldPanel(
        [
            FieldPanel("course"),
            FieldRowPanel([FieldPanel("status"), FieldPanel("language")]),
            FieldPanel("code"),
            FieldPanel("closed_group"),
        ],
        heading=_("What"),
    ),
    PartsPanel(
        "sessions",
        heading=_("Sessions"),
        label=_("Session"),
        help_text=_(
            "In the practice's time zone. Once somebody has registered, use “Move the dates …” at "
            "the foot of this form: it tells everybody."
        ),
        panels=[FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")])],
    ),
    MultiFieldPanel(
        [
            FieldPanel("online"),
            FieldPanel("online_link"),
            FieldPanel("venue"),
            FieldRowPanel([FieldPanel("address"), FieldPanel("town")]),
        ],
        heading=_("Where"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("seats"),
            FieldRowPanel(
                [FieldPanel("registration_opens_at"), FieldPanel("registration_deadline")]
            ),
        ],
        heading=_("Seats and registration"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("currency"), FieldPanel("prices_include_vat")]),
            FieldRowPanel([FieldPanel("vat_treatment"), FieldPanel("vat_rate")]),
            FieldRowPanel([FieldPanel("card_allowed"), FieldPanel("invoice_allowed")]),
        ],
        heading=_("Money"),
    ),
    PartsPanel(
        "prices",
        heading=_("Prices of a seat"),
        label=_("Price"),
        help_text=_(
            "Every date needs the ordinary price. Each participant pays the lowest price that is "
            "open to them."
        ),
        panels=[
            FieldRowPanel([FieldPanel("kind"), FieldPanel("amount")]),
            FieldRowPanel(
                [
                    FieldPanel(
                        "available_until",
                        help_text=_("An early-bird price needs this, the ordinary price has none."),
                    ),
                    FieldPanel("limit", help_text=_("When empty, as many as there are seats.")),
                ]
            ),
            FieldRowPanel(
                [
                    FieldPanel("from_people", help_text=_("For a group price: two to ten.")),
                    FieldPanel("whole_group", help_text=_("For a group price alone.")),
                ]
            ),
        ],
        form=PriceForm,
        inherits=("currency", "for_user"),
    ),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("deposit_percent"), FieldPanel("rest_due_at")])],
        heading=_("Deposit"),
        help_text=_("Leave both empty where the whole sum is paid at once."),
    ),
    PartsPanel(
        "cancellation_tiers",
        heading=_("What cancelling costs"),
        label=_("Rule"),
        help_text=_(
            "Later than the last rule, the whole price is due. Without any rule, nobody can "
            "cancel by themselves."
        ),
        panels=[FieldRowPanel([FieldPanel("days_before"), FieldPanel("fee_percent")])],
    ),
    MultiFieldPanel(
        [FieldPanel("review_first"), FieldPanel("days_to_pay")],
        heading=_("Review"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("waiting_list"), FieldPanel("waiting_list_paused")]),
            FieldPanel("hours_to_accept"),
        ],
        heading=_("Waiting list"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("minimum_seats"), FieldPanel("decide_at")]),
            FieldPanel("calls_itself_off"),
        ],
        heading=_("Fewest participants"),
        help_text=_(
            "Visitors do not see this. Three days before the decision date you get a letter if "
            "too few have registered."
        ),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("names_by"), FieldPanel("changes_until_hours")]),
            FieldPanel("date_change_allowed"),
        ],
        heading=_("Names and changes"),
    ),
    PartsPanel(
        "questions",
        heading=_("Questions to those who sign up"),
        label=_("Question"),
        panels=[
            FieldPanel("question"),
            FieldPanel("asked_of"),
            FieldRowPanel([FieldPanel("required"), FieldPanel("sensitive")]),
        ],
        form=AskedQuestionForm,
        inherits=("for_user",),
    ),
)
