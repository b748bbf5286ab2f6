"""Mails about notices, sent by the job worker."""

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from alongside.notices.kinds import KINDS
from alongside.notices.models import MailChoice, Notice

# A mail server that is down for an hour loses nothing.
TRIES = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(name="notices.mail", retry=TRIES)
def mail_notice(notice_id: int) -> None:
    """Mail one notice, unless its reader wants none at once, has read it meanwhile, or has been mailed already."""
    notice = Notice.objects.select_related("to").filter(pk=notice_id, mailed_at=None, read_at=None).first()
    if notice is None or not notice.to.is_active or not _wanted(notice):
        return
    subject = "Something urgent waits for you in Alongside" if notice.urgent else "Something new for you in Alongside"
    text = render_to_string(
        "notices/mail.txt", {"says": KINDS[notice.kind], "name": notice.to.name, "address": settings.SITE_ADDRESS}
    )
    send_mail(subject, text, None, [notice.to.email])
    Notice.objects.filter(pk=notice.pk).update(mailed_at=timezone.now())


def _wanted(notice: Notice) -> bool:
    choice = MailChoice.objects.filter(user=notice.to).first()
    return notice.urgent or choice is None or choice.when == MailChoice.When.AT_ONCE
