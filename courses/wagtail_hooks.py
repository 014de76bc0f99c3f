from wagtail import hooks

from courses.question_viewsets import QuestionViewSet, TermsVersionViewSet

hooks.register("register_admin_viewset", QuestionViewSet)
hooks.register("register_admin_viewset", TermsVersionViewSet)
