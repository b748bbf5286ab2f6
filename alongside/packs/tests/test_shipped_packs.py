"""The packs that come with Alongside are right, and mean what the guidance they name asks for."""

import json
from pathlib import Path

import pytest

from alongside.packs.digest import content_of, digest_of
from alongside.packs.format.pack import Pack
from alongside.packs.loader import load

PACKS = Path(__file__).parents[3] / "packs"
NAMES = sorted(path.parent.name for path in PACKS.glob("*/pack.yaml"))


@pytest.fixture(scope="module")
def default() -> Pack:
    return load(PACKS / "default")


@pytest.mark.parametrize("name", NAMES)
def test_every_pack_is_right(name: str) -> None:
    assert load(PACKS / name).id == name


@pytest.mark.parametrize("name", NAMES)
def test_a_pack_survives_being_stored(name: str) -> None:
    pack = load(PACKS / name)
    content = json.loads(json.dumps(content_of(pack)))
    again = Pack.model_validate(content)
    assert again == pack
    assert digest_of(content_of(again)) == digest_of(content_of(pack))


def test_the_default_pack_joins_the_others(default: Pack) -> None:
    assert set(default.includes) == set(NAMES) - {"default"}


def test_need_is_a_continuum_of_four_levels(default: Pack) -> None:
    levels = {level.id: level.pathway for level in default.levels}
    assert levels == {"level-1": False, "level-2": True, "level-3": True, "level-4": False}


def test_the_initial_conversation_is_the_fuller_one(default: Pack) -> None:
    form = default.form("initial-conversation")
    assert (form.title, form.files_copy_in, form.grows_into) == (
        "Initial conversation",
        "conversations",
        ["family-plan"],
    )
    assert default.note_kind(form.kind).title == "Initial conversation"
    assert not form.levels


def test_both_forms_of_the_conversation_ask_the_same_in_the_map() -> None:
    """A form is replaced as a whole, so the same prompts stand in two files: they must not drift apart."""
    short, full = (
        load(PACKS / name).form("initial-conversation") for name in ("conversation-log", "three-conversations")
    )
    columns = [
        {field.id: (field.label, field.prompts) for field in form.fields if field.type == "statements"}
        for form in (short, full)
    ]
    assert columns[0] == columns[1]
    assert list(columns[0]) == ["going-well", "worries", "needs-to-happen"]


def test_closing_offers_the_reasons_of_the_pack(default: Pack) -> None:
    (field,) = [field for field in default.form("closure").fields if field.id == "closure-reason"]
    assert {option.id: option.label for option in field.options} == {
        reason.id: reason.title for reason in default.closure_reasons
    }


def test_every_source_is_named(default: Pack) -> None:
    sources = [form.source for form in default.forms] + [standard.source for standard in default.standards]
    assert all(source.document and source.passage for source in sources)


def test_every_fact_that_a_standard_awaits_is_recorded_by_something(default: Pack) -> None:
    """A standard that waits for a fact which nothing records would never speak."""
    built_in = {
        "allocation.made", "child.heard", "child.seen", "chronology.completed", "concern.decided", "concern.sent",
        "entry.finalised", "front-door.contacted", "initial-agency-report.asked", "initial-agency-report.shared",
        "initial-conference.arranged", "level.decided", "pathway.closed", "pathway.opened", "person.joined",
        "person.left", "person.seen", "review-agency-report.asked", "review-agency-report.shared",
        "review-conference.arranged",
    }  # fmt: skip
    recorded = built_in | {one.fact for form in default.forms for one in form.records}
    for standard in default.standards:
        events = [events for events in (standard.after, standard.met_by, standard.before) if events]
        events += [one for condition in standard.only_while for one in (condition.since, condition.until) if one]
        assert {event.event for one in events for event in one.named} <= recorded, standard.id


@pytest.mark.parametrize(
    ("standard", "limit"),
    [
        ("first-contact", "5 working days"),
        ("family-seen", "2 weeks"),
        ("child-seen", "1 month"),
        ("visit-recorded", "3 working days"),
        ("plan-agreed", "8 weeks"),
        ("review-held", "8 weeks"),
        ("oversight-recorded", "8 weeks"),
    ],
)
def test_the_timescales_of_the_guidance(default: Pack, standard: str, limit: str) -> None:
    assert str(default.standard(standard).limit) == limit


def test_home_visits_have_the_seven_headings(default: Pack) -> None:
    assert [section.title for section in default.form("home-visit").sections] == [
        "Who did you see?",
        "Purpose of visit and activity in relation to plan",
        "What did you observe?",
        "Voice of the child",
        "Parents’ view",
        "Worker analysis",
        "Actions and next steps",
    ]


def test_no_commercial_star(default: Pack) -> None:
    words = json.dumps(content_of(default)).lower()
    assert "outcomes star" not in words
    assert "family star" not in words
    assert [area.title for area in default.star("family-life").areas] == [
        "Health and feeling well",
        "Learning",
        "Home and money",
        "Family and friends",
        "Safety",
        "Daily routines",
        "My time and interests",
    ]


def test_every_question_says_what_it_is_for(default: Pack) -> None:
    """By its hint, its prompts or its purpose; actions need no words, they say who does what by when."""
    silent = [
        f"{form.id}.{field.id}"
        for form in (*default.forms, *load(PACKS / "conversation-log").forms)
        for field in form.fields
        if field.type != "actions" and not (field.hint or field.prompts or field.purpose)
    ]
    assert silent == []
