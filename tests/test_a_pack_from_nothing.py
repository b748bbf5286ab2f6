"""The pack that the guide writes from nothing, in the product: a family is helped by it, and every page stands.

Nothing of what comes with Alongside is in it, not one level, form or standard.
"""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from alongside.journey.actions import decide_level
from alongside.journey.models import DueRow, LevelDecision, Pathway
from alongside.packs.actions import publish
from alongside.packs.loader import load
from alongside.packs.tests.writing import write_pack
from alongside.people.tests.makers import make_family, make_member, make_team, make_user
from alongside.story.models import Entry, Statement
from alongside.story.tests.makers import World
from tests.addresses import every_address
from tests.test_every_form import filled_in

GUIDE = Path(__file__).parents[1] / "docs" / "how-to" / "write-a-pack.md"
ROLES = ("manager", "duty-manager")


@pytest.fixture
def world(db: None, tmp_path: Path) -> World:
    """A family with open help, of a team that works by the guide’s own pack; no other was ever published."""
    text = GUIDE.read_text(encoding="utf-8")
    files = dict(re.findall(r"```yaml\n# packs/lakeside/(\S+)\n(.*?)```", text, re.DOTALL))
    team, worker = make_team("Lakeside"), make_user(name="Ana Duarte")
    publish(pack=load(write_pack(tmp_path / "lakeside", files)), by=worker)
    team.posts.create(user=worker, role="practitioner")
    world = World(team, worker, make_user("manager", team), make_family("Okonjo", team=team, by=worker))
    world.children = [make_member(world.family, given_names="Zuri", date_of_birth=date(2016, 5, 2))]
    decide_level(
        family=world.family, level="beside-you", why="They would like company.", decided_on=timezone.localdate(),
        by=worker, lead_practitioner=worker,
    )  # fmt: skip
    return world


@pytest.mark.requirement("ALL-01")
def test_a_family_is_helped_by_it_from_the_first_talk_to_the_ending(client: Any, world: World) -> None:
    client.force_login(world.practitioner)
    due = DueRow.objects.get(family=world.family)
    assert (due.standard, due.met_at) == ("talks", None)
    talk = written(client, world, "talk")
    assert talk.is_final
    assert {one.column for one in Statement.objects.filter(family=world.family)} == {"bright", "heavy"}
    assert DueRow.objects.filter(family=world.family, standard="talks").exclude(met_at=None).count() == 1

    ending = written(client, world, "ending")
    assert ending.status == Entry.Status.AWAITING_SIGN_OFF
    client.force_login(world.manager)
    client.post(reverse("entry-sign", args=[ending.pk]), {"decision": "signed", "comment": "Well done."})
    assert Pathway.objects.get(family=world.family).closed_on
    assert LevelDecision.objects.filter(family=world.family).first().level == "around-us"  # type: ignore[union-attr]


def written(client: Any, world: World, form: str) -> Entry:
    """Begin a record, write in every box of its page, and finish it."""
    client.post(reverse("entry-start", args=[world.family.pk]), {"form": form})
    entry = Entry.objects.get(form_id=form)
    page = reverse("entry-edit", args=[entry.pk])
    today = timezone.localdate()
    typed = {"due": f"{today:%d/%m/%Y}", "day": str(today.day), "month": str(today.month), "year": str(today.year)}
    sent = filled_in(client.get(page).content.decode(), typed)
    sent |= {name: typed[part] for name in sent if name.startswith("happened") and (part := name[9:]) in typed}
    client.post(page, sent | {"save": "yes"})
    client.post(reverse("entry-check", args=[entry.pk]), {})
    return Entry.objects.get(pk=entry.pk)


@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_a_family_and_of_practice_stands_under_it(client: Any, world: World, role: str) -> None:
    client.force_login(world.manager if role == "manager" else make_user(role, world.team))
    for address in every_address():
        if set(address.parameters) <= {"family_id"}:
            url = reverse(address.name, args=[world.family.pk for _ in address.parameters])
            assert client.get(url).status_code < 500, address.name


def test_no_page_offers_a_conference_that_the_pack_does_not_know(client: Any, world: World) -> None:
    client.force_login(world.practitioner)
    meetings = client.get(reverse("family-meetings", args=[world.family.pk])).content.decode()
    assert "Arrange a meeting" in meetings
    assert "Arrange a conference" not in meetings
