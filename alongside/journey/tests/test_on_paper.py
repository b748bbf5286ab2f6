"""What was written or drawn on paper: scanned, attached to its record, typed up later, and found with the child."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from alongside.story.filing.actions import file_document
from alongside.story.filing.tests import making as made
from alongside.story.models import Document, Entry
from alongside.story.tests.makers import World, make_world
from tests.pages import CheckedClient

LOG = "The log, page 1.jpg"


@pytest.fixture
def world(db: None, settings: Any, tmp_path: Path) -> World:
    settings.MEDIA_ROOT = tmp_path
    return make_world()


@pytest.fixture
def client(client: CheckedClient, world: World) -> CheckedClient:
    client.force_login(world.practitioner)
    return client


def add(client: CheckedClient, entry: Entry, *files: tuple[str, bytes]) -> Any:
    """Choose files under a draft's question about paper, as the page's script does."""
    chosen = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(reverse("entry-files", args=[entry.pk]), {"key": "papers", "number": "0", "files": chosen})


@pytest.mark.requirement("CL-09")
def test_a_log_on_paper_is_scanned_attached_and_typed_up_later(client: CheckedClient, world: World) -> None:
    blank = client.get(reverse("form-blank-for-family", args=[world.family.pk, "three-houses"]))
    assert "Were the houses drawn on paper?" in blank.content.decode()
    houses = world.draft("three-houses", person=None)
    answered = add(client, houses, (LOG, made.photograph()), ("a program.pdf", b"MZ\x90not paper"))
    first, second = answered.json()["files"]
    assert LOG in str(first)
    assert "a program.pdf" in str(second)
    document = Document.objects.get(attached_to=houses)
    assert document.filed_at is None

    asked = {"asked:papers": "yes", "papers:0:id": document.pk, "papers:0:says": "Zuri drew it at school"}
    client.post(reverse("entry-edit", args=[houses.pk]), asked)
    later = client.get(reverse("entry-edit", args=[houses.pk])).content.decode()
    assert LOG in later
    assert "Zuri drew it at school" in later


def test_a_file_about_a_child_stands_with_what_they_said(client: CheckedClient, world: World) -> None:
    zuri, kit = world.children
    given: dict[str, Any] = {"family": world.family, "category": "other", "by": world.practitioner}
    file_document(
        file=made.uploaded(made.photograph()), name="A letter to the judge.jpg", person=zuri, note="She posted it",
        dated=date(2026, 2, 3), **given,
    )  # fmt: skip
    pages = {one: client.get(reverse("child-voice", args=[world.family.pk, one.pk])) for one in (zuri, kit)}
    assert "A letter to the judge.jpg" in (hers := pages[zuri].content.decode())
    assert "3 February 2026. She posted it" in hers
    assert "A letter to the judge.jpg" not in pages[kit].content.decode()
