"""The guide that a professional fills in before the call: questions of the pack's form, asked of nobody by name."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import uuid4

from django.http import QueryDict

from alongside.packs.format.front_door import FrontDoor
from alongside.packs.format.pack import Pack
from alongside.story.asking import AskedSection, Asking, Posted, Question, sections_of
from alongside.story.blocks import ShownEntry, ShownQuestion, ShownSection
from alongside.story.fields import field_type
from alongside.story.showing import shown_blank
from alongside.thresholds.choice import Choice


@dataclass(frozen=True)
class Guide:
    """The guide as a pack has it."""

    pack: Pack
    front_door: FrontDoor
    sections: list[AskedSection]

    def questions(self) -> Iterator[Question]:
        """Yield each question of the guide in order."""
        for section in self.sections:
            yield from section.questions


def guide_of(pack: Pack) -> Guide | None:
    """Return the guide of a pack, None when it has no front door."""
    if pack.front_door is None:
        return None
    form = pack.form(pack.front_door.form)
    asked = {one.section.id: one for one in sections_of(Asking(form=form, pack=pack))}
    return Guide(pack, pack.front_door, [asked[id] for id in pack.front_door.guide if id in asked])


def answers_from(guide: Guide, data: QueryDict) -> dict[str, Any]:
    """Return what was typed into the guide, by question; what was left empty is not there."""
    found = {}
    for question in guide.questions():
        kind = field_type(question.type)
        value = kind.parse(question, Posted(data, question.key))
        if not kind.is_empty(value):
            found[question.key] = value
    return found


def problems_of(guide: Guide, answers: dict[str, Any]) -> dict[str, list[str]]:
    """Return what has to be mended before it can be sent, by question. Nothing but the caller's name has to be given:
    what is not known yet is asked in the call."""
    found = {}
    for question in guide.questions():
        value = answers.get(question.key)
        if value is not None and (problems := field_type(question.type).problems(question, value)):
            found[question.key] = problems
    if not answers.get(guide.front_door.caller.name, "").strip():
        found[guide.front_door.caller.name] = ["Write your name, so that the adviser knows who is speaking"]
    if not answers.get(guide.front_door.worry, "").strip():
        found[guide.front_door.worry] = ["Write what you are worried about, in a few words"]
    return found


def shown_guide(guide: Guide, answers: dict[str, Any]) -> ShownEntry:
    """Return what was answered as blocks, to read and to print."""
    shown = (ShownSection(one.title, tuple(_answered(one, answers))) for one in guide.sections)
    sections = tuple(section for section in shown if section.questions)
    return ShownEntry(title="Before you call the front door", facts=(), sections=sections, source="", state="", foot="")


def _answered(section: AskedSection, answers: dict[str, Any]) -> Iterator[ShownQuestion]:
    for question in section.questions:
        value = answers.get(question.key)
        if value is not None and question.applies(answers):
            yield ShownQuestion(question.label, blocks=tuple(field_type(question.type).show(question, value)))


def blank_guide(guide: Guide) -> ShownEntry:
    """Return the guide with room to write, for paper."""
    form = guide.pack.form(guide.front_door.form)
    kept = [one for one in form.sections if one.id in guide.front_door.guide]
    asking = Asking(form=form.model_copy(update={"sections": kept}), pack=guide.pack, blank=True)
    return replace(shown_blank(asking), title="Before you call the front door", facts=())


def rows_of_children(choice: Choice) -> list[dict[str, Any]]:
    """Return the children of a choice made in the threshold guide as rows of those it is about."""
    empty = {"relation": "", "where": "", "child": True, "worried": True}
    return [
        {"id": str(uuid4()), "name": child.name, "born": child.age, **empty}
        for child in choice.children
        if child.name or child.age
    ]
