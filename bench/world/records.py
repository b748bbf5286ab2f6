"""What stands on the records: entries with their answers, and all that came of them."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from alongside.access.models import User
from alongside.packs.models import PackVersion
from alongside.packs.queries import current
from alongside.plans.models import Action
from alongside.story import actions
from alongside.story.models import Answer, Document, Entry, Fact, PersonSeen, Rating, Statement
from bench.world.families import A_CHUNK, Household

WORDS = (
    "We talked about the mornings. Getting to school has been easier since the alarm moved out of the bedroom, and "
    "breakfast is something they now do together. Bedtimes are still hard when work finishes late. "
)
FORMS = ("home-visit", "note", "telephone-call")
RECENT = 100  # so many of a family's entries left something to do, and a worry that still stands
STILL_OPEN: dict[str, Any] = {"state": "open"}
COLUMNS = ("going-well", "worries", "needs-to-happen")


def tell(households: Sequence[Household], *, by: User) -> None:
    """Write the records of families, each as long as its household says, the last entry of each yesterday."""
    version = current()
    entries = Entry.objects.bulk_create(list(_entries(households, version, by)), batch_size=A_CHUNK)
    of_family = {one.family.pk: one for one in households}
    told = [(entry, of_family[entry.family_id]) for entry in entries if entry.family_id]
    _answers(entries, by)
    Entry.objects.filter(status="draft").update(status="final", finalised_at=timezone.now(), finalised_by=by)
    _seen(told, by)
    _map(told)
    _plan_and_documents(told, by)


def _entries(households: Sequence[Household], version: PackVersion, by: User) -> Iterator[Entry]:
    forms = [version.pack.form(id) for id in FORMS]
    today = timezone.localdate()
    for one in households:
        apart = max(1, 700 // one.entries)
        for place in range(one.entries):
            form = forms[place % len(forms)]
            yield Entry(
                pack_version=version, form_id=form.id, kind=form.kind, stands_in=form.stands_in, title=form.title,
                about="family", family=one.family, team_id=one.family.team_id, author=by, summary=WORDS[:180],
                happened_on=today - timedelta(days=1 + place * apart % 700),
            )  # fmt: skip


def _answers(entries: Sequence[Entry], by: User) -> None:
    keys = {"home-visit": ("purpose", "observed"), "note": ("note",), "telephone-call": ("call",)}
    now = timezone.now()
    Answer.objects.bulk_create(
        (
            Answer(entry=entry, key=key, value=WORDS * 3, saved_at=now, saved_by=by)
            for entry in entries
            for key in keys[entry.form_id]
        ),
        batch_size=A_CHUNK,
    )


def _seen(told: Sequence[tuple[Entry, Household]], by: User) -> None:
    visits = [(entry, one) for entry, one in told if entry.form_id == "home-visit"]
    PersonSeen.objects.bulk_create(
        (
            PersonSeen(entry=entry, person=person, alone=False, seen_on=day_of(entry))
            for entry, one in visits
            for person in one.people
        ),
        batch_size=A_CHUNK,
    )
    Fact.objects.bulk_create(
        (
            Fact(
                name=name, family=one.family, person=person, happened_at=moment(day_of(entry)),
                recorded_at=moment(day_of(entry)) + timedelta(hours=20), recorded_by=by, entry=entry,
            )
            for entry, one in visits
            for name, person in (("visit.made", None), ("person.seen", one.people[2]), ("child.seen", one.child))
        ),
        batch_size=A_CHUNK,
    )  # fmt: skip


def _map(told: Sequence[tuple[Entry, Household]]) -> None:
    """One statement in five entries, sorted out unless it is recent, each rated twice."""
    said = [(entry, one) for entry, one in told[::5]]
    statements = Statement.objects.bulk_create(
        (
            Statement(
                family=one.family, entry=entry, column=COLUMNS[place % 3], words=WORDS[:120], said_by=one.people[2],
                said_on=day_of(entry), state="living" if place * 5 % one.entries < RECENT else "resolved",
            )
            for place, (entry, one) in enumerate(said)
        ),
        batch_size=A_CHUNK,
    )  # fmt: skip
    Rating.objects.bulk_create(
        (
            Rating(
                entry_id=statement.entry_id, family_id=statement.family_id, scale="sorted-out", value=value,
                statement=statement if value < 6 else None, person=one.people[2], rated_on=statement.said_on,
            )
            for statement, (_, one) in zip(statements, said, strict=True)
            for value in (4, 7)
        ),
        batch_size=A_CHUNK,
    )  # fmt: skip


def _plan_and_documents(told: Sequence[tuple[Entry, Household]], by: User) -> None:
    Action.objects.bulk_create(
        (
            Action(
                family=one.family, entry=entry, words=WORDS[:90], agreed_on=day_of(entry), due_on=day_of(entry),
                **(STILL_OPEN if place * 5 % one.entries < RECENT else {"state": "done", "ended_on": day_of(entry)}),
                **({"owner_user": by} if place % 2 else {"owner_person": one.people[2]}),
            )
            for place, (entry, one) in enumerate(told[::5])
        ),
        batch_size=A_CHUNK,
    )  # fmt: skip
    Document.objects.bulk_create(
        (
            Document(
                family=one.family, entry=entry, category="other", name="Copy of a record.pdf", size=40_000,
                content_type="application/pdf", file="filed/none.pdf", sha256="0" * 64, filed_by=by,
                filed_at=moment(day_of(entry)),
            )
            for entry, one in told[::4]
        ),
        batch_size=A_CHUNK,
    )  # fmt: skip


def begin_draft(household: Household, *, by: User) -> Entry:
    """Begin an initial conversation that somebody is writing."""
    return actions.start(
        form_id="initial-conversation", by=by, team=household.family.team, family=household.family,
        happened_on=timezone.localdate(),
    )  # fmt: skip


def day_of(entry: Entry) -> date:
    """Return the day of an entry that has one, as all of these have."""
    assert entry.happened_on
    return entry.happened_on


def moment(day: date) -> datetime:
    """Return ten in the morning of a day, UTC."""
    return datetime.combine(day, time(10), UTC)
