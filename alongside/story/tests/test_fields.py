"""Each field type: what a browser sends, what is kept of it, and how it reads. One table for all."""

from dataclasses import asdict, replace
from typing import Any

import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.packs import loader
from alongside.packs.format.field_types import FIELD_TYPES
from alongside.packs.format.forms import FormField, Option, Section
from alongside.packs.format.pack import Pack
from alongside.packs.tests.shipped import PACKS
from alongside.story.asking import Asking, Posted, Question, Someone
from alongside.story.asking.asking import GAP
from alongside.story.blocks import ShownEntry, ShownQuestion, ShownSection, Words
from alongside.story.fields import field_type, registered
from alongside.story.pdf import as_pdf

PACK = loader.load(PACKS / "default")
ZURI, NNEKA = Someone(1, "Zuri", is_child=True), Someone(2, "Nneka", is_child=False)
ASKING = Asking(form=PACK.form("initial-conversation"), pack=PACK, people=(ZURI, NNEKA), family_name="Okonjo")
OPTIONS = [
    Option.model_validate({"id": id, "label": label}) for id, label in (("one", "The first"), ("two", "The second"))
]
SCALES = {"rating": "sorted-out", "star": "family-life"}
# Actions that are open are read from the database, so these two are tested with it, in plans.
IN_PLANS = {"actions", "progress", "open-items"}
NOBODY_FILLS_IN = {"shown-fact": "facts", "carried-over": "offers", "brought-in": "offers", "actions-since": ""}


def question(type: str, **more: Any) -> Question:
    keys: dict[str, Any] = {"id": "asked", "type": type, "label": "What {child} says"}
    keys |= {"who": "children"} if type == "indicators" else {}
    keys |= {"options": OPTIONS} if type in ("choice", "checklist", "agreement", "drawing") else {}
    keys |= {"column": "worries"} if type == "statements" else {}
    keys |= {"scale": SCALES[type]} if type in SCALES else {}
    keys |= {"shows": "level"} if type == "as-it-stands" else {}
    keys |= {NOBODY_FILLS_IN[type]: ["visit.made"]} if NOBODY_FILLS_IN.get(type) else {}
    return Question(FormField(**(keys | more)), ASKING)


def sent(**inputs: Any) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, values in inputs.items():
        key = "asked:" + name.replace("__", ":") if name != "own" else "asked"
        data.setlist(key, values if isinstance(values, list) else [values])
    return data


def test_the_pack_checker_knows_the_field_types_that_there_are() -> None:
    assert registered() == set(FIELD_TYPES)


TABLE = [
    ("narrative", sent(own="Two\r\nlines"), "Two\nlines", "Two\nlines"),
    ("narrative", sent(own="a\x00b"), "ab", "ab"),
    ("text", sent(own="  one   line \n"), "one line", "one line"),
    ("choice", sent(own=["two", "one"]), ["one"], "The first"),
    ("choice", sent(own="forged"), [], ""),
    ("date", sent(day="9", month="March", year="2026"), {"day": "9", "month": "March", "year": "2026"}, "9 March 2026"),
    ("date", sent(day="31", month="2", year="2026"), {"day": "31", "month": "2", "year": "2026"}, "31 2 2026"),
    ("people", sent(who=["1", "99"], others="Aunt Bisi"),
     {"people": [{"id": 1, "name": "Zuri"}], "others": "Aunt Bisi"}, "Zuri and Aunt Bisi"),
    ("people-seen", QueryDict("asked:1=alone&asked:2=not-seen&asked:3=alone"),
     {"people": [{"id": 1, "name": "Zuri", "is_child": True, "how": "alone"},
                 {"id": 2, "name": "Nneka", "is_child": False, "how": "not-seen"}], "others": ""}, "Zuri (alone)"),
    ("rating", QueryDict("asked:1:value=4&asked:1:words=so so&asked:2:value=11"),
     [{"id": 1, "name": "Zuri", "value": 4, "words": "so so"}], "Zuri 4"),
    ("checklist", QueryDict("asked:one:done=yes&asked:two:note=Later"),
     {"one": {"done": True, "note": ""}, "two": {"done": False, "note": "Later"}}, "Later"),
    ("agreement", QueryDict("asked:2:answer=agrees&asked:covers=one&asked:covers=forged&asked:except=Not my mother"),
     {"people": [{"id": 2, "name": "Nneka", "answer": "agrees"}], "covers": ["one"], "except": "Not my mother"},
     "Nneka: agrees"),
    ("attendance", QueryDict("asked:p2:came=online&asked:p1:came=absent&asked:p1:note=Her drawing&asked:p9:came=online"
                             "&asked:0:id=0e0f9a52-5a35-4e0c-9c86-3e0d4dd5a6a7&asked:0:words=Ms Bell, school"
                             "&asked:0:came=apologies&asked:0:told=yes&asked:1:words=Last time&asked:1:offered=yes"),
     {"people": [{"id": 1, "name": "Zuri", "is_child": True, "came": "absent", "note": "Her drawing", "told": False},
                 {"id": 2, "name": "Nneka", "is_child": False, "came": "online", "note": "", "told": False}],
      "guests": [{"id": "0e0f9a52-5a35-4e0c-9c86-3e0d4dd5a6a7", "words": "Ms Bell, school", "came": "apologies",
                  "note": "", "told": True}]}, "Nneka; not there: Zuri and Ms Bell, school"),
    ("indicators", QueryDict("asked:1=level-1-good-attendance&asked:1=forged&asked:2=level-2-bullying&asked:find=x"),
     {"rows": [{"id": 1, "name": "Zuri", "signs": ["level-1-good-attendance"]}], "find": "x"},
     "Zuri: Good attendance (above 90%)"),
    ("shown-fact", QueryDict("asked=2026-03-09"), {}, ""),
    ("carried-over", QueryDict("asked=forged"), {}, ""),
]  # fmt: skip


@pytest.mark.parametrize(("type", "data", "kept", "words"), TABLE)
def test_what_was_sent_is_kept_and_reads_as_it_was_meant(type: str, data: QueryDict, kept: Any, words: str) -> None:
    asked = question(type)
    value = field_type(type).parse(asked, Posted(data, "asked"))
    assert value == kept
    assert field_type(type).words(asked, value) == words


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"day": "9", "month": "", "year": "2026"}, "Add the month"),
        ({"day": "", "month": "3", "year": ""}, "Add the day and the year"),
        ({"day": "29", "month": "2", "year": "2026"}, "Enter a real date"),
        ({"day": "9", "month": "3", "year": "26"}, "four figures"),
        ({"day": "٩", "month": "3", "year": "٢٠٢٦"}, "four figures"),
        ({"day": "29", "month": "2", "year": "2028"}, ""),
    ],
)
def test_a_wrong_day_says_what_to_do(typed: dict[str, str], says: str) -> None:
    problems = field_type("date").problems(question("date"), typed)
    assert bool(problems) == bool(says)
    assert says in "".join(problems)


def test_a_child_who_was_not_at_a_meeting_was_heard_or_it_is_said_why_not() -> None:
    data = QueryDict("asked:p1:came=apologies&asked:p2:note=She will ring&asked:0:words=Ms Bell")
    value = field_type("attendance").parse(question("attendance"), Posted(data, "asked"))
    assert field_type("attendance").problems(question("attendance"), value) == [
        "Say whether Nneka came",
        "Say whether Ms Bell came",
        "Say how Zuri was heard without being there, or why that could not be this time",
    ]


def test_a_list_of_signs_is_narrowed_by_words_and_keeps_what_is_chosen() -> None:
    kind, asked = field_type("indicators"), question("indicators")
    chosen = {"rows": [{"id": 1, "name": "Zuri", "signs": ["level-1-good-attendance"]}], "find": "PRIVATE fost"}
    left = [sign.id for level in kind.levels(asked, chosen) for part in level.parts for sign in part.signs]  # type: ignore[attr-defined]
    assert left == ["level-1-good-attendance", "level-4-private-fostering"]
    assert sum(len(part.signs) for level in kind.levels(asked, {}) for part in level.parts) == 103  # type: ignore[attr-defined,misc]


def test_signs_keep_the_answers_they_rest_on_and_what_was_decided_in_the_guide() -> None:
    kind, asked = field_type("indicators"), question("indicators")
    key = kind.whose(asked, None)[0].key  # type: ignore[attr-defined]
    sent = QueryDict(mutable=True)
    sent.setlist(f"asked:{key}", ["level-3-neet", "no-such-sign"])
    sent.update({f"asked:{key}:continues-despite-help": "goes-on", f"asked:{key}:persistent-or-severe": "severe"})
    sent.update({"asked:level": "level-2", "asked:why": "A course begins."})
    value = kind.parse(asked, Posted(sent, "asked"))
    [row] = value["rows"]
    assert (row["signs"], row["answers"]) == (["level-3-neet"], {"continues-despite-help": "goes-on"})
    assert value["decided"] == {"level": "level-2", "why": "A course begins."}
    told = "\n".join(block.text for block in kind.show(asked, value) if isinstance(block, Words))
    assert "The guide reads level 3." in told
    assert "This is lower than the guide reads." in told


def test_a_star_keeps_numbers_and_words_for_each_area() -> None:
    area = PACK.star("family-life").areas[0].id
    data = QueryDict(f"asked:{area}:value=7&asked:{area}:words=Better")
    value = field_type("star").parse(question("star"), Posted(data, "asked"))
    assert value == {area: {"value": 7, "words": "Better"}}


def test_statements_keep_their_id_and_drop_empty_rows() -> None:
    id = "0e0f9a52-5a35-4e0c-9c86-3e0d4dd5a6a7"
    data = QueryDict(f"asked:0:id={id}&asked:0:words=Loud&asked:0:said-by=1&asked:0:about=2&asked:1:words=+")
    [row] = field_type("statements").parse(question("statements"), Posted(data, "asked"))
    assert (row["id"], row["words"], row["said_by"], row["about"]) == (
        id, "Loud", {"id": 1, "name": "Zuri"}, [{"id": 2, "name": "Nneka"}]
    )  # fmt: skip


def test_a_living_statement_is_only_taken_over_when_somebody_says_so() -> None:
    offered = "asked:0:id=x&asked:0:words=Loud&asked:0:offered=yes"
    parse = field_type("statements").parse
    assert parse(question("statements"), Posted(QueryDict(offered), "asked")) == []
    assert len(parse(question("statements"), Posted(QueryDict(offered + "&asked:0:take=yes"), "asked"))) == 1


inputs = st.dictionaries(
    st.builds(
        "asked:{}".format, st.sampled_from(["", "1", "0:id", "0:words", "1:value", "day", "year", "one:done", "9" * 9])
    ),
    st.text(max_size=40),
    max_size=6,
)


@pytest.mark.parametrize("type", sorted(set(FIELD_TYPES) - IN_PLANS))
@settings(max_examples=60, deadline=None)
@given(data=inputs)
def test_whatever_is_sent_can_be_kept_checked_and_shown(type: str, data: dict[str, str]) -> None:
    posted = QueryDict(mutable=True)
    posted.update(data)
    asked, kind = question(type), field_type(type)
    value = kind.parse(asked, Posted(posted, "asked"))
    kind.words(asked, value)
    assert kind.blank(asked)
    if not kind.is_empty(value):
        kind.problems(asked, value)
        assert kind.show(asked, value)


def _paper(blocks: Any) -> ShownEntry:
    shown = ShownQuestion("What Zuri says", blocks=tuple(blocks))
    return ShownEntry("A form", (("Family", "Okonjo"),), (ShownSection("Part one", (shown,)),))


@pytest.mark.parametrize("type", sorted(set(FIELD_TYPES) - IN_PLANS))
def test_every_type_prints_blank(type: str) -> None:
    paper = replace(ASKING, blank=True)
    asked = Question(question(type).field, paper)
    assert as_pdf(_paper(field_type(type).blank(asked))).startswith(b"%PDF")


@pytest.mark.parametrize("type", sorted(SCALES))
def test_a_scale_that_asks_by_name_leaves_a_gap_on_paper(type: str) -> None:
    scales = [scale.model_copy(update={"question": "How is life for {child}?"}) for scale in PACK.scales]
    pack = Pack.model_construct(**dict(PACK) | {"scales": scales})
    nobody = Asking(form=ASKING.form, pack=pack, blank=True)
    first = asdict(_paper(field_type(type).blank(Question(question(type).field, nobody))))
    assert f"How is life for {GAP}?" in str(first)


@pytest.mark.parametrize(
    "text", ["#set page()", "$x^2$ *bold* _it_", "سلام خانواده", "漢字", "a" * 3000, "`code` \\ #{1}"]
)
def test_no_text_is_read_as_markup_by_the_pdf(text: str) -> None:
    blocks = field_type("narrative").show(question("narrative"), text)
    assert as_pdf(_paper(blocks)).startswith(b"%PDF")
    assert asdict(_paper(blocks))["sections"][0]["questions"][0]["blocks"][0]["text"] == text


def test_sections_repeat_for_each_child_with_their_name() -> None:
    from alongside.story.asking import sections_of

    voice = {"id": "voice", "title": "What {name} says", "for_each": "child", "fields": [question("narrative").field]}
    section = Section.model_validate(voice)
    form = ASKING.form.model_copy(update={"sections": [section]})
    [only] = sections_of(replace(ASKING, form=form))
    assert (only.title, only.questions[0].key, only.questions[0].label) == (
        "What Zuri says",
        "asked@1",
        "What Zuri says",
    )
