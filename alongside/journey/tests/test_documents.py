"""Documents: listed, sent as files that cannot act as pages, only to who needs to know, each look on the trail."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from alongside.access.models import Look
from alongside.journey.tests.making import World
from alongside.people.tests.makers import make_family, make_user
from alongside.story.models import Document
from tests.pages import CheckedClient


def file(world: World, name: str = "Family Plan.pdf", content_type: str = "application/pdf") -> Document:
    document = Document(
        family=world.family,
        category="plans",
        name=name,
        content_type=content_type,
        size=9,
        sha256="0" * 64,
        filed_at=timezone.now(),
        filed_by=world.lead,
    )
    document.file.save("copy.pdf", ContentFile(b"%PDF-1.7\n"), save=False)
    document.save()
    return document


@pytest.fixture(autouse=True)
def elsewhere(settings: object, tmp_path: object) -> None:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]


@pytest.fixture
def client(client: CheckedClient, world: World) -> CheckedClient:
    client.force_login(world.lead)
    return client


def test_documents_are_listed_and_sent(client: CheckedClient, world: World) -> None:
    document = file(world)
    text = client.get(reverse("family-documents", args=[world.family.pk])).content.decode()
    assert "Family Plan.pdf" in text
    assert "Plans" in text
    response = client.get(reverse("family-document", args=[world.family.pk, document.pk]))
    assert response["Content-Type"] == "application/pdf"
    assert b"".join(response.streaming_content) == b"%PDF-1.7\n"  # type: ignore[attr-defined]
    assert Look.objects.filter(subject__startswith=f"document {document.pk}").count() == 1


def test_a_name_cannot_write_headers_and_a_page_is_never_shown_as_one(client: CheckedClient, world: World) -> None:
    document = file(world, name='pla"n\r\nSet-Cookie: a=b.html', content_type="text/html")
    response = client.get(reverse("family-document", args=[world.family.pk, document.pk]))
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    assert "\n" not in response["Content-Disposition"]
    assert "a" not in response.cookies


def test_a_document_is_found_only_through_its_own_family_by_who_needs_to_know(
    client: CheckedClient, world: World
) -> None:
    document = file(world)
    other = make_family("Hayes", team=world.team)
    assert client.get(reverse("family-document", args=[other.pk, document.pk])).status_code == 404
    stranger = CheckedClient()
    stranger.force_login(make_user("practitioner"))
    assert stranger.get(reverse("family-document", args=[world.family.pk, document.pk])).status_code == 404


def test_a_file_that_is_gone_says_so(client: CheckedClient, world: World) -> None:
    document = file(world)
    document.file.delete(save=False)
    Document.objects.filter(pk=document.pk).update(file="filed/not-there.pdf")
    assert client.get(reverse("family-document", args=[world.family.pk, document.pk])).status_code == 404


def test_many_documents_turn_pages(client: CheckedClient, world: World) -> None:
    for number in range(55):
        file(world, name=f"Letter {number}.pdf")
    address = reverse("family-documents", args=[world.family.pk])
    assert "Letter 54.pdf" in client.get(address).content.decode()
    assert "Letter 0.pdf" in client.get(f"{address}?page=2").content.decode()
    assert client.get(f"{address}?page=x").status_code == 200
