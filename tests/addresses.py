"""Every address of the product with its parameters, and a small world in which each of them leads somewhere.

Whoever adds an address with a new parameter adds an example of it to EXAMPLES; until then a test says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from alongside.access import actions as access
from alongside.access.models import Post, Team, User
from alongside.conferences.models import About, Conference, Letter, ReadingPack, Report
from alongside.contributions import actions as contributions
from alongside.directory.models import Service
from alongside.directory.tests.making import a_service, taken
from alongside.frontdoor.models import Contact, Told
from alongside.genogram import actions as genogram
from alongside.journey.models import DueRow
from alongside.journey.tests.making import default_pack
from alongside.meetings import actions as meetings
from alongside.meetings.models import Invitation, Meeting
from alongside.notices.actions import tell
from alongside.packs.actions import publish
from alongside.people import actions as people
from alongside.people.models import EmergencyAccess, Family, Person
from alongside.people.tests.makers import make_member
from alongside.plans.models import Action, Outcome
from alongside.safeguarding.models import Concern
from alongside.story import actions as story
from alongside.story.models import Danger, Document, Entry, Statement
from alongside.visits import actions as visits


@dataclass(frozen=True)
class Address:
    """A named page: its parameters and the function that answers."""

    name: str
    parameters: tuple[str, ...]
    view: Any

    @property
    def of_a_family(self) -> bool:
        """Whether it leads to something of one family's."""
        return bool(set(self.parameters) & OF_A_FAMILY) or self.name in ABOUT_A_FAMILY

    @property
    def examples(self) -> dict[str, Callable[[FamilyRecord], Any]]:
        """For each parameter, how to take an example of it from a family's record."""
        return EXAMPLES | EXAMPLES_BY_NAME.get(self.name, {})

    @property
    def lacking(self) -> list[str]:
        """The parameters of which there is no example."""
        return [name for name in self.parameters if name not in self.examples]

    def path(self, around: FamilyRecord) -> str:
        """Return the path with examples from around this family. Raises KeyError for a parameter without example."""
        return reverse(self.name, kwargs={name: self.examples[name](around) for name in self.parameters})


@dataclass
class FamilyRecord:
    """A family with one of everything, in a team."""

    family: Family
    child: Person
    parent: Person
    account: User
    made: dict[str, Any]


OF_A_FAMILY = {"family_id", "person_id", "entry_id", "document_id", "visit_id", "contact_id"}
ABOUT_A_FAMILY = {"who-has-looked"}


def _made(what: str) -> Callable[[FamilyRecord], Any]:
    return lambda around: around.made[what].pk


EXAMPLES: dict[str, Callable[[FamilyRecord], Any]] = {
    "family_id": lambda around: around.family.pk,
    "person_id": lambda around: around.child.pk,
    "entry_id": lambda around: around.made["draft"].pk,
    "document_id": lambda around: around.made["document"].pk,
    "danger_id": lambda around: around.made["danger"].pk,
    "row_id": lambda around: around.made["due"].pk,
    "concern_id": lambda around: around.made["concern"].pk,
    "notice_id": lambda around: around.made["notice"].pk,
    "token": lambda around: "a-secret-that-nobody-was-sent",
    "action_id": lambda around: around.made["action"].pk,
    "outcome_id": lambda around: around.made["outcome"].pk,
    "involvement_id": lambda around: around.made["involvement"].pk,
    "worker_id": lambda around: around.account.pk,
    "statement_id": lambda around: around.made["statement"].pk,
    "change": lambda around: "reword",
    "form_id": lambda around: "initial-conversation",
    "whose": lambda around: "mine",
    "page": lambda around: "help",
    "key": lambda around: "no-such-key",
    "uidb36": lambda around: "1",
    "question": lambda around: f"houses-drawn@{around.child.pk}",
    "sheet": lambda around: "worries",
    "node": lambda around: f"p{around.child.pk}",
    "letter": lambda around: "family",
    "version_id": lambda around: around.made["genogram version"].pk,
    "allocation_id": lambda around: around.made["allocation meeting"].pk,
    "meeting_id": lambda around: around.made["meeting"].pk,
    "visit_id": lambda around: around.made["visit"].pk,
    "other_id": _made("final"),
    "contribution_id": _made("contribution"),
    "item_id": lambda around: around.made["request"].pk,
    "number": lambda around: 0,
    "service_id": lambda around: around.made["service"].pk,
    "domain_id": lambda around: "parents-and-carers",
    "level_id": lambda around: "level-3",
    "sign_id": lambda around: "level-3-domestic-abuse",
    "contact_id": lambda around: around.made["call"].pk,
    "report_id": lambda around: around.made["report"].pk,
    "pack_id": lambda around: around.made["reading pack"].pk,
    "letter_id": lambda around: around.made["letter to one"].pk,
    "told_id": lambda around: around.made["told"].pk,
}
EXAMPLES_BY_NAME: dict[str, dict[str, Callable[[FamilyRecord], Any]]] = {
    "who-has-looked": {"pk": lambda around: around.family.pk},
    "team-people": {"pk": lambda around: around.family.team_id},
    "end-post": {"pk": lambda around: around.account.pk, "post": lambda around: around.made["post"].pk},
    **{
        name: {"pk": lambda around: around.account.pk}
        for name in ("account", "give-post", "close-account", "open-account-again", "invite", "forget-second-step")
    },
    **{
        name: {"pk": _made(what)}
        for name, what in {
            "emergency-seen": "emergency",
            "end-relationship": "relationship",
            "responsibility": "relationship",
            "end-involvement": "involvement",
            "end-address": "address",
            "never-show": "address",
            "end-contact": "contact",
            "withdraw-number": "number",
            "withdraw-name": "other name",
        }.items()
    },
    **{
        name: {"meeting_id": lambda around: around.made["group"].pk}
        for name in ("group-meeting", "group-change", "group-answer")
    },
    **{
        name: {"meeting_id": lambda around: around.made["conference"].meeting_id}
        for name in (
            "conference",
            "conference-holders",
            "conference-ask",
            "conference-report",
            "conference-reading",
            "conference-readers",
            "conference-pack",
            "conference-pack-pdf",
        )
    },
    **{
        name: {"meeting_id": lambda around: around.made["conference held"].meeting_id}
        for name in (
            "conference-after",
            "conference-letter",
            "conference-letter-pdf",
            "conference-letter-feedback",
            "conference-typed-feedback",
        )
    },
    **{
        name: {"entry_id": lambda around: around.made["final"].pk}
        for name in ("entry-pdf", "entry-amend", "entry-mark")
    },
    **{name: {"entry_id": _made("closure")} for name in ("entry-letter", "entry-letter-pdf")},
    **{
        name: {"contact_id": _made("decided call")}
        for name in ("front-door-contact", "front-door-tell", "front-door-letter")
    },
    **{
        name: {"entry_id": _made("three houses"), "question": lambda around: f"houses-drawn@{around.child.pk}"}
        for name in ("drawing", "drawing-hand-over", "drawing-marks", "drawing-picture")
    },
}


def every_address() -> list[Address]:
    """Return every named page that there is."""
    return [Address(pattern.name or "", tuple(names), pattern.callback) for pattern, names in _patterns(get_resolver())]


def _patterns(resolver: URLResolver, before: tuple[str, ...] = ()) -> Iterator[tuple[URLPattern, tuple[str, ...]]]:
    for pattern in resolver.url_patterns:
        names = before + tuple(pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern, names)
        else:
            yield pattern, tuple(name for name in names if name not in (pattern.default_args or {}))


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
    _meetings(record, by)
    _front_door(record, by)
    _asked_of_others(record, by)
    _conferences(record, by)
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


def _meetings(record: FamilyRecord, by: User) -> None:
    """A meeting about the family whose record is begun, and a group of the team that was asked something."""
    soon = timezone.now() + timedelta(days=9)
    when: dict[str, Any] = {"starts_at": soon, "ends_at": soon + timedelta(hours=1), "place": "The hall", "by": by}
    meeting = meetings.arrange(kind="team-around-the-family", family=record.family, **when)
    meetings.invite(meeting=meeting, person=record.parent, by=by)
    meetings.invite(meeting=meeting, name="Dr Lee", agency="GP", email="lee@surgery.example", by=by)
    meetings.put_on_agenda(meeting=meeting, words="Mornings", by=by)
    meetings.lay_out(meeting=meeting, document=record.made["document"], by=by)
    meetings.begin(meeting=meeting, form_id="team-around-the-family", by=by)
    group = meetings.arrange(kind="solution-group", team=record.family.team, **when)
    request = meetings.put_on_agenda(meeting=group, entry=record.made["final"], by=by)
    there = {"starts_at": soon, "ends_at": soon + timedelta(hours=1), "back_by": soon + timedelta(hours=2)}
    visit = visits.plan(
        family=record.family, worker=by, people=[record.child], place="At home", purpose="Mornings", by=by, **there
    )
    record.made |= {"meeting": meeting, "group": group, "request": request, "visit": visit}
    record.made["service"] = _service()


def _front_door(record: FamilyRecord, by: User) -> None:
    """A call about the family that is held now, and one that was decided and of which the caller was told."""
    now, today, team = timezone.now(), timezone.localdate(), record.family.team

    def call(reference: str, **more: Any) -> Contact:
        entry = story.start(
            form_id="front-door-conversation", by=by, team=team, family=record.family, happened_on=today
        )
        return Contact.objects.create(
            reference=f"FD-{record.family.pk}-{reference}", came_by="call", about="family", caller="Priya Nair",
            received_at=now, decide_by=today, team=team, taken_by=by, taken_at=now, entry=entry, **more,
        )  # fmt: skip

    decided = call("D", outcome="early-help", level="level-2", decided_on=today, decided_by=by)
    Entry.objects.filter(front_door_contact=decided).update(status="final", finalised_at=now, finalised_by=by)
    told = Told.objects.create(contact=decided, how="letter", may_know=False, words="Thank you.", at=now, by=by)
    record.made |= {"call": call("C"), "decided call": decided, "told": told}


def _asked_of_others(record: FamilyRecord, by: User) -> None:
    """What an agency is asked for, for a record that is being written."""
    record.made["contribution"] = contributions.ask(
        family=record.family, for_kind="entry", for_id=record.made["draft"].pk, form_id="agency-contribution",
        name="Priya Nair", agency="Health visiting", email="priya@health.example", by=by,
    )  # fmt: skip


def _conferences(record: FamilyRecord, by: User) -> None:
    """A conference that comes, with a report and a reading pack, and one that was held and is told of."""
    now, family = timezone.now(), record.family

    def conference(days: int, **more: Any) -> Conference:
        starts = now + timedelta(days=days)
        when: dict[str, Any] = {"starts_at": starts, "ends_at": starts + timedelta(hours=2), "arranged_at": now}
        meeting = Meeting.objects.create(kind="conference", family=family, arranged_by=by, place="Hall", **when, **more)
        made = Conference.objects.create(meeting=meeting, kind="initial", chair=by)
        About.objects.create(conference=made, child=record.child)
        return made

    coming = conference(9)
    asked = meetings.invite(meeting=coming.meeting, person=record.parent, by=by)
    entry = story.start(form_id="note", by=by, team=family.team, family=family, happened_on=timezone.localdate())
    Entry.objects.filter(pk=entry.pk).update(status="final", finalised_at=now, finalised_by=by)
    held = conference(-9, state="held", entry=entry)
    came = Invitation.objects.create(meeting=held.meeting, user=by)
    sent = {"sent_at": now, "sent_how": "notice", "sent_by": by}
    record.made |= {
        "conference": coming,
        "report": Report.objects.create(
            conference=coming, by="agency", agency="School", due=now.date(), asked_at=now, asked_by=by,
            entry=record.made["final"], came_on=now.date(),
        ),
        "reading pack": ReadingPack.objects.create(conference=coming, invitation=asked, to_name="Rosa"),
        "conference held": held,
        "letter to one": Letter.objects.create(conference=held, invitation=came, reads="whole", **sent),
    }  # fmt: skip


def _service() -> Service:
    """A service of the directory."""
    taken(a_service("Talking as a couple", terms=["Domestic abuse"], place=("YA1 1AA", 54.0, 0.2)))
    return Service.objects.get()


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
