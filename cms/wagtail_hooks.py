from wagtail import hooks

from cms.languages import guard_language

hooks.register("before_serve_page", guard_language, order=-10)
