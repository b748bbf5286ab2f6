"""The map and the ratings of a family as pages: what they show, what can be done, and at what cost."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from alongside.journey.tests.making import World, draft, final_entry, finished, today
from alongside.people.tests.makers import make_user
from alongside.story.models import Entry, Rating, Statement
from tests.pages import CheckedClient


@pytest.fixture
def client(client: CheckedClient, world: World) -> CheckedClient:
    client.force_login(world.lead)
    return client


@pytest.fixture
def worries(world: World) -> list[Statement]:
    """Two worries of one record that say the same, the first said by Maya."""
    entry = final_entry(world, form="note", days_ago=20)
    return [
        statement(world, entry, "Mornings are loud", said_by=world.child),
        statement(world, entry, "There is shouting before school"),
    ]


def statement(world: World, entry: Entry, words: str, **more: Any) -> Statement:
    given = {"column": "worries", "said_on": entry.happened_on, **more}
    return Statement.objects.create(family=world.family, entry=entry, words=words, **given)


def address(one: Statement, change: str = "") -> str:
    if change:
        return reverse("family-statement-change", args=[one.family_id, one.pk, change])
    return reverse("family-statement", args=[one.family_id, one.pk])


def text(client: CheckedClient, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_a_statement_is_reworded_and_its_page_tells_what_became_of_it(
    client: CheckedClient, worries: list[Statement]
) -> None:
    sent = {"words": "Mornings are rushed", "why": "Maya says it so now", "seen": 1}
    response = client.post(address(worries[0], "reword"), sent, follow=True)
    page = response.content.decode()
    for words in ("Mornings are rushed", "Maya says it so now", "Reworded", "Leo Lead", "Said by"):
        assert words in page
    assert "Mornings are rushed" in text(client, reverse("family-map", args=[worries[0].family_id]))


@pytest.mark.parametrize("part", [False, True], ids=["a page", "on the map"])
def test_the_second_writer_sees_both_texts_and_saves_with_open_eyes(
    client: CheckedClient, worries: list[Statement], part: bool
) -> None:
    there = address(worries[0], "reword")
    client.post(there, {"words": "Mornings are rushed", "why": "Maya", "seen": 1})
    mine, headers = (
        {"words": "Mornings feel too short", "why": "Rosa", "seen": 1},
        {"HX-Request": "true"} if part else {},
    )
    response = client.post(there, mine, headers=headers)
    page = response.content.decode()
    assert response.status_code == (200 if part else 422)
    for words in ("changed this while you were writing", "Mornings are rushed", "Mornings feel too short", "Rosa"):
        assert words in page
    assert 'name="seen" id="id_seen" value="2"' in page
    done = client.post(there, mine | {"seen": 2}, headers=headers, follow=True).content.decode()
    assert "Mornings feel too short" in done
    assert ("<html" in done) is not part
    assert worries[0].changes.count() == 2


def test_two_are_merged_and_separated_again_each_with_why(client: CheckedClient, worries: list[Statement]) -> None:
    one, other = worries
    assert "There is shouting before school" in text(client, address(one, "merge"))
    client.post(address(one, "merge"), {"into": str(other.pk), "why": "They say the same", "seen": 1})
    assert "This one speaks for it now" in text(client, address(one))
    assert "It also speaks for" in text(client, address(other))
    everything = text(client, reverse("family-map", args=[one.family_id]) + "?show=everything")
    assert "Merged into another" in everything
    client.post(address(one, "unmerge"), {"why": "They are two things", "seen": 2})
    assert set(Statement.objects.values_list("state", flat=True)) == {"living"}


@pytest.mark.parametrize(
    ("change", "sent", "wrong"),
    [
        ("reword", {"words": "", "why": "x"}, "Enter how it should read"),
        ("reword", {"words": "Other", "why": " "}, "Enter why"),
        ("move", {"column": "nowhere", "why": "x"}, "Choose one of the answers"),
        ("merge", {"into": "x", "why": "x"}, "Choose one of the answers"),
        ("unmerge", {"why": "x", "seen": "9"}, None),
        ("bring-back", {"why": "x", "seen": "9"}, None),
        ("resolve", {"why": "x", "seen": "9"}, "changed this while you were writing"),
    ],
)
def test_what_is_wrong_is_said_beside_what_was_typed(
    client: CheckedClient, worries: list[Statement], change: str, sent: dict[str, str], wrong: str | None
) -> None:
    worries[0].changes.create(at=timezone.now(), by=worries[0].entry.author, words="x", state="living")
    response = client.post(address(worries[0], change), {"seen": "1"} | sent)
    assert response.status_code == (422 if wrong else 302)
    assert (wrong or "") in response.content.decode().replace("&#39;", "’")


def test_there_is_no_other_change_and_no_other_familys_statement(
    client: CheckedClient, world: World, worries: list[Statement]
) -> None:
    assert client.get(address(worries[0], "delete")).status_code == 404
    Statement.objects.filter(pk=worries[1].pk).update(family=None)
    assert client.get(address(worries[0]).replace(str(worries[0].pk), str(worries[1].pk))).status_code == 404


def test_who_only_reads_is_offered_no_change(client: CheckedClient, world: World, worries: list[Statement]) -> None:
    client.force_login(make_user("auditor", name="Fiona Reads"))
    for path in (address(worries[0]), reverse("family-map", args=[world.family.pk])):
        response = client.get(path)
        assert response.status_code != 200 or "Reword" not in response.content.decode()


def test_the_map_is_narrowed_by_person_record_and_what_stands(
    client: CheckedClient, world: World, worries: list[Statement]
) -> None:
    other = statement(world, final_entry(world, form="note"), "Rosa sleeps badly", state="resolved")
    other.about.add(world.parent)
    there = reverse("family-map", args=[world.family.pk])
    found = {
        f"?person={world.child.pk}": {"Mornings are loud"},
        f"?person={world.parent.pk}": {"Rosa sleeps badly"},
        f"?origin={other.entry_id}": {"Rosa sleeps badly"},
        "?show=living": {"Mornings are loud", "There is shouting before school"},
        "?show=nonsense&person=x&origin=%C2%B2": {
            "Mornings are loud", "There is shouting before school", "Rosa sleeps badly",
        },
    }  # fmt: skip
    for query, words in found.items():
        page = text(client, there + query)
        assert {one for one in Statement.objects.values_list("words", flat=True) if f">{one}<" in page} == words


@pytest.fixture
def rated(world: World) -> World:
    """Maya, Rosa and a teacher on a scale at three reviews, and the star each time."""
    world.open_support(days_ago=100)
    areas = [area.id for area in world_star(world)]
    met = {"people": [{"id": world.parent.pk, "name": "Rosa"}], "others": ""}
    for days_ago, maya, rosa, star in ((90, 2, 5, 3), (50, 4, 5, 4), (10, 7, 4, 8)):
        places = [
            {"id": world.child.pk, "name": "Maya", "value": maya, "words": ""},
            {"id": world.parent.pk, "name": "Rosa", "value": rosa, "words": ""},
        ]
        if days_ago == 10:
            places.append({"id": None, "name": "Ms Bell, teacher", "value": 6, "words": "=She smiles"})
        placed = {areas[0]: {"value": star, "words": ""}, areas[1]: {"value": 9 - star, "words": ""}}
        finished(world, form="review", days_ago=days_ago, who_met=met, sorted_out=places, family_star=placed)
    return world


def world_star(world: World) -> Any:
    from alongside.packs.tests.shipped import default_pack

    return default_pack().star("family-life").areas


@pytest.mark.requirement("CL-06")
def test_everybody_who_was_asked_is_shown_with_their_person_day_and_record(client: CheckedClient, rated: World) -> None:
    there = reverse("family-ratings", args=[rated.family.pk])
    page = text(client, there)
    for words in (
        "Ms Bell, teacher",
        f"How sorted out things are, {told(10)}",
        "middle: 6",
        "5 better",
        "1 worse",
    ):
        assert words in page
    only = text(client, f"{there}?person={rated.child.pk}")
    assert f"From 2 on {told(90)} to 7 on {told(10)}: 5 better" in only
    assert "Ms Bell, teacher, " not in only
    rows = list(csv.reader(io.StringIO(sheet(client, rated, f"?person={rated.parent.pk}"))))
    assert [row[1:5] for row in rows[1:]] == [
        ["Rosa", "How sorted out things are", "How sorted out things are", value] for value in ("5", "5", "4")
    ]
    assert rows[1][0] == (today() - timedelta(days=90)).isoformat()


def told(days_ago: int) -> str:
    from alongside.design.words import day

    return day(today() - timedelta(days=days_ago))


def sheet(client: CheckedClient, world: World, query: str) -> str:
    response = client.get(reverse("family-ratings-sheet", args=[world.family.pk]) + query)
    assert response.headers["Content-Type"].startswith("text/csv")
    return b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]


@pytest.mark.requirement("3C-08")
def test_the_star_of_any_two_days_is_shown_against_each_other(client: CheckedClient, rated: World) -> None:
    there = reverse("family-ratings", args=[rated.family.pk])
    first, second = world_star(rated)[0].title, world_star(rated)[1].title
    page = text(client, there)
    assert f"{first}: 3 then, 8 now; {second}: 6 then, 1 now" in page
    assert "1 better, 1 worse" in page
    days = {name: (today() - timedelta(days=ago)).isoformat() for name, ago in (("then", 50), ("now", 10))}
    assert f"{first}: 4 then, 8 now; {second}: 5 then, 1 now" in text(client, there + "?" + "&".join(
        f"{name}={day}" for name, day in days.items()
    ))  # fmt: skip


@pytest.mark.requirement("EP-24")
def test_each_need_stands_against_its_baseline_after_each_meeting(client: CheckedClient, rated: World) -> None:
    first, second = (area.title for area in world_star(rated)[:2])
    for name in ("family-ratings", "family-plan"):
        page = text(client, reverse(name, args=[rated.family.pk]))
        assert f"{first}: 3 at first, 8 now, 5 better; {second}: 6 at first, 1 now, 5 worse" in page
    last = Entry.objects.filter(form_id="review").latest("happened_on")
    assert f"{first}: 3 at first, 8 now, 5 better" in text(client, reverse("entry", args=[last.pk]))
    assert client.get(reverse("entry-pdf", args=[last.pk])).status_code == 200


def test_the_map_asks_as_little_for_500_statements_as_for_5(
    client: CheckedClient, world: World, worries: list[Statement]
) -> None:
    names = [reverse(name, args=[world.family.pk]) for name in ("family-map", "family-ratings")]
    names += [reverse("family-map", args=[world.family.pk]) + "?show=everything", address(worries[0])]
    text(client, names[0])
    few = [asked(client, path) for path in names]
    entry = draft(world, form="note")
    more = Statement.objects.bulk_create(
        Statement(family=world.family, entry=entry, column="worries", words=f"Worry {n}", said_on=today())
        for n in range(500)
    )
    Statement.objects.filter(pk__in=[one.pk for one in more[:200]]).update(state="merged", merged_into=worries[0].pk)
    Rating.objects.bulk_create(
        Rating(
            entry=worries[0].entry,
            family=world.family,
            scale="sorted-out",
            statement=one,
            value=n % 11,
            rated_on=today(),
        )
        for one in [*more, *worries]
        for n in range(2)
    )
    assert [asked(client, path) for path in names] == few
    assert max(few) <= 15


def asked(client: CheckedClient, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        text(client, path)
    return len([one for one in queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE", "ROLLBACK"))])
