"""What is stored as due always equals reckoning from scratch, whatever happens and in whatever order."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.journey import due
from alongside.journey.actions import explain_lateness
from alongside.journey.models import DueRow
from alongside.journey.moments import moment_on
from alongside.journey.tests.making import World, today
from alongside.journey.tests.standards.histories import EXAMPLES, OF_THE_FAMILY
from alongside.packs.actions import publish
from alongside.packs.tests.shipped import default_pack
from alongside.people.actions import add_member, change_membership, change_person, end_membership
from alongside.people.models import Family, Membership
from alongside.people.tests.makers import make_family, make_member, make_person
from alongside.story import facts
from alongside.story.models import Fact

FIELDS = ("standard", "occurrence", *due.COMPARED)


def as_stored(family: Family) -> list[tuple[Any, ...]]:
    return sorted(DueRow.objects.filter(family=family).values_list(*FIELDS), key=str)


def from_scratch(family: Family) -> list[tuple[Any, ...]]:
    return sorted((tuple(getattr(row, name) for name in FIELDS) for row in due.reckon(family.pk)), key=str)


HAPPENINGS = st.lists(
    st.tuples(
        st.sampled_from(
            ["fact", "child seen", "withdraw", "join", "leave", "born otherwise", "level", "explain", "recompute"]
        ),
        st.integers(0, 400),
        st.integers(0, 30),
        st.sampled_from(OF_THE_FAMILY),
    ),
    min_size=1,
    max_size=25,
)


@pytest.mark.requirement("ALL-03")
@given(happenings=HAPPENINGS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_stored_rows_equal_reckoning_from_scratch_over_random_histories(
    world: World, happenings: list[tuple[str, int, int, str]]
) -> None:
    publish(pack=default_pack().model_copy(update={"id": "examples", "standards": EXAMPLES}), by=None)
    family = make_family(team=world.team, by=world.lead)
    add_member(family=family, person=make_person(by=world.lead), role="child", by=world.lead, joined_on=today())
    for what, days_ago, number, name in happenings:
        happen(world, family, what, days_ago, number, name)
        assert as_stored(family) == from_scratch(family), what


def happen(world: World, family: Family, what: str, days_ago: int, number: int, name: str) -> None:
    """Let one thing happen, so many days ago, to whoever the number picks; nothing when there is nobody to pick."""
    at = moment_on(today() - timedelta(days=days_ago))
    members = list(Membership.objects.filter(family=family, left_on=None).select_related("person", "family"))
    record: dict[str, Any] = {"family": family, "by": world.lead, "happened_at": at}
    if what == "fact":
        facts.record(name=name, **record)
    elif what == "level":
        facts.record(name="level.decided", data={"level": str(number % 4 + 1)}, **record)
    elif what == "child seen" and members:
        facts.record(name="child.seen", person=members[number % len(members)].person, **record)
    elif what == "join":
        add_member(family=family, person=make_person(by=world.lead), role="child", by=world.lead, joined_on=at.date())
    elif what == "leave" and members:
        end_membership(membership=members[number % len(members)], why="Moved away.", by=world.lead)
    elif what == "born otherwise" and members:
        change_person(person=members[0].person, by=world.lead, date_of_birth=today() - timedelta(days=300 * number + 1))
    elif what == "withdraw":
        withdraw_one(world, family, number)
    elif what == "explain":
        late = DueRow.objects.filter(family=family, met_late=True).select_related("family", "person").first()
        if late:
            explain_lateness(row=late, why=f"Reason {number}", by=world.lead)
    else:
        due.recompute(family.pk)


def withdraw_one(world: World, family: Family, number: int) -> None:
    standing = list(Fact.objects.filter(family=family, replaced_by=None).exclude(name="fact.withdrawn"))
    if standing:
        facts.withdraw(standing[number % len(standing)], by=world.lead)
        due.recompute(family.pk)


def test_only_rows_that_changed_are_written(world: World) -> None:
    world.open_support(days_ago=20)
    before = {row.pk: row for row in DueRow.objects.all()}
    assert before
    due.recompute(world.family.pk)
    assert {row.pk for row in DueRow.objects.all()} == before.keys()
    with CaptureQueriesContext(connection) as asked:
        due.recompute(world.family.pk)
    written = [one["sql"] for one in asked if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert written == []
    assert len(asked) <= 8


def test_what_changed_comes_and_goes_in_one_writing_and_a_row_keeps_its_id(world: World) -> None:
    world.open_support(days_ago=20)
    DueRow.objects.filter(standard="first-contact").update(title="Another", why="Another")
    changed = DueRow.objects.get(standard="first-contact").pk
    gone = DueRow.objects.exclude(pk=changed).order_by("pk")[0]
    gone.delete()
    with CaptureQueriesContext(connection) as asked:
        due.recompute(world.family.pk)
    assert len([one for one in asked if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]) == 1
    assert DueRow.objects.get(standard="first-contact").pk == changed
    assert as_stored(world.family) == from_scratch(world.family)


def test_a_new_day_is_reckoned_at_night_batch_by_batch(world: World) -> None:
    from alongside.journey.tasks import reckon_batch

    world.open_support(days_ago=30)
    DueRow.objects.all().delete()
    assert reckon_batch(after=0, everybody=False) == 1
    assert as_stored(world.family) == from_scratch(world.family)
    assert reckon_batch(after=world.family.pk, everybody=True) == 0


def test_a_new_pack_reckons_every_family_anew(world: World) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob

    ProcrastinateJob.objects.all()
    before = ProcrastinateJob.objects.filter(task_name__endswith="reckon_batch").count()
    publish(pack=default_pack().model_copy(update={"version": "another"}), by=world.manager)
    assert ProcrastinateJob.objects.filter(task_name__endswith="reckon_batch").count() == before + 1


@pytest.mark.requirement("ALL-03")
def test_a_row_says_what_by_when_from_which_event_whose_and_which_guidance_asks(world: World) -> None:
    world.open_support(days_ago=3)
    row = DueRow.objects.get(standard="first-contact")
    assert row.owner == "lead-practitioner"
    assert row.starts_at is not None
    assert row.starts_at.date() == (timezone.now() - timedelta(days=3)).date()
    assert row.due_on is not None
    assert "5 working days" in row.why
    assert "West Sussex" in row.why


def test_a_role_put_right_makes_somebody_a_child_to_the_standards_or_no_longer(world: World) -> None:
    world.open_support()
    aunt = make_member(world.family, role="other-adult", by=world.lead, given_names="Zo", family_name="Rowan")
    asked_for_aunt = DueRow.objects.filter(family=world.family, person=aunt, standard="child-seen")
    assert not asked_for_aunt.exists()
    membership = aunt.memberships.get()
    change_membership(membership=membership, role="child", by=world.lead)
    assert asked_for_aunt.exists()
    change_membership(membership=membership, role="significant-other", by=world.lead)
    assert not asked_for_aunt.exists()
