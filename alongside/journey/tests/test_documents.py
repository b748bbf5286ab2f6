"""The Documents tab: handed in and answered one by one, narrowed, described, replaced, taken out; and who sees what."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from alongside.access.models import Look
from alongside.access.rules import ROLES
from alongside.journey.tests.making import World
from alongside.journey.views import documents as views
from alongside.people.tests.makers import make_family, make_user
from alongside.story.filing import actions
from alongside.story.filing.addresses import preview_address
from alongside.story.filing.previews import make_preview_of
from alongside.story.filing.tests import making as made
from alongside.story.models import Document
from tests.pages import CheckedClient


def file(world: World, content: bytes = b"A letter", name: str = "letter.txt", **more: Any) -> Document:
    given: dict[str, Any] = {"family": world.family, "category": "other", "by": world.lead} | more
    return actions.file_document(file=made.uploaded(content), name=name, **given)


def chosen(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.fixture(autouse=True)
def elsewhere(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def client(client: CheckedClient, world: World) -> CheckedClient:
    client.force_login(world.lead)
    return client


@pytest.fixture
def tab(world: World) -> str:
    return reverse("family-documents", args=[world.family.pk])


def page(client: CheckedClient, address: str) -> str:
    return client.get(address).content.decode()


@pytest.mark.requirement("EP-31")
def test_several_files_are_handed_in_at_once_under_a_category(client: CheckedClient, world: World, tab: str) -> None:
    files = [chosen(made.photograph(), "IMG_1.HEIC.jpg"), chosen(made.pdf(), "Signed form.pdf")]
    about = {"category": "direct-work", "person": world.child.pk, "note": "Maya drew it"}
    sent = {"files": files, **about, "dated-day": "2", "dated-month": "3", "dated-year": "2026"}
    said = client.post(tab, sent, follow=True).content.decode()
    assert "“Signed form.pdf” is filed" in said
    assert Document.objects.filter(family=world.family, category="direct-work", person=world.child).count() == 2
    text = page(client, tab)
    for words in ("Signed form.pdf", "Work with children and adults", "about Maya", "of 2 March 2026", "Maya drew it"):
        assert words in text
    assert 'value="direct-work" selected' in text, "the next batch is mostly of the same kind"


@pytest.mark.requirement("EP-31")
def test_each_file_is_answered_on_its_own_and_the_good_ones_are_kept(client: CheckedClient, tab: str) -> None:
    files = [chosen(b"MZ\x90" + bytes(90), "plan.pdf"), chosen(b"A note", "note.txt"), chosen(b"", "empty.txt")]
    answer = client.post(tab, {"files": files, "category": "other"})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "plan.pdf</strong>: This is a program" in text
    assert "empty.txt</strong>: This file is empty" in text
    assert [one.name for one in Document.objects.all()] == ["note.txt"]


def test_pressed_twice_there_is_one_copy_and_a_link_to_it(client: CheckedClient, tab: str) -> None:
    for _ in range(2):
        answer = client.post(tab, {"files": chosen(b"A note", "note.txt"), "category": "other"}, follow=True)
    assert "is there already" in answer.content.decode()
    assert Document.objects.count() == 1


def test_a_script_is_answered_as_data(client: CheckedClient, tab: str) -> None:
    headers = {"accept": "application/json"}
    said = client.post(tab, {"files": chosen(b"A note", "a.txt"), "category": "other"}, headers=headers).json()
    assert said["files"][0]["taken"] is True
    answer = client.post(tab, {"files": chosen(b"A note", "a.txt")}, headers=headers)
    assert (answer.status_code, answer.json()["says"]) == (422, "Choose a category")


@pytest.mark.parametrize("sent", [{"category": "other"}, {"category": "nonsense"}, {"dated-day": "40"}])
def test_what_is_wrong_with_the_form_is_said_and_nothing_is_lost(
    client: CheckedClient, tab: str, sent: dict[str, str]
) -> None:
    answer = client.post(tab, {"note": "Kit’s letter", **sent})
    assert answer.status_code == 422
    assert "Choose the files to hand in" in answer.content.decode()
    assert "Kit’s letter" in answer.content.decode()


def test_who_has_no_script_hears_that_the_files_must_be_chosen_again(client: CheckedClient, tab: str) -> None:
    answer = client.post(tab, {"files": chosen(b"A note", "a.txt"), "note": "Kit’s letter"})
    assert answer.status_code == 422
    assert "Choose the files again too" in answer.content.decode()
    assert "Kit’s letter" in answer.content.decode()


def test_a_document_is_sent_so_that_it_cannot_act_as_a_page(client: CheckedClient, world: World) -> None:
    document = file(world, made.photograph(), 'pla"n\r\nSet-Cookie: a=b.jpg')
    answer = client.get(reverse("document", args=[document.pk]))
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Disposition"].startswith("inline")
    assert "\n" not in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].endswith("sandbox")
    assert answer["Cache-Control"] == "private, no-store"
    assert b"".join(answer.streaming_content).startswith(b"\xff\xd8")  # type: ignore[attr-defined]
    look = Look.objects.get(subject__startswith=f"document {document.pk}:")
    assert (look.family_id, look.what) == (world.family.pk, "a document")


def test_what_a_browser_cannot_show_is_saved(client: CheckedClient, world: World) -> None:
    document = file(world, made.word(), "plan.docx")
    answer = client.get(reverse("document", args=[document.pk]))
    assert answer["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("bytes=0-3", 206, slice(0, 4)),
        ("bytes=10-", 206, slice(10, None)),
        ("bytes=-5", 206, slice(-5, None)),
        ("bytes=9999999-", 416, None),
        ("bytes=-0", 416, None),
        ("pieces=1", 200, slice(None)),  # what is not understood is as if it had not been asked for
        ("bytes=0-1,4-5", 200, slice(None)),
        ("bytes=-", 200, slice(None)),
    ],
)
def test_a_recording_is_sent_in_the_parts_that_a_player_asks_for(
    client: CheckedClient, world: World, asked: str, status: int, part: slice | None
) -> None:
    document = file(world, made.recording(), "memo.m4a")
    answer = client.get(reverse("document", args=[document.pk]), headers={"range": asked})
    assert answer.status_code == status
    if part:
        whole = document.file.read()
        assert b"".join(answer.streaming_content) == whole[part]  # type: ignore[attr-defined]
        assert answer.headers.get("Content-Range", "").endswith(f"/{len(whole)}" if status == 206 else "")


def test_a_file_that_the_store_has_lost_is_said_to_be_lost(client: CheckedClient, world: World) -> None:
    document = file(world, made.photograph(), "Ana.jpg")
    make_preview_of(document.pk)
    document.refresh_from_db()
    for kept in (document.file, document.preview):
        kept.storage.delete(str(kept.name))
    answer = client.get(reverse("document", args=[document.pk]))
    assert answer.status_code == 404
    assert "This file has been lost" in answer.content.decode()
    picture = client.get(reverse("document-preview", args=[document.pk]))
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/svg+xml")


@pytest.mark.requirement("EP-31")
def test_who_does_not_need_to_know_gets_nothing_of_a_document(world: World) -> None:
    document, other = file(world), make_family("Hayes", team=world.team)
    for role in ROLES:
        stranger = CheckedClient()
        stranger.force_login(make_user(role, name="Somebody"))
        sees = "see_all_families" in ROLES[role].may
        for address in (
            reverse("document", args=[document.pk]),
            reverse("document-preview", args=[document.pk]),
            preview_address(document.pk),
        ):
            assert stranger.get(address).status_code == (200 if sees else 404), (role, address)
        for name in ("family-document", "replace-document", "take-out-document"):
            ask = stranger.get if name == "family-document" else stranger.post
            assert ask(reverse(name, args=[other.pk, document.pk])).status_code == 404
            assert sees or ask(reverse(name, args=[world.family.pk, document.pk])).status_code == 404
    seeing = [role for role in ROLES if "see_all_families" in ROLES[role].may]
    assert Look.objects.filter(subject__startswith=f"document {document.pk}:").count() == 2 * len(seeing)


def test_a_preview_leaves_a_look_unless_a_page_gave_it_out(client: CheckedClient, world: World) -> None:
    document = file(world, made.photograph(), "a.jpg")
    assert client.get(preview_address(document.pk))["Content-Type"] == "image/svg+xml"
    make_preview_of(document.pk)
    assert client.get(preview_address(document.pk))["Content-Type"] == "image/jpeg"
    assert not Look.objects.exists()
    assert client.get(reverse("document-preview", args=[document.pk]) + "?key=guessed").status_code == 200
    assert Look.objects.get().what == "a document’s preview"


def test_a_file_that_is_gone_says_so(client: CheckedClient, world: World) -> None:
    document = file(world)
    Path(document.file.path).unlink()
    assert client.get(reverse("document", args=[document.pk])).status_code == 404


@pytest.mark.requirement("EP-31")
def test_a_document_is_described_replaced_and_taken_out(client: CheckedClient, world: World, tab: str) -> None:
    document = file(world, name="letter.txt")
    here = reverse("family-document", args=[world.family.pk, document.pk])
    client.post(here, {"category": "correspondence", "person": world.child.pk, "note": "From school"})
    assert "Letters and messages" in page(client, here)
    assert client.post(here, {"category": ""}).status_code == 422

    replaced = reverse("replace-document", args=[world.family.pk, document.pk])
    assert client.post(replaced, {"version-file": chosen(b"A letter", "same.txt")}).status_code == 422
    assert client.post(replaced, {"version-file": chosen(b"", "empty.txt")}).status_code == 422
    new = {"version-file": chosen(b"A longer letter", "letter two.txt"), "version-note": "With a date"}
    text = client.post(replaced, new, follow=True).content.decode()
    assert "Version 1: letter.txt" in text
    assert "There is a later version" in page(client, here)

    newer = Document.objects.get(version=2)
    out = reverse("take-out-document", args=[world.family.pk, newer.pk])
    assert "Answer “Why is it taken out?”" in client.post(out, {"out-because": " "}).content.decode()
    client.post(out, {"out-because": "It was about another family."})
    assert "letter two.txt" not in page(client, tab).partition("</main>")[0].partition('id="documents"')[2]
    assert client.get(reverse("document", args=[newer.pk])).status_code == 404
    client.force_login(world.manager)
    assert "It was about another family." in page(client, tab)
    assert client.get(reverse("document", args=[newer.pk])).status_code == 200


def test_the_list_is_narrowed_and_ordered(client: CheckedClient, world: World, tab: str) -> None:
    file(world, b"1", "About Maya.txt", person=world.child)
    file(world, b"2", "A plan.txt", category="plans")
    assert "A plan.txt" not in page(client, f"{tab}?person={world.child.pk}")
    assert "About Maya.txt" not in page(client, f"{tab}?category=plans&since=2020-01-01&sort=name")
    assert "Nothing that is filed fits" in page(client, f"{tab}?until=2000-01-01")
    assert "A plan.txt" in page(client, f"{tab}?category=x&person=y&since=z&until=0&sort=w&page=v")


def test_many_documents_turn_pages(
    client: CheckedClient, world: World, tab: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "A_PAGE", 2)
    for number in range(3):
        document = file(world, str(number).encode(), f"Letter {number}.txt", category="plans")
    assert document.name in page(client, tab)
    assert "Letter 0.txt" in page(client, f"{tab}?category=plans&page=2")
    assert "?category=plans&amp;page=2" in page(client, f"{tab}?category=plans")


def test_what_is_far_too_large_is_answered_before_it_is_read(client: CheckedClient, settings: Any, tab: str) -> None:
    settings.REQUEST_BYTES = 1_000
    answer = client.post(tab, {"files": chosen(bytes(5_000), "film.mp4"), "category": "other"})
    assert answer.status_code == 413
    assert "too large to take" in answer.content.decode()
    assert answer["Connection"] == "close"
    answer = client.post(tab, {"files": chosen(bytes(5_000), "a.mp4")}, headers={"accept": "application/json"})
    assert answer.content.startswith(b"This is larger than 50 MB")
