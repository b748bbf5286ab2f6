"""What was asked of a group and waits for its answer."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from alongside.access.models import Team
from alongside.meetings.models import Item, Meeting
from alongside.meetings.rules import asking_forms
from alongside.packs.queries import current_pack
from alongside.story.models import Entry


def requests_waiting(team: Team | int, kind: str) -> QuerySet[Entry]:
    """Return the team's final requests that no coming meeting has on its agenda and none has answered, oldest first."""
    asked = Entry.objects.filter(form_id__in=asking_forms(current_pack(), kind), family__team=team).on_the_story()
    taken = Q(settled_at__isnull=False) | Q(meeting__state=Meeting.State.ARRANGED)
    placed = Exists(Item.objects.filter(taken, entry=OuterRef("pk")))
    return asked.filter(~placed).select_related("family", "author").order_by("happened_on", "pk")


def next_meeting(team: Team | int, kind: str) -> Meeting | None:
    """Return the team's next meeting of this kind, None when none is arranged."""
    coming = Meeting.objects.filter(team=team, kind=kind, state=Meeting.State.ARRANGED, ends_at__gt=timezone.now())
    return coming.order_by("starts_at", "pk").first()
