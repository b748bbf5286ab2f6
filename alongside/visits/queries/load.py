"""How many visits each worker has before them, for whoever gives them one family more."""

from datetime import date, datetime, time, timedelta

from django.db.models import Count

from alongside.access.models import User
from alongside.visits.models import PlannedVisit
from alongside.working_time import LONDON

TWO_WEEKS = timedelta(days=14)


def planned_of(workers: list[User], today: date) -> dict[int, int]:
    """Return, by worker, how many planned visits they make from a London day on, the next two weeks; one query."""
    since, until = (datetime.combine(day, time(), LONDON) for day in (today, today + TWO_WEEKS))
    planned = PlannedVisit.objects.filter(
        worker__in=workers, state=PlannedVisit.State.PLANNED, starts_at__gte=since, starts_at__lt=until
    )
    return dict(planned.order_by().values_list("worker").annotate(n=Count("pk")))
