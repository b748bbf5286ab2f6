"""What is done by itself: somebody who is not back by when they said is missed."""

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from alongside.visits.actions.safety import raise_alarm
from alongside.visits.models import PlannedVisit


@app.periodic(cron="*/5 * * * *")
@app.task(name="visits.miss_who_is_not_back", queueing_lock="miss_who_is_not_back", pass_context=False)
def miss_who_is_not_back(timestamp: int) -> int:
    """Every five minutes, ask for word about each visitor who is overdue. Returns about how many."""
    overdue = PlannedVisit.objects.filter(
        back_by__lte=timezone.now(), safe_at=None, alarm_at=None, state__in=["planned", "made"]
    ).values_list("pk", flat=True)
    for visit_id in overdue:
        miss.defer(visit_id=visit_id)
    return len(overdue)


@app.task(name="visits.miss", retry=RetryStrategy(max_attempts=8, exponential_wait=4))
def miss(visit_id: int) -> int:
    """Tell the buddy and the managers of one visitor who is overdue; done twice, it tells once. Returns how many."""
    visit = PlannedVisit.objects.filter(pk=visit_id).first()
    return raise_alarm(visit=visit) if visit else 0
