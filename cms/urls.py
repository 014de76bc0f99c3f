from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from django.views.static import serve

from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms import (
    discovery,
    document_serving,
    feeds,
    languages,
    search_views,
    service_status,
)
from cms.looks import stylesheet

handler404 = "cms.errors.page_not_found"
handler500 = "cms.errors.server_error"

urlpatterns = [
    path("", languages.to_own_language),
    path("healthz", service_status.alive),
    path("readyz", service_status.ready),
    path("robots.txt", discovery.robots),
    path("sitemap.xml", discovery.sitemap, name="sitemap"),
    path("sitemap-<int:part>.xml", discovery.sitemap_part, name="sitemap_part"),
    path("looks/<slug:practice>/<slug:name>.css", stylesheet.colours, name="colours"),
    path("admin/login/", RedirectView.as_view(pattern_name="account_login", query_string=True)),
    path("admin/", include(wagtailadmin_urls)),
    # Ours says more, and can end each session.
    path("account/sessions/", RedirectView.as_view(pattern_name="own_sessions")),
    path("account/", include("allauth.urls")),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("registrations.machine_urls")),
]

if settings.MEDIA_URL.startswith("/"):
    urlpatterns += [
        # Documents have an address of their own, which asks whether they are public.
        path(
            f"{settings.MEDIA_URL.strip('/')}/documents/<path:path>",
            document_serving.not_by_file_name,
        ),
        path(
            f"{settings.MEDIA_URL.strip('/')}/<path:path>",
            serve,
            {"document_root": settings.MEDIA_ROOT},
        ),
    ]

urlpatterns += i18n_patterns(
    path("", include("registrations.urls")),
    path("", include("courses.urls")),
    path("articles.xml", feeds.articles, name="article_feed"),
    path("search/", search_views.search_page, name="search"),
    path("", include("cms.serving")),
)
