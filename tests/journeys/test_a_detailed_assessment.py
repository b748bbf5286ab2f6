"""A detailed assessment: an agency answers on a phone, two write at once, the list fills, a manager signs."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from alongside.contributions.tasks import mail_request
from alongside.journey import actions as journey
from alongside.people.actions import involve
from alongside.people.tests.makers import make_user
from alongside.story import actions as story
from alongside.story.models import Entry
from alongside.story.queries.entries import filled
from alongside.story.tests.makers import World
from tests.browser import Console, axe, fits_its_width
from tests.journeys.steps import press, question, state, told, write

pytestmark = pytest.mark.django_db(transaction=True)
NARROWEST = {"width": 320, "height": 640}
WRITTEN_HERE = ("occasion", "absent-parent", "story-so-far", "housing")


@pytest.fixture(autouse=True)
def mails_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the job worker does, done at once."""
    monkeypatch.setattr(mail_request, "defer", mail_request)


def assessment(world: World) -> Entry:
    """One that was begun: the words that this journey does not write stand in it."""
    entry = world.draft("detailed-assessment", happened_on=timezone.localdate())
    parent = world.parent
    assert parent is not None
    people = {"people": [{"id": parent.pk, "name": parent.name}], "others": ""}
    chosen: dict[str, Any] = {"occasion": ["first"], "absent-parent": ["none"], "who-took-part": people}
    for asked in filled(entry).questions():
        words = "Nneka told us how it is." if asked.is_needed and asked.type == "narrative" else None
        value = chosen.get(asked.key, words if asked.key not in WRITTEN_HERE and not asked.only_when_late else None)
        if value and asked.applies(chosen):
            world.save(entry, asked.key, value)
    return entry


@pytest.mark.requirement("EP-20")
def test_an_agency_answers_two_write_at_once_and_a_manager_signs(
    page: Page, phone: Page, world: World, sign_in: Callable[..., None], console: Console
) -> None:
    console.allow("409")
    journey.decide_level(
        family=world.family, level="level-3", why="Several of us help.", decided_on=timezone.localdate(),
        by=world.manager, lead_practitioner=world.practitioner,
    )  # fmt: skip
    colleague = make_user("practitioner", world.team, name="Sam Okafor")
    involve(family=world.family, user=colleague, role="co-worker", by=world.manager)
    entry = assessment(world)
    sign_in(page, world.practitioner)
    page.goto(f"/entries/{entry.pk}/edit/")
    axe(page)
    page.get_by_role("link", name="Ask agencies to contribute").click()
    page.get_by_label("Anybody else").fill("Priya Nair, Health visiting, priya@health.example")
    page.get_by_label("What do you ask them").fill("How does Kit sleep?")
    axe(page)
    press(page, "Ask them")
    told(page, "Priya Nair, Health visiting")

    # The health visitor, on the narrowest phone: what she types keeps itself, and is sent once.
    said = str(mail.outbox[-1].body)
    assert "Okonjo" not in said
    link = re.search(r"/contribute/\S+/", said)
    assert link
    phone.set_viewport_size(NARROWEST)  # type: ignore[arg-type]
    phone.goto(link[0])
    fits_its_width(phone)
    axe(phone)
    write(phone, "how-known", "Since Kit was born.")
    expect(phone.locator("[data-save-state]")).to_contain_text("Saved at")
    phone.reload()
    expect(question(phone, "how-known").locator("textarea")).to_have_value("Since Kit was born.")
    question(phone, "family-told").get_by_label("They know that I was asked").check()
    for child in world.children:
        write(phone, f"about-child@{child.pk}", f"I saw {child.name} in June.")
    write(phone, "going-well", "Nneka comes to every appointment.")
    write(phone, "worries", "Kit sleeps four hours.")
    write(phone, "could-do", "A sleep clinic in July.")
    press(phone, "Read it through and send")
    axe(phone)
    press(phone, "Send to Ana Duarte")
    told(phone, "it has been sent")

    # Two at once, in the same answer: nothing is overwritten, and each sees who writes.
    page.goto(f"/entries/{entry.pk}/edit/")
    told(page, "Kit sleeps four hours.")
    sign_in(phone, colleague)
    phone.goto(f"/entries/{entry.pk}/edit/")
    write(phone, "housing", "Two rooms, dry.")
    expect(phone.locator("[data-save-state]")).to_contain_text("Saved at")
    write(page, "housing", "Two rooms over a shop.")
    expect(question(page, "housing")).to_contain_text("Two rooms, dry.")
    question(page, "housing").get_by_role("button", name="Keep both").click()
    expect(page.locator("[data-save-state]")).to_contain_text("Saved at")
    write(page, "story-so-far", "A move, and no sleep since.")
    state(page, "going-well", "Zuri walks Kit to school")
    state(page, "worries", "Nobody has slept since March")
    state(page, "needs-to-happen", "Kit sleeps through")
    press(page, "Save draft")
    expect(page.locator(".draft-checks")).to_contain_text("nothing of 10 to do")
    press(page, "Check and finish")
    press(page, re.compile("^Send to a manager"))

    sign_in(page, world.manager)
    page.goto(f"/entries/{entry.pk}/")
    told(page, "The voice of each child")
    axe(page)
    page.get_by_label("Your comment").fill("Everybody is heard. Agreed.")
    press(page, "Sign")
    told(page, "Kit sleeps four hours.")
    told(page, "Priya Nair, Health visiting")
    # A word is put right: the versions stand side by side.
    final = Entry.objects.get(pk=entry.pk)
    again = story.amend(entry=final, why="A wrong month.", by=world.practitioner)
    answer = again.answers.get(key="story-so-far")
    world.save(again, "story-so-far", "A move in March, and no sleep since.", revision=answer.revision)
    page.goto(f"/entries/{again.pk}/against/{final.pk}/")
    expect(page.locator("ins", has_text="in March")).to_be_visible()
    axe(page)
