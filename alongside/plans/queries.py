"""What was agreed, by family and by who does it."""

from django.db.models import F, QuerySet

from alongside.access.models import User
from alongside.people.models import Family
from alongside.plans.models import Action

SOONEST_FIRST = (F("due_on").asc(nulls_last=True), "agreed_on", "pk")


def actions_of(family: Family | int) -> QuerySet[Action]:
    """Return every action of the family, with who does it and the record that agreed it."""
    return Action.objects.filter(family=family).select_related("owner_person", "owner_user", "entry")


def open_actions(family: Family | int) -> QuerySet[Action]:
    """Return what is still to do, the soonest due first and those without a day last."""
    return actions_of(family).filter(state=Action.State.OPEN).order_by(*SOONEST_FIRST)


def ended_actions(family: Family | int) -> QuerySet[Action]:
    """Return what is done, not done or no longer needed, the latest first."""
    return actions_of(family).exclude(state=Action.State.OPEN).order_by("-ended_on", "-pk")


def actions_to_do(user: User) -> QuerySet[Action]:
    """Return what this person has to do themselves in the families they may see, the soonest due first."""
    mine = Action.objects.filter(owner_user=user, state=Action.State.OPEN, family__in=Family.objects.for_user(user))
    return mine.select_related("family").order_by(*SOONEST_FIRST)
