"""A service's own reference number stands for one family (CL-02)."""

from typing import Any

import pytest
from django.urls import reverse

from alongside.people.tests.makers import make_family, make_team
from alongside.story.models import Entry
from alongside.story.tests.makers import World


def saved(client: Any, entry: Entry, reference: str) -> Any:
    sent = {"key": "reference", "asked:reference": "yes", "revision:reference": "0", "reference": reference}
    return client.post(reverse("answer-save", args=[entry.pk]), sent).json()["problems"]


@pytest.mark.requirement("CL-02")
def test_a_reference_is_one_familys_within_the_team(page_of: Any, world: World) -> None:
    world.save(world.draft(), "reference", "EH-2041")
    assert saved(page_of, world.draft(), "eh-2041") == []  # the same family's next record
    another = make_family("Lindqvist", team=world.team, by=world.practitioner)
    log = world.draft(family=another)
    [problem] = saved(page_of, log, "eh-2041")
    assert problem.startswith("Another family of your team has this reference already")
    assert "Okonjo" not in problem
    lacks = page_of.get(reverse("entry-check", args=[log.pk])).content.decode()
    assert "Your own reference: Another family of your team" in lacks
    elsewhere = make_family("Marsh", team=make_team("Hilltop"), by=world.practitioner)
    other = world.draft(family=elsewhere, team=elsewhere.team)
    world.save(other, "reference", "EH-2041")
    assert saved(page_of, world.draft(family=another), "EH-2042") == []
