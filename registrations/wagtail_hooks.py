from wagtail import hooks

from registrations import guests_dates
from registrations.attendance import urls as attendance
from registrations.course_pages import refuse_to_delete, refuse_to_delete_many
from registrations.enquiries.home_panel import show_what_needs_you
from registrations.enquiries.viewsets import EnquiryViewSet
from registrations.history_viewset import RegistrationHistoryViewSet
from registrations.offering_viewset import OfferingViewSet
from registrations.viewsets import LetterViewSet, RegistrationViewSet

hooks.register("register_admin_viewset", OfferingViewSet)
hooks.register("register_admin_viewset", RegistrationViewSet)
hooks.register("register_admin_viewset", LetterViewSet)
hooks.register("register_admin_viewset", EnquiryViewSet)
hooks.register("register_admin_viewset", RegistrationHistoryViewSet)
hooks.register("register_admin_urls", attendance.urls)
hooks.register("register_admin_menu_item", attendance.menu_item)
hooks.register("construct_homepage_panels", show_what_needs_you)
hooks.register("register_admin_urls", guests_dates.urls)
hooks.register("register_admin_menu_item", guests_dates.menu_item)
hooks.register("before_delete_page", refuse_to_delete)
hooks.register("before_bulk_action", refuse_to_delete_many)
