"""Django's settings, all from `configuration`."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url

from probatum.publish.site import configuration

_CONFIGURATION = configuration.read()
_HERE = Path(__file__).parent

SECRET_KEY = _CONFIGURATION.secret
SECRET_KEY_FALLBACKS = [_CONFIGURATION.secret_before] if _CONFIGURATION.secret_before else []
DEBUG = False
ALLOWED_HOSTS = [*configuration.LOOPBACK, *(urlsplit(f"//{host}").hostname or host for host in _CONFIGURATION.hosts)]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in _CONFIGURATION.hosts]
DATABASES = {"default": dj_database_url.parse(_CONFIGURATION.database, conn_max_age=60, conn_health_checks=True)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Readers go on while one writes, and a writer waits for its turn instead of failing. What was said to be kept is
    # on the disk, whatever happens to the machine.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "probatum.publish.site.accounts",
    "probatum.publish.site.api",
    "probatum.publish.site.articles",
    "probatum.publish.site.asking",
    "probatum.publish.site.editorial",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.embeds",
    "wagtail.sites",
    "probatum.publish.site.accounts.apps.People",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "axes",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "probatum.publish.site.visitors.Visitors",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "probatum.publish.site.policy.ContentSecurityPolicy",
    "probatum.publish.site.accounts.noting.Noting",
    "probatum.publish.site.api.problems.Problems",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "probatum.publish.site.accounts.staff.SecondStep",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "probatum.publish.site.urls"
WSGI_APPLICATION = "probatum.publish.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "probatum.publish.site.frame.context",
            ]
        },
    }
]

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "probatum.publish.site.accounts.passwords.LongestPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True
"""Failures are kept until the next success; the log (`accounts.noting`) tells the rest without names."""

LANGUAGE_CODE = "en-gb"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATICFILES_DIRS = [_HERE / "static", ("article", str(files("probatum.publish").joinpath("assets")))]
STATIC_ROOT = _CONFIGURATION.folder / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
MEDIA_ROOT = _CONFIGURATION.folder / "media"
MEDIA_URL = "media/"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_000_000

CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "site_cache"}}
if _CONFIGURATION.https:
    # Browsers keep such cookies only over TLS, for this host and the whole of it.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
SESSION_ENGINE = "probatum.publish.site.accounts.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _CONFIGURATION.https
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if _CONFIGURATION.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_SSL_REDIRECT = False
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _CONFIGURATION.https else None
X_FRAME_OPTIONS = "SAMEORIGIN"

PROBATUM_OIDC = _CONFIGURATION.oidc
PROBATUM_PROXIES = _CONFIGURATION.proxies
PROBATUM_PUBLIC = bool(_CONFIGURATION.hosts)
WAGTAIL_SITE_NAME = "Probatum"
WAGTAILADMIN_LOGIN_URL = "login"
WAGTAIL_FRONTEND_LOGIN_URL = "/log-in/"
WAGTAIL_PASSWORD_RESET_ENABLED = False
"""It would need mail, and a way in beside the second step."""
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
"""One's own password is changed on one's own page."""
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "pdf", "txt", "xlsx"]
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10_000_000
WAGTAILADMIN_BASE_URL = f"https://{_CONFIGURATION.hosts[0]}" if _CONFIGURATION.hosts else "http://localhost:8000"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
"""Pictures of people would be asked for elsewhere."""
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_WORKFLOW_ENABLED = False
"""The states of review are `editorial.standing`: one source of truth for admin and pages."""
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _CONFIGURATION.mail.host else 'dummy'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = _CONFIGURATION.mail.host, _CONFIGURATION.mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _CONFIGURATION.mail.user, _CONFIGURATION.mail.password
EMAIL_USE_SSL, EMAIL_USE_TLS = _CONFIGURATION.mail.tls == "ssl", _CONFIGURATION.mail.tls == "starttls"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = _CONFIGURATION.mail.sender
PROBATUM_LIBRARY = _CONFIGURATION.library

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # A path may hold what somebody asked: requests are not logged by name.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "axes": {"level": "ERROR"},
        "probatum.security": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
