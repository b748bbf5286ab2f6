"""The child's page, who gets into it and out of it, and what is kept of a drawing."""

import json
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from alongside.access.models import Change
from alongside.story import actions
from alongside.story.actions import NotReady
from alongside.story.drawing.tests.test_marks import LINE, STAMP, WORDS
from alongside.story.models import Answer, Entry
from alongside.story.tests.makers import World, make_world

PASSWORD = "a-long-demo-password"


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.fixture
def houses(world: World) -> Entry:
    return world.draft("three-houses", about="person", person=world.child)


@pytest.fixture
def key(world: World) -> str:
    return f"houses-drawn@{world.child.pk}"


@pytest.fixture
def amid(client: Any, world: World) -> Any:
    """The client, signed in as the practitioner."""
    world.practitioner.set_password(PASSWORD)
    world.practitioner.save()
    client.force_login(world.practitioner)
    return client


def sent(client: Any, entry: Entry, key: str, *added: Any, sheet: str = "worries", **more: Any) -> Any:
    body = {"sheet": sheet, "added": list(added), "removed": [], "seen": 0} | more
    return client.post(reverse("drawing-marks", args=[entry.pk, key]), json.dumps(body), "application/json")


def kept(entry: Entry, key: str) -> Any:
    answer = Answer.objects.filter(entry=entry, key=key).first()
    return answer and answer.value


def test_marks_are_kept_and_told_again(amid: Any, houses: Entry, key: str) -> None:
    answer = sent(amid, houses, key, LINE, WORDS)
    assert (answer.status_code, answer.json()) == (200, {"revision": 1})
    told = amid.get(reverse("drawing-marks", args=[houses.pk, key])).json()
    assert told == {"revision": 1, "sheets": {"worries": [LINE, WORDS]}}
    assert sent(amid, houses, key, seen=1, removed=[LINE["id"]]).json() == {"revision": 2}
    assert kept(houses, key) == {"worries": [WORDS]}


@pytest.mark.requirement("CL-03")
def test_two_devices_in_one_drawing_keep_what_both_drew(amid: Any, houses: Entry, key: str) -> None:
    sent(amid, houses, key, LINE)
    second = sent(amid, houses, key, STAMP)  # this device has not seen the first one's line
    assert second.json() == {"revision": 2, "sheets": {"worries": [LINE, STAMP]}}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400), (b"[]", 400), (b"{", 400), (b'{"sheet": "attic"}', 400), (b'{"sheet": ["worries"]}', 400),
        (b'{"sheet": "worries", "added": {}}', 400), (b'{"sheet": "worries", "removed": [7]}', 400),
        (b'{"sheet": "worries", "added": [{"svg": "<script>"}]}', 400), (b'{"sheet": "worries", "added": [NaN]}', 400),
        (b"[" * 100_000, 400), (b'{"sheet": "worries", "added": [' + b"1," * 500 + b"1]}", 400),
        (b" " * 3_000_000, 413), (b"\xff\xfe", 400),
    ],
)  # fmt: skip
def test_what_is_no_drawing_is_refused(amid: Any, houses: Entry, key: str, body: bytes, status: int) -> None:
    answer = amid.post(reverse("drawing-marks", args=[houses.pk, key]), body, "application/json")
    assert (answer.status_code, kept(houses, key)) == (status, None)


def test_only_the_drawings_of_a_form_are_drawn_in(amid: Any, houses: Entry, world: World) -> None:
    for question in ("worries", "houses-drawn", "houses-drawn@999", "reason:x"):
        assert sent(amid, houses, question, LINE).status_code == 404


def test_the_page_of_the_form_never_writes_over_a_drawing(amid: Any, houses: Entry, key: str) -> None:
    sent(amid, houses, key, LINE)
    forged = {f"asked:{key}": "yes", f"revision:{key}": "1", f"base:{key}": "", key: "<svg>", "save": "yes"}
    amid.post(reverse("entry-edit", args=[houses.pk]), forged)
    assert amid.post(reverse("answer-save", args=[houses.pk]), forged | {"key": key}).status_code == 404
    assert kept(houses, key) == {"worries": [LINE]}


def test_a_device_in_a_childs_hands_shows_the_drawing_and_nothing_else(
    amid: Any, houses: Entry, key: str, world: World
) -> None:
    page = reverse("drawing", args=[houses.pk, key])
    before = amid.get(page).content.decode()
    assert "Hand over to Zuri" in before
    given = amid.post(reverse("drawing-hand-over", args=[houses.pk, key]))
    assert (given["Location"], given["Clear-Site-Data"]) == (page, '"cache"')
    shown = amid.get(page).content.decode()
    assert "House of worries" in shown
    assert "Okonjo" not in shown
    assert "Nneka" not in shown
    elsewhere = [
        "/", reverse("family", args=[world.family.pk]), reverse("entry-edit", args=[houses.pk]),
        reverse("search"), reverse("entry-pdf", args=[houses.pk]),
        reverse("drawing", args=[houses.pk, f"houses-drawn@{world.children[1].pk}"]),
    ]  # fmt: skip
    assert {amid.get(address)["Location"] for address in elsewhere} == {page}
    assert amid.post(reverse("entry-edit", args=[houses.pk]), {"save": "yes"}).status_code == 403
    assert sent(amid, houses, key, LINE).status_code == 200


def test_it_comes_back_to_who_enters_their_password(amid: Any, houses: Entry, key: str) -> None:
    amid.post(reverse("drawing-hand-over", args=[houses.pk, key]))
    back = reverse("drawing-back")
    asked = amid.get(back, follow=True)
    assert asked.redirect_chain[-1][0].startswith(reverse("account_reauthenticate"))
    amid.post(reverse("account_reauthenticate"), {"password": "guessed-by-a-child", "next": back})
    assert amid.get("/")["Location"] == reverse("drawing", args=[houses.pk, key])
    amid.post(reverse("account_reauthenticate"), {"password": PASSWORD, "next": back})
    assert "It is you" in amid.get(back).content.decode()
    assert amid.post(back)["Location"].startswith(reverse("entry-edit", args=[houses.pk]))
    assert amid.get(reverse("entry-edit", args=[houses.pk])).status_code == 200
    noted = Change.objects.filter(action__startswith="drawing.").order_by("pk").values_list("action", flat=True)
    assert list(noted) == ["drawing.handed-over", "drawing.taken-back"]


def test_a_password_entered_before_does_not_open_the_way_out(amid: Any, houses: Entry, key: str) -> None:
    amid.post(reverse("account_reauthenticate"), {"password": PASSWORD, "next": "/"})
    amid.post(reverse("drawing-hand-over", args=[houses.pk, key]))
    assert amid.get(reverse("drawing-back"))["Location"].startswith(reverse("account_reauthenticate"))


def test_who_has_no_password_here_signs_out_to_have_it_back(amid: Any, houses: Entry, key: str, world: World) -> None:
    amid.post(reverse("drawing-hand-over", args=[houses.pk, key]))
    world.practitioner.set_unusable_password()
    world.practitioner.save()
    amid.force_login(world.practitioner)
    amid.post(reverse("drawing-hand-over", args=[houses.pk, key]))
    assert "sign in again with your work account" in amid.get(reverse("drawing-back")).content.decode()


@pytest.mark.requirement("CL-03")
def test_words_are_typed_into_a_house_without_a_script(amid: Any, houses: Entry, key: str) -> None:
    amid.post(reverse("drawing-hand-over", args=[houses.pk, key]))
    page = reverse("drawing", args=[houses.pk, key])
    for words in ("No more <b>shouting</b>", "My own bed"):
        amid.post(page, {"sheet": "dreams", "words": words})
    assert [mark["words"] for mark in kept(houses, key)["dreams"]] == ["No more <b>shouting</b>", "My own bed"]
    assert "No more &lt;b&gt;shouting" in amid.get(page).content.decode()


def finished(world: World, entry: Entry, key: str, words: str = "A dark cloud over the door.") -> Entry:
    world.save(entry, key, {"worries": [LINE, WORDS]})
    if words:
        world.save(entry, f"drawing-in-words@{world.child.pk}", words)
    entry.refresh_from_db()
    return actions.finalise(entry=entry, by=world.practitioner)


@pytest.mark.requirement("CL-03")
def test_a_drawing_is_shown_and_printed_with_the_practitioners_words(
    amid: Any, houses: Entry, key: str, world: World
) -> None:
    finished(world, houses, key)
    page = amid.get(reverse("entry", args=[houses.pk])).content.decode()
    assert "House of worries, drawn by hand. A dark cloud over the door. Lines in dark blue" in page
    # A browser that prints does not wait for pictures that were left until they are scrolled to.
    assert 'loading="lazy"' not in page
    picture = amid.get(reverse("drawing-picture", args=[houses.pk, key, "worries"]))
    assert picture["Content-Type"] == "image/svg+xml"
    assert picture.content.count(b"<text") == 1
    assert amid.get(reverse("drawing-picture", args=[houses.pk, key, "dreams"])).status_code == 404
    assert amid.get(reverse("entry-pdf", args=[houses.pk])).content.startswith(b"%PDF")


@pytest.mark.parametrize("words", ["আমি ❤️", "Ọmọlará", "मेरी दादी", "👍🏽 \U00012345"])
def test_whatever_a_child_types_into_a_house_is_printed(amid: Any, houses: Entry, key: str, words: str) -> None:
    sent(amid, houses, key, WORDS | {"words": words})
    assert amid.get(reverse("entry-pdf", args=[houses.pk])).content.startswith(b"%PDF")


def test_a_drawing_without_words_is_asked_for_them(amid: Any, houses: Entry, key: str, world: World) -> None:
    with pytest.raises(NotReady) as refused:
        finished(world, houses, key, words="")
    assert [lack.says for lack in refused.value.lacks] == [
        "Zuri’s three houses: say in a few words what it shows, for those who cannot see it, "
        "under “If Zuri drew something, what does it show?”"
    ]


def test_a_final_drawing_stays_and_an_amendment_begins_with_it(
    amid: Any, houses: Entry, key: str, world: World
) -> None:
    finished(world, houses, key)
    assert sent(amid, houses, key, STAMP).status_code == 409
    assert amid.post(reverse("drawing-hand-over", args=[houses.pk, key])).status_code == 302
    assert amid.get("/").status_code == 200
    with pytest.raises(DatabaseError), transaction.atomic():
        Answer.objects.filter(entry=houses, key=key).update(value={})
    houses.refresh_from_db()
    later = actions.amend(entry=houses, why="Zuri wanted to add something", by=world.practitioner)
    sent(amid, later, key, STAMP, seen=1)
    assert kept(later, key) == {"worries": [LINE, STAMP, WORDS]}
    assert kept(houses, key) == {"worries": [LINE, WORDS]}


@pytest.mark.requirement("CL-09")
def test_the_houses_are_printed_empty(client: Any, world: World) -> None:
    client.force_login(world.practitioner)
    page = client.get(reverse("form-blank-for-family", args=[world.family.pk, "three-houses"])).content.decode()
    assert page.count('viewBox="0 0 1200 1000"') == 3 * len(world.children)
    assert "<figcaption>House of dreams." in page
    assert "On a page of its own" not in page
