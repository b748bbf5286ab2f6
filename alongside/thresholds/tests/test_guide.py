"""The threshold guide, as anybody reads it without an account."""

from datetime import datetime
from io import BytesIO
from typing import Any
from unittest import mock

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from alongside.directory.actions import say_what_it_helps_with
from alongside.directory.models import Service
from alongside.directory.tests.making import a_service, taken
from alongside.packs.actions import publish
from alongside.packs.tests.shipped import default_pack
from alongside.working_time import LONDON
from tests.addresses import make_account

READING_PAGES = ("threshold-guide", "threshold-part", "threshold-level", "threshold-sign")
ARGUMENTS = {"threshold-part": "parents-and-carers", "threshold-level": "level-3", "threshold-sign": "level-3-neet"}


@pytest.fixture
def client(client: Any, db: None) -> Any:
    publish(pack=default_pack(), by=None)
    return client


def page(client: Any, name: str, *args: str, **query: str) -> str:
    return str(client.get(reverse(name, args=args), query).content.decode())


@pytest.mark.requirement("TH-01", "TH-02")
def test_the_whole_matrix_is_read_and_searched_without_signing_in(client: Any) -> None:
    everything = page(client, "threshold-guide")
    assert everything.count("guide-sign") == 103
    assert "Strengthening Families early help assessment and plan" in everything
    found = page(client, "threshold-guide", q="no food")
    assert "Extreme poverty affecting child well-being" in found.split("Nothing for")[0].split("guide-begin")[0]
    assert "5 signs for “no food”" in found or "6 signs for “no food”" in found
    assert "Nothing for “xqzzy”" in page(client, "threshold-guide", q="xqzzy")


@pytest.mark.requirement("TH-02")
def test_a_sign_opens_what_helps_with_it(client: Any) -> None:
    taken(a_service("Safe Harbour", terms=["Domestic abuse"]), a_service("The Pantry", terms=["Food bank"]))
    shown = page(client, "threshold-sign", "level-3-domestic-abuse")
    assert "Safe Harbour" in shown
    assert "The Pantry" not in shown
    toolkits = page(client, "threshold-sign", "level-4-exploitation")
    assert "Child exploitation toolkit, with its risk form (CERAF)" in toolkits


@pytest.mark.requirement("TH-05")
def test_a_practice_lead_links_a_service_to_a_sign_by_hand_and_takes_links_away(client: Any) -> None:
    taken(a_service("The Pantry", terms=["Food bank"]))
    pantry = Service.objects.get()
    from alongside.access.models import Team

    lead = make_account("Kit Lane", "practice-lead", Team.objects.create(name="Practice"))
    client.force_login(lead)
    address = reverse("service-helps-with", args=[pantry.pk])
    client.post(address, {"target": "sign:level-3-tenancy-at-risk"})
    client.post(address, {"target": "sign:level-4-extreme-poverty", "take-away": "yes"})
    client.post(address, {"target": "toolkit:neglect"})
    assert client.post(address, {"target": "sign:nowhere"}).status_code == 422
    client.logout()
    assert "The Pantry" in page(client, "threshold-sign", "level-2-low-income")
    assert "The Pantry" in page(client, "threshold-sign", "level-3-no-recourse")
    assert "The Pantry" not in page(client, "threshold-sign", "level-4-extreme-poverty")
    assert "It goes with: Neglect toolkit." in page(client, "service", str(pantry.pk))
    say_what_it_helps_with(service=pantry, about="sign", target="level-4-extreme-poverty", helps=True, by=lead)
    assert "The Pantry" in page(client, "threshold-sign", "level-4-extreme-poverty")


@pytest.mark.requirement("TH-04")
@pytest.mark.parametrize(
    ("moment", "answers"),
    [
        (datetime(2026, 11, 25, 11, 0, tzinfo=LONDON), "Alderbridge front door, <"),
        (datetime(2026, 11, 25, 19, 0, tzinfo=LONDON), "Alderbridge out of hours, <"),
        (datetime(2026, 12, 25, 11, 0, tzinfo=LONDON), "Alderbridge out of hours, <"),
    ],
)
def test_danger_stands_on_every_page_with_who_answers_now(client: Any, moment: datetime, answers: str) -> None:
    with mock.patch("alongside.thresholds.frame.timezone.now", return_value=moment):
        pages = [page(client, name, *filter(None, [ARGUMENTS.get(name)])) for name in READING_PAGES]
        pages += [page(client, "threshold-choose"), page(client, "threshold-reading")]
    for shown in pages:
        assert 'href="tel:999"' in shown
        first = shown.index("guide-danger")
        assert answers in shown[first:].split("Every number")[0]
        assert first < shown.index("<h1")


def test_reading_pages_ask_little_of_the_database_and_may_be_kept_by_caches(client: Any) -> None:
    page(client, "threshold-guide")
    for name in READING_PAGES:
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(reverse(name, args=list(filter(None, [ARGUMENTS.get(name)]))))
        assert len(asked) <= 2, [one["sql"] for one in asked]
        assert answer.headers["Cache-Control"] == "max-age=60, public" or "public" in answer.headers["Cache-Control"]
        assert "Cookie" not in answer.headers.get("Vary", "")
        assert not answer.cookies


@pytest.mark.requirement("TH-01")
def test_the_whole_guide_is_one_pdf(client: Any) -> None:
    answer = client.get(reverse("threshold-paper"))
    pages = PdfReader(BytesIO(answer.content)).pages
    text = " ".join("".join(page.extract_text() for page in pages).split())
    assert text.index("Call 999") < text.index("Level 1: Universal")
    for words in ("01632 960 300", "Private fostering", "No formal assessment", "despite help at level 2"):
        assert words in text
    assert client.get(reverse("threshold-paper")).content == answer.content


def test_what_is_not_in_the_guide_is_not_found(client: Any) -> None:
    for name in ("threshold-part", "threshold-level", "threshold-sign", "threshold-choose-part"):
        assert client.get(reverse(name, args=["nowhere"])).status_code == 404
