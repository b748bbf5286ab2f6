"""The chronology: marked from a record or written as it is remembered, in the order of time, corrected and complete."""

from datetime import date
from typing import Any, cast

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from alongside.packs.queries import current_pack
from alongside.story import actions as story
from alongside.story.actions.chronology import complete_chronology, mark_event
from alongside.story.models import ChronologyEvent, Entry, Fact
from alongside.story.queries.chronology import Event, Wanted, completed_at, standing_events, told
from alongside.story.tests.makers import DAY, World


def event(world: World, words: str, *, roughly: str = "", on: date = DAY, **answers: Any) -> Entry:
    """An event of the chronology, final."""
    entry = world.draft("chronology-event", happened_on=on)
    given = {"kind-of-event": ["move"], "event": words, "significance": ["to-remember"], "roughly-when": roughly}
    for key, value in (given | {key.replace("_", "-"): value for key, value in answers.items()}).items():
        world.save(entry, key, value)
    return story.finalise(entry=Entry.objects.get(pk=entry.pk), by=world.practitioner)


def shown(world: World, **wanted: Any) -> list[Event]:
    return told(standing_events(world.family, Wanted(**wanted)), current_pack())


def test_events_stand_in_the_order_of_time_however_they_are_dated(world: World) -> None:
    event(world, "They moved to the coast", on=date(2020, 1, 6))
    event(world, "Nneka lost her job", roughly="spring 2019")
    event(world, "A hard year", roughly="2019")
    event(world, "Zuri was in hospital", roughly="14 March 2019")
    assert [(one.when, one.row.words) for one in shown(world)] == [
        ("2019", "A hard year"),
        ("Spring 2019", "Nneka lost her job"),
        ("14 March 2019", "Zuri was in hospital"),
        ("6 January 2020", "They moved to the coast"),
    ]
    assert [one.when for one in shown(world, latest_first=True)] == [one.when for one in shown(world)][::-1]


def test_it_says_whom_an_event_touched_how_old_they_were_and_what_it_meant(world: World) -> None:
    zuri, kit = world.children
    touched = {"people": [{"id": zuri.pk, "name": zuri.name}], "others": ""}
    entry = world.draft("chronology-event", happened_on=date(2019, 5, 28))
    answers = {
        "kind-of-event": ["move"], "event": "They moved in with a friend.", "significance": ["significant"],
        "whom-it-touched": touched, f"impact@{zuri.pk}": "She stopped sleeping.", "source": "Nneka",
    }  # fmt: skip
    for key, value in answers.items():
        world.save(entry, key, value)
    story.finalise(entry=Entry.objects.get(pk=entry.pk), by=world.practitioner)
    event(
        world,
        "Both grandparents lived with them",
        roughly="summer 2019",
        on=DAY,
        **cast(Any, {f"impact@{kit.pk}": "Nobody knows."}),
    )
    first, second = shown(world)
    assert (first.people, first.impact) == (((zuri.name, "3 years"),), ((zuri.name, "She stopped sleeping."),))
    assert (first.weight, first.source) == ("It is significant, and comes to supervision", "Nneka")
    assert second.people == ((kit.name, "not born yet"),)
    assert [one.row.words for one in shown(world, person=kit.pk)] == ["Both grandparents lived with them"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"kind": "move"}, ["One", "Two"]),
        ({"kind": "birth"}, []),
        ({"since": 2019}, ["Two"]),
        ({"until": 2018}, ["One", "Two"]),
        ({"until": 2016}, ["One"]),
    ],
)
def test_it_shows_what_was_asked_for(world: World, wanted: dict[str, Any], expected: list[str]) -> None:
    event(world, "One", roughly="2015")
    event(world, "Two", roughly="2018 to 2019")
    assert [one.row.words for one in shown(world, **wanted)] == expected


def test_a_date_that_cannot_be_read_or_lies_ahead_is_said_before_it_is_final(world: World) -> None:
    for wrong in ("a while ago", "2999"):
        with pytest.raises(story.NotReady):
            event(world, "Something", roughly=wrong)


def test_an_event_is_marked_from_a_record_with_what_the_record_knows(world: World) -> None:
    visit = world.draft("voice-of-the-child")
    seen = {"id": world.child.pk, "name": world.child.name, "is_child": True, "how": "alone"}
    world.save(visit, "children-seen", {"people": [seen], "others": ""})
    world.save(visit, "means", ["talked"])
    world.save(visit, f"childs-view@{world.child.pk}", "“Dad came to the school gate.”")
    visit = story.finalise(entry=Entry.objects.get(pk=visit.pk), by=world.practitioner)
    draft = mark_event(record=visit, by=world.practitioner)
    assert mark_event(record=visit, by=world.practitioner) == draft
    known = dict(draft.answers.values_list("key", "value"))
    assert (draft.happened_on, draft.started_from) == (visit.happened_on, visit)
    assert known["event"] == "“Dad came to the school gate.”"
    assert known["whom-it-touched"]["people"] == [{"id": world.child.pk, "name": world.child.name}]
    assert known["source"] == "Voice of the child of 9 March 2026, Ana Duarte"


def test_a_correction_takes_the_place_of_an_event_and_keeps_it(world: World) -> None:
    entry = event(world, "They moved in March", roughly="March 2019")
    version = story.amend(entry=entry, why="It was in May.", by=world.practitioner)
    world.save(version, "roughly-when", "May 2019", revision=1)
    story.finalise(entry=Entry.objects.get(pk=version.pk), by=world.practitioner)
    assert [one.when for one in shown(world)] == ["May 2019"]
    assert ChronologyEvent.objects.get(entry=entry).when_words == "March 2019"


def test_it_is_complete_when_somebody_says_so_and_the_latest_day_counts(world: World) -> None:
    assert completed_at(world.family) is None
    complete_chronology(family=world.family, by=world.practitioner, on=date(2026, 2, 3))
    complete_chronology(family=world.family, by=world.manager, on=date(2026, 1, 5))
    found = completed_at(world.family)
    assert found is not None
    assert (timezone.localdate(found[0]), found[1]) == (date(2026, 2, 3), "Ana Duarte")
    with pytest.raises(ValidationError):
        complete_chronology(family=world.family, by=world.practitioner, on=date(2999, 1, 1))
    event(world, "They moved", complete=["complete"])
    assert Fact.objects.filter(name="chronology.completed").count() == 3
