"""What a search finds, in the words people type, and how it is told."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from alongside.access.models import Look
from alongside.finding.asked import asked
from alongside.finding.models import Row
from alongside.finding.results import Results, results
from alongside.people.actions import move
from alongside.people.tests.makers import make_family, make_user
from alongside.plans.actions import add_action
from alongside.story import actions as story
from alongside.story.models import Entry
from alongside.story.tests.makers import DAY, World
from tests.pages import CheckedClient

pytestmark = pytest.mark.django_db
SAID = (
    "Zuri's bedtimes are hard when Will works late. The school rang about breakfast club, and Élodie from the "
    "Łódź bakery brought bread. Grandmother Нина spoke of the trampoline."
)


@pytest.fixture
def note(world: World) -> Entry:
    return told(world, SAID)


def told(world: World, words: str, day: date = DAY, **details: Any) -> Entry:
    """Write a note, of a family or of none, and make it final."""
    form, key = ("note", "note") if details.get("family", world.family) else ("wider-note", "what-is-known")
    entry = world.draft(form, happened_on=day, **details)
    world.save(entry, key, words)
    return story.finalise(entry=entry, by=entry.author)


def found(world: World, text: str, **narrowed: Any) -> Results:
    return results(world.practitioner, asked(text, **narrowed))


def titles(of: Results) -> list[str]:
    return ["".join(words for words, _ in thing.title) for thing in of.things]


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("bedtime", True),  # another form of the word
        ("BEDTIMES", True),
        ("breakfast bedtimes", True),
        ("“breakfast club”", True),
        ('"club breakfast"', False),  # together, in this order
        ("breakfast -trampoline", False),
        ("breakfast -caravan", True),
        ("caravan or trampoline", True),
        ("Will", True),  # a name that English takes for a small word
        ("elodie", True),
        ("Lodz", True),
        ("нина", True),
        ("Zuri’s", True),
        ("note", True),  # its title
        ("breakf", True),  # the beginning of a word
        ("caravan", False),
    ],
)
def test_what_was_written_is_found_as_people_type(world: World, note: Entry, typed: str, fits: bool) -> None:
    assert bool(found(world, typed).things) is fits


def test_a_hyphen_is_written_by_some_and_left_out_by_others(world: World) -> None:
    every = ("self-harm", "self harm", "Self–harm", "selfharm")
    notes = {told(world, f"We spoke about {written} at length.").pk: written for written in every}
    for typed in ("self-harm", '"self-harm"', "Self-harming", "self–harm", "self harm", "selfharm"):
        written = {notes[int(thing.href.strip("/").rpartition("/")[2])] for thing in found(world, typed).things}
        # Of what is one word to who types it, or two, only a hyphen says that it can be both.
        other = {"self harm": {"selfharm"}, "selfharm": {"self harm", "Self–harm"}}.get(typed, set())
        assert written == set(every) - other, typed


def test_a_hyphened_word_can_be_ruled_out_and_an_address_is_left_as_it_is(world: World) -> None:
    told(world, "No self-harm. Write to jo-ann@a-b.example, flat 3-4.")
    assert not found(world, "write -self-harm").things
    assert found(world, "write -self-help").things
    assert found(world, "jo-ann@a-b.example").things
    assert found(world, "3-4").things


@pytest.mark.parametrize(
    "typed",
    ["", " ", "the and of", "-school", '"', "'", "((", "a & | ! b", "\0", "school\0", "§f1", "\\", "%_", ":*", "<->",
     "💚", "x" * 10_000, "no such words " * 800, "-" * 500, "\u202e\ufeff", "\x02\x03", "日本語", "or", "- or -"],
)  # fmt: skip
def test_odd_input_is_answered_kindly(client: CheckedClient, world: World, note: Entry, typed: str) -> None:
    client.force_login(world.practitioner)
    page = client.get(reverse("find"), {"q": typed, "since": "31/2/2026", "page": "-1", "family": "x", "kind": "'"})
    assert page.status_code == 200
    assert client.get(reverse("find-in-family", args=[world.family.pk]), {"q": typed}).status_code == 200


def test_the_words_found_are_marked_in_the_text_around_them(world: World) -> None:
    told(world, f"{'Something else was said. ' * 60}Her bedtimes — at Élodie’s — are hard. {'And more of it. ' * 60}")
    [thing] = found(world, "bedtime elodie").things
    assert [words for words, is_found in thing.piece if is_found] == ["bedtimes", "Élodie"]
    piece = "".join(words for words, _ in thing.piece)
    assert len(piece) < 300
    assert "Her bedtimes — at Élodie’s — are hard." in piece


def test_a_misspelt_word_is_put_right_only_towards_what_the_searcher_sees(world: World, note: Entry) -> None:
    assert found(world, "trampol").as_beginnings
    assert found(world, "trapoline").meant == "trampoline"
    stranger = make_user("practitioner")
    assert results(stranger, asked("trapoline")).meant == ""
    assert results(stranger, asked("trampoline")).things == []


def test_what_is_better_and_later_comes_first(world: World) -> None:
    today = date.today()
    told(world, "A long note about many things, and the caravan once. " + "Other words. " * 80, today)
    told(world, "The caravan.", today - timedelta(days=900))
    told(world, "The caravan!", today)
    assert [thing.day for thing in found(world, "caravan").things][:2] == [today, today - timedelta(days=900)]


def test_a_search_is_narrowed_by_kind_family_and_days(world: World) -> None:
    other = make_family("Adeyemi", team=world.team, by=world.practitioner)
    told(world, "The caravan in spring.", date(2026, 3, 1))
    entry = told(world, "The caravan in summer.", date(2026, 7, 1), family=other)
    add_action(entry=entry, words="Sell the caravan", by=world.practitioner, agreed_on=DAY, owner_words="Kerry")
    assert len(found(world, "caravan").things) == 3
    assert titles(found(world, "caravan", kind="action")) == ["Action: Kerry"]
    assert len(found(world, "caravan", family=other.pk).things) == 2
    assert len(found(world, "caravan", since=date(2026, 6, 1)).things) == 1
    assert len(found(world, "caravan", until=date(2026, 3, 31)).things) == 2


def test_drafts_are_found_only_by_who_writes_them(world: World) -> None:
    entry = world.draft("note")
    world.save(entry, "note", "Élodie has a caravan.")
    assert [one.pk for one in found(world, "elodie caravans").drafts] == [entry.pk]
    theirs = results(world.manager, asked("caravan"))
    assert (theirs.drafts, theirs.things) == ([], [])


def test_an_address_never_to_be_shown_is_not_found_though_somebody_wrote_it_down(world: World) -> None:
    told(world, "She has moved to 12 Harbour Row, BN1 1AA, and Harbour Row is quiet.")
    assert found(world, "harbour").things
    assert world.parent
    move(
        person=world.parent, by=world.practitioner, lines="12 Harbour Row\nBrighton", postcode="BN1 1AA",
        never_show=True, never_show_reason="He must not find her",
    )  # fmt: skip
    told(world, "Again at 12, Harbour Row (bn11aa).")
    for typed in ("harbour", "harbour row", "bn1 1aa", "bn11aa"):
        assert not found(world, typed).things, typed
    assert not Row.objects.filter(text__icontains="harbour").exists()


def test_showing_words_of_a_record_is_a_look_at_it(client: CheckedClient, world: World, note: Entry) -> None:
    client.force_login(world.practitioner)
    client.get(reverse("find"), {"q": "trampoline"})
    look = Look.objects.get(family_id=world.family.pk)
    assert (look.what, look.emergency) == ("words found by a search", False)
    client.get(reverse("find"), {"q": "caravan"})
    assert Look.objects.count() == 1


def test_one_page_finds_the_family_and_its_records(client: CheckedClient, world: World, note: Entry) -> None:
    told(world, "Okonjo is how the school spells it.")
    client.force_login(world.practitioner)
    page = client.get(reverse("find"), {"q": "okonjo"}).content.decode()
    assert world.family.reference in page
    assert "<mark>Okonjo</mark> is how the school spells it." in page
    page = client.get(reverse("find"), {"q": "okonjo", "since": "nonsense"}).content.decode()
    assert "Write the day like 9/3/2026" in page
    assert 'value="okonjo"' in page


def test_many_are_shown_twenty_a_page(client: CheckedClient, world: World, note: Entry) -> None:
    Row.objects.bulk_create(
        Row(kind="record", source=f"x{n}", family=world.family, entry=note, day=DAY, title="Note", text="A caravan",
            words=Row.objects.get().words) for n in range(44)
    )  # fmt: skip
    client.force_login(world.practitioner)
    first = client.get(reverse("find"), {"q": "trampoline"}).content.decode()
    assert "45 things" in first
    assert first.count('class="finding__piece"') == 20
    assert client.get(reverse("find"), {"q": "trampoline", "page": "3"}).content.decode().count("finding__piece") == 5
