"""What is done by itself: a concern that nobody reads goes to the next who answer for it."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from alongside.safeguarding.actions.telling import tell_next, unread_for
from alongside.safeguarding.models import Concern

TRIES = RetryStrategy(max_attempts=8, exponential_wait=4)


@app.task(name="safeguarding.see_whether_read", retry=TRIES)
def see_whether_read(concern_id: int, round: int) -> int:
    """Tell the next role when nobody has read the concern since this round was told. Returns how many were told.

    Done twice, it tells once: a later round is then there already.
    """
    concern = Concern.objects.filter(pk=concern_id).first()
    if concern is None or unread_for(concern) is None or concern.told.filter(round__gt=round).exists():
        return 0
    return len(tell_next(concern=concern))
