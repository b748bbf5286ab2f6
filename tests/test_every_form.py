"""Every form of every pack: its page is written in, saved and made final, and it is read and printed, blank and filled.

Each of its pages is shown in a browser as wide as a phone and as a desktop, and looked at by axe; its colours where it
is written in, for a record and a blank have no others than those that tests/test_every_page.py looks at. What is typed
here has no meaning; what is tested is that nothing a pack can ask stops on the way.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.urls import reverse
from playwright.sync_api import Browser

from alongside.access.models import User
from alongside.journey.actions import decide_level
from alongside.packs import loader
from alongside.packs.actions import publish
from alongside.packs.format.forms import Form
from alongside.packs.format.pack import Pack
from alongside.packs.loader import load
from alongside.people.tests.makers import make_user
from alongside.story import actions
from alongside.story.models import Entry, Fact
from alongside.story.tests.makers import World, make_world
from tests.pages import tree_of
from tests.screen import Screen

PACKS = Path(__file__).parents[1] / "packs"
FORMS = sorted((path.parents[1].name, path.stem) for path in PACKS.glob("*/forms/*.yaml"))
OPENED = date(2026, 2, 2)
TYPED = {
    "day": "2",
    "month": "3",
    "year": "2026",
    "due": "20/4/2026",
    "by": "20/4/2026",
    "percent": "93.5",
    "time": "",
    "number": "4",
    "roughly-when": "spring 2019",
}
# No such days, so that the page shows what is wrong.
WRONG = TYPED | {"day": "31", "month": "2", "due": "soon", "by": "soon", "percent": "often"}


@cache
def pack_of(name: str) -> Pack:
    return load(PACKS / name)


@cache
def pack_to_publish(name: str, form_id: str) -> Pack:
    """The default pack, unless it has another form of this id: then the pack that the form is from."""
    default, own = pack_of("default"), pack_of(name)
    return default if default.form(form_id) == own.form(form_id) else own


@pytest.fixture(scope="module")
def screen(browser: Browser) -> Iterator[Screen]:
    """One browser page for all forms that a process tries."""
    shown = Screen(browser)
    yield shown
    shown.close()


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """A family with open support at level 3, made once: each test goes back to it, and nothing of it stays."""
    with django_db_blocker.unblock(), transaction.atomic():
        world = make_world()
        decide_level(
            family=world.family, level="level-3", why="Several things at once.", decided_on=OPENED, by=world.manager,
            lead_practitioner=world.practitioner,
        )  # fmt: skip
        yield world
        transaction.set_rollback(True)


@pytest.fixture
def world(made: World, db: None, monkeypatch: pytest.MonkeyPatch) -> World:
    """The family; each pack is read from its files once for all tests."""
    monkeypatch.setattr(loader, "load", lambda path: pack_of(path.name))
    return made


@pytest.mark.requirement("ALL-01")
@pytest.mark.parametrize(("pack_name", "form_id"), FORMS)
def test_a_form_is_written_saved_made_final_read_and_printed(
    client: Any, world: World, screen: Screen, pack_name: str, form_id: str
) -> None:
    pack = pack_to_publish(pack_name, form_id)
    form = pack.form(form_id)
    publish(pack=pack, by=world.manager)
    client.force_login(world.practitioner)
    printed_blank(client, world, form_id, screen)

    entry = begun(world, form)
    page = written(client, entry, screen)
    assert all(question.label.split("{")[0] in page for question in form.fields[:1])
    finished(client, world, entry, form)
    record = client.get(reverse("entry", args=[entry.pk]))
    assert record.status_code == 200
    assert "Words that were typed" in record.content.decode()
    screen.show(record, colours=False)
    assert client.get(reverse("entry-pdf", args=[entry.pk])).content.startswith(b"%PDF")
    if entry.family_id:
        always = {one.fact for one in form.records if one.only is None}
        assert always <= set(Fact.objects.filter(entry=entry).values_list("name", flat=True))


def printed_blank(client: Any, world: World, form_id: str, screen: Screen) -> None:
    blank = client.get(reverse("form-blank-for-family", args=[world.family.pk, form_id]))
    assert blank.status_code == 200
    screen.show(blank, colours=False)
    assert client.get(reverse("form-blank-pdf", args=[form_id])).content.startswith(b"%PDF")


def begun(world: World, form: Form) -> Entry:
    """Begin it about what the form is first for."""
    about = str(form.about[0])
    if about in ("family", "person"):
        return world.draft(form.id, about=about, person=world.child if about == "person" else None)
    return world.draft(form.id, about=about, family=None, about_words="The bus station")


def written(client: Any, entry: Entry, screen: Screen) -> str:
    """Fill in the page as it stands, with days that do not exist, and then once more with real ones.

    It is shown in the browser where it holds most: all that was written, and what is wrong with it.
    """
    url = reverse("entry-edit", args=[entry.pk])
    shown = client.get(url)
    for typed in (WRONG, TYPED):
        answered = client.post(url, filled_in(shown.content.decode(), typed) | {"save": "yes"})
        assert answered.status_code == 302, answered.content.decode()
        shown = client.get(url)
        if typed is WRONG:
            screen.show(shown)
            assert client.get(reverse("entry-check", args=[entry.pk])).status_code == 200
    page = shown.content.decode()
    assert "Words that were typed" in page
    return str(page)


def filled_in(page: str, typed: dict[str, str]) -> dict[str, Any]:
    """Return what a browser would send once somebody had written in every box and chosen something everywhere.

    The day on which it happened is always right: a page with a wrong one is not saved.
    """
    draft = tree_of(page).find(".//form[@data-draft]")
    assert draft is not None
    sent: dict[str, Any] = {}
    for one in draft.iter():
        name, kind = one.get("name"), one.get("type")
        if not name or one.tag == "button":
            continue
        if one.tag == "select":
            sent[name] = [option.get("value", "") for option in one.iter("option")][-1]
        elif one.tag == "textarea":
            sent[name] = (one.text or "").strip() or "Words that were typed"
        elif kind == "radio":
            sent.setdefault(name, one.get("value", "on"))
        elif kind == "checkbox":
            sent.setdefault(name, []).append(one.get("value", "on"))
        elif kind == "hidden":
            sent[name] = one.get("value", "")
        else:
            part = name.rpartition(":")[2]
            known = TYPED if name.startswith("happened") else typed
            sent[name] = known[part] if part in known else one.get("value") or "Words that were typed"
    return sent


def finished(client: Any, world: World, entry: Entry, form: Form) -> None:
    """Make it final, and let a manager sign what has to be signed."""
    entry.refresh_from_db()
    client.post(reverse("entry-check", args=[entry.pk]), {})
    entry.refresh_from_db()
    if form.sign_off:
        assert entry.status == Entry.Status.AWAITING_SIGN_OFF, lacks_of(client, entry)
        actions.sign(entry=entry, by=_signs(entry, world), comment="I have read it.")
        entry.refresh_from_db()
    assert entry.is_final, lacks_of(client, entry)


def _signs(entry: Entry, world: World) -> User:
    """Who holds the role that is asked: the team's manager, or for some answers a senior one."""
    role = entry.sign_offs.get(decision="").role
    return make_user(role, world.team) if role == "senior-manager" else world.manager


def lacks_of(client: Any, entry: Entry) -> str:
    """The page that says what is missing, for whoever reads a failure."""
    return str(client.get(reverse("entry-check", args=[entry.pk])).content.decode())
