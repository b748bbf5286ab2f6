"""Documents are filed once, attached, replaced, described anew and taken out; the database keeps what was handed in."""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from alongside.access.models import Change
from alongside.story import actions as story
from alongside.story.filing import actions, queries
from alongside.story.filing.previews import make_preview_of
from alongside.story.filing.refused import FiledAlready, Refused
from alongside.story.filing.tests import making as made
from alongside.story.models import Document
from alongside.story.tests.makers import World


def file(world: World, content: bytes = b"A letter", name: str = "letter.txt", **more: Any) -> Document:
    """File a document by the practitioner."""
    given: dict[str, Any] = {"family": world.family, "category": "other", "by": world.practitioner} | more
    return actions.file_document(file=made.uploaded(content), name=name, **given)


@pytest.mark.requirement("EP-31")
def test_a_document_is_filed_under_a_category_about_somebody(world: World, store: Path) -> None:
    document = file(world, person=world.child, dated=date(2026, 3, 2), note="Kit wrote it.")
    (listed,) = queries.documents_of(world.family)
    assert (listed, listed.person, listed.category) == (document, world.child, "other")
    assert document.sha256 == hashlib.sha256(b"A letter").hexdigest()
    (kept,) = [path for path in store.rglob("*") if path.is_file()]
    assert kept.read_bytes() == b"A letter"
    assert "letter" not in kept.name
    assert kept.stat().st_mode & 0o077 == 0
    change = Change.objects.get(action="document.filed")
    assert (change.family_id, change.subject) == (world.family.pk, f"document {document.pk}")
    assert "letter" not in str(change.detail)


def test_pressed_twice_it_is_kept_once_and_says_so(world: World, store: Path) -> None:
    document = file(world, made.photograph(), "IMG_1.jpg")
    with pytest.raises(FiledAlready) as already:
        file(world, made.photograph(), "the same by another name.jpg")
    assert already.value.document == document
    assert Document.objects.count() == 1
    assert len([path for path in store.rglob("*") if path.is_file()]) == 1


def test_what_was_taken_out_can_be_filed_again(world: World) -> None:
    actions.take_out(document=file(world), because="It was about another family.", by=world.practitioner)
    assert not queries.documents_of(world.family).exists()
    assert [one.taken_out_because for one in queries.taken_out_of(world.family)] == ["It was about another family."]
    again = file(world)
    assert list(queries.documents_of(world.family)) == [again]


def test_a_document_is_taken_out_only_with_a_reason_and_by_who_may(world: World) -> None:
    document = file(world, by=world.manager)
    with pytest.raises(PermissionError):
        actions.take_out(document=document, because="I do not like it.", by=world.practitioner)
    with pytest.raises(ValueError, match="reason"):
        actions.take_out(document=document, because=" ", by=world.manager)
    actions.take_out(document=document, because="Sent to us by mistake.", by=world.manager)
    assert Change.objects.filter(action="document.taken-out").count() == 1


def test_a_new_version_stands_and_the_earlier_ones_stay(world: World) -> None:
    first = file(world, b"First", dated=date(2026, 1, 5))
    second = actions.replace(document=first, file=made.uploaded(b"Second"), name="letter 2.txt", by=world.practitioner)
    third = actions.replace(document=first, file=made.uploaded(b"Third"), name="letter 3.txt", by=world.practitioner)
    assert (second.version, third.version, third.dated) == (2, 3, date(2026, 1, 5))
    assert list(queries.documents_of(world.family)) == [third]
    assert queries.versions_of(second) == [third, second, first]
    assert first.file.read() == b"First"
    actions.take_out(document=third, because="The wrong letter.", by=world.practitioner)
    assert list(queries.documents_of(world.family)) == [second]
    fourth = actions.replace(document=second, file=made.uploaded(b"Fourth"), name="4.txt", by=world.practitioner)
    assert queries.versions_of(fourth) == [fourth, second, first]


def test_what_is_attached_to_a_draft_is_filed_when_it_is_said_to_be(world: World) -> None:
    entry = world.draft()
    given: dict[str, Any] = {"entry": entry, "category": "other", "by": world.practitioner}
    held = actions.attach(file=made.uploaded(b"A"), name="a.txt", **given)
    assert actions.attach(file=made.uploaded(b"A"), name="again.txt", **given) == held
    assert not queries.documents_of(world.family).exists()
    actions.filed(document=held, by=world.practitioner)
    assert list(queries.documents_of(world.family)) == [held]
    assert actions.attach(file=made.uploaded(b"A"), name="a.txt", **(given | {"entry": world.draft("note")})) == held


def test_what_waits_in_a_draft_is_filed_when_somebody_files_the_same(world: World) -> None:
    held = actions.attach(
        entry=world.draft(), file=made.uploaded(b"A"), name="a.txt", category="other", by=world.practitioner
    )
    with pytest.raises(FiledAlready):
        file(world, b"A")
    assert list(queries.documents_of(world.family)) == [held]


def test_a_record_about_no_family_keeps_its_files_too(world: World) -> None:
    entry = story.start(
        form_id="wider-note", by=world.practitioner, team=world.team, about="place", about_words="The park"
    )
    held = actions.attach(entry=entry, file=made.uploaded(b"A"), name="a.txt", category="other", by=world.practitioner)
    again = actions.attach(entry=entry, file=made.uploaded(b"A"), name="a.txt", category="other", by=world.practitioner)
    assert (held.family, again) == (None, held)


def test_details_can_be_said_anew_and_the_trail_knows_the_old_ones(world: World) -> None:
    document = file(world)
    actions.describe(
        document=document, category="conversations", person=world.child, dated=None, note="", by=world.practitioner
    )
    assert Change.objects.get(action="document.described").detail["before"]["category"] == "other"


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE story_document SET name = 'other.txt' WHERE id = %s",
        "UPDATE story_document SET file = 'elsewhere' WHERE id = %s",
        "UPDATE story_document SET filed_at = NULL WHERE id = %s",
        "DELETE FROM story_document WHERE id = %s",
    ],
)
def test_the_database_refuses_to_change_what_was_handed_in(world: World, change: str) -> None:
    from django.db import connection

    document = file(world)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change, [document.pk])


def test_what_was_taken_out_does_not_come_back_unseen(world: World) -> None:
    document = file(world)
    actions.take_out(document=document, because="A mistake.", by=world.practitioner)
    with pytest.raises(DatabaseError), transaction.atomic():
        Document.objects.filter(pk=document.pk).update(taken_out_at=None, taken_out_by=None, taken_out_because="")


def test_lists_are_narrowed_and_ordered(world: World) -> None:
    old = file(world, b"1", "b.txt", dated=date(2020, 5, 1), person=world.child)
    new = file(world, b"2", "a.txt", category="conversations")
    wanted = {
        queries.Wanted(): [new, old],
        queries.Wanted(category="conversations"): [new],
        queries.Wanted(person=world.child.pk): [old],
        queries.Wanted(until=date(2020, 5, 1)): [old],
        queries.Wanted(since=date(2020, 5, 1)): [new, old],
        queries.Wanted(since=date(2020, 5, 2)): [new],
        queries.Wanted(sort="name"): [new, old],
        queries.Wanted(sort="dated"): [new, old],
        queries.Wanted(sort="nonsense"): [new, old],
    }
    for one, expected in wanted.items():
        assert list(queries.documents_of(world.family, one)) == expected, one


def test_a_store_that_does_not_answer_keeps_nothing_and_says_so(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object, **__: object) -> None:
        raise ConnectionError("no route")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", away)
    with pytest.raises(Refused, match="store of documents does not answer"):
        file(world)
    assert not Document.objects.exists()


@pytest.mark.parametrize("content", [made.pdf, made.photograph])
def test_a_preview_is_drawn_once(world: World, content: Any, store: Path) -> None:
    document = file(world, content(), "a")
    make_preview_of(document.pk)
    document.refresh_from_db()
    assert document.has_preview
    assert document.preview.read().startswith(b"\xff\xd8\xff")
    make_preview_of(document.pk)
    assert len(list((store / "previews").rglob("*.jpg"))) == 1


def test_a_file_that_cannot_be_drawn_has_no_preview(world: World) -> None:
    document = file(world, made.pdf(), "a.pdf")
    Path(document.file.path).chmod(0o600)
    Path(document.file.path).write_bytes(b"%PDF-1.7 no more")
    make_preview_of(document.pk)
    document.refresh_from_db()
    assert document.preview_state == Document.Preview.NONE
