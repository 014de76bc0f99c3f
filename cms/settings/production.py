"""Settings for a real installation. They are safe by themselves; dev and test relax them.

Every environment variable is read here, once, and stands in the README's table.
"""

from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

import environ
from csp.constants import NONE, SELF, UNSAFE_INLINE

BASE_DIR = Path(__file__).resolve().parents[2]

env = environ.Env()
# Set to nothing is not set: with an empty secret anybody could sign in Stripe's name.
# And a secret that begins with a dollar sign is a secret, not the name of another variable.
env.escape_proxy = True
env.ENVIRON = {
    name: f"\\{value}" if value.startswith("$") else value
    for name, value in env.ENVIRON.items()
    if value
}

# Secrets and addresses. A missing one stops the start with its name.
SECRET_KEY = env.str("SECRET_KEY")
BASE_URL = env.str("BASE_URL").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[urlsplit(BASE_URL).hostname or ""])
DATABASES = {"default": env.db_url("DATABASE_URL")}
CACHES = {"default": env.cache_url("CACHE_URL")}
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))
TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
REQUIRE_MFA = env.bool("REQUIRE_MFA", default=True)

DEBUG = False
ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
AUTH_USER_MODEL = "users.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A writer takes its lock when the transaction begins: look, then take, without a gap.
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        transaction_mode="IMMEDIATE",
        timeout=20,
        init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    )
else:
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {
        "min_size": 1,
        "max_size": 8,
        # Seconds to wait for a connection before saying that there is none.
        "timeout": 5,
    }
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

INSTALLED_APPS = [
    # Before cms, which gives redirects another policy.
    "wagtail.contrib.redirects",
    "cms",
    "cms.users",
    "courses",
    "registrations",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.compression.CompressionMiddleware",
    "cms.page_cache.PageCacheMiddleware",
    "cms.history.where.WhereMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cms.languages.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "cms.sign_in.SecondFactorMiddleware",
    "cms.sessions.LastSeenMiddleware",
    "cms.admin_doors.AdminDoorsMiddleware",
    "cms.content_security.ContentSecurityMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cms.site_context.site_context",
            ],
        },
    },
]

# Who may log in, and how.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "cms.sign_in.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXY_COUNT
# Accounts are made by administrators, so their addresses are known to be right.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Kollegium"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 6
AXES_COOLOFF_TIME = 0.5
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_FORM_FIELD = "login"
AXES_CLIENT_IP_CALLABLE = "cms.rate_limits.client_address"
AXES_SENSITIVE_PARAMETERS = ["login", "username", "ip_address"]

# Languages. Norwegian is nb; the first Locale row comes from LANGUAGE_CODE.
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Oslo"
LANGUAGE_CODE = "nb"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("nb", _("Norwegian Bokmål")),
    ("sv", _("Swedish")),
    ("fi", _("Finnish")),
    ("da", _("Danish")),
    ("en", _("English")),
]
WAGTAILADMIN_PERMITTED_LANGUAGES = [
    ("nb", "Norsk bokmål"),
    ("sv", "Svenska"),
    ("fi", "Suomi"),
    ("da", "Dansk"),
    ("en", "English"),
]
WAGTAIL_USER_TIME_ZONES = [
    "Europe/Oslo",
    "Europe/Stockholm",
    "Europe/Helsinki",
    "Europe/Copenhagen",
    "Atlantic/Reykjavik",
]
LOCALE_PATHS = [BASE_DIR / "locale"]

# Files.
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = env.str("MEDIA_URL", default="/media/")
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

# Mail.
globals().update(env.email_url("EMAIL_URL"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("FROM_EMAIL")
EMAIL_TIMEOUT = 15

# Background work: Wagtail's own small tasks at once, ours by the worker after commit.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "background": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default"],
    },
}

# Stripe: one account for all practices, or one a practice as STRIPE_SECRET_KEY__<PRACTICE>.
STRIPE_SECRET_KEY = env.str("STRIPE_SECRET_KEY")
STRIPE_WEBHOOK_SECRET = env.str("STRIPE_WEBHOOK_SECRET")
STRIPE_API_BASE = env.str("STRIPE_API_BASE", default="https://api.stripe.com").rstrip("/")
STRIPE_PRACTICE_KEYS = {
    name.removeprefix("STRIPE_SECRET_KEY__").lower(): value
    for name, value in env.ENVIRON.items()
    if name.startswith("STRIPE_SECRET_KEY__")
}
STRIPE_PRACTICE_WEBHOOK_SECRETS = {
    name.removeprefix("STRIPE_WEBHOOK_SECRET__").lower(): value
    for name, value in env.ENVIRON.items()
    if name.startswith("STRIPE_WEBHOOK_SECRET__")
}
STRIPE_HTTP_CLIENT = "stripe.RequestsClient"
if STRIPE_API_BASE != "https://api.stripe.com" and any(
    key.startswith(("sk_live_", "rk_live_"))
    for key in [STRIPE_SECRET_KEY, *STRIPE_PRACTICE_KEYS.values()]
):
    raise ImproperlyConfigured(
        "A live Stripe key must never go to another address than Stripe's: "
        "take away STRIPE_API_BASE or use a test key."
    )

# Wagtail.
WAGTAIL_SITE_NAME = "Kollegium"
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Passwords are reset, and addresses changed, in one place only: where log-ins are.
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# What waits for approval is a practice's matter, not the administrators'.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
# Where a guest begins, who has nothing to do on Wagtail's first page.
GUESTS_FIRST_PAGE = "own_dates"
# The model whose pages are shown as courses; named here, because cms knows no other app.
COURSE_PAGE_MODEL = "courses.CoursePage"
WAGTAILIMAGES_IMAGE_MODEL = "cms.PracticeImage"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
# The eye sees no difference to better ones; the transfer does.
WAGTAILIMAGES_AVIF_QUALITY = 55
WAGTAILIMAGES_WEBP_QUALITY = 76
WAGTAILIMAGES_JPEG_QUALITY = 80
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILSEARCH_BACKENDS = {
    # Words that are less alike than this are not taken for typing mistakes.
    "default": {"BACKEND": "cms.search_backend", "FUZZY_SIMILARITY_THRESHOLD": 0.5}
}
# Submitting a page for translation must never publish text that nobody has translated.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# Suggestions by a machine, for those who have a key; translators need none.
DEEPL_API_KEY = env.str("DEEPL_API_KEY", default="")
if DEEPL_API_KEY:
    WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "cms.machine_translation.DeepL",
        "OPTIONS": {"AUTH_KEY": DEEPL_API_KEY},
    }

# The demo's passwords are known to everybody.
DEMO_ALLOWED = False

# Safe transport and strict pages.
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "same-origin"
if TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
# Wagtail takes this back for its previews by itself.
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "cms.errors.csrf_failure"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
# Wagtail's editors and its user bar bring inline scripts and styles with them.
EDITOR_CONTENT_SECURITY_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "object-src": [NONE],
    "base-uri": [SELF],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
}

# No personal data in logs: messages carry references and numbers, never names or addresses.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line"},
        "warnings": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "level": "WARNING",
        },
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "axes": {"level": "WARNING"},
        "stripe": {"level": "WARNING"},
        # Every small task would be two lines, and the worker sets this logger's level itself.
        "django_tasks": {"handlers": ["warnings"], "propagate": False},
        # Titles of pages are words, but names of people may stand in them.
        "wagtail": {"level": "WARNING"},
    },
}
