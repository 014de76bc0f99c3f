"""The owner's verbs about invoices: paid into the bank, written off, reminded of, sent anew."""

from datetime import date, timedelta
from typing import Final

from django import forms
from django.http import Http404
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from wagtail.admin import messages

from cms.models import Practice
from courses.money import format_money, read_money, typed_amount
from registrations import services
from registrations.admin_views import VerbView
from registrations.forms import whole_number
from registrations.models import Invoice, Registration
from registrations.stripe_gateway import OutcomeUnknown, StripeError

LONGEST_AGO: Final = timedelta(days=3650)
NOTHING_OPEN: Final = gettext_lazy(
    "Nothing is open there any more: it was paid, credited or given up. Nothing was changed."
)


class InvoiceVerbView(VerbView):
    """A verb on one invoice of a registration of one's own."""

    def act(self, row: Registration) -> None:
        number = whole_number(self.request.POST.get("invoice", ""))
        invoice = row.invoices.filter(pk=number).first()
        if invoice is None:
            raise Http404
        self.act_on(invoice)

    def act_on(self, invoice: Invoice) -> None:
        raise NotImplementedError


class PaidIntoBankView(InvoiceVerbView):
    def act_on(self, invoice: Invoice) -> None:
        paid_on = day_of_payment(self.request.POST.get("paid_on", ""), invoice.practice)
        if paid_on is None:
            messages.error(
                self.request,
                _("Choose the day on which the money came, today or before. Nothing was changed."),
            )
            return
        language, typed = get_language() or "en", self.request.POST.get("amount", "").strip()
        try:
            amount = read_money(typed, invoice.currency, language) if typed else None
            services.paid_into_bank(
                invoice_id=invoice.pk, paid_on=paid_on, user=self.request.user, amount=amount
            )
        except ValueError:
            messages.error(
                self.request,
                _("Write the amount as a number, such as %(example)s. Nothing was changed.")
                % {"example": typed_amount(language)},
            )
        except services.TooLittle as refusal:
            rest = format_money(refusal.rest, invoice.currency, language)
            messages.error(
                self.request,
                _(
                    "That is less than the %(rest)s that are open, and an invoice is paid in one "
                    "sum. Note the money when the rest has come, or cancel the part that will not "
                    "be paid. Nothing was changed."
                )
                % {"rest": rest},
            )
        except services.NothingOpen:
            messages.warning(self.request, NOTHING_OPEN)
        else:
            messages.success(self.request, _("The invoice is paid, and the payer is told."))


def day_of_payment(typed: str, practice: Practice) -> date | None:
    """The day that was chosen; None where it is no day, lies ahead, or years back."""
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    today = timezone.now().astimezone(practice.zone).date()
    return day if timedelta(0) <= today - day <= LONGEST_AGO else None


class WriteOffView(InvoiceVerbView):
    def act_on(self, invoice: Invoice) -> None:
        try:
            services.write_off(invoice_id=invoice.pk, user=self.request.user)
        except services.NothingOpen:
            messages.warning(self.request, NOTHING_OPEN)
        else:
            messages.success(
                self.request, _("It is written off. If money comes after all, it is booked.")
            )


class RemindView(InvoiceVerbView):
    def act_on(self, invoice: Invoice) -> None:
        try:
            services.remind_now(invoice_id=invoice.pk, user=self.request.user)
        except services.NotOverdue:
            messages.warning(
                self.request,
                _("It is not overdue, or a reminder went out today. Nothing was sent."),
            )
        except StripeError:
            messages.error(self.request, _("Stripe did not answer. Nothing was changed."))
        else:
            messages.success(self.request, _("The reminder is on its way."))


class AskAboutInvoiceView(InvoiceVerbView):
    """Send or look at once, instead of waiting for the chores."""

    def act_on(self, invoice: Invoice) -> None:
        try:
            services.bring_in_line(invoice_id=invoice.pk)
        except OutcomeUnknown:
            messages.error(
                self.request,
                _("Stripe did not answer. It is tried again by itself; nothing is lost."),
            )
        except StripeError:
            messages.error(self.request, _("Stripe did not answer. Nothing was changed."))
        else:
            messages.success(self.request, _("Stripe was asked; this is how things stand."))


class NewInvoiceView(VerbView):
    """Invoice anew what was refused or voided, to another address if one is given."""

    def act(self, row: Registration) -> None:
        email = self.request.POST.get("email", "").strip()
        try:
            email = forms.EmailField(required=False, max_length=254).clean(email)
            services.send_new_invoice(registration_id=row.pk, user=self.request.user, email=email)
        except forms.ValidationError:
            messages.error(
                self.request, _("That is no e-mail address. Nothing was changed; try again.")
            )
        except services.NothingToInvoice:
            messages.warning(
                self.request, _("All that is owed is invoiced already. Nothing was changed.")
            )
        else:
            messages.success(self.request, _("A new invoice is on its way."))


class PaidBackView(VerbView):
    def act(self, row: Registration) -> None:
        try:
            services.paid_back_from_bank(registration_id=row.pk, user=self.request.user)
        except services.NothingOpen:
            messages.warning(
                self.request,
                _("Nothing is owed to the payer, or it is on its way back. Nothing was changed."),
            )
        else:
            messages.success(self.request, _("It is noted, and the person booking is told."))


class WriteOffLossView(VerbView):
    """Give up what the payer's bank took for good."""

    def act(self, row: Registration) -> None:
        try:
            services.write_off_loss(registration_id=row.pk, user=self.request.user)
        except services.NothingOpen:
            messages.warning(
                self.request,
                _(
                    "No loss is open there: the bank has not decided, or nothing is owed because "
                    "of it. Nothing was changed."
                ),
            )
        else:
            messages.success(self.request, _("The loss is written off. The seats stay theirs."))


VERBS: Final = {
    "paid_into_bank": PaidIntoBankView,
    "write_off": WriteOffView,
    "remind": RemindView,
    "ask_about_invoice": AskAboutInvoiceView,
    "new_invoice": NewInvoiceView,
    "paid_back": PaidBackView,
    "write_off_loss": WriteOffLossView,
}
