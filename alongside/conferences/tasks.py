"""What the job worker does for conferences: makes reading packs, and mails links to people outside."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

# A mail server that is down for an hour loses nothing.
TRIES = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(name="conferences.make_pack", retry=RetryStrategy(max_attempts=3, exponential_wait=5))
def make_pack(pack_id: int) -> None:
    """Make one reading pack, when it is not made or holds what has changed."""
    from alongside.conferences.actions.packs import make_now

    make_now(pack_id)


@app.task(name="conferences.mail_pack", retry=TRIES)
def mail_pack(pack_id: int, by_id: int) -> None:
    """Mail somebody a link to their reading pack."""
    from alongside.conferences.mails import send_pack_link

    send_pack_link(pack_id, by_id)


@app.task(name="conferences.mail_letter", retry=TRIES)
def mail_letter(letter_id: int) -> None:
    """Mail somebody a link to what was decided, and one to say how the conference was."""
    from alongside.conferences.mails import send_letter_link

    send_letter_link(letter_id)
