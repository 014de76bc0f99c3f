from wagtail import hooks

from cms import (
    admin_home,
    admin_scripts,
    checks_report,
    editor_home,
    rich_text_links,
    session_views,
    translation_dashboard,
    translation_locks,
    translation_views,
    translations_along,
    yes_and_no,
)
from cms.admin_pages import PageViewSet, own_pages_in_chooser
from cms.checks_shown import publish_translation_and_tell, tell_after_publishing
from cms.document_serving import only_where_it_is_linked
from cms.history_viewset import HistoryViewSet
from cms.languages import guard_language
from cms.menu_viewset import MenuViewSet
from cms.redirect_viewset import RedirectViewSet
from cms.shared_words_viewsets import SharedWordsGroup
from cms.viewsets import MembershipViewSet, PracticeViewSet

yes_and_no.register()
hooks.register("before_serve_page", guard_language, order=-10)
hooks.register("before_serve_document", only_where_it_is_linked)
hooks.register("construct_page_chooser_queryset", own_pages_in_chooser)
hooks.register(
    "construct_translated_pages_to_cascade_actions", translations_along.follow_the_source
)
hooks.register("before_move_page", translations_along.guard_moving)
hooks.register("before_unpublish_page", translations_along.guard_unpublishing)
hooks.register("before_delete_page", translations_along.guard_deleting)
hooks.register("before_bulk_action", translations_along.guard_many)
# Before wagtail-localize shows its own editor.
hooks.register("before_edit_page", translation_locks.guard_translation_editor, order=-10)
hooks.register("before_edit_page", publish_translation_and_tell, order=-9)
hooks.register("register_reports_menu_item", translation_dashboard.menu_item)
hooks.register("after_publish_page", tell_after_publishing)
hooks.register("construct_homepage_panels", editor_home.show_your_pages)
hooks.register("construct_reports_menu", admin_home.hide_reports)
hooks.register("construct_help_menu", admin_home.hide_news_of_wagtail)
hooks.register("register_account_menu_item", admin_home.second_factor)
hooks.register("register_account_menu_item", session_views.on_account_page)
hooks.register("register_admin_urls", session_views.urls)
# Before the package's own addresses, which are the same.
hooks.register("register_admin_urls", translation_views.urls, order=-10)
hooks.register("register_admin_urls", admin_scripts.urls, order=-10)
hooks.register("register_admin_urls", checks_report.urls)
hooks.register("register_reports_menu_item", checks_report.menu_item)
hooks.register("register_admin_viewset", PageViewSet)
hooks.register("register_admin_viewset", PracticeViewSet)
hooks.register("register_admin_viewset", MembershipViewSet)
hooks.register("register_admin_viewset", HistoryViewSet)
hooks.register("register_admin_viewset", MenuViewSet)
hooks.register("register_admin_viewset", RedirectViewSet)
hooks.register("construct_settings_menu", admin_home.hide_what_is_ours)
hooks.register("register_admin_viewset", SharedWordsGroup)
# After Wagtail's own, so that ours is the one that counts.
hooks.register("register_rich_text_features", rich_text_links.register, order=10)
