from wagtail import hooks

from registrations import guests_dates
from registrations.attendance import urls as attendance
from registrations.bulk_actions import BULK_ACTIONS
from registrations.course_pages import refuse_to_delete, refuse_to_delete_many
from registrations.dashboard.panels import hide_counts_of_files, show_dashboard
from registrations.enquiries.viewsets import EnquiryViewSet
from registrations.history_viewset import RegistrationHistoryViewSet
from registrations.invitations import admin_views as people
from registrations.messages.viewsets import (
    LetterTemplateViewSet,
    MessageViewSet,
    ReminderViewSet,
)
from registrations.money_admin import urls as money
from registrations.money_admin.invoices import UnpaidInvoiceViewSet
from registrations.money_admin.lines import LedgerLineViewSet
from registrations.money_admin.payouts import PayoutViewSet
from registrations.offering_viewset import OfferingViewSet
from registrations.viewsets import LetterViewSet, RegistrationViewSet

hooks.register("register_admin_viewset", OfferingViewSet)
hooks.register("register_admin_viewset", RegistrationViewSet)
hooks.register("register_admin_viewset", LetterViewSet)
hooks.register("register_admin_viewset", EnquiryViewSet)
hooks.register("register_admin_viewset", RegistrationHistoryViewSet)
hooks.register("register_admin_viewset", LedgerLineViewSet)
hooks.register("register_admin_viewset", PayoutViewSet)
hooks.register("register_admin_viewset", UnpaidInvoiceViewSet)
hooks.register("register_admin_urls", money.urls)
hooks.register("register_reports_menu_item", money.report_item)
hooks.register("register_settings_menu_item", money.settings_item)
hooks.register("register_admin_viewset", MessageViewSet)
hooks.register("register_admin_viewset", LetterTemplateViewSet)
hooks.register("register_admin_viewset", ReminderViewSet)
hooks.register("register_admin_urls", attendance.urls)
hooks.register("register_admin_menu_item", attendance.menu_item)
for action in BULK_ACTIONS:
    hooks.register("register_bulk_action", action)
hooks.register("construct_homepage_panels", show_dashboard)
# After those that add them.
hooks.register("construct_homepage_summary_items", hide_counts_of_files, order=1000)
hooks.register("register_admin_urls", guests_dates.urls)
hooks.register("register_admin_urls", people.urls)
hooks.register("register_settings_menu_item", people.menu_item)
hooks.register("register_admin_menu_item", guests_dates.menu_item)
hooks.register("before_delete_page", refuse_to_delete)
hooks.register("before_bulk_action", refuse_to_delete_many)
