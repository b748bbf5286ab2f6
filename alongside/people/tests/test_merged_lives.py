"""Whatever was said, done and filed of a merged record is the kept one's everywhere; undone, it is theirs again."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from alongside.finding.models import Row
from alongside.genogram import actions as genogram
from alongside.genogram.queries import genogram_of
from alongside.journey.history import facts_of
from alongside.journey.models import DueRow
from alongside.packs.queries import current_pack
from alongside.people import actions as people
from alongside.people.models import Person
from alongside.people.tests.makers import make_member
from alongside.plans.actions import add_action
from alongside.plans.queries import actions_of
from alongside.story import actions as story
from alongside.story import facts
from alongside.story.facts import moment_of
from alongside.story.filing.actions import file_document
from alongside.story.filing.queries import Wanted as Filed
from alongside.story.filing.queries import documents_of
from alongside.story.models import Entry
from alongside.story.queries import filled, map_of, ratings_told, story_of
from alongside.story.queries.chronology import Wanted, standing_events, told
from alongside.story.queries.map import Sought
from alongside.story.queries.signs import signs_of
from alongside.story.queries.voices import glances, with_parts
from alongside.story.tests.makers import DAY, World, make_world

pytestmark = pytest.mark.django_db
WAYS = ("talked", "said", "rated", "agreed", "happened", "filed", "signed", "drawn")


class Lives:
    """A child who is recorded twice in one family, and all that is written about either record."""

    def __init__(self) -> None:
        self.world: World = make_world()
        self.kept = self.world.child
        born = date(2016, 2, 5)
        self.other = make_member(self.world.family, given_names="Suri", family_name="Okonjo", date_of_birth=born)
        self.files = 0

    def write(self, what: str, about: Person) -> None:
        """Write one thing about one of the two, as its page does."""
        getattr(self, what)(about, {"id": about.pk, "name": about.given_names})

    def final(self, form: str, answers: dict[str, Any]) -> Entry:
        entry = self.world.draft(form)
        for key, value in answers.items():
            self.world.save(entry, key, value)
        return story.finalise(entry=Entry.objects.get(pk=entry.pk), by=self.world.practitioner)

    def talked(self, about: Person, one: dict[str, Any]) -> None:
        seen = {"people": [one | {"is_child": True, "how": "alone"}], "others": ""}
        words = {f"childs-view@{about.pk}": f"A word to {about.given_names[0]}."}
        self.final("voice-of-the-child", {"children-seen": seen, "means": ["talked"]} | words)

    def said(self, about: Person, one: dict[str, Any]) -> None:
        row = {"id": str(uuid4()), "words": "Mornings are loud", "said_by": one, "about": [one], "state": "living"}
        story.finalise(entry=self.world.conversation(worries=[row]), by=self.world.practitioner)

    def rated(self, about: Person, one: dict[str, Any]) -> None:
        placed = {"sorted-out": [one | {"value": 4, "words": ""}]}
        story.finalise(entry=self.world.conversation(**placed), by=self.world.practitioner)

    def agreed(self, about: Person, one: dict[str, Any]) -> None:
        by = self.world.practitioner
        entry = story.finalise(entry=self.world.conversation(), by=by)
        add_action(entry=entry, words="Pack the bag at night", by=by, agreed_on=DAY, owner_person=about)

    def happened(self, about: Person, one: dict[str, Any]) -> None:
        happened = {"kind-of-event": ["move"], "event": "They moved", "significance": ["to-remember"]}
        touched = {"whom-it-touched": {"people": [one], "others": ""}, f"impact@{about.pk}": "No more sleep."}
        self.final("chronology-event", happened | touched)

    def filed(self, about: Person, one: dict[str, Any]) -> None:
        self.files += 1
        letter = ContentFile(f"Dear family, this is letter {self.files}.\n".encode(), name="letter.txt")
        category, by = current_pack().document_categories[0].id, self.world.practitioner
        file_document(family=self.world.family, file=letter, name="letter.txt", category=category, by=by, person=about)

    def signed(self, about: Person, one: dict[str, Any]) -> None:
        entry = story.finalise(entry=self.world.conversation(), by=self.world.practitioner)
        signs = {"signs": [f"sign-{about.given_names}"]}
        facts.record(
            name="signs.chosen", family=self.world.family, by=self.world.practitioner, happened_at=moment_of(entry),
            person=about, entry=entry, data=signs,
        )  # fmt: skip

    def drawn(self, about: Person, one: dict[str, Any]) -> None:
        genogram.move(
            family=self.world.family, places={f"p{about.pk}": (float(about.pk), 1.0)}, around={}, seen=0,
            by=self.world.practitioner,
        )  # fmt: skip


def shown(lives: Lives, person: Person) -> dict[str, Any]:
    """All that the pages show as this person's."""
    family, pk, pack = lives.world.family, person.pk, current_pack()
    glance = glances(family).get(pk)
    stood = [one for column in map_of(family, pack, sought=Sought(person=pk)).columns for one in column.living]
    return {
        "voices": [
            (voice.heard.words, [block.text for part in voice.parts for block in part.blocks])  # type: ignore[union-attr]
            for voice in with_parts(glance.rows if glance else [], person)
            if voice.heard.topics
        ],
        "times heard": glance.times if glance else 0,
        "alone": glance.last_alone if glance else None,
        "map": sorted((str(one.pk), one.said_by == person, tuple(one.about_names)) for one in stood),  # type: ignore[attr-defined]
        "ratings": [(one.value, one.who) for one in ratings_told(family) if one.person == pk],
        "story": sorted(one.pk for one in story_of(family, person=pk).entries),
        "actions": actions_of(family).filter(owner_person=person).count(),
        "owners": [one.owner for one in actions_of(family).filter(owner_person=person)],
        "events": [one.people + one.impact for one in told(standing_events(family, Wanted(person=pk)), pack)],
        "documents": documents_of(family, Filed(person=pk)).count(),
        "signs": pk in signs_of(family.pk),
        "facts": sorted(one.name for one in facts_of(family.pk) if one.person == str(pk)),
        "drawn": f"p{pk}" in genogram_of(family, None).state["places"],
    }


def due(lives: Lives) -> list[Any]:
    columns = ("standard", "person", "title", "due_on", "due_at", "met_at", "why")
    return sorted(DueRow.objects.filter(family=lives.world.family).values_list(*columns), key=str)


def found(lives: Lives) -> set[Any]:
    return set(Row.objects.filter(family=lives.world.family).values_list("kind", "source", "title", "text", "words"))


def on_the_records(lives: Lives) -> list[Any]:
    """Each question that was answered in each record, as it is put, and how it was answered."""
    entries = Entry.objects.filter(family=lives.world.family).order_by("pk")
    return [(question.label, str(value)) for entry in entries for question, value in filled(entry).answered()]


@example([(way, True) for way in WAYS] + [("rated", False)], "said")
@given(st.lists(st.tuples(st.sampled_from(WAYS), st.booleans()), min_size=2, max_size=5), st.sampled_from(WAYS))
@settings(deadline=None, max_examples=2, suppress_health_check=list(HealthCheck))
def test_merged_and_undone_each_has_what_was_theirs(things: list[tuple[str, bool]], since: str) -> None:
    with transaction.atomic():
        _merged_and_undone(Lives(), things, since)
        transaction.set_rollback(True)


def _merged_and_undone(lives: Lives, things: list[tuple[str, bool]], since: str) -> None:
    kept, other, by = lives.kept, lives.other, lives.world.manager
    for what, of_other in things:
        lives.write(what, other if of_other else kept)
    before, theirs = shown(lives, kept), shown(lives, other)
    rows, words, records = due(lives), found(lives), on_the_records(lives)
    merge = people.merge_people(kept=kept, other=other, why="Same child", by=by)
    assert_one(shown(lives, kept), before, theirs)
    assert "Suri" not in str([(title, text) for _, _, title, text, _ in found(lives) if title.startswith("Action")])
    assert len(on_the_records(lives)) == len(records)
    assert not DueRow.objects.filter(person=other).exists()
    people.undo_merge(merge=merge, why="Cousins", by=by)
    assert (shown(lives, kept), shown(lives, other)) == (before, theirs)
    assert (due(lives), found(lives), on_the_records(lives)) == (rows, words, records)
    again = people.merge_people(kept=kept, other=other, why="One child after all", by=by)
    lives.write(since, kept)
    people.undo_merge(merge=again, why="Two after all", by=by)
    assert shown(lives, other) == theirs


def assert_one(now: dict[str, Any], before: dict[str, Any], theirs: dict[str, Any]) -> None:
    """What either had, the kept one has, under one name."""
    for what in ("times heard", "actions", "documents"):
        assert now[what] == before[what] + theirs[what], what
    for what in ("signs", "drawn"):
        assert now[what] == (before[what] or theirs[what]), what
    assert now["alone"] == max(filter(None, (before["alone"], theirs["alone"])), default=None)
    assert now["facts"] == sorted(before["facts"] + theirs["facts"])
    assert now["story"] == sorted({*before["story"], *theirs["story"]})
    for what in ("voices", "map", "ratings", "events"):
        assert len(now[what]) == len(before[what]) + len(theirs[what]), what
    assert "Suri" not in str(now)


def test_an_action_or_a_word_of_a_merged_person_in_an_open_draft_is_the_kept_ones() -> None:
    lives = Lives()
    people.merge_people(kept=lives.kept, other=lives.other, why="Same child", by=lives.world.manager)
    lives.other.refresh_from_db()
    for what in ("said", "agreed", "happened", "talked"):
        lives.write(what, lives.other)
    assert shown(lives, lives.kept)["actions"] == 1
    assert len(shown(lives, lives.kept)["events"]) == 1
    assert len(shown(lives, lives.kept)["map"]) == 1


def test_a_birth_date_put_right_while_they_are_one_leaves_the_other_its_own() -> None:
    lives = Lives()
    rows = due(lives)
    merge = people.merge_people(kept=lives.kept, other=lives.other, why="Same child", by=lives.world.manager)
    people.change_person(person=lives.kept, date_of_birth=date(2015, 5, 2), by=lives.world.manager)
    assert _birth_dates(lives, lives.kept) == {"2015-05-02"}
    people.undo_merge(merge=merge, why="Cousins", by=lives.world.manager)
    assert _birth_dates(lives, lives.other) == {"2016-02-05"}
    people.change_person(person=lives.kept, date_of_birth=date(2016, 5, 2), by=lives.world.manager)
    assert due(lives) == rows


def _birth_dates(lives: Lives, person: Person) -> set[Any]:
    """As what is due reckons with them."""
    every = facts_of(lives.world.family.pk)
    gone = {one.replaces for one in every}
    joined = [one for one in every if one.name == "person.joined" and one.id not in gone]
    return {one.data["date_of_birth"] for one in joined if one.person == str(person.pk)}
