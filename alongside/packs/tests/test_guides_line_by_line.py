"""The packs held beside the guides line by line: each timescale, each heading, each list, as the guides give them."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from alongside.packs.format.forms import Form
from alongside.packs.format.pack import Pack
from alongside.packs.format.standard_events import Events
from alongside.packs.loader import load
from alongside.packs.tests.guides.headings import GUIDES
from alongside.packs.tests.guides.lists import CALLED, HOURS, NAMED
from alongside.packs.tests.guides.timescales import CHOSEN, IN_TWO_WAYS, PRINTED, Timescale

PACKS = Path(__file__).parents[3] / "packs"
# A verb that is right for one child is wrong where the name stands for “Ada and Ben”.
BENDS = re.compile(
    r"\b(is|does|has|was)\b \{child\}|\{child\} (is|does|has|was|says|needs|wakes|lives)\b", re.IGNORECASE
)


@pytest.fixture(scope="module")
def default() -> Pack:
    return load(PACKS / "default")


def names(events: Events | None) -> set[str]:
    return {one.event for one in events.named} if events else set()


@pytest.mark.parametrize("row", [*PRINTED, *CHOSEN], ids=lambda row: row.standard)
def test_a_timescale_has_the_number_the_unit_and_the_events_of_its_guide(default: Pack, row: Timescale) -> None:
    standard = default.standard(row.standard)
    assert str(getattr(standard, row.kind)) == row.limit
    assert str(standard.limit) == row.limit
    assert str(standard.target or "") == row.target
    assert names(standard.after or standard.before) == set(row.counts_from.split())
    assert names(standard.met_by) == set(row.met_by.split())


def test_families_at_level_3_and_above_are_seen_weekly(default: Pack) -> None:
    (weekly,) = default.standard("family-seen").values
    assert (weekly.when.level, str(weekly.every)) == (["level-3", "level-4"], "1 week")


def test_where_a_guide_gives_no_number_or_two_the_pack_says_what_it_chose(default: Pack) -> None:
    notes = {one.id: str(one.source.note or "") for one in default.standards}
    assert not [row.standard for row in CHOSEN if len(notes[row.standard]) < 40]
    assert not [id for id, words in IN_TWO_WAYS.items() if words not in notes[id]]


@pytest.mark.parametrize(("pack", "form"), [(pack, form) for pack, forms in GUIDES.items() for form in forms])
def test_each_heading_of_a_guide_has_its_question(default: Pack, pack: str, form: str) -> None:
    known = ids_of(default.form(form))
    lacking = {
        heading: missing for heading, asked in GUIDES[pack][form].items() if (missing := set(asked.split()) - known)
    }
    assert lacking == {}


def ids_of(form: Form) -> set[str]:
    return {section.id for section in form.sections} | {field.id for field in form.fields}


def test_no_sentence_breaks_where_a_family_has_several_children(default: Pack) -> None:
    broken = [(form.id, words) for form in default.forms for words in said_in(form) if BENDS.search(words)]
    assert broken == []


def said_in(form: Form) -> list[str]:
    """All that a form says in its own words."""
    said = [form.purpose, form.sign_off.says if form.sign_off else ""]
    for section in form.sections:
        said += [section.title, section.hint or ""]
        for field in section.fields:
            said += [field.label, field.hint or "", field.purpose or "", *field.prompts]
    return said


def test_each_form_standard_scale_and_star_names_its_source(default: Pack) -> None:
    parts: list[Any] = [*default.forms, *default.standards, *default.scales, *default.stars]
    assert [one.id for one in parts if not (one.source and one.source.document and one.source.passage)] == []


@cache
def pack_of(name: str) -> Pack:
    return load(PACKS / name)


@pytest.mark.parametrize(("pack", "listed"), NAMED, ids=" ".join)
def test_each_list_holds_what_its_guide_names(pack: str, listed: str) -> None:
    own = pack_of(pack)
    there = {one.id for one in getattr(own if hasattr(own, listed) else own.thresholds, listed)}
    assert set(NAMED[pack, listed].split()) - there == set()


def test_whoever_is_called_has_the_number_and_the_hours_that_the_guide_prints() -> None:
    for (pack, contact), printed in CALLED.items():
        found = pack_of(pack).contact(contact)
        assert (found.number, found.email) == printed
    hours = pack_of("front-door").contact("front-door").hours
    assert [(" ".join(one.days), f"{one.opens:%H:%M}", f"{one.closes:%H:%M}") for one in hours] == HOURS


def test_every_standard_is_held_beside_a_guide(default: Pack) -> None:
    """A new one is copied into the table too, with the sentence that asks for it or the choice that was made."""
    assert {one.id for one in default.standards} == {row.standard for row in (*PRINTED, *CHOSEN)}
