"""Mails to people outside: a reference or a link, and of whom it is, nothing."""

from datetime import timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from alongside.access.links import make_link
from alongside.frontdoor.models import Contact, Told
from alongside.packs.queries import current_pack

ANSWER = "front-door-answer"
# Long enough to come back from a holiday, short enough not to lie in a mailbox for ever.
ANSWER_LASTS = timedelta(days=28)


def send_received(contact_id: int) -> None:
    """Mail that a guide has come, with its reference and whom to call. Whoever's address it is learns nothing else."""
    contact = Contact.objects.get(pk=contact_id)
    if not contact.caller_email:
        return
    pack = current_pack()
    numbers = [one for one in pack.contacts if "child" in one.for_danger_to] or pack.contacts[:1]
    context = {"contact": contact, "numbers": numbers, "danger": pack.danger}
    text = render_to_string("frontdoor/received.txt", context)
    send_mail(f"Your reference at the front door: {contact.reference}", text, None, [contact.caller_email])


def send_answer(told_id: int) -> None:
    """Mail a link to what the caller is told. The link is made here, so that its secret is stored nowhere."""
    told = Told.objects.select_related("contact__entry", "by").get(pk=told_id)
    entry = told.contact.entry
    _, token = make_link(
        purpose=ANSWER, about=str(told.pk), to_name=told.contact.caller or "Who called", to_email=told.to_email,
        lasts=ANSWER_LASTS, by=told.by, family_id=entry.family_id if entry else None,
    )  # fmt: skip
    context = {
        "contact": told.contact,
        "link": settings.SITE_ADDRESS + reverse(ANSWER, args=[token]),
        "until": timezone.now() + ANSWER_LASTS,
    }
    subject = f"An answer from the front door, {told.contact.reference}"
    send_mail(subject, render_to_string("frontdoor/answer.txt", context), None, [told.to_email])
