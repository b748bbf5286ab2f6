"""Services are found by words and by how near they are, by anybody; and kept by those who may."""

import json
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from alongside.access.models import Team, User
from alongside.directory.models import Service
from alongside.directory.tests.making import a_service, taken
from alongside.packs.actions import publish
from alongside.packs.tests.shipped import default_pack
from tests.addresses import make_account


@pytest.fixture
def client(client: Any, db: None) -> Any:
    publish(pack=default_pack(), by=None)
    return client


@pytest.fixture
def services(db: None) -> None:
    taken(
        a_service("Debt advice", description="Help with rent and bills.", place=("YA1 1AA", 54.0, 0.20)),
        a_service("Rent clinic", description="Speak to a lawyer about debt.", place=("YA1 2BB", 54.1, 0.20)),
        a_service("Play bus", description="Toys on wheels."),
        a_service("Old club", description="Debt.", status="defunct"),
    )


def found(client: Any, **asked: str) -> tuple[list[str], str]:
    shown = client.get(reverse("services"), asked).content.decode()
    return re.findall(r'app-card__title"><a [^>]+>([^<]+)<', shown), shown


@pytest.fixture
def keeper(db: None) -> User:
    return make_account("Sam Reed", "administrator", Team.objects.create(name="Systems"))


@pytest.mark.requirement("TH-05")
def test_services_are_found_by_their_words_best_first(client: Any, services: None) -> None:
    assert found(client, q="debts")[0] == ["Debt advice", "Rent clinic"]
    assert found(client, q="debt -lawyer")[0] == ["Debt advice"]
    names, shown = found(client, q="toys lawyer")
    assert set(names) == {"Play bus", "Rent clinic"}
    assert "No service holds all of these words" in shown
    assert "No service is known by these words" in found(client, q="xqzzy")[1]


@pytest.mark.requirement("TH-05")
def test_the_nearest_stand_first_and_what_is_not_known_is_said(client: Any, services: None) -> None:
    names, shown = found(client, near="ya1 2bb")
    assert names == ["Rent clinic", "Debt advice", "Play bus"]
    assert "0.0 miles" in shown
    assert "6.9 miles" in shown
    assert "in YA1 2, as the crow flies" in found(client, near="YA1 2ZZ")[1]
    assert "in YA1, as the crow flies" in found(client, near="YA1 9ZZ")[1]
    assert "has no service near ZZ9 9ZZ" in found(client, near="ZZ9 9ZZ")[1]


@pytest.mark.requirement("TH-05")
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("zz99 9zz", "The directory has no service near ZZ99 9ZZ whose place it knows"),
        ("Alderbridge", "Enter a postcode, such as AB1 2DE"),
    ],
)
def test_a_postcode_that_says_nothing_is_told_beside_its_field(
    client: Any, services: None, typed: str, said: str
) -> None:
    names, shown = found(client, near=typed, q="debt")
    group = re.search(r'<div class="govuk-form-group govuk-form-group--error">.*?</div>', shown)
    assert group
    assert said in group[0]
    assert f'value="{typed}"' in group[0]
    assert 'aria-describedby="services-near-problem"' in group[0]
    assert names == ["Debt advice", "Rent clinic"]
    assert "--error" not in found(client, near="ya1 2bb")[1]


def test_a_service_that_is_gone_says_so_on_its_page(client: Any, services: None) -> None:
    gone = Service.objects.get(name="Old club")
    assert "This service is no longer offered" in client.get(reverse("service", args=[gone.pk])).content.decode()
    assert client.get(reverse("service", args=[gone.pk + 1000])).status_code == 404


def test_what_is_odd_is_answered(client: Any, services: None) -> None:
    for asked in ({"q": "'\\ \" (:*&|!"}, {"q": "a" * 5000}, {"near": "\x00'; --"}, {"page": "x"}, {"page": "999"}):
        assert client.get(reverse("services"), asked).status_code == 200


@pytest.mark.requirement("TH-05")
def test_an_administrator_hands_in_a_feed_and_reads_what_is_wrong_in_it(client: Any, keeper: User) -> None:
    client.force_login(keeper)
    text = json.dumps({"contents": [a_service("Debt advice"), {"id": 3}]}).encode()
    sent = {"feed": "Alderbridge", "file": SimpleUploadedFile("services.json", text, "application/json")}
    shown = client.post(reverse("keep-services"), sent, follow=True).content.decode()
    assert "1 added, 0 updated, 0 unchanged, 0 retired, 1 skipped" in shown
    assert "contents[1]" in shown
    broken = {"feed": "Alderbridge", "file": SimpleUploadedFile("services.json", b"<html>")}
    answer = client.post(reverse("keep-services"), broken)
    assert answer.status_code == 422
    assert "The feed is not JSON" in answer.content.decode()
    assert Service.objects.get().is_there


def test_nobody_else_keeps_the_directory(client: Any) -> None:
    client.force_login(make_account("Jo", "practitioner", Team.objects.create(name="North")))
    assert client.post(reverse("keep-services"), {"feed": "A"}).status_code == 403
