"""Deciding who works with a family that waits, at the allocation meeting or outside of it."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from alongside.access import rules as access
from alongside.access.models import Team, User
from alongside.journey.actions.allocation import allocate
from alongside.journey.actions.levels import write_decision
from alongside.journey.actions.pathways import not_taken_on
from alongside.journey.models import LevelDecision, Pathway
from alongside.journey.starting.actions import answer_all, starting_of, who_allocates, words_known_for
from alongside.notices.actions import tell
from alongside.packs.queries import current, current_pack
from alongside.people import actions as people
from alongside.people.models import Family
from alongside.story import actions as story
from alongside.story import facts
from alongside.story.models import Entry

# Each thing that is decided about a waiting family is kept as a fact, so that the next meeting knows of it.
CONSIDERED = "allocation.considered"
DECISIONS = {
    "allocated": "Given to a worker",
    "wait": "Waits",
    "other-team": "Given to another team",
    "not-for-us": "Not for us",
}


@transaction.atomic
def give_to(*, family: Family, worker: User, why: str, by: User, in_meeting: bool = False) -> Entry:
    """Give a waiting family to a worker: they lead from today, are told, and the talk with them is begun as a draft.

    :raises PermissionDenied: when `by` does not allocate in the family's team
    :raises ValidationError: when the worker leads already, or cannot lead
    """
    check_allocates(family, by)
    held = Family.objects.select_for_update(no_key=True).get(pk=family.pk)
    if held.involvements.filter(role="lead-practitioner", to_date=None, user=worker).exists():
        raise ValidationError({"worker": f"{worker.name} leads already. Choose somebody else, or leave it as it is."})
    allocate(family=family, lead_practitioner=worker, by=by)
    consider(family, "allocated", why, by=by, in_meeting=in_meeting, to=worker.name)
    tell(
        to=[worker], kind="allocation", title=f"You lead the work with {family.name}",
        href=reverse("family", args=[family.pk]), by=by, family=family,
    )  # fmt: skip
    return begin_talk(family, why=why, by=by, in_meeting=in_meeting)


def begin_talk(family: Family, *, why: str, by: User, in_meeting: bool) -> Entry:
    """Begin what manager and worker write down when a family was given to somebody, with what is known already."""
    named = starting_of(current_pack()).at_allocation
    entry = story.start(
        form_id=named.form, by=by, team=family.team, family=family, happened_on=timezone.localdate()
    )  # fmt: skip
    where = named.in_meeting if in_meeting else named.outside
    answer_all(entry, words_known_for(entry) | {named.where: [where], named.why: why.strip()}, by=by)
    return entry


@transaction.atomic
def let_wait(*, family: Family, why: str, by: User, in_meeting: bool = False) -> None:
    """Decide that a family goes on waiting, and why.

    :raises ValidationError: when no reason is given
    """
    check_allocates(family, by)
    consider(
        family, "wait", needed(why, "Say why the family has to wait, and until when."), by=by, in_meeting=in_meeting
    )


@transaction.atomic
def give_to_team(*, family: Family, team: Team, why: str, by: User, in_meeting: bool = False) -> None:
    """Give a waiting family, which nobody leads yet, to another team, whose managers are told.

    :raises ValidationError: when no reason is given, or it is with that team already
    """
    check_allocates(family, by)
    if team.pk == family.team_id:
        raise ValidationError({"team": "The family is with this team already. Choose another."})
    why = needed(why, "Say why another team is better placed.")
    consider(family, "other-team", why, by=by, in_meeting=in_meeting, to=team.name)
    people.hand_to_team(family=family, team=team, by=by)
    tell(
        to=who_allocates(team.pk), kind="allocation", title=f"{family.name} came to {team.name} and wait for a worker",
        href=reverse("duty"), by=by, family=family,
    )  # fmt: skip


@transaction.atomic
def turn_away(*, family: Family, why: str, by: User, in_meeting: bool = False) -> None:
    """Say that a family is not for the team: support ends, and they go back to where they came from, with the reason.

    The family stands again at the level it had before, or at the pack's level after support. Who started the help and
    who asked for it are told, and what was begun for its first assessment is put away.

    :raises ValidationError: when no reason is given, or somebody works with the family already
    """
    check_allocates(family, by)
    why = needed(why, "Say why, and what the family is told and offered in its place.")
    consider(family, "not-for-us", why, by=by, in_meeting=in_meeting)
    pathway = Pathway.objects.filter(family=family, closed_at=None).select_related("beginning__source__author").first()
    if pathway is None:
        raise ValidationError("No support is open for this family any more. Open the family to see where it stands.")
    not_taken_on(pathway=pathway, why=why, by=by)
    _stand_as_before(pathway, why, by=by)
    for draft in Entry.objects.filter(family=family, status=Entry.Status.DRAFT, created_at__gte=pathway.opened_at):
        if draft.pack.form(draft.form_id).needs_pathway:
            story.set_aside(entry=draft, by=by)
    tell(
        to=_came_from(pathway), kind="decision", title=f"{family.name} come back to you: the help was not taken on",
        href=reverse("family-level", args=[family.pk]), by=by, family=family,
    )  # fmt: skip


def _stand_as_before(pathway: Pathway, why: str, *, by: User) -> None:
    """Decide the level that the family had before the help was started, else the one the pack has after support."""
    version = current()
    earlier = LevelDecision.objects.filter(family=pathway.family_id, recorded_at__lt=pathway.opened_at).first()
    after = earlier.level if earlier else version.pack.settings.level_after_closing if version.pack.settings else None
    level = next((one for one in version.pack.levels if one.id == after and not one.pathway), None)
    if level:
        write_decision(
            family=pathway.family, version=version, level=level, why=f"The help was not taken on. {why}",
            decided_on=timezone.localdate(), by=by, entry=None,
        )  # fmt: skip


def _came_from(pathway: Pathway) -> list[User]:
    """Who started the help, and who wrote the record that asked for it."""
    beginning = getattr(pathway, "beginning", None)
    found = [pathway.opened_by, *([beginning.source.author] if beginning and beginning.source else [])]
    return list({one.pk: one for one in found if one}.values())


def check_allocates(family: Family, by: User) -> None:
    """Refuse who does not allocate in the family's team, or may not see the family.

    :raises PermissionDenied: saying who can
    """
    seen = Family.objects.for_user(by).filter(pk=family.pk).exists()
    if not (seen and access.may(by, "allocate", family.team_id)):
        raise PermissionDenied("A manager of the family’s team, or a duty manager, gives families to workers.")


def needed(why: str, cure: str) -> str:
    """Return a reason without spaces around it.

    :raises ValidationError: when nothing is left
    """
    if not why.strip():
        raise ValidationError({"why": cure})
    return why.strip()


def consider(family: Family, decision: str, why: str, *, by: User, in_meeting: bool, **more: Any) -> None:
    """Keep what was decided about a waiting family."""
    facts.record(
        name=CONSIDERED, family=family, by=by, happened_at=timezone.now(),
        data={"decision": decision, "why": why, "in_meeting": in_meeting, "by": by.name, **more},
    )  # fmt: skip
