"""Mails to people outside who are asked for something: what, by when, a link of their own, and of whom nothing."""

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from alongside.access.links import make_link
from alongside.contributions.models import Contribution
from alongside.contributions.rules import opens_until

CONTRIBUTE = "contribute"
SUBJECTS = {
    "asked": "You are asked to contribute to work with a family",
    "reminded": "A reminder: you were asked to contribute to work with a family",
    "withdrawn": "What you were asked to contribute is no longer needed",
}


def send(contribution_id: int, what: str) -> None:
    """Mail who was asked as things stand now. The link is made here, so that its secret is stored nowhere."""
    around = Contribution.objects.select_related("asked_by", "pack_version", "person")
    found = around.filter(pk=contribution_id).first()
    if found is None or not found.address or found.is_open == (what == "withdrawn"):
        return
    until = opens_until(found.terms, found.pack_version.pack, max(found.due, timezone.localdate()))
    link = "" if what == "withdrawn" else _link(found, until)
    context = {"what": what, "asked": found, "link": link, "until": until, "to_family": found.person_id is not None}
    send_mail(SUBJECTS[what], render_to_string("contributions/mail.txt", context), None, [found.address])


@transaction.atomic
def _link(found: Contribution, until: object) -> str:
    """A link of their own. An earlier one goes on to open: who finds the first mail again is not turned away."""
    _, token = make_link(
        purpose=CONTRIBUTE, about=str(found.pk), to_name=found.said_by[:200], to_email=found.address,
        lasts=until - timezone.now(), by=found.asked_by, family_id=found.family_id,  # type: ignore[operator]
    )  # fmt: skip
    return settings.SITE_ADDRESS + reverse("contribute", args=[token])
