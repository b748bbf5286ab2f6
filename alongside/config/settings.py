"""Settings, all from the environment: nothing secret stands here, and production refuses a weak start.

ALONGSIDE_MODE is `production` unless said otherwise: who forgets to set it gets the strict one.
"""

import os
from pathlib import Path

from alongside.config.database import database_from_url
from alongside.config.documents import *  # noqa: F403
from alongside.config.documents import store
from alongside.config.logging import LOGGING as LOGGING

ROOT = Path(__file__).resolve().parent.parent.parent
MODE = os.environ.get("ALONGSIDE_MODE", "production")
PRODUCTION = MODE == "production"
TEST = MODE == "test"
DEBUG = False

DATA_DIR = Path(os.environ.get("ALONGSIDE_DATA_DIR", ROOT / "var"))
SECRET_KEY = os.environ.get(
    "SECRET_KEY", "" if PRODUCTION else "only-for-development-and-tests-never-for-real-families"
)
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "" if PRODUCTION else "*").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("CSRF_TRUSTED_ORIGINS", "").split(",") if origin]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_htmx",
    "procrastinate.contrib.django",
    "csp",
    "alongside.design",
    "alongside.packs",
    "alongside.access",
    "alongside.directory",
    "alongside.people",
    "alongside.notices",
    "alongside.story",
    "alongside.genogram",
    "alongside.journey",
    "alongside.contributions",
    "alongside.plans",
    "alongside.meetings",
    "alongside.conferences",
    "alongside.room",
    "alongside.visits",
    "alongside.safeguarding",
    "alongside.thresholds",
    "alongside.frontdoor",
    "alongside.finding",
    "alongside.insight",
    "alongside.demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Adds a few bytes by chance to each page, so that its length tells nothing of what it holds beside its secrets.
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "alongside.access.middleware.SessionKeptByUse",
    "alongside.access.middleware.SignInRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Before anything reads what was sent: what is far too large is answered at once.
    "alongside.story.filing.too_large.TooLarge",
    "alongside.story.filing.opening.SaysThatItIsNotThere",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "alongside.access.middleware.SecondStep",
    "alongside.access.middleware.NothingToRead",
    "alongside.story.drawing.handing.HandedOver",  # a device in a child's hands shows the child's drawing only
    "alongside.access.middleware.Trail",  # the innermost: it writes who looked before anything else sees the page
]

ROOT_URLCONF = "alongside.config.urls"
WSGI_APPLICATION = "alongside.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        # A field type keeps its part of the page in its own folder.
        "DIRS": [
            ROOT / f"alongside/{app}/fields" for app in ("story", "genogram", "contributions", "plans", "frontdoor")
        ],
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "alongside.config.jinja2.environment",
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
    # Only for what libraries bring with them; every page of ours is Jinja2.
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

DATABASES = {"default": database_from_url(os.environ.get("DATABASE_URL", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "access.User"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("ALONGSIDE_STATIC_DIR", DATA_DIR / "static"))
# Tests serve what was built from where it stands; elsewhere it is collected first.
WHITENOISE_USE_FINDERS = TEST
STORAGES = {
    "default": store(),
    # A name that holds its content's hash is kept by browsers for good; files are compressed once, not at each request.
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if TEST
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = DATA_DIR / "documents"

# Everybody at a council keeps a page open through a visit: a session lasts a working day, renewed by use.
SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = False
# Only how often somebody tried is kept here: in the database, so that all processes and servers count together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "access_tries",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if os.environ.get("BEHIND_TLS_PROXY") == "yes" else None
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "media-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}

from alongside.config.sign_in import *  # noqa: E402, F403
