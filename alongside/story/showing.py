"""An entry, or a blank form, as blocks: what the read page, the printed blank and the PDF are all drawn from."""

from dataclasses import replace
from typing import Any

from django.utils import timezone

from alongside.packs.format.forms import Form
from alongside.story.asking import AskedSection, Asking, Question, sections_of, with_asking
from alongside.story.blocks import ShownEntry, ShownQuestion, ShownSection
from alongside.story.carrying import as_of
from alongside.story.fields import field_type
from alongside.story.fields.days import in_words
from alongside.story.models import Entry
from alongside.story.queries.entries import REASON, Filled

ABOUT = {"place": "Place", "peer-group": "Group of young people", "unnamed": "Family not named"}
NOT_RECORDED = "Not recorded"


def shown(entry: Entry, found: Filled) -> ShownEntry:
    """Return an entry as blocks; questions that were not asked are left out, those left open say so."""
    sections = [_section(section, found) for section in _against_earlier(found)]
    return ShownEntry(
        title=entry.title,
        facts=tuple(_facts(entry)),
        sections=tuple(section for section in sections if section.questions),
        source=_source(found.asking.form),
        state="" if entry.is_final else entry.get_status_display(),
        foot=_foot(entry),
    )


def _against_earlier(found: Filled) -> list[AskedSection]:
    """The sections, knowing what their field types show a record against."""
    types = {question.type for question in found.questions() if field_type(question.type).shows_earlier}
    if not types:
        return found.sections
    asking = replace(found.asking, earlier={type: field_type(type).earlier(found.asking) for type in types})
    return [with_asking(section, asking) for section in found.sections]


def _section(section: AskedSection, found: Filled) -> ShownSection:
    answers = found.answers
    asked = [question for question in section.questions if question.applies(answers) and _is_there(question, answers)]
    shown = tuple(_with_whose(_question(one, answers), one, found) for one in asked)
    return ShownSection(section.title, shown, section.side_by_side)


def _with_whose(shown: ShownQuestion, question: Question, found: Filled) -> ShownQuestion:
    """Say beside an answer that it was taken from an earlier record, or that another than the author wrote it."""
    then, kept = as_of(question, found.kept), found.kept.get(question.key)
    if then:
        state = "and it still holds" if then.holds else "not confirmed yet"
        return replace(shown, hint=f"As of {in_words(then.day)}, {state}")
    if kept and shown.blocks and kept.saved_by_id != found.author_id and found.author_id:
        return replace(shown, hint=f"Written by {kept.saved_by.name}")
    return shown


def _is_there(question: Question, answers: dict[str, Any]) -> bool:
    kind = field_type(question.type)
    asked_always = not (kind.only_when_held or question.only_when_late)
    return asked_always or not kind.is_empty(answers.get(question.key))


def _question(question: Question, answers: dict[str, Any]) -> ShownQuestion:
    kind = field_type(question.type)
    value = kind.together(question, answers)
    value = kind.standing(question) if value is None else value
    if kind.is_empty(value):
        reason = answers.get(REASON + question.key)
        return ShownQuestion(question.label, missing=f"Left for now: {reason}" if reason else NOT_RECORDED)
    return ShownQuestion(question.label, blocks=tuple(kind.show(question, value)))


def _facts(entry: Entry) -> list[tuple[str, str]]:
    when = in_words(entry.happened_on) + (f", {entry.happened_time:%H:%M}" if entry.happened_time else "")
    facts = [("When", when or "Not said yet"), ("Written by", entry.writer)]
    if entry.family:
        facts.insert(0, ("Family", f"{entry.family.name} ({entry.family.reference})"))
    if entry.person:
        facts.insert(1, ("About", entry.person.name))
    if entry.about in ABOUT:
        facts.insert(0, (ABOUT[entry.about], entry.about_words or "No names given"))
    if entry.finalised_at and entry.finalised_by:
        moment = timezone.localtime(entry.finalised_at)
        when = f"{in_words(moment.date())}, {moment:%H:%M}"
        if entry.written_by:
            facts.append(("Sent", f"{when}, by a link from {entry.author.name}"))
        else:
            facts.append(("Made final", f"{when}, by {entry.finalised_by.name}"))
    if entry.version > 1:
        facts.append((f"Version {entry.version}", entry.amendment_reason))
    return facts


def _foot(entry: Entry) -> str:
    """What stands beneath each page: a page that comes loose still says whose it is, and names nobody."""
    pack = f"practice pack {entry.pack.title} {entry.pack.version}"
    whose = f"{entry.family.reference} · " if entry.family else ""
    return f"{whose}{entry.title} · entry {entry.pk}, version {entry.version} · {pack}"


def _source(form: Form) -> str:
    return f"{form.source.document}: {form.source.passage}"


def shown_blank(asking: Asking, first: tuple[tuple[str, str], ...] = ()) -> ShownEntry:
    """Return a form with room to write, the names filled in when a family is known.

    :param first: what whoever takes it along must know before they go
    """
    form = asking.form
    return ShownEntry(
        title=form.title,
        facts=(("Family", asking.family_name), ("Our reference", ""), ("When", ""), ("Where", ""), ("Written by", "")),
        sections=tuple(_blank_section(section, asking) for section in sections_of(asking)),
        purpose=asking.fill(form.purpose),
        source=_source(form),
        foot=f"{form.title} · practice pack {asking.pack.title} {asking.pack.version}",
        blank=True,
        first=first,
    )


def _blank_section(section: AskedSection, asking: Asking) -> ShownSection:
    asked = [question for question in section.questions if not field_type(question.type).only_when_held]
    questions = tuple(_blank_question(question, asking) for question in asked)
    return ShownSection(section.title, questions, section.side_by_side, section.hint)


def _blank_question(question: Question, asking: Asking) -> ShownQuestion:
    only, kind = question.field.only, field_type(question.type)
    # Where on the screen something is filled in is of no use on paper.
    hint = "" if kind.written_elsewhere else question.hint
    if only:
        asked = next(field.label for field in asking.form.fields if field.id == only.field)
        hint = f"{hint} Only if “{asking.fill(asked)}” was answered that way.".strip()
    return ShownQuestion(question.label, hint=hint, prompts=tuple(question.prompts), blocks=tuple(kind.blank(question)))
