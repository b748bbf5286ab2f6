"""What the journey does when something happens elsewhere: always within the transaction of what happened."""

from datetime import datetime
from typing import Any

from django.db.models.signals import post_save

from alongside.access.models import User
from alongside.journey import due
from alongside.journey.actions.agreement import NOT_AGREED, tell_of_agreement
from alongside.journey.actions.allocation import record_allocation
from alongside.journey.actions.closing import close_with
from alongside.journey.clock_of import due_by
from alongside.journey.lateness import explain
from alongside.journey.moments import moment_on
from alongside.journey.queries import standing_of
from alongside.packs.format.forms import Form
from alongside.packs.models import PackVersion
from alongside.people import signals as people
from alongside.people.models import Family, Involvement, Membership, Merge, Person
from alongside.people.queries import records_of
from alongside.story import facts, lateness
from alongside.story import signals as story
from alongside.story.models import Entry, Fact
from alongside.story.standing import Standing, told_by

# What a standard may ask about a person: when one of these changes, the fact that they joined is written anew.
KNOWN_OF_A_PERSON = {"date_of_birth", "due_date", "unborn", "preferred_name", "given_names", "family_name"}


def connect() -> None:
    """Begin to listen; once, when the application starts."""
    story.facts_recorded.connect(_facts_recorded, dispatch_uid="journey")
    story.entry_finalised.connect(_entry_finalised, dispatch_uid="journey")
    people.member_joined.connect(_member_joined, dispatch_uid="journey")
    people.member_left.connect(_member_left, dispatch_uid="journey")
    people.member_changed.connect(_member_changed, dispatch_uid="journey")
    people.person_changed.connect(_person_changed, dispatch_uid="journey")
    people.people_merged.connect(_people_merged, dispatch_uid="journey")
    people.lead_practitioner_changed.connect(_lead_changed, dispatch_uid="journey")
    post_save.connect(_pack_published, sender=PackVersion, dispatch_uid="journey")
    told_by(_where_the_family_stands)
    lateness.due_by(due_by)


def _facts_recorded(*, family_id: int, **_: Any) -> None:
    due.recompute(family_id)


def _entry_finalised(*, entry: Entry, form: Form, answers: dict[str, Any], by: User, **_: Any) -> None:
    explain(entry=entry, form=form, answers=answers, by=by)
    if form.closes_pathway and entry.family is not None and entry.amends_id is None:
        close_with(entry=entry, form=form, answers=answers, by=by)
    if {record.fact for record in form.records} & NOT_AGREED:
        tell_of_agreement(entry, by=by)


def _member_joined(*, membership: Membership, by: User, **_: Any) -> None:
    _record_joined(membership, by, moment_on(membership.joined_on))


def _member_left(*, membership: Membership, by: User, **_: Any) -> None:
    if membership.left_on is None:
        return
    facts.record(
        name="person.left",
        family=membership.family,
        person=membership.person,
        by=by,
        happened_at=moment_on(membership.left_on),
    )


def _member_changed(*, membership: Membership, former_role: str, by: User, **_: Any) -> None:
    """A role put right, or a child who is born: standards for children look at who is one now."""
    if membership.role != former_role:
        _join_anew(membership, by)


def _person_changed(*, person: Person, changed: set[str], by: User, **_: Any) -> None:
    if KNOWN_OF_A_PERSON & set(changed):
        for membership in person.memberships.filter(left_on=None).select_related("family", "person"):
            _join_anew(membership, by)


def _people_merged(*, merge: Merge, family_id: int, by: User, **_: Any) -> None:
    """Facts of both records are of one person now, or of two again: all is reckoned anew.

    Two again, each is known by what is their own, whatever was told of the one while they were one.
    """
    if merge.undone_at:
        own = Membership.objects.filter(family=family_id, left_on=None, person__in=[merge.kept_id, merge.other_id])
        for membership in own.select_related("family", "person"):
            if any(fact.data != _known_of(membership) for fact in _joined(membership, membership.person_id)):
                _join_anew(membership, by)
    due.recompute(family_id)


def _join_anew(membership: Membership, by: User) -> None:
    """Facts never change: the earlier one is withdrawn, and one that says what is known now takes its place.

    Of somebody with several records that are one, so is what each of them told.
    """
    told = [fact for record in records_of(membership.person) for fact in _joined(membership, record)]
    for fact in told:
        facts.withdraw(fact, by=by)
        _record_joined(membership, by, fact.happened_at, record=fact.person)
    if not told:
        _record_joined(membership, by, moment_on(membership.joined_on))


def _joined(membership: Membership, record: int) -> list[Fact]:
    """The last standing fact that says of one record of a person that they joined this family."""
    of_them = Fact.objects.filter(name="person.joined", family=membership.family, person=record)
    return list(of_them.filter(replaced_by=None).select_related("person").order_by("-pk")[:1])


def _record_joined(membership: Membership, by: User, at: datetime, record: Person | None = None) -> None:
    facts.record(
        name="person.joined",
        family=membership.family,
        person=record or membership.person,
        by=by,
        happened_at=at,
        data=_known_of(membership),
    )


def _known_of(membership: Membership) -> dict[str, Any]:
    person = membership.person
    return {
        "name": person.name,
        "role": membership.role,
        "date_of_birth": person.date_of_birth and person.date_of_birth.isoformat(),
        "due_date": person.due_date and person.due_date.isoformat(),
    }


def _lead_changed(
    *, family: Family, involvement: Involvement | None, previous: Involvement | None, by: User, **_: Any
) -> None:
    if involvement is not None:
        at = moment_on(involvement.from_date)
        record_allocation(family=family, by=by, to=involvement.user, name=involvement.name, at=at)


def _where_the_family_stands(family: Family) -> Standing:
    now = standing_of(family)
    return Standing(level=now.level_id, pathway_open=now.pathway is not None)


def _pack_published(*, created: bool, **_: Any) -> None:
    """Other standards ask other things: every family is reckoned anew, by the worker."""
    from alongside.journey.tasks import reckon_batch

    if created:
        reckon_batch.defer(after=0, everybody=True)
