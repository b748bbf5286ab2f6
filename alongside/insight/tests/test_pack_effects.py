"""What another pack would mean for open families: counted, and nothing written."""

import shutil
from pathlib import Path

import pytest
from django.db import Error, transaction

from alongside.cli import running
from alongside.cli.main import main
from alongside.insight.practice.effects import answers_under, effects_on_families, only_read
from alongside.journey.models import DueRow
from alongside.journey.tests.making import World, draft, make_world
from alongside.packs.format.pack import Pack
from alongside.packs.tests.shipped import PACKS, default_pack
from alongside.people.tests.makers import make_family
from alongside.story import actions as story
from alongside.working_time import Length


def with_visits(every: str) -> Pack:
    """The pack that we ship, but a family is to be seen so often, at whatever level."""
    standards = [
        one.model_copy(update={"every": Length.parse(every), "values": []}) if one.id == "family-seen" else one
        for one in default_pack().standards
    ]
    return default_pack().model_copy(update={"standards": standards})


@pytest.fixture
def supported(world: World) -> World:
    """One family with open support, and one of which nothing is known."""
    world.open_support(days_ago=10)
    make_family("Quiet", team=world.team, by=world.lead)
    return world


def test_an_open_family_gets_an_earlier_day_and_is_overdue_at_once(supported: World) -> None:
    before = list(DueRow.objects.order_by("pk").values())
    effects = effects_on_families(default_pack(), with_visits("1 week"))
    assert (effects.open_families, effects.with_a_new_day, effects.overdue_at_once) == (1, 1, 1)
    assert effects.by_standard == {"family-seen": {"earlier": 1, "overdue at once": 1}}
    assert list(DueRow.objects.order_by("pk").values()) == before


def test_a_later_day_and_a_standard_that_goes(supported: World) -> None:
    later = effects_on_families(default_pack(), with_visits("5 weeks"))
    assert later.by_standard == {"family-seen": {"later": 1}}
    fewer = [one for one in default_pack().standards if one.id != "family-seen"]
    gone = effects_on_families(default_pack(), default_pack().model_copy(update={"standards": fewer}))
    assert gone.by_standard == {"family-seen": {"no longer due": 1}}
    back = effects_on_families(default_pack().model_copy(update={"standards": fewer}), default_pack())
    assert back.by_standard == {"family-seen": {"newly due": 1}}


def test_the_same_pack_changes_nothing(supported: World) -> None:
    effects = effects_on_families(default_pack(), default_pack())
    assert (effects.open_families, effects.with_a_new_day, effects.by_standard) == (1, 0, {})


def test_the_database_itself_refuses_to_write_meanwhile(transactional_db: None) -> None:
    world = make_world()
    with pytest.raises(Error, match="read-only"):
        _write_while_only_reading(world)


def _write_while_only_reading(world: World) -> None:
    with transaction.atomic():
        only_read()
        world.family.save()


def test_answers_to_a_question_are_counted_by_record(supported: World) -> None:
    entry, key = draft(supported, form="note"), "note"
    story.save_answer(entry_id=entry.pk, key=key, value="Toast for breakfast.", revision=0, by=supported.lead)
    assert answers_under([("note", key), ("note", "never")]) == {("note", key): 1}


def test_the_command_says_how_many_families_get_a_new_day(
    supported: World, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "use_running_instance", lambda: None)
    shutil.copytree(PACKS, tmp_path / "packs")
    file = tmp_path / "packs" / "early-help-plan" / "standards.yaml"
    text = file.read_text(encoding="utf-8")
    assert "every: 2 weeks" in text
    file.write_text(text.replace("every: 2 weeks", "every: 3 weeks", 1), encoding="utf-8")
    assert main(["packs", "diff", str(PACKS / "default"), str(tmp_path / "packs" / "default"), "--families"]) == 1
    said = capsys.readouterr().out
    assert "Families\n  Of 1 open family, 1 gets a new due date.\n  Seeing the family: 1 later\n" in said


def test_the_command_compares_with_the_pack_in_force_and_counts_answers_that_would_be_asked_no_longer(
    supported: World, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "use_running_instance", lambda: None)
    entry = draft(supported, form="note")
    story.save_answer(entry_id=entry.pk, key="note", value="Toast for breakfast.", revision=0, by=supported.lead)
    shutil.copytree(PACKS, tmp_path / "packs")
    file = tmp_path / "packs" / "early-help-plan" / "forms" / "note.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("- id: note\n        type", "- id: words\n        type"),
        encoding="utf-8",
    )
    assert main(["packs", "diff", "in-force", str(tmp_path / "packs" / "default"), "--families"]) == 1
    said = capsys.readouterr().out
    assert "Old answers stay with their records, but nothing new can be written there." in " ".join(said.split())
    assert said.endswith(
        "Families\n  Of 1 open family, none gets a new due date.\n"
        "  1 record has an answer to the question “note” of the form “note”, asked no longer.\n"
    )


def test_without_a_published_pack_there_is_none_in_force(
    db: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "use_running_instance", lambda: None)
    assert main(["packs", "diff", "in-force", str(PACKS / "default")]) == 2
    assert "No practice pack is published yet" in capsys.readouterr().err
