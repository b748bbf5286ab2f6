"""The morning's mail, sent by the job worker."""

from datetime import date

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from alongside.access.models import User
from alongside.insight.digest.counting import morning_of
from alongside.notices.models import Digest, MailChoice
from alongside.packs.models import PackVersion
from alongside.packs.queries import current_pack
from alongside.working_time import LONDON

# From seven; a worker that was down then sends it when it is back, but nobody gets it in the afternoon.
FIRST_HOUR, LAST_HOUR = 7, 10
TRIES = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.periodic(cron="0 5-10 * * *")
@app.task(name="insight.every_morning", queueing_lock="every_morning", pass_context=False)
def every_morning(timestamp: int) -> int:
    """On a working day, from 7:00 in London, ask for everybody's mail that is not sent yet. Returns for how many."""
    now = timezone.now().astimezone(LONDON)
    if not FIRST_HOUR <= now.hour <= LAST_HOUR or not _works_on(now.date()):
        return 0
    wanting = User.objects.filter(is_active=True, posts__isnull=False).exclude(
        mail_choice__when=MailChoice.When.URGENT
    )  # fmt: skip
    waiting = wanting.exclude(digests__day=now.date()).distinct().values_list("pk", flat=True)
    for user_id in waiting:
        mail_morning.defer(user_id=user_id, day=now.date().isoformat())
    return len(waiting)


def _works_on(day: date) -> bool:
    try:
        return current_pack().working_calendar().is_working_day(day)
    except PackVersion.DoesNotExist:
        return False


@app.task(name="insight.mail_morning", retry=TRIES)
def mail_morning(user_id: int, day: str) -> bool:
    """Mail one person's morning: at most once for each day whatever the retries, and not when nothing waits.

    Returns whether a mail was sent. That it is taken in hand is kept before it goes, so that a job that breaks off in
    between sends none rather than two; when the mail server refuses, the job tries again.
    """
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None:
        return False
    taken, first = Digest.objects.get_or_create(user=user, day=date.fromisoformat(day))
    morning = morning_of(user, date.fromisoformat(day)) if first else None
    if morning is None or morning.is_empty:
        return False
    given = {"morning": morning, "name": user.name, "address": settings.SITE_ADDRESS}
    try:
        send_mail("Your day in Alongside", render_to_string("insight/digest.txt", given), None, [user.email])
    except OSError:  # which all that goes wrong with a mail server or with Notify is
        taken.delete()
        raise
    return True
