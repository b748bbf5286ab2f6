"""Mails to people outside about meetings, sent by the job worker."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

# A mail server that is down for an hour loses nothing.
TRIES = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(name="meetings.invitation", retry=TRIES)
def mail_invitation(invitation_id: int, what: str) -> None:
    """Mail an invitation, or that its meeting has changed or is called off, with a calendar file and a new link."""
    from alongside.meetings.mails import send_invitation

    send_invitation(invitation_id, what)


@app.task(name="meetings.withdrawn", retry=TRIES)
def mail_withdrawn(meeting_id: int, email: str) -> None:
    """Mail somebody that they need not come, with a calendar file that takes the meeting out."""
    from alongside.meetings.mails import send_withdrawn

    send_withdrawn(meeting_id, email)


@app.task(name="meetings.minutes", retry=TRIES)
def mail_minutes(invitation_id: int) -> None:
    """Mail a link to the minutes to somebody who was not there."""
    from alongside.meetings.mails import send_minutes

    send_minutes(invitation_id)
