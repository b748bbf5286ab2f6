"""What can be found of each kind of thing, and under which words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model, Q, QuerySet

from alongside.finding.models import Kind
from alongside.plans.models import Action
from alongside.story.fields import field_type
from alongside.story.models import ChronologyEvent, Document, Entry, Statement
from alongside.story.queries.entries import Filled, filled
from alongside.working_time import LONDON

EVERY = Q()


@dataclass(frozen=True)
class Said:
    """One thing that can be found. `title` is searched too unless `titled` says that it is only our word for it."""

    kind: str
    source: str
    family_id: int | None
    team_id: int
    author_id: int
    entry_id: int | None
    day: date
    title: str
    text: str = ""
    titled: bool = True


def records(which: Q = EVERY) -> Iterator[Said]:
    """What records say that stand on the story."""
    about = Entry.objects.on_the_story().filter(which).select_related("family", "person", "pack_version")
    # A pack is known by its digest, so its content need not be read anew for each.
    for entry in about.order_by("pk").iterator(500):
        yield _said(Kind.RECORD, entry, entry, entry.happened_on, entry.title, words_of(filled(entry)))


def words_of(found: Filled) -> str:
    """Return all that a record says, question by question as its form asks them."""
    order = {field.id: place for place, field in enumerate(found.asking.form.fields)}
    answered = sorted(
        found.answered(), key=lambda one: (order.get(one[0].field.id, 0), one[0].person.id if one[0].person else 0)
    )
    said = (field_type(question.type).words(question, value) for question, value in answered)
    return "\n".join(words for words in said if words)


def statements(which: Q = EVERY) -> Iterator[Said]:
    """Statements that stand on a map or are sorted out, in their words of today."""
    standing = Statement.objects.filter(which, state__in=[Statement.State.LIVING, Statement.State.RESOLVED])
    for one in _with_entry(standing):
        yield _said(Kind.STATEMENT, one, one.entry, one.said_on, _column_of(one), one.words, titled=False)


def _column_of(statement: Statement) -> str:
    columns = {column.id: column.title for column in statement.entry.pack.columns}
    return columns.get(statement.column, str(Kind.STATEMENT.label))


def actions(which: Q = EVERY) -> Iterator[Said]:
    """What was agreed to be done, who does it, and what came of it."""
    for one in _with_entry(Action.objects.filter(which).select_related("owner_person", "owner_user")):
        text = "\n".join(filter(None, [one.words, one.result]))
        yield _said(Kind.ACTION, one, one.entry, one.agreed_on, f"Action: {one.owner}", text)


def events(which: Q = EVERY) -> Iterator[Said]:
    """Events of the chronology, on their first day."""
    for one in _with_entry(ChronologyEvent.objects.filter(which, entry__superseded_at=None)):
        text = "\n".join(filter(None, [one.words, one.when_words]))
        yield _said(Kind.EVENT, one, one.entry, one.first_day, one.entry.title, text)


def documents(which: Q = EVERY) -> Iterator[Said]:
    """The names of documents that are filed, and what is noted of them; of one replaced or taken out, nothing."""
    filed = Document.objects.filter(which, filed_at__isnull=False, taken_out_at=None, replaced_by=None)
    standing = filed.filter(Q(entry=None) | Q(entry__superseded_at=None), family__isnull=False)
    for one in standing.select_related("family").order_by("pk").iterator(500):
        if one.filed_at and one.family:
            day = one.dated or one.filed_at.astimezone(LONDON).date()
            yield Said(
                Kind.DOCUMENT, str(one.pk), one.family_id, one.family.team_id, 0, one.entry_id, day, one.name, one.note
            )


EVERYTHING = (records, statements, actions, events, documents)


def _with_entry(found: QuerySet[Any]) -> Iterable[Any]:
    whole = found.select_related("family", "entry__family", "entry__pack_version")
    return whole.order_by("pk").iterator(500)


def _said(kind: str, one: Model, entry: Entry, day: date | None, title: str, text: str, **more: Any) -> Said:
    if day is None:
        raise ValueError("what can be found has a day")
    team = entry.family.team_id if entry.family else entry.team_id
    return Said(kind, str(one.pk), entry.family_id, team, entry.author_id, entry.pk, day, title, text, **more)
