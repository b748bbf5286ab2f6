"""Mails to whoever called, sent by the job worker."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

# A mail server that is down for an hour loses nothing.
TRIES = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(name="frontdoor.received", retry=TRIES)
def mail_received(contact_id: int) -> None:
    """Mail the reference of a guide to whoever sent it."""
    from alongside.frontdoor.mails import send_received

    send_received(contact_id)


@app.task(name="frontdoor.answer", retry=TRIES)
def mail_answer(told_id: int) -> None:
    """Mail a link to what the caller is told."""
    from alongside.frontdoor.mails import send_answer

    send_answer(told_id)
