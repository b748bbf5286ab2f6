"""Settings of sign-in: email and password, a second step, and an authority's own sign-in service when it has one."""

import os
from typing import Any

MODE = os.environ.get("ALONGSIDE_MODE", "production")
PRODUCTION = MODE == "production"

AUTHENTICATION_BACKENDS = ["alongside.access.backend.SignInBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
if MODE == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a test signs in hundreds of times
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60  # an invitation sent on Friday still works on Monday

# Sessions live in the database: one that has ended has ended in every process of the server at once.
SESSION_ENGINE = "alongside.access.sessions"

# Accounts are made by an administrator, who also gives the email address: nobody signs up, nothing is to be confirmed.
ACCOUNT_ADAPTER = "alongside.access.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_TEMPLATE_EXTENSION = "jinja"  # a page that is not ours cannot be shown by mistake
ACCOUNT_FORMS = {
    "login": "alongside.access.forms.SignInForm",
    "change_password": "alongside.access.forms.ChangePasswordForm",
    "set_password": "alongside.access.forms.SetPasswordForm",
    "reset_password": "alongside.access.forms.ResetPasswordForm",
    "reset_password_from_key": "alongside.access.forms.ResetPasswordKeyForm",
    "reauthenticate": "alongside.access.forms.ReauthenticateForm",
}
# A whole council may come from one address: what is counted by address leaves room for everybody's nine o'clock.
# Browser tests sign in more often in a minute than anybody does in a day, so outside production nothing is counted.
ACCOUNT_RATE_LIMITS: Any = {"login": "300/m/ip", "login_failed": "60/m/ip,5/300s/key"} if PRODUCTION else False
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if os.environ.get("BEHIND_TLS_PROXY") == "yes" else 0

# The second step. MFA_REQUIRED says who must have one: "all", "none", or roles with commas between.
MFA_ADAPTER = "alongside.access.adapters.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Alongside"
MFA_TOTP_TOLERANCE = 1  # phones' clocks run up to half a minute early or late
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "alongside.access.forms.CodeForm",
    "reauthenticate": "alongside.access.forms.CodeAgainForm",
    "activate_totp": "alongside.access.forms.FirstCodeForm",
}
# Keys of authenticator apps are encrypted with SECRET_KEY: the ones before it still open what they closed.
SECRET_KEY_FALLBACKS = [key for key in os.environ.get("SECRET_KEY_FALLBACKS", "").split(",") if key]
MFA_REQUIRED = os.environ.get("MFA_REQUIRED", "all" if PRODUCTION else "none")

# An authority's own sign-in service, by OpenID Connect: there when it is named, see docs/how-to/sign-in.md.
OIDC_SERVER_URL = os.environ.get("OIDC_SERVER_URL", "")
OIDC_NAME = os.environ.get("OIDC_NAME", "your work account")
OIDC_PROVIDER_ID = "work"
SOCIALACCOUNT_ADAPTER = "alongside.access.adapters.SignInServiceAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = "sign-in-service"
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": OIDC_PROVIDER_ID,
                "name": OIDC_NAME,
                "client_id": os.environ.get("OIDC_CLIENT_ID", ""),
                "secret": os.environ.get("OIDC_CLIENT_SECRET", ""),
                "settings": {
                    "server_url": OIDC_SERVER_URL,
                    # Some services check addresses and do not say so; then the authority says it here.
                    "verified_email": os.environ.get("OIDC_TRUST_EMAILS") == "yes",
                },
            }
        ],
    }
}
if not OIDC_SERVER_URL:
    SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": []}}

# Where the demo says who can sign in, read only while developing: access knows nothing of the demo.
DEMO_SIGN_INS = "alongside.demo.sign_ins.SIGN_INS" if MODE == "development" else ""

# Invitations and forgotten passwords go by email; without a server, they are written to the log while developing.
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("EMAIL_USE_TLS", "yes") == "yes"
EMAIL_TIMEOUT = 10
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
# GOV.UK Notify in place of a mail server, where a council sends its mail with it.
NOTIFY_API_KEY = os.environ.get("NOTIFY_API_KEY", "")
NOTIFY_TEMPLATE_ID = os.environ.get("NOTIFY_TEMPLATE_ID", "")
if NOTIFY_API_KEY:
    EMAIL_BACKEND = "alongside.notices.notify.NotifyBackend"
# Where people find Alongside, for the links in mails; without it they are told to sign in.
SITE_ADDRESS = os.environ.get("SITE_ADDRESS", "").rstrip("/")
DEFAULT_FROM_EMAIL = os.environ.get("EMAIL_FROM", "Alongside <alongside@localhost>")

CSRF_FAILURE_VIEW = "alongside.access.errors.csrf_failure"
