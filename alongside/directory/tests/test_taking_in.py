"""A feed comes in: what is sound is taken, what is broken is told by its place, and what is gone retires."""

import json
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from hypothesis import given
from hypothesis import strategies as st

from alongside.cli.main import main
from alongside.directory.models import Feed, Intake, Service
from alongside.directory.open_referral import FeedBroken, fetched, items_of, parsed, told
from alongside.directory.open_referral.plain import plain, web_address
from alongside.directory.tests.making import a_service, alderbridge, taken

pytestmark = pytest.mark.django_db


def counts(intake: Intake) -> tuple[int, ...]:
    return intake.added, intake.updated, intake.unchanged, intake.retired, intake.skipped


@pytest.mark.requirement("TH-05")
def test_a_feed_of_the_standard_is_taken_in_whole() -> None:
    intake = alderbridge()
    assert counts(intake) == (44, 0, 0, 0, 0), intake.problems
    pantry = Service.objects.get(name="The Pantry food bank")
    assert pantry.phones == ["01632 960 436"]
    assert (pantry.places.get().postcode, pantry.terms) == ("YA1 3FD", ["Food bank", "Baby bank"])
    assert pantry.times == "Mondays, Wednesdays, Fridays, 11:00 to 14:00"
    assert counts(alderbridge()) == (0, 0, 44, 0, 0)


def test_taking_in_again_updates_and_retires_and_brings_back() -> None:
    taken(a_service("A"), a_service("B"))
    assert counts(taken(a_service("A", description="New"), a_service("C"))) == (1, 1, 0, 1, 0)
    assert Service.objects.get(name="B").retired_at is not None
    assert counts(taken(a_service("A", description="New"), a_service("B"), a_service("C"))) == (0, 1, 2, 0, 0)
    assert Service.objects.get(name="B").retired_at is None


def test_another_feed_is_left_alone() -> None:
    taken(a_service("A"), feed="One")
    taken(a_service("B"), feed="Two")
    assert Service.objects.filter(retired_at=None).count() == 2


@pytest.mark.parametrize(
    ("broken", "place", "what"),
    [
        (7, "contents[1]", "A service is expected here, not number"),
        ({"name": "No id", "status": "active"}, "contents[1]", "It lacks id"),
        (a_service("B") | {"name": 12}, "contents[1].name", "It should be string, and is number"),
        (a_service("B") | {"status": "open"}, "contents[1].status", "It should be one of active"),
        (a_service("B") | {"id": "not-a-uuid"}, "contents[1].id", "“not-a-uuid” is no uuid"),
        (a_service("B") | {"schedules": [{"id": 5}]}, "contents[1].schedules[0].id", "It should be string"),
        (a_service("A"), "contents[1]", "was there already"),
    ],
)
def test_a_broken_item_is_told_by_its_place_and_the_rest_is_kept(broken: Any, place: str, what: str) -> None:
    intake = taken(a_service("A"), broken, a_service("Z"))
    assert (intake.added, intake.skipped) == (2, 1)
    assert intake.problems[0]["place"] == place
    assert what in intake.problems[0]["what"]


def test_a_service_that_is_broken_this_time_stays_as_it_was() -> None:
    taken(a_service("A"), a_service("B"))
    intake = taken(a_service("A"), a_service("B") | {"status": "perhaps"})
    assert (intake.retired, intake.skipped) == (0, 1)
    assert Service.objects.get(name="B").is_there


@pytest.mark.parametrize("nothing", [{"contents": []}, {"contents": [4]}, {"services": []}, [], "text", None])
def test_a_feed_without_any_service_changes_nothing(nothing: Any) -> None:
    taken(a_service("A"))
    from alongside.directory.actions import take_in

    with pytest.raises(FeedBroken):
        take_in(feed="Alderbridge", documents=[nothing], source="x", by=None)
    assert Service.objects.get().retired_at is None


@pytest.mark.parametrize("text", [b"", b"<html>", b"\xff\xfe", b"[NaN]", b"[" * 200_000, b"x" * (50 * 1024 * 1024 + 1)])
def test_what_is_no_json_is_refused_whole(text: bytes) -> None:
    with pytest.raises(FeedBroken):
        parsed(text)


def test_markup_becomes_text_and_links_that_are_none_are_left_out() -> None:
    nasty = "<p>Warm <b>meals</b> &amp; <a href='javascript:alert(1)'>more</a></p><script>alert(2)</script><p>Daily</p>"
    taken(a_service("<i>A</i>", description=nasty, url="javascript:alert(1)"))
    service = Service.objects.get()
    assert (service.name, service.about, service.url) == ("A", "Warm meals & more\n\nDaily", "")
    assert [web_address(one) for one in ("https://a.example/x", "http:///x", "data:text/html,x", "https://a b", 7)] == [
        "https://a.example/x", "", "", "", "",
    ]  # fmt: skip


def test_what_is_null_counts_as_left_out_and_places_must_be_on_earth() -> None:
    taken(a_service("A", email=None, place=("ya1 1aa", 100, 101)))
    place = Service.objects.get().places.get()
    assert (place.postcode, place.latitude) == ("YA1 1AA", None)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(a_service())), inner, max_size=3)
    ),
    max_leaves=8,
)
KEYS = ["description", "url", "contacts", "schedules", "attributes", "service_at_locations", "organization", "phones"]


@given(anything, st.dictionaries(st.sampled_from(KEYS), anything, max_size=3))
def test_whatever_a_feed_holds_it_is_taken_or_told(document: Any, more: dict[str, Any]) -> None:
    try:
        items = list(items_of([document, {**a_service(), **more}]))
    except FeedBroken:
        return
    for item in items:
        if item.problem is None:
            assert told(item.content).name


@given(st.text(max_size=200))
def test_plain_text_holds_no_tag(text: str) -> None:
    assert "<script" not in plain(f"{text}<script>x</script>").lower() or "<script" in text.lower()


def test_pages_are_fetched_one_after_another_and_little_told_services_whole() -> None:
    asked: list[str] = []

    def get(address: str) -> bytes:
        asked.append(address)
        if address.endswith("/services"):
            return json.dumps({"total_pages": 9, "contents": [a_service("A")]}).encode()
        if address.endswith("page=2"):
            return json.dumps({"total_pages": 9, "contents": [a_service("B", schedules=[])]}).encode()
        if "?page=" in address:
            return json.dumps({"total_pages": 9, "contents": []}).encode()
        return json.dumps(a_service("A", description="Whole")).encode()

    pages = fetched("https://feed.example/services", get)
    assert [one.get("description") for page in pages for one in page["contents"]] == ["Whole", None]
    assert len(asked) == 4
    with pytest.raises(FeedBroken, match="https://"):
        fetched("file:///etc/passwd", get)


def test_what_came_in_is_kept_for_good() -> None:
    intake = taken(a_service())
    with pytest.raises(DatabaseError, match="lasting record"), transaction.atomic():
        Intake.objects.filter(pk=intake.pk).update(added=9)


@pytest.mark.requirement("TH-05")
def test_the_command_says_what_became_of_a_feed(tmp_path: Any, capsys: Any) -> None:
    file = tmp_path / "Alderbridge.json"
    file.write_text(json.dumps([a_service("A"), {"name": "B"}]))
    assert main(["directory", "import", str(file)]) == 0
    said = capsys.readouterr()
    assert (
        said.out == "Alderbridge: 1 added, 0 updated, 0 unchanged, 0 retired, 1 skipped because something is wrong.\n"
    )
    assert said.err == "[1]: It lacks id, status\n"
    file.write_text("<html>")
    assert main(["directory", "import", str(file)]) == 1
    assert "not JSON" in capsys.readouterr().err
    assert main(["directory", "import", str(tmp_path / "nowhere.json")]) == 1
    assert Feed.objects.get().name == "Alderbridge"
