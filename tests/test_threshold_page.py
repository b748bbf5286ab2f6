"""The threshold matrix as people read it: every sign in its place, and what each level means."""

from typing import Any

import pytest
from django.urls import reverse

from alongside.story.tests.makers import make_world
from tests.pages import tree_of

SIGNS = {
    "Child developmental needs": [8, 20, 16, 18],
    "Family and environment": [6, 4, 5, 7],
    "Parents and carers": [4, 4, 5, 6],
}


@pytest.fixture
def page(db: None, client: Any) -> str:
    client.force_login(make_world().practitioner)
    return str(client.get(reverse("practice-thresholds")).content.decode())


@pytest.mark.requirement("TH-01")
def test_there_are_103_signs_by_part_of_life_and_level(page: str) -> None:
    rows = tree_of(page).findall(".//tbody/tr")
    counted = {}
    for row in rows:
        title = (row.findtext("th") or "").strip()
        counted[title] = [sum(1 for sign in cell.iter("li") if sign.get("id")) for cell in row.findall("td")]
    assert counted == SIGNS
    assert [sum(level) for level in zip(*counted.values(), strict=True)] == [18, 28, 26, 31]


@pytest.mark.requirement("TH-01")
def test_each_level_says_how_it_is_assessed_whom_to_turn_to_and_how_its_signs_are_read(page: str) -> None:
    for words in (
        "No formal assessment",
        "Consider beginning an early help assessment, or a pastoral support plan",
        "Strengthening Families early help assessment and plan",
        "a child in need plan or a child protection conference",
        "ask the Family Information Service",
        "call the police on 999",
        "These signs count at level 3 when, despite help at level 2, the need goes on or grows.",
    ):
        assert words in page, words
