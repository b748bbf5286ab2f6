"""Files that belong to a record: read back only if its own, filed when it is final, carried on by a version."""

from typing import Any

import pytest
from django.http import QueryDict

from alongside.packs.format.forms import FormField
from alongside.story import actions as story
from alongside.story.asking import Asking, Posted, Question
from alongside.story.blocks import Files
from alongside.story.fields.documents import Documents, row_of
from alongside.story.filing.actions import attach, file_document
from alongside.story.filing.on_paper import picture_on_paper
from alongside.story.filing.queries import belonging_to
from alongside.story.filing.tests import making as made
from alongside.story.models import Document, Entry
from alongside.story.queries.entries import asking_of
from alongside.story.tests.makers import World

FIELD = FormField.model_validate({"id": "files", "type": "documents", "label": "Files", "files_in": "other"})


def asked(entry: Entry) -> Question:
    return Question(FIELD, asking_of(entry))


def held(entry: Entry, world: World, content: bytes = b"A", name: str = "a.txt") -> Document:
    return attach(entry=entry, file=made.uploaded(content), name=name, category="other", by=world.practitioner)


def posted(*rows: tuple[Any, str], removed: int | None = None) -> Posted:
    data = QueryDict(mutable=True)
    for number, (id, says) in enumerate(rows):
        data[f"files:{number}:id"], data[f"files:{number}:says"] = str(id), says
        if removed == number:
            data[f"files:{number}:remove"] = "yes"
    return Posted(data, "files")


def test_rows_are_read_back_with_the_names_that_are_kept(world: World) -> None:
    entry = world.draft()
    one, two = held(entry, world), held(entry, world, b"B", "b.txt")
    value = Documents().parse(asked(entry), posted((two.pk, " The house "), (one.pk, ""), removed=1))
    assert value == [{"id": two.pk, "name": "b.txt", "type": two.content_type, "says": "The house"}]
    (block,) = Documents().show(asked(entry), value)
    assert isinstance(block, Files)
    assert (block.items[0].name, block.items[0].kind, block.items[0].picture) == ("b.txt", "Text", "")
    assert Documents().words(asked(entry), value) == "The house"


@pytest.mark.requirement("EP-31")
def test_a_document_of_another_family_cannot_be_attached_by_its_number(world: World) -> None:
    from alongside.people.tests.makers import make_family

    theirs = file_document(
        family=make_family("Hayes"), file=made.uploaded(made.photograph()), name="a.jpg", category="other",
        by=world.practitioner,
    )  # fmt: skip
    entry = world.draft()
    assert Documents().parse(asked(entry), posted((theirs.pk, "x"), ("1e9", ""), ("", ""), ("9" * 40, ""))) == []
    assert picture_on_paper(theirs.pk, entry.family_id, entry.pk) == ""


def test_what_belongs_to_a_record_is_filed_with_it(world: World) -> None:
    entry = world.draft()
    document = held(entry, world)
    Documents().store(asked(entry), [row_of(document)], entry=entry, by=world.practitioner)
    document.refresh_from_db()
    assert document.filed_at is not None


def test_a_record_about_a_place_shows_its_own_files_in_each_version(world: World) -> None:
    entry = story.start(
        form_id="wider-note", by=world.practitioner, team=world.team, about="place", about_words="The park"
    )
    document = held(entry, world)
    later = Entry.objects.create(
        **{name: getattr(entry, name) for name in ("pack_version", "form_id", "kind", "stands_in", "title", "about")},
        team=world.team, author=world.practitioner, amends=entry, amendment_reason="More", version=2,
    )  # fmt: skip
    assert belonging_to(None, later.pk, [document.pk]) == [document]
    assert belonging_to(None, world.draft().pk, [document.pk]) == []


def test_a_picture_goes_on_paper_and_a_lost_one_does_not_stop_the_record(world: World) -> None:
    entry = world.draft()
    document = held(entry, world, made.photograph(), "a.jpg")
    assert "data:image/jpeg;base64," in picture_on_paper(document.pk, entry.family_id, entry.pk)
    document.file.storage.delete(str(document.file.name))
    assert picture_on_paper(document.pk, entry.family_id, entry.pk) == ""


def test_on_paper_there_is_room_to_say_what_was_fixed_to_the_form(world: World) -> None:
    asking = Asking(form=world.draft().pack.forms[0], pack=world.draft().pack, blank=True)
    assert len(Documents().blank(Question(FIELD, asking))) == 2
