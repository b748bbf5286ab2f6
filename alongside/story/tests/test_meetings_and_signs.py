"""Who came to a meeting, and which signs of the matrix were seen: through the page, and what is known of it later."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from alongside.journey.actions import decide_level
from alongside.story.models import Entry, Fact
from alongside.story.queries.signs import signs_of
from alongside.story.tests.makers import World

DAY = {"asked:happened": "yes", "happened:day": "9", "happened:month": "3", "happened:year": "2026"}


@pytest.fixture
def helped(world: World) -> World:
    """The family has help at level 3."""
    decide_level(
        family=world.family, level="level-3", why="Several things at once.", decided_on=date(2026, 2, 2),
        by=world.manager, lead_practitioner=world.practitioner,
    )  # fmt: skip
    return world


def sent(client: Any, entry: Entry, **answers: Any) -> Any:
    """Send a page of a draft as a browser without scripts does; `key__part` stands for `key:part`."""
    asked: dict[str, Any] = {f"asked:{name.split('__')[0].replace('_', '-')}": "yes" for name in answers}
    asked |= {f"revision:{answer.key}": answer.revision for answer in entry.answers.all()}
    data = {":".join(part.replace("_", "-") for part in name.split("__")): value for name, value in answers.items()}
    return client.post(reverse("entry-edit", args=[entry.pk]), {**DAY, **asked, **data})


def page_of(client: Any, name: str, entry: Entry) -> str:
    return str(client.get(reverse(name, args=[entry.pk])).content.decode())


@pytest.mark.requirement("EP-22")
def test_a_meeting_keeps_who_came_and_an_absent_child_was_heard(client: Any, world: World) -> None:
    client.force_login(world.practitioner)
    child, parent = world.child, world.parent
    assert parent
    entry = world.draft("meeting-note")
    said: dict[str, Any] = {
        "purpose": "School mornings", "what_was_said": "We meet at the gate.",
        f"attendance__p{parent.pk}__came": "in-person", f"attendance__p{child.pk}__came": "absent",
        "attendance__0__id": "0e0f9a52-5a35-4e0c-9c86-3e0d4dd5a6a7", "attendance__0__words": "Ms Bell, school",
        "attendance__0__came": "apologies", "attendance__0__told": "yes",
    }  # fmt: skip
    sent(client, entry, **said)
    assert "how Zuri was heard without being there" in page_of(client, "entry-check", entry)
    sent(client, entry, **said, **{f"attendance__p{child.pk}__note": "Her drawing of the gate"})
    client.post(reverse("entry-check", args=[entry.pk]))
    record = page_of(client, "entry", entry)
    for words in ("In person", "Ms Bell, school", "Sent apologies", "Told what was agreed", "Her drawing of the gate"):
        assert words in record
    known = set(Fact.objects.filter(entry=entry).values_list("name", "person"))
    assert {("meeting.attended", parent.pk), ("voice.brought", child.pk)} <= known
    assert ("meeting.attended", child.pk) not in known


def test_the_guests_of_the_last_meeting_are_offered_again(client: Any, world: World) -> None:
    client.force_login(world.practitioner)
    guest = {"words": "Ms Bell, school", "came": "online", "note": "", "told": False}
    first = world.draft("meeting-note")
    world.save(first, "purpose", "Mornings")
    world.save(first, "what-was-said", "We meet again.")
    world.save(first, "attendance", {"people": [], "guests": [{"id": "0e0f9a52-5a35-4e0c-9c86-3e0d4dd5a6a7", **guest}]})
    client.post(reverse("entry-check", args=[first.pk]))
    later = world.draft("meeting-note")
    assert "Ms Bell, school" in page_of(client, "entry-edit", later)
    sent(client, later, attendance__0__words="Ms Bell, school", attendance__0__offered="yes")
    assert not later.answers.filter(key="attendance").exists(), "nobody said that she came"


def test_signs_are_chosen_for_each_child_found_by_words_and_known_later(client: Any, helped: World) -> None:
    client.force_login(helped.practitioner)
    zuri, kit = helped.children
    entry = helped.draft("step-across")
    page = page_of(client, "entry-edit", entry)
    assert page.count("signs-sign__label") == 103
    sent(client, entry, signs__find="picked on")
    page = page_of(client, "entry-edit", entry)
    assert "-level-2-bullying" in page
    assert page.count("signs-sign__label") < 5
    chosen = {f"signs__{zuri.pk}": "level-2-bullying", f"signs__{kit.pk}": "level-1-good-attendance"}
    sent(client, entry, **chosen)
    helped.save(entry, "who-met", {"people": [], "others": "Social care"})
    helped.save(entry, "direction", ["to-early-help"])
    helped.save(entry, "history", "Known since March.")
    helped.save(entry, "familys-agreement", "We agree.")
    helped.save(entry, "decided-on", {"day": "9", "month": "3", "year": "2026"})
    helped.save(entry, "outcome", ["stays"])
    client.post(reverse("entry-check", args=[entry.pk]))
    assert "Zuri: 1 at level 2" in page_of(client, "entry", entry)
    found = signs_of(helped.family.pk)
    assert found[zuri.pk].signs == {"level-2-bullying"}
    assert (found[kit.pk].day, found[kit.pk].title) == (date(2026, 3, 9), "Step across")
    later = helped.draft("initial-assessment")
    assert "(last time)" in page_of(client, "entry-edit", later)
