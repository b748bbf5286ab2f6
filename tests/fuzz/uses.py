"""Everything the product does with a pack that was accepted. What fails here, the checker should have refused."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from django.http import QueryDict
from django.template import engines

from alongside.contributions.fields.contributions.rows import Around
from alongside.insight.practice.questions import shown_form
from alongside.insight.practice.reading import documents_of, forms_by_place, lists_of, shown_standards
from alongside.insight.practice.search import search
from alongside.journey.models import DueRow
from alongside.journey.standards import evaluate, explain
from alongside.journey.tests.standards.telling import child, fact
from alongside.packs.digest import content_of
from alongside.packs.format.forms import About, Form
from alongside.packs.format.pack import Pack
from alongside.packs.models import PackVersion
from alongside.packs.signs.matrix import matrix_of
from alongside.packs.summary import summary
from alongside.packs.telling.contacts import when_reached
from alongside.story.asking import Asking, Posted, Question, Someone, sections_of
from alongside.story.blocks import ShownEntry, ShownQuestion, ShownSection
from alongside.story.fields import field_type
from alongside.story.models import Entry
from alongside.story.showing import shown_blank

# What a family without a history has to show beside questions, so that no database is asked.
NOTHING_EARLIER: dict[str, Any] = {
    "actions": {"open": [], "professionals": [], "statements": {}, "services": []},
    "contributions": Around(),
}
PEOPLE = (Someone(1, "Zuri", is_child=True), Someone(2, "Kit", is_child=True), Someone(3, "Nneka", is_child=False))
NOT_FILLED_IN = ("{name}", "{child}")
QUESTIONS = """{% for section in sections %}<h2>{{ section.title }}</h2>{{ section.hint }}
{% for question in section.questions %}
{% set answer = shown[question.key] %}{% include "story/question.jinja" %}{% endfor %}{% endfor %}"""
RECORD = """{% from "story/blocks.jinja" import whole %}{{ record.title }} {{ record.purpose }} {{ whole(record) }}"""

_done: set[tuple[str, str]] = set()


def use(pack: Pack, *, most: int = 100) -> None:
    """Store, read, tell, show and evaluate the pack. Parts alike those of an earlier pack are not done again.

    :param most: so many forms at most; of more, those that are new only because a list of the pack changed wait
    """
    content = content_of(pack)
    text = json.dumps(content, ensure_ascii=False)
    text.encode()
    if "\\u0000" in text:
        raise AssertionError("PostgreSQL cannot hold this text")
    fits(PackVersion, version=pack.version, pack_id=pack.id)
    pack = Pack.model_validate(json.loads(text))
    lists = json.dumps({key: value for key, value in content.items() if key not in ("forms", "standards")})
    with once("lists", lists) as new:
        told(pack, new=new)
    forms = [(form, json.dumps(written)) for form, written in zip(pack.forms, content["forms"], strict=True)]
    forms.sort(key=lambda one: ("form alone", one[1]) in _done)
    for form, written in forms[:most]:
        with once("form alone", written), once("form", written + shown_with(form, content)) as new:
            if new:
                used(form, pack)
    with once("standards", json.dumps([content[key] for key in ("standards", "calendar", "levels", "roles")])) as new:
        if new:
            evaluated(pack)


# Of the lists of a pack, which a question of a type shows; options from other lists stand in the form itself.
SHOWN_WITH = {
    "statements": ("columns", "scales"), "rating": ("scales",), "star": ("stars", "scales"),
    "progress": ("stars", "scales", "columns"), "open-items": ("levels", "scales", "columns"),
    "indicators": ("thresholds", "levels"),
}  # fmt: skip


def shown_with(form: Form, content: dict[str, Any]) -> str:
    """What else of the pack shows on the form's pages: where that is as it was, the form is shown as it was."""
    keys = {key for field in form.fields for key in SHOWN_WITH.get(field.type, ())}
    return json.dumps({key: content[key] for key in sorted(keys)})


def fits(model: Any, **values: str) -> None:
    """Assert that the database has room for these words."""
    for name, value in values.items():
        room = model._meta.get_field(name).max_length
        assert len(value) <= room, f"{model.__name__}.{name} holds {room} characters, not {len(value)}"


def told(pack: Pack, *, new: bool) -> None:
    """The practice page and the command line tell what is in it."""
    summary(pack)
    if new:
        forms_by_place(pack), documents_of(pack), lists_of(pack), matrix_of(pack)
        [when_reached(contact) for contact in pack.contacts]
        search(pack, "a")


def evaluated(pack: Pack) -> None:
    """What is due is reckoned on several days of a history in which everything happens, and is told in words."""
    shown_standards(pack)
    names = sorted({name for standard in pack.standards for name in standard.events} - {"fact.withdrawn"})
    facts = [child("ada", date_of_birth="2018-05-05"), fact("level.decided", "2026-04-03", level="level-2")]
    for day in ("2026-04-03", "2026-05-06"):
        facts += [
            fact(name, day, person="ada", form="talk", level="level-2", until="2026-09-01", reason="x")
            for name in names
        ]
    for today in (date(2026, 4, 3), date(2026, 8, 1)):
        rows = evaluate(pack.standards, facts, today, pack.working_calendar())
        for row in rows + explain(pack.standards, facts, today, pack.working_calendar()):
            fits(DueRow, title=row.title, standard=row.standard, occurrence=row.key, owner=row.owner)


def used(form: Form, pack: Pack) -> None:
    """A form is asked for a family, and for nobody by name where it may be; it is written, read and printed."""
    fits(Entry, title=form.title, form_id=form.id, kind=form.kind, stands_in=form.stands_in)
    shown_form(form, pack)
    family = Asking(form=form, pack=pack, people=PEOPLE, family_name="Okonjo", earlier=NOTHING_EARLIER, entry_id=1)
    nobody = Asking(form=form, pack=pack, earlier=NOTHING_EARLIER, entry_id=1)
    asked_and_read(family)
    if set(form.about) - {About.FAMILY, About.PERSON}:
        asked_and_read(nobody)
    plain(_template(RECORD).render(record=shown_blank(replace(nobody, blank=True))))


def asked_and_read(asking: Asking) -> None:
    """The draft's page empty and filled in, and the record."""
    sections = sections_of(asking)
    empty = {question.key: _shown(question, None) for section in sections for question in section.questions}
    page = _template(QUESTIONS).render(sections=sections, shown=empty, offers={})
    plain(page)
    values = {key: _answer(question, page) for key, question in _questions(sections).items()}
    full = {key: _shown(question, values[key]) for key, question in _questions(sections).items()}
    _template(QUESTIONS).render(sections=sections, shown=full, offers={})
    plain(_template(RECORD).render(record=_record(asking, sections, values)))


def plain(html: str) -> None:
    """Assert that no gap for a name is left, and no markup came out of words."""
    for gap in NOT_FILLED_IN:
        assert gap not in html, f"{gap} is shown as it is written"
    assert "<script" not in html


def _questions(sections: Any) -> dict[str, Question]:
    return {question.key: question for section in sections for question in section.questions}


def _shown(question: Question, value: Any) -> dict[str, Any]:
    kind = field_type(question.type)
    return {
        "value": value, "revision": 0, "base": "", "template": kind.template, "kind": kind, "spare": ["a", "b"],
        "theirs": None, "as_of": None, "by": None, "applies": question.applies({}),
        "problems": kind.problems(question, value) if not kind.is_empty(value) else [],
    }  # fmt: skip


def _answer(question: Question, page: str) -> Any:
    """Answer by whatever inputs this kind of question has: the parts that its types read from a page."""
    data = QueryDict(mutable=True)
    key = question.key
    pairs = {"": "words", "day": "2", "month": "3", "year": "2026", "except": "x", "others": "x", "who": "1"}
    pairs |= {"0:words": "words", "0:came": "online", "1": "alone", "1:value": "5", "1:answer": "agrees"}
    pairs |= {"p1:came": "online"}
    for part, value in pairs.items():
        data[f"{key}:{part}" if part else key] = value
    if question.field.options:
        data.setlist(key, [option.id for option in question.field.options])
    for option in question.field.options:
        data[f"{key}:{option.id}:done"] = "yes"
    for sign in question.asking.pack.thresholds.indicators[:2]:
        data.appendlist(f"{key}:1", sign.id)
    kind = field_type(question.type)
    value = kind.parse(question, Posted(data, key))
    kind.words(question, value)
    return value


def _record(asking: Asking, sections: Any, values: dict[str, Any]) -> ShownEntry:
    shown = []
    for section in sections:
        questions = []
        for question in section.questions:
            kind, value = field_type(question.type), values[question.key]
            blocks = () if kind.is_empty(value) else tuple(kind.show(question, value))
            questions.append(ShownQuestion(question.label, blocks=blocks))
        shown.append(ShownSection(section.title, tuple(questions), section.side_by_side))
    return ShownEntry(asking.form.title, (), tuple(shown))


@cache
def _template(source: str) -> Any:
    engine: Any = engines["jinja2"]
    return engine.env.from_string(source)


@contextmanager
def once(kind: str, text: str) -> Iterator[bool]:
    """Say whether this part is new; it counts as done only when nothing went wrong with it."""
    key = (kind, text)
    yield key not in _done
    if len(_done) > 3000:
        _done.clear()
    _done.add(key)
