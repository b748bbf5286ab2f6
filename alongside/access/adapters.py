"""How allauth behaves here: nobody signs up, words are ours, secrets are kept encrypted."""

import base64
import time
from hashlib import sha256
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils.encoding import force_bytes

from alongside.access.second_step import must_have

# Shown after something was done; what is not in here needs no message.
DONE = {
    "account/messages/password_changed.txt": "Your password is changed.",
    "account/messages/password_set.txt": "Your password is set.",
    "mfa/messages/totp_activated.txt": "Your authenticator app is set up. From now on you are asked for a code.",
    "mfa/messages/totp_deactivated.txt": "Your authenticator app is no longer used.",
    "mfa/messages/recovery_codes_generated.txt": "These recovery codes are yours. Any you had before open nothing now.",
}
RECENTLY = 15 * 60  # seconds


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "This account is closed. Ask your administrator if you need it again.",
        "email_password_mismatch": "We do not know this email address with this password. Check both, and try again.",
        "enter_current_password": "Enter the password you use now.",
        "incorrect_code": "This code is not right. Enter the one your app shows now.",
        "incorrect_password": "This is not your password. Try again.",
        "invalid_password_reset": "This link no longer works. Ask for a new one.",
        "too_many_login_attempts": "There were too many wrong tries. Wait five minutes, then try again.",
        "rate_limited": "There were too many tries. Wait a few minutes, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account for themselves: an administrator does."""
        return False

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        text = message or DONE.get(message_template or "", "")
        if text:
            messages.success(request, text)

    def reauthenticate(self, user: Any, password: str) -> bool:
        return user.is_active and user.check_password(password)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Who signed in, or typed their password again, within the last quarter of an hour is not asked once more."""
        records = get_authentication_records(self.request, self.request.user)
        return not records or time.time() - records[-1]["at"] > RECENTLY


class SecondStepAdapter(DefaultMFAAdapter):
    """Keeps the secrets of authenticator apps encrypted, so that a copy of the database opens no account."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": "You need your authenticator app: your role asks for a second step.",
        "cannot_generate_recovery_codes": "Set up your authenticator app first.",
        "incorrect_code": "This code is not right. Enter the one your app shows now.",
    }

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        return not must_have(authenticator.user)


class SignInServiceAdapter(DefaultSocialAccountAdapter):
    """An authority's sign-in service opens the accounts that an administrator has made, and makes none."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False


def _cipher() -> MultiFernet:
    """Encrypts with the present secret key, and still reads what was written with the ones before it."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    digests = (sha256(b"alongside.second-step:" + force_bytes(key)).digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
