"""What is done by itself: mails to those who were asked, reminders before the day, and word of what is late."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

# A mail server that is down for an hour loses nothing.
TRIES = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(name="contributions.mail", retry=TRIES)
def mail_request(contribution_id: int, what: str) -> None:
    """Mail somebody outside that they are asked, reminded, or asked no more, with a link of their own."""
    from alongside.contributions.mails import send

    send(contribution_id, what)


@app.periodic(cron="10 6 * * *")
@app.task(name="contributions.look_at_days", queueing_lock="look_at_days_of_contributions", pass_context=False)
def look_at_days(timestamp: int) -> int:
    """Each morning, remind whose day comes near, and say what is late to who asked. Returns how many."""
    from alongside.contributions.queries import whose_day_has_come

    ids = whose_day_has_come()
    for contribution_id in ids:
        look_at_day.defer(contribution_id=contribution_id)
    return len(ids)


@app.task(name="contributions.look_at_day", retry=TRIES)
def look_at_day(contribution_id: int) -> None:
    """Remind or say that it is late; done twice, it is said once."""
    from alongside.contributions.actions.reminding import by_itself

    by_itself(contribution_id=contribution_id)
