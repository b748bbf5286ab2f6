"""Every page of the product in Chromium, wide and on the smallest phone: axe, the console, and nobody scrolls sideways.

An address with a new parameter fails here until tests/addresses/examples.py has an example of it.
"""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from playwright.sync_api import Page

from alongside.access import actions as access
from alongside.access.models import Team, User
from alongside.journey import actions as journey
from alongside.story import actions as story
from alongside.story.models import Entry
from tests.addresses import Address, FamilyRecord, every_address, make_account, make_record
from tests.browser import Console, axe, axe_at_another_width, bring_axe, shown_fits

NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 900}
# They end the session, so they are looked at last, and by nobody in particular.
OF_NOBODY = ("account_", "mfa_authenticate", "socialaccount_")
GROUPS = ("a family", "entries", "people", "work and accounts", "signing in")


def group_of(address: Address) -> str:
    """Which test looks at it, so that two workers share the work."""
    if address.name.startswith(OF_NOBODY):
        return "signing in"
    if "entry_id" in address.parameters or "form_id" in address.parameters:
        return "entries"
    if "person_id" in address.parameters or {"pk", "family_id"} <= set(address.parameters):
        return "people"
    return "a family" if address.of_a_family else "work and accounts"


@pytest.fixture
def everything(transactional_db: None) -> FamilyRecord:
    """A family with one of everything, seen by somebody who may do everything."""
    team = Team.objects.create(name="Harbour")
    somebody = make_account("Ana Duarte", "manager", team)
    for role in ("administrator", "adviser", "auditor", "practice-lead"):
        access.give_post(account=somebody, team=team, role=role, by=None)
    record = make_record("Okonjo", team, somebody)
    colleague = make_account("Jo Marsh", "practitioner", team)
    _a_conversation(record, colleague)
    journey.decide_level(
        family=record.family,
        level="level-2",
        why="A short plan is enough.",
        decided_on=record.made["draft"].happened_on,
        by=somebody,
        lead_practitioner=colleague,
        standing=0,
    )
    return record


def statement(words: str) -> dict[str, Any]:
    return {"id": str(uuid4()), "words": words, "about": [], "said_by": None, "state": "living"}


def _a_conversation(record: FamilyRecord, by: User) -> Entry:
    """A final conversation with words in every column, a rating, and a long line."""
    day = record.made["draft"].happened_on
    entry = story.start(
        form_id="initial-conversation", by=by, team=record.family.team, family=record.family, happened_on=day
    )
    said_by = {"id": record.child.pk, "name": record.child.name}
    for key, value in {
        "spoken-with": {"people": [said_by], "others": "Ms Abernethy-Featherstonehaugh, school"},
        "reason": "Mornings have been hard since the move. " * 12,
        "agrees-to-record": ["agrees"],
        "worries": [statement("Late three days in five")],
        "going-well": [statement("They laugh a lot together")],
        "sorted-out": [{"id": record.child.pk, "name": record.child.name, "value": 3, "words": "Shoes."}],
        "practitioner-step": ["family-plan"],
        "practitioner-step-why": "More than one thing has to change.",
    }.items():
        story.save_answer(entry_id=entry.pk, key=key, value=value, revision=0, by=by)
    entry.refresh_from_db()
    return story.finalise(entry=entry, by=by)


@pytest.mark.requirement("ALL-11")
@pytest.mark.parametrize("group", GROUPS)
def test_every_page(
    group: str, everything: FamilyRecord, page: Page, sign_in: Callable[..., None], console: Console
) -> None:
    console.allow("40[0-9]|422")  # a page that says that something is not there
    ours = [address for address in every_address() if group_of(address) == group]
    assert ours
    bring_axe(page)
    asking = Client()
    if group != "signing in":
        sign_in(page, everything.account)
        asking.force_login(everything.account)
    wrong: list[str] = []
    for address in ours:
        path = address.path(everything)
        if is_page(asking, path):
            wrong += looked_at(page, address, path)
    assert not wrong, "\n" + "\n".join(wrong)


def is_page(client: Client, path: str) -> bool:
    """Whether there is a whole page: what is only pressed, a part of a page, or a file is looked at elsewhere."""
    answer = client.get(path, follow=True)
    html = answer.headers.get("Content-Type", "").startswith("text/html")
    return html and answer.status_code != 405 and b"<html" in answer.content


def looked_at(page: Page, address: Address, path: str) -> list[str]:
    """Open a page, wide and narrow; return what is wrong with it. What no width changes is looked at once, narrow.

    It is opened at the width at which the last one was left, so that it is laid out no more than twice.
    """
    looks: list[tuple[Any, Any]] = [(NARROW, (axe, shown_fits)), (WIDE, (axe_at_another_width, shown_fits))]
    if page.viewport_size != NARROW:
        looks.reverse()
    page.goto(path)
    wrong = []
    for size, checks in looks:
        page.set_viewport_size(size)
        wrong += complaints(page, address, *checks)
    return wrong


def complaints(page: Page, address: Address, *checks: Callable[[Page], None]) -> list[str]:
    found = []
    for check in checks:
        try:
            check(page)
        except AssertionError as problem:
            found.append(f"{address.name}: {problem}")
    return found
