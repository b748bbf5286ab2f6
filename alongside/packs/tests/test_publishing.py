"""A published version never changes, whoever tries."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from alongside.packs import actions, queries
from alongside.packs.format.pack import Pack
from alongside.packs.loader import load
from alongside.packs.models import PackVersion
from alongside.packs.tests.writing import SMALL, changed, write_pack

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "small", SMALL)


def reworded(folder: Path, version: str, label: str) -> Pack:
    """Return the pack with another version and another wording of one question."""
    form = changed(SMALL["forms/note.yaml"], "What happened?", label)
    text = changed(SMALL["pack.yaml"], 'version: "1"', f'version: "{version}"')
    return load(write_pack(folder, {"forms/note.yaml": form, "pack.yaml": text}))


def test_publishing_makes_it_current(folder: Path) -> None:
    version = actions.publish(pack=load(folder), by=None)
    assert queries.current() == version
    assert queries.current_pack().form("note").title == "Note"
    assert (version.pack_id, version.version, str(version)) == ("small", "1", "small 1")


def test_the_same_pack_is_published_once(folder: Path) -> None:
    assert actions.publish(pack=load(folder), by=None) == actions.publish(pack=load(folder), by=None)
    assert PackVersion.objects.count() == 1


def test_an_older_version_keeps_its_wording(folder: Path) -> None:
    first = actions.publish(pack=load(folder), by=None)
    second = actions.publish(pack=reworded(folder, "2", "What did you see?"), by=None)
    assert queries.current() == second
    assert [version.pack.form("note").fields[-1].label for version in (first, second)] == [
        "What happened?",
        "What did you see?",
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE packs_packversion SET version = 'other'",
        "UPDATE packs_packcontent SET content = '{}'",
        "DELETE FROM packs_packversion",
        "TRUNCATE packs_packversion CASCADE",
        "DELETE FROM packs_packcontent",
        "TRUNCATE packs_packcontent",
    ],
)
def test_the_database_refuses_to_change_it(folder: Path, statement: str) -> None:
    actions.publish(pack=load(folder), by=None)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert queries.current().version == "1"


def test_the_current_version_is_one_query_that_leaves_the_content_behind(
    folder: Path, django_assert_num_queries: Any
) -> None:
    actions.publish(pack=load(folder), by=None)
    assert queries.current_pack()
    with django_assert_num_queries(1) as queried:
        assert queries.current_pack().form("note")
    assert "content" not in queried.captured_queries[0]["sql"]


def test_with_none_published_it_says_what_to_do() -> None:
    with pytest.raises(PackVersion.DoesNotExist, match="alongside packs publish packs/default"):
        queries.current()


def test_the_command_publishes(folder: Path) -> None:
    out = StringIO()
    call_command("publish_pack", folder, stdout=out)
    assert "small 1 is published and current." in out.getvalue()


def test_the_command_publishes_nothing_that_is_wrong(folder: Path) -> None:
    (folder / "pack.yaml").write_text("id: small\n")
    with pytest.raises(CommandError, match=r"pack.yaml:1: “title” is missing here"):
        call_command("publish_pack", folder)
    assert not PackVersion.objects.exists()


def test_going_back_asks_for_a_new_version(folder: Path) -> None:
    old = load(folder)
    actions.publish(pack=old, by=None)
    actions.publish(pack=reworded(folder, "2", "What did you see?"), by=None)
    write_pack(folder, SMALL)
    out = StringIO()
    call_command("publish_pack", folder, stdout=out)
    assert "give it a new version in pack.yaml" in out.getvalue()
    assert queries.current().version == "2"
