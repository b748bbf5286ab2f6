"""Secret links: made, followed, ended. What a link opens is decided by the page that it leads to."""

import secrets
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from alongside.access import trail

if TYPE_CHECKING:
    from alongside.access.links.models import SecretLink
    from alongside.access.models import User

LONGEST_TOKEN = 100


@transaction.atomic
def make_link(
    *,
    purpose: str,
    about: str,
    to_name: str,
    lasts: timedelta,
    by: "User",
    to_email: str = "",
    family_id: int | None = None,
) -> "tuple[SecretLink, str]":
    """Make a link to one thing for one person. Returns it and its secret, which nobody can read again later.

    :param purpose: which page it opens, the same word that the page's guard `by_link` has
    :param about: the id of what it opens there, as text
    :param lasts: how long it opens anything
    """  # fmt: skip
    from alongside.access.models import SecretLink

    token, now = secrets.token_urlsafe(32), timezone.now()
    link = SecretLink.objects.create(
        purpose=purpose, about=about, family_id=family_id, to_name=to_name, to_email=to_email,
        proof=_proof(token), made_by=by, made_at=now, expires_at=now + lasts,
    )  # fmt: skip
    detail = {"purpose": purpose, "about": about, "until": link.expires_at.isoformat()}
    trail.changed(by=by, action="made a link", family_id=family_id, subject=f"link {link.pk}", detail=detail)
    return link, token


@transaction.atomic
def end_link(*, link: "SecretLink", by: "User") -> None:
    """Let a link open nothing any more; ended twice, it stays as it was."""
    if link.ended_at is None:
        link.ended_at = timezone.now()
        link.save(update_fields=["ended_at"])
        trail.changed(by=by, action="ended a link", family_id=link.family_id, subject=f"link {link.pk}")


def link_of(token: str, purpose: str) -> "SecretLink":
    """Return the link with this secret, ended or not.

    :raises Http404: when no link for this purpose has it
    """
    from alongside.access.models import SecretLink

    if len(token) <= LONGEST_TOKEN:
        found = SecretLink.objects.filter(proof=_proof(token), purpose=purpose).select_related("made_by").first()
        if found is not None:
            return found
    raise Http404("This link leads nowhere. Copy it whole from the message, or ask whoever sent it for a new one.")


def over(request: HttpRequest, link: "SecretLink") -> HttpResponse:
    """Answer a link that is over, saying whom to ask; the answer tells nothing of what it was about."""
    context: dict[str, Any] = {"who": link.made_by.name}
    return render(request, "access/link_over.jinja", context, status=410)


def _proof(token: str) -> str:
    return sha256(token.encode()).hexdigest()
