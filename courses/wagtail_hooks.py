from wagtail import hooks

from courses.code_viewset import DiscountCodeViewSet
from courses.question_viewsets import QuestionViewSet, TermsVersionViewSet

hooks.register("register_admin_viewset", DiscountCodeViewSet)
hooks.register("register_admin_viewset", QuestionViewSet)
hooks.register("register_admin_viewset", TermsVersionViewSet)
