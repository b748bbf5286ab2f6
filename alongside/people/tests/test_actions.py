"""Every write leaves its line on the trail, and is undone when that fails."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils import timezone

from alongside.access import trail
from alongside.access.models import User
from alongside.access.trail.models import Change
from alongside.people import actions, queries, signals
from alongside.people.actions import PersonDetails
from alongside.people.models import (
    Address,
    ContactPoint,
    EmergencyAccess,
    Family,
    Identifier,
    Involvement,
    Membership,
    OtherName,
    Person,
    Relationship,
)
from alongside.people.tests.makers import make_family, make_member, make_person, make_team, make_user

pytestmark = pytest.mark.django_db


class Scene:
    """A family with a child, a parent and all that can be ended or taken back."""

    def __init__(self) -> None:
        self.team = make_team()
        self.by = make_user("manager", self.team)
        self.other = make_user("practitioner")
        by = self.by
        self.family = make_family(team=self.team, by=by)
        self.maya = make_member(self.family, by=by)
        self.dana = make_member(
            self.family, role="parent-or-carer", given_names="Dana", family_name="Hayes", date_of_birth=date(1990, 1, 1)
        )
        self.baby = make_member(
            self.family, role="unborn-child", unborn=True, due_date=timezone.localdate(), family_name="Hayes"
        )
        self.newcomer = make_person(given_names="New", family_name="Comer")
        self.membership = self.maya.memberships.get()
        self.relationship = actions.relate(person=self.dana, kind="parent", of_person=self.maya, by=by)
        self.address = actions.move(person=self.maya, lines="1 High Street", by=by)
        self.point = actions.add_contact_point(person=self.dana, kind="mobile", value="07700 900123", by=by)
        self.number = actions.add_identifier(person=self.maya, kind="nhs-number", value="9434765919", by=by)
        self.name = actions.add_other_name(person=self.maya, kind="previous", family_name="Kowal", by=by)
        self.involvement = actions.involve(family=self.family, role="professional", name="Ms Ortiz", by=by)
        self.locked = make_family("Locked", team=self.team, by=by)
        actions.restrict(family=self.locked, reason="A relative works here", by=by)
        self.access = actions.use_emergency_access(
            family=self.locked, reason="Police ask about the children now", by=self.other
        )


WRITES: dict[str, Callable[[Scene], Any]] = {
    "added a family": lambda s: actions.add_family(name="Novak", team=s.team, by=s.by),
    "renamed a family": lambda s: actions.rename_family(family=s.family, name="Hayes-Bell", by=s.by),
    "handed a family to a team": lambda s: actions.hand_to_team(family=s.family, team=make_team(), by=s.by),
    "restricted a family": lambda s: actions.restrict(family=s.family, reason="A relative works here", by=s.by),
    "ended a family’s restriction": lambda s: actions.unrestrict(family=s.locked, reason="They left", by=s.by),
    "added a person": lambda s: actions.add_person(given_names="Tobi", by=s.by),
    "changed a person’s details": lambda s: actions.change_person(person=s.maya, pronouns="she/her", by=s.by),
    "added another name of a person": lambda s: actions.add_other_name(
        person=s.maya, kind="also-known-as", given_names="May", by=s.by
    ),
    "withdrew another name of a person": lambda s: actions.withdraw_other_name(other_name=s.name, by=s.by),
    "added a number of a person": lambda s: actions.add_identifier(
        person=s.maya, kind="local", system="Mosaic", value="77", by=s.by
    ),
    "withdrew a number of a person": lambda s: actions.withdraw_identifier(
        identifier=s.number, why="Her sister’s", by=s.by
    ),
    "recorded an address": lambda s: actions.move(person=s.maya, lines="2 High Street", by=s.by),
    "ended an address": lambda s: actions.end_address(address=s.address, to_date=timezone.localdate(), by=s.by),
    "hid an address": lambda s: actions.set_never_show(address=s.address, never_show=True, reason="Unsafe", by=s.by),
    "added a way to reach a person": lambda s: actions.add_contact_point(
        person=s.maya, kind="email", value="maya@example.org", by=s.by
    ),
    "ended a way to reach a person": lambda s: actions.end_contact_point(contact_point=s.point, by=s.by),
    "added a person to a family": lambda s: actions.add_member(
        family=s.family, person=s.newcomer, role="child", by=s.by
    ),
    "changed a person’s place in a family": lambda s: actions.change_membership(
        membership=s.membership, lives_here=False, by=s.by
    ),
    "ended a person’s place in a family": lambda s: actions.end_membership(
        membership=s.membership, why="Moved", by=s.by
    ),
    "recorded a birth": lambda s: actions.record_birth(
        person=s.baby, date_of_birth=timezone.localdate(), given_names="Noor", by=s.by
    ),
    "recorded a relationship": lambda s: actions.relate(person=s.maya, kind="sibling", of_person=s.baby, by=s.by),
    "changed parental responsibility": lambda s: actions.set_parental_responsibility(
        relationship=s.relationship, held=True, by=s.by
    ),
    "ended a relationship": lambda s: actions.end_relationship(relationship=s.relationship, by=s.by),
    "involved somebody with a family": lambda s: actions.involve(
        family=s.family, role="co-worker", user=s.other, by=s.by
    ),
    "involved somebody with a family (who leads)": lambda s: actions.assign_lead_practitioner(
        family=s.family, user=s.other, by=s.by
    ),
    "ended somebody’s involvement with a family": lambda s: actions.end_involvement(involvement=s.involvement, by=s.by),
    "used emergency access": lambda s: actions.use_emergency_access(
        family=s.family, reason="Police ask about the children now", by=s.other
    ),
    "looked into an emergency access": lambda s: actions.mark_emergency_access_seen(access=s.access, by=s.by),
}
TABLES: tuple[type[Model], ...] = (
    Address,
    ContactPoint,
    EmergencyAccess,
    Family,
    Identifier,
    Involvement,
    Membership,
    OtherName,
    Person,
    Relationship,
)


def everything() -> list[list[dict[str, Any]]]:
    return [list[Any](table._default_manager.order_by("pk").values()) for table in TABLES]


# In the tests of merging and of what happens in lives.
TRIED_ELSEWHERE = {
    "add_earlier_setting", "merge_people", "record_loss", "refuse_merging", "take_back_loss", "undo_merge",
}  # fmt: skip


def test_no_write_is_forgotten_here() -> None:
    tried = {name for write in WRITES.values() for name in write.__code__.co_names}
    assert set(actions.__all__) - {"PersonDetails", *TRIED_ELSEWHERE} <= tried


@pytest.mark.requirement("ALL-07")
@pytest.mark.parametrize("action", WRITES)
def test_a_write_leaves_its_line_on_the_trail(action: str) -> None:
    scene = Scene()
    last = Change.objects.latest("pk").pk
    WRITES[action](scene)
    lines = Change.objects.filter(pk__gt=last)
    mine = lines.get(action=action.split(" (")[0])
    assert mine.user_id in (scene.by.pk, scene.other.pk)
    assert not any("High Street" in str(line.detail) or "Maya" in str(line.detail) for line in lines)


@pytest.mark.parametrize("action", WRITES)
def test_a_write_is_undone_when_the_trail_fails(action: str, monkeypatch: pytest.MonkeyPatch) -> None:
    scene = Scene()
    before = everything()

    def fails(**_: Any) -> None:
        raise RuntimeError("the trail is broken")

    monkeypatch.setattr(trail, "changed", fails)
    with pytest.raises(RuntimeError, match="broken"), transaction.atomic():
        WRITES[action](scene)
    assert everything() == before


class TestSignals:
    @pytest.fixture
    def heard(self) -> Any:
        said: list[tuple[str, dict[str, Any]]] = []
        listeners = []
        for name in ("member_joined", "member_left", "member_changed", "lead_practitioner_changed", "person_changed"):

            def listen(sender: Any, signal: Any, name: str = name, **told: Any) -> None:
                said.append((name, told))

            getattr(signals, name).connect(listen)
            listeners.append((name, listen))
        yield said
        for name, listen in listeners:
            getattr(signals, name).disconnect(listen)

    def test_are_sent_of_what_happens(self, heard: list[tuple[str, dict[str, Any]]]) -> None:
        scene = Scene()
        heard.clear()
        actions.end_membership(membership=scene.membership, why="Moved", by=scene.by)
        actions.assign_lead_practitioner(family=scene.family, user=scene.other, by=scene.by)
        actions.record_birth(person=scene.baby, date_of_birth=timezone.localdate(), by=scene.by)
        assert [name for name, _ in heard] == [
            "member_left",
            "lead_practitioner_changed",
            "person_changed",
            "member_changed",
        ]
        assert heard[2][1]["person"].memberships.get().role == "child"
        assert heard[2][1]["changed"] == {"unborn", "date_of_birth"}
        assert heard[3][1]["former_role"] == "unborn-child"


class TestRefusals:
    @pytest.mark.parametrize(
        ("details", "field"),
        [
            ({}, "given_names"),
            ({"given_names": "   "}, "given_names"),
            ({"given_names": "\u200b\u202e"}, "given_names"),
            ({"given_names": "A", "date_of_birth": date(2100, 1, 1)}, "date_of_birth"),
            ({"given_names": "A", "date_of_birth": date(1800, 1, 1)}, "date_of_birth"),
            ({"given_names": "A", "due_date": date(2026, 1, 1)}, "due_date"),
            ({"unborn": True}, "due_date"),
            ({"unborn": True, "due_date": date(2040, 1, 1)}, "due_date"),
            ({"given_names": "A", "date_of_birth": date(2020, 1, 2), "died_on": date(2020, 1, 1)}, "died_on"),
            ({"given_names": "A", "gp_practice": "x" * 201}, "gp_practice"),
        ],
    )
    def test_of_a_person_that_cannot_be(self, details: PersonDetails, field: str) -> None:
        with pytest.raises(ValidationError) as refused:
            actions.add_person(by=make_user(), **details)
        assert field in refused.value.message_dict
        assert not Person.objects.exists()

    @pytest.mark.parametrize(
        "write",
        [
            lambda by, p, f: actions.add_other_name(person=p, kind="known-as", given_names="May", by=by),
            lambda by, p, f: actions.add_identifier(person=p, kind="passport", value="1", by=by),
            lambda by, p, f: actions.move(person=p, kind="house", lines="1 High Street", by=by),
            lambda by, p, f: actions.add_contact_point(person=p, kind="fax", value="07700 900123", by=by),
            lambda by, p, f: actions.add_member(family=f, person=p, role="kid", by=by),
            lambda by, p, f: actions.relate(person=p, kind="mum", of_person=make_person(given_names="Leo"), by=by),
            lambda by, p, f: actions.involve(family=f, role="boss", name="Ms Ortiz", by=by),
        ],
    )
    def test_of_a_kind_that_there_is_not(self, write: Callable[[User, Person, Family], Any]) -> None:
        with pytest.raises(ValidationError, match="is none of"):
            write(make_user(), make_person(), make_family())

    def test_of_emergency_access(self) -> None:
        family = make_family()
        with pytest.raises(PermissionDenied):
            actions.use_emergency_access(family=family, reason="I need to see this now", by=make_user("partner"))
        with pytest.raises(ValidationError):
            actions.use_emergency_access(family=family, reason="urgent", by=make_user("practitioner"))
        assert not EmergencyAccess.objects.exists()

    def test_of_a_move_before_a_later_home(self) -> None:
        maya = make_person()
        actions.move(person=maya, lines="2 New Road", from_date=date(2026, 5, 1), by=make_user())
        with pytest.raises(ValidationError):
            actions.move(person=maya, lines="1 Old Road", from_date=date(2020, 5, 1), by=make_user())
        began, ended = date(2020, 5, 1), date(2026, 5, 1)
        actions.move(person=maya, lines="1 Old Road", from_date=began, to_date=ended, by=make_user())
        assert [one.lines for one in maya.addresses.all()] == ["2 New Road", "1 Old Road"]


def test_moving_ends_the_home_before() -> None:
    maya = make_person()
    actions.move(person=maya, lines="1 Old Road", from_date=date(2020, 5, 1), by=make_user())
    actions.move(person=maya, lines="2 New Road", from_date=date(2026, 5, 1), by=make_user())
    assert maya.addresses.get(to_date__isnull=True).lines == "2 New Road"
    assert maya.addresses.get(lines="1 Old Road").to_date == date(2026, 5, 1)


def test_emergency_access_is_told_to_the_team_s_manager_until_seen() -> None:
    scene = Scene()
    assert list(scene.access.told.all()) == [scene.by]
    assert list(queries.emergency_accesses_to_see(scene.by)) == [scene.access]
    assert not queries.emergency_accesses_to_see(scene.other)
    successor = make_user("manager", scene.team)
    assert list(queries.emergency_accesses_to_see(successor)) == [scene.access]
    with pytest.raises(PermissionDenied):
        actions.mark_emergency_access_seen(access=scene.access, by=scene.other)
    actions.mark_emergency_access_seen(access=scene.access, by=scene.by)
    assert not queries.emergency_accesses_to_see(successor)


def test_emergency_access_to_a_team_without_a_manager_is_told_to_who_manages_all() -> None:
    senior, user = make_user("senior-manager"), make_user("practitioner")
    access = actions.use_emergency_access(family=make_family(), reason="Police ask about the children now", by=user)
    assert list(access.told.all()) == [senior]
    assert list(queries.emergency_accesses_to_see(senior)) == [access]


@pytest.mark.parametrize(
    "write",
    [
        lambda by, p, q: Person.objects.create(recorded_by=by),
        lambda by, p, q: Person.objects.create(recorded_by=by, given_names="A", unborn=True),
        lambda by, p, q: Relationship.objects.create(recorded_by=by, person=p, of_person=p, kind="sibling"),
        lambda by, p, q: Relationship.objects.create(
            recorded_by=by, person=p, of_person=q, kind="sibling", parental_responsibility=True
        ),
        lambda by, p, q: [
            Relationship.objects.create(recorded_by=by, person=one, of_person=other, kind="sibling")
            for one, other in ((p, q), (q, p))
        ],
        lambda by, p, q: Address.objects.create(recorded_by=by, person=p, lines="x", to_date=date(2026, 1, 1)),
        lambda by, p, q: Address.objects.create(recorded_by=by, person=p, lines="x", never_show=True),
        lambda by, p, q: Identifier.objects.create(recorded_by=by, person=p, kind="local", value="1"),
        lambda by, p, q: Family.objects.create(recorded_by=by, name="A", team=make_team(), restricted=True),
        lambda by, p, q: Family.objects.create(recorded_by=by, name="", team=make_team()),
        lambda by, p, q: Involvement.objects.create(
            recorded_by=by, family=make_family(), role="professional", from_date=date(2026, 1, 1)
        ),
        lambda by, p, q: EmergencyAccess.objects.create(
            family=make_family(), user=by, reason="x", ends_at=timezone.now() - timedelta(days=1)
        ),
    ],
)
def test_the_database_itself_refuses_what_cannot_be(write: Callable[[User, Person, Person], Any]) -> None:
    with pytest.raises(IntegrityError):
        write(make_user(), make_person(), make_person(given_names="Leo"))
