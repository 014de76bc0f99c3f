from wagtail import hooks

from registrations.course_pages import refuse_to_delete, refuse_to_delete_many
from registrations.offering_viewset import OfferingViewSet
from registrations.viewsets import LetterViewSet, RegistrationViewSet

hooks.register("register_admin_viewset", OfferingViewSet)
hooks.register("register_admin_viewset", RegistrationViewSet)
hooks.register("register_admin_viewset", LetterViewSet)
hooks.register("before_delete_page", refuse_to_delete)
hooks.register("before_bulk_action", refuse_to_delete_many)
