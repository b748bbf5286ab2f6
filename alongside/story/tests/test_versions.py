"""A record shows under the pack version it was written in, whatever is published later (ALL-02)."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from alongside.packs import loader
from alongside.packs.actions import publish
from alongside.packs.tests.shipped import PACKS
from alongside.story import actions
from alongside.story.tests.makers import World

OLD, NEW = "What brought you together?", "What made you get in touch?"


def publish_with_a_reworded_question(world: World, folder: Path) -> None:
    """Do what a practice lead does: copy the packs, reword a question, raise the version, publish."""
    shutil.copytree(PACKS, folder / "packs")
    form = folder / "packs" / "three-conversations" / "forms" / "initial-conversation.yaml"
    form.write_text(form.read_text().replace(OLD, NEW))
    pack = folder / "packs" / "default" / "pack.yaml"
    pack.write_text(pack.read_text().replace('version: "', 'version: "reworded '))
    publish(pack=loader.load(folder / "packs" / "default"), by=world.practitioner)


@pytest.mark.requirement("ALL-02")
def test_a_final_record_keeps_the_question_as_it_was_asked(page_of: Any, world: World, tmp_path: Path) -> None:
    before = actions.finalise(entry=world.conversation(), by=world.practitioner)
    draft = world.draft()
    publish_with_a_reworded_question(world, tmp_path)
    after = world.draft()

    assert OLD in page_of.get(reverse("entry", args=[before.pk])).content.decode()
    assert OLD in page_of.get(reverse("entry-edit", args=[draft.pk])).content.decode()
    new_page = page_of.get(reverse("entry-edit", args=[after.pk])).content.decode()
    assert NEW in new_page
    assert OLD not in new_page


def test_an_amendment_stays_under_the_version_of_what_it_amends(page_of: Any, world: World, tmp_path: Path) -> None:
    before = actions.finalise(entry=world.conversation(), by=world.practitioner)
    publish_with_a_reworded_question(world, tmp_path)
    amendment = actions.amend(entry=before, why="A name was misspelt", by=world.practitioner)
    assert OLD in page_of.get(reverse("entry-edit", args=[amendment.pk])).content.decode()


def test_answers_are_offered_across_a_rewording_because_ids_stay(page_of: Any, world: World, tmp_path: Path) -> None:
    actions.finalise(entry=world.conversation(), by=world.practitioner)
    publish_with_a_reworded_question(world, tmp_path)
    plan = world.draft("family-plan")
    html = page_of.get(reverse("entry-edit", args=[plan.pk])).content.decode()
    assert "Mornings have been hard since the move." in html
