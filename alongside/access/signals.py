"""Signing in and out leaves lines in the trail too."""

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.signals import authentication_failed, authenticator_added, authenticator_removed, authenticator_reset
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from alongside.access import trail


@receiver(user_logged_in)
def signed_in(user: Any, **_: Any) -> None:
    trail.changed(by=user, action="signed in")


@receiver(user_logged_out)
def signed_out(user: Any, **_: Any) -> None:
    if user is not None:
        trail.changed(by=user, action="signed out")


@receiver(user_login_failed)
def refused(credentials: dict[str, Any], **_: Any) -> None:
    """The address is kept, for it tells an attack from a slip; a password typed in its place must not be."""
    address = str(credentials.get("email", ""))
    trail.changed(by=None, action="refused a sign-in", detail={"email": address[:200]} if "@" in address else {})


@receiver(authentication_failed)
def refused_code(user: Any, **_: Any) -> None:
    trail.changed(by=user, action="entered a wrong code")


@receiver([password_changed, password_reset, password_set])
def new_password(user: Any, **_: Any) -> None:
    trail.changed(by=user, action="chose a new password")


@receiver([authenticator_added, authenticator_reset])
def new_second_step(user: Any, authenticator: Any, **_: Any) -> None:
    trail.changed(by=user, action="set up a second step", detail={"kind": authenticator.type})


@receiver(authenticator_removed)
def no_second_step(user: Any, authenticator: Any, **_: Any) -> None:
    trail.changed(by=user, action="took a second step away", detail={"kind": authenticator.type})
