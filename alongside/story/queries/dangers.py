"""What anybody must know before they visit a family or call."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet

from alongside.design.words import day
from alongside.packs.format.pack import Pack
from alongside.people.models import Family, Person
from alongside.people.queries import Member, language_needs
from alongside.prepared import Prepared
from alongside.story.asking import Asking, Question
from alongside.story.fields import field_type
from alongside.story.models import Answer, Danger, DangerChange, Entry

AT_MOST = 60


def _present(family: Any) -> QuerySet[Danger]:
    present = Danger.objects.filter(family=family, ended_at=None).select_related("entry")
    return present.only("family", "kind", "words", "since", "looked_at_on", "entry__title").order_by("since", "pk")


PRESENT: Prepared[Danger] = Prepared(lambda family: _present(family)[:AT_MOST])


def present_dangers(family_id: int | None) -> list[Danger]:
    """Return the dangers of a family that stand, the longest standing first, each with its record; one query."""
    return PRESENT.ask(family=family_id) if family_id else []


def to_know_first(family: Family, members: Iterable[Member]) -> tuple[tuple[str, str], ...]:
    """Return what anybody must know who takes paper along to a family: each danger, and who needs an interpreter."""
    dangers = [(one.get_kind_display(), f"{one.words} (since {day(one.since)})") for one in present_dangers(family.pk)]
    needed = [(member.name, language) for member, language in language_needs(members)]
    return (*dangers, *(("Interpreter needed", ", ".join(filter(None, one))) for one in needed))


def dangers_with_history(family: Family) -> list[Danger]:
    """Return every danger of a family, those that stand first and then the last ended, each with all that became of it.

    Three queries however many there are.
    """
    named = Person.objects.only("preferred_name", "given_names", "family_name")
    told = DangerChange.objects.select_related("by", "entry").only(
        *("danger", "what", "kind", "words", "why", "at", "by__name", "entry__title")
    )
    found = Danger.objects.filter(family=family).select_related("entry", "recorded_by", "ended_by")
    ordered = sorted(
        found.prefetch_related(Prefetch("about", named), Prefetch("changes", told)),
        key=lambda one: -one.since.toordinal(),
    )
    return [one for one in ordered if not one.ended_at] + [one for one in ordered if one.ended_at]


def risk_records(family: Family, pack: Pack, limit: int = 20) -> list[Entry]:
    """Return the records in which the risks were looked at, the latest first, each with its author."""
    found = Entry.objects.filter(family=family, form_id__in=risk_forms(pack)).on_the_story()
    told = found.select_related("author").only("title", "happened_on", "version", "author__name")
    return list(told.order_by("-happened_on", "-pk")[:limit])


def risk_forms(pack: Pack) -> list[str]:
    """Return the forms of a pack in which dangers are looked at, by id."""
    return [form.id for form in pack.forms if any(field.type == "dangers" for field in form.fields)]


def how_to_visit(family: Family, pack: Pack) -> tuple[Entry, list[tuple[str, str]]] | None:
    """Return the latest record in which the risks were looked at, and what it says beside the dangers about visiting.

    That is each choice and line of the same section, as the question and the answer in words. Three queries.
    """
    latest = next(iter(risk_records(family, pack, limit=1)), None)
    if latest is None:
        return None
    entry = Entry.objects.select_related("pack_version").get(pk=latest.pk)
    form = entry.pack.form(entry.form_id)
    answers = dict(Answer.objects.filter(entry=entry).values_list("key", "value"))
    section = next(one for one in form.sections if any(field.type == "dangers" for field in one.fields))
    asking = Asking(form=form, pack=entry.pack, family_name=family.name)
    asked = [Question(field, asking) for field in section.fields if field.type in ("choice", "text")]
    said = [(one.label, field_type(one.type).words(one, answers.get(one.key))) for one in asked]
    return entry, [(label, words) for label, words in said if words]
