"""The first oversight of support that has begun, written by whoever is on duty."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access.models import User
from alongside.journey.models import Pathway
from alongside.journey.starting.actions import answer_all, starting_of, words_known_for
from alongside.packs.format.starting import Starting
from alongside.packs.queries import current_pack
from alongside.people.models import Family
from alongside.story import actions as story
from alongside.story.models import Entry


@transaction.atomic
def begin_oversight(*, family: Family, by: User) -> Entry:
    """Begin the first oversight, saying where the family came from; one that is being written is returned as it is.

    :raises ValidationError: when no support is open, or the pack has no such oversight
    """
    starting = starting_of(current_pack())
    pathway = Pathway.objects.filter(family=family, closed_at=None).select_related("beginning__source").first()
    if pathway is None:
        raise ValidationError("No support is open for this family, so there is nothing to oversee yet.")
    named = starting.at_creation
    begun = Entry.objects.filter(family=family, form_id=named.form, status=Entry.Status.DRAFT)
    if entry := begun.filter(created_at__gte=pathway.opened_at).first():
        return entry
    entry = story.start(form_id=named.form, by=by, team=family.team, family=family, happened_on=timezone.localdate())
    answer_all(entry, words_known_for(entry) | {named.came_from: _came_from(pathway, starting)}, by=by)
    return entry


def _came_from(pathway: Pathway, starting: Starting) -> list[str]:
    beginning = getattr(pathway, "beginning", None)
    form = beginning.source.form_id if beginning and beginning.source else ""
    return [origin.says for origin in starting.comes_from if origin.form == form]
