"""Who was asked for a record and what came, read in few queries however many they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from alongside.contributions.choosing import agency_of
from alongside.contributions.models import Contribution
from alongside.contributions.queries import contributions_for
from alongside.people.models import Involvement
from alongside.people.queries import involved_with
from alongside.story.asking import Asking, sections_of
from alongside.story.fields import field_type
from alongside.story.fields.days import in_words
from alongside.story.models import Answer, Entry


@dataclass(frozen=True)
class Came:
    """One who was asked, with what they wrote as label and words, in the order of their form."""

    asked: Contribution
    said: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Around:
    """How contributions stand for one record; `is_written` while it is a draft that holds none from before."""

    is_written: bool = False
    asked: tuple[Came, ...] = ()
    unasked: tuple[str, ...] = ()
    of_family: tuple[Contribution, ...] = ()

    @classmethod
    def of(cls, asking: Asking) -> "Around":
        """Read it: nothing for a form on paper, or a record that keeps what came."""
        if asking.entry_id is None or not _is_written(asking.entry_id):
            return cls()
        everybody = list(contributions_for(Contribution.For.ENTRY, asking.entry_id))
        found = [one for one in everybody if one.terms.who == "agency"]
        said = _said(found, asking)
        return cls(
            is_written=True,
            asked=tuple(Came(one, said.get(one.entry_id or 0, ())) for one in found),
            of_family=tuple(one for one in everybody if one not in found),
            unasked=tuple(_unasked(asking.family_id or 0, found)),
        )


def _is_written(entry_id: int) -> bool:
    """A new version of a record keeps what the first one had: nobody is asked anew for a slip that is put right."""
    return Entry.objects.filter(pk=entry_id, amends=None).exclude(status=Entry.Status.FINAL).exists()


def _said(found: list[Contribution], asking: Asking) -> dict[int, tuple[tuple[str, str], ...]]:
    came = {one.entry_id: one for one in found if one.state == Contribution.State.RECEIVED and one.entry_id}
    answers: dict[int, dict[str, Any]] = {}
    for entry, key, value in Answer.objects.filter(entry__in=came).values_list("entry", "key", "value"):
        answers.setdefault(entry, {})[key] = value
    return {entry: tuple(_words(came[entry], answers.get(entry, {}), asking)) for entry in came}


def _words(came: Contribution, answers: dict[str, Any], asking: Asking) -> Iterable[tuple[str, str]]:
    form = Asking(form=came.form, pack=came.pack_version.pack, people=asking.people, family_name=asking.family_name)
    for section in sections_of(form):
        for question in section.questions:
            kind, value = field_type(question.type), answers.get(question.key)
            if not kind.is_empty(value) and question.applies(answers):
                yield question.label, kind.words(question, value)


def _unasked(family_id: int, found: list[Contribution]) -> Iterable[str]:
    """The professionals around the family whom nobody has asked for this record, by name and agency."""
    users = {one.user_id for one in found}
    names = {one.name.casefold() for one in found if one.name}
    for one in involved_with(family_id) if family_id else ():
        asked = one.user_id in users if one.user_id else one.who.casefold() in names
        if one.role == Involvement.Role.PROFESSIONAL and not asked:
            yield ", ".join(part for part in (one.who, agency_of(one)) if part)


def as_rows(came: Iterable[Came]) -> list[dict[str, Any]]:
    """Return the parts as they are kept with the record: plain JSON."""
    return [
        {
            "who": one.asked.said_by,
            "state": one.asked.state,
            "day": in_words(timezone.localdate(one.asked.settled_at)) if one.asked.settled_at else "",
            "why": one.asked.why_not,
            "entry": one.asked.entry_id if one.asked.state == "received" else None,
            "said": [{"label": label, "words": words} for label, words in one.said],
        }
        for one in came
    ]
