"""A small world in which every address leads somewhere."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from alongside.access import actions as access
from alongside.access.models import Post, Team, User
from alongside.genogram import actions as genogram
from alongside.journey.models import DueRow
from alongside.meetings.models import Meeting
from alongside.notices.actions import tell
from alongside.packs.actions import publish
from alongside.packs.tests.shipped import default_pack
from alongside.people import actions as people
from alongside.people.models import EmergencyAccess
from alongside.people.tests.makers import make_member
from alongside.plans.models import Action, Outcome
from alongside.safeguarding.models import Concern
from alongside.story import actions as story
from alongside.story.models import Danger, Document, Entry, Statement
from tests.addresses.coming_together import meetings_and_calls
from tests.addresses.record import FamilyRecord


def make_account(name: str, role: str, team: Team) -> User:
    """Make an account with one post."""
    email = f"{name.replace(' ', '.').lower()}@alderbridge.example"
    account = access.add_account(name=name, email=email, by=None)
    access.give_post(account=account, team=team, role=role, by=None)
    return account


def make_record(name: str, team: Team, by: User) -> FamilyRecord:
    """Make a family with one of everything that has an address."""
    publish(pack=default_pack(), by=None)
    family = people.add_family(name=name, team=team, by=by)
    child = make_member(family, by=by, given_names=f"Maya {name}", date_of_birth=date(2018, 6, 14))
    parent = make_member(
        family, role="parent-or-carer", by=by, given_names=f"Rosa {name}", date_of_birth=date(1990, 2, 1)
    )
    record = FamilyRecord(family, child, parent, by, {"post": Post.objects.filter(user=by).first()})
    _about_people(record, by)
    _on_the_story(record, by)
    meetings_and_calls(record, by)
    # The last of all: whatever is recorded makes the rows anew, and nobody's facts ask for this one.
    record.made["due"] = DueRow.objects.create(
        family=family, standard="a", occurrence="a", title="A visit", owner="manager",
        due_on=timezone.localdate(), why="Because.",
    )  # fmt: skip
    return record


def _about_people(record: FamilyRecord, by: User) -> None:
    now = timezone.now()
    record.made |= {
        "relationship": people.relate(person=record.parent, kind="parent", of_person=record.child, by=by),
        "address": people.move(person=record.child, lines="1 Quiet Lane", postcode="BN1 1AA", by=by),
        "contact": people.add_contact_point(person=record.parent, kind="email", value="rosa@home.example", by=by),
        "number": people.add_identifier(
            person=record.child, kind="local", value=str(record.child.pk), system="School", by=by
        ),
        "other name": people.add_other_name(person=record.child, kind="also-known-as", given_names="May", by=by),
        "involvement": people.involve(family=record.family, role="professional", name="Dr Lee", agency="GP", by=by),
        "allocation meeting": Meeting.objects.create(
            kind="allocation",
            team=record.family.team,
            starts_at=now,
            ends_at=now + timedelta(hours=1),
            arranged_by=by,
            arranged_at=now,
        ),
        "notice": tell(to=[by], kind="message", title="Something new", href="/", by=None, family=record.family)[0],
        "emergency": EmergencyAccess.objects.create(
            family=record.family,
            user=by,
            reason="A call",
            started_at=now - timedelta(days=2),
            ends_at=now - timedelta(1),
        ),
    }


def _on_the_story(record: FamilyRecord, by: User) -> None:
    family, now, today = record.family, timezone.now(), timezone.localdate()

    def begun() -> Entry:
        return story.start(form_id="note", by=by, team=family.team, family=family, happened_on=today)

    final = begun()
    Entry.objects.filter(pk=final.pk).update(status="final", finalised_at=now, finalised_by=by)
    final.refresh_from_db()
    record.made |= {
        "statement": Statement.objects.create(
            family=family, entry=final, column="worries", words="Mornings are loud", said_on=today
        ),
        "concern": Concern.objects.create(
            entry=final, family=family, team=family.team, raised_by=by, raised_at=now, about_child=True
        ),
        "danger": Danger.objects.create(
            family=family,
            kind="visitors",
            words="A dog that bites.",
            since=today,
            looked_at_on=today,
            recorded_at=now,
            recorded_by=by,
        ),
        "draft": begun(),
        "three houses": _three_houses(record, by),
        "closure": story.start(form_id="closure", by=by, team=family.team, family=family, happened_on=today),
        "final": final,
        "genogram version": genogram.keep_version(
            entry=final, svg="<svg><title>Us</title></svg>", told=[], made_on=today, by=by
        ),
        "action": Action.objects.create(family=family, entry=final, words="Call", owner_user=by, agreed_on=today),
        "outcome": Outcome.objects.create(family=family, entry=final, words="Calm mornings", agreed_on=today),
        "document": Document.objects.create(
            family=family,
            category="other",
            name="letter.txt",
            content_type="text/plain",
            file=ContentFile(b"A letter", name="letter.txt"),
            size=8,
            sha256="0" * 64,
            filed_at=now,
            filed_by=by,
        ),
    }


def _three_houses(record: FamilyRecord, by: User) -> Entry:
    """A draft in which something is drawn."""
    entry = story.start(
        form_id="three-houses", by=by, team=record.family.team, family=record.family, person=record.child,
        about="person", happened_on=timezone.localdate(),
    )  # fmt: skip
    mark = {"id": "aaaaaaaa01", "kind": "stamp", "stamp": "sun", "colour": "red", "at": 1, "x": 6000, "y": 5000}
    key = f"houses-drawn@{record.child.pk}"
    story.save_answer(entry_id=entry.pk, key=key, value={"worries": [mark]}, revision=0, by=by)
    return entry
