"""A conference in its room: the chair, the minute-taker, the big screen and a phone whose line drops and comes back."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from alongside.journey.tests.making import make_world
from alongside.meetings import tasks
from alongside.room.models import Room, Said
from alongside.room.tests.conftest import Held, hold
from tests.browser import PHONE, Console, axe, fits_its_width

pytestmark = pytest.mark.django_db(transaction=True)
NARROWEST = {"width": 320, "height": 640}
WITHIN = 4_000  # milliseconds: the room has two seconds; a machine that runs all other tests beside it has a few more


@pytest.fixture
def held(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Held:
    for task in (tasks.mail_invitation, tasks.mail_withdrawn, tasks.mail_minutes):
        monkeypatch.setattr(task, "defer", lambda **_: None)
    return hold(make_world())


@pytest.fixture
def another(browser: Browser, live_server: Any, console: Console) -> Iterator[Callable[..., Page]]:
    """Makes a page of a browser profile of its own."""
    contexts = []

    def make(**options: Any) -> Page:
        context = browser.new_context(base_url=live_server.url, locale="en-GB", reduced_motion="reduce", **options)
        context.set_default_timeout(20_000)
        context.on("page", console.watch)
        contexts.append(context)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()


def looked_at(*pages: Page) -> None:
    for page in pages:
        axe(page)
        fits_its_width(page)


@pytest.mark.requirement("RC-05", "RC-06")
def test_a_conference_is_held_on_four_devices(
    page: Page, another: Callable[..., Page], held: Held, sign_in: Callable[..., None], console: Console
) -> None:
    console.allow("net::ERR_INTERNET_DISCONNECTED|422")
    chair, writer, screen, phone = page, another(), another(), another(viewport=PHONE)
    where = f"/families/{held.world.family.pk}/meetings/{held.conference.meeting_id}/room/"
    sign_in(chair, held.chair)
    sign_in(writer, held.writer)
    chair.goto(f"{where}chair/")
    writer.goto(f"{where}minutes/")

    # With the code and no account, the screen and a mother come to the door, and the chair lets them in.
    for device, name in ((screen, "The wall"), (phone, "Rosa")):
        device.goto("/room/")
        device.get_by_label("The code on the screen").fill(held.room.code.lower())
        device.get_by_label("Your name").fill(name)
    screen.get_by_label("This device is the big screen").check()
    looked_at(phone)
    for device, name in ((screen, "The wall"), (phone, "Rosa")):
        device.get_by_role("button", name="Ask to come in").click()
        expect(device.get_by_role("heading", name="The chair lets you in in a moment")).to_be_visible()
        axe(device)
        chair.get_by_role("button", name=f"Let in {name}").click()
    expect(phone.get_by_text("You are in, Rosa.")).to_be_visible(timeout=WITHIN)
    expect(screen.get_by_text("To take part on your phone")).to_be_visible(timeout=WITHIN)
    looked_at(chair, screen)

    chair.get_by_role("button", name="What we say together").click()
    box = writer.get_by_label("A new statement under: What are we still worried about?")
    box.press_sequentially("Maya is alone after school")
    for device in (screen, phone):
        expect(device.get_by_text("Maya is alone after school")).to_be_visible(timeout=WITHIN)
    # What comes meanwhile takes nothing from who types.
    expect(writer.get_by_role("textbox").nth(0)).to_be_focused()
    writer.keyboard.type(" on Mondays.")
    expect(screen.get_by_text("Maya is alone after school on Mondays.")).to_be_visible(timeout=WITHIN)
    writer.get_by_role("button", name="Finished").first.click()
    chair.get_by_role("button", name="Read out").first.click()
    expect(phone.get_by_text("Read out")).to_be_visible(timeout=WITHIN)
    looked_at(chair, writer, screen, phone)

    # The phone loses its line; what is said on it waits there, and is heard once when the line is back.
    phone.context.set_offline(True)
    phone.get_by_text("Add your words").click()
    phone.get_by_label("Your words, which everybody sees").fill("My sister is there on Fridays.")
    phone.get_by_role("button", name="I see it differently").click()
    expect(phone.get_by_text("1 waiting")).to_be_visible()
    before = Said.objects.filter(kind="answered").count()
    phone.context.set_offline(False)
    expect(chair.get_by_text("My sister is there on Fridays.").first).to_be_visible(timeout=15_000)
    expect(phone.get_by_text("You see it differently")).to_be_visible()
    assert Said.objects.filter(kind="answered").count() == before + 1

    chair.get_by_role("button", name="How safe it is").click()
    phone.get_by_label("7", exact=True).check(force=True)
    phone.get_by_role("button", name="Put in my number").click()
    expect(screen.get_by_text("1 of 1 have put in their number")).to_be_visible(timeout=WITHIN)
    assert "Rosa: 7" not in screen.content()
    looked_at(phone)
    chair.get_by_role("button", name="Show all the numbers").click()
    expect(screen.get_by_role("img", name="Safety scale")).to_be_visible(timeout=WITHIN)
    looked_at(chair, screen)

    chair.get_by_role("button", name="What is decided").click()
    phone.get_by_label("No plan is needed").check()
    phone.get_by_role("button", name="Say my view").click()
    looked_at(phone, writer)
    decide = chair.get_by_role("form", name="The decision for Maya")
    decide.get_by_label("A plan is made").check()
    decide.get_by_label("Neglect").check()
    decide.get_by_label("Why?").fill("Nobody is there at four.")
    decide.get_by_role("button", name="Decide").click()
    expect(screen.get_by_text("Nobody is there at four.")).to_be_visible(timeout=WITHIN)
    looked_at(chair, screen)

    chair.get_by_role("button", name="The plan", exact=True).click()
    expect(writer.get_by_label("What", exact=True)).to_be_visible(timeout=WITHIN)
    writer.get_by_label("What", exact=True).fill("Ask the breakfast club")
    writer.get_by_label("Somebody else", exact=True).fill("Ms Abara")
    writer.get_by_role("button", name="Put into the plan").click()
    expect(phone.get_by_text("Ask the breakfast club")).to_be_visible(timeout=WITHIN)
    for device in (chair, writer, phone):
        device.set_viewport_size(NARROWEST)  # type: ignore[arg-type]
    looked_at(chair, writer, screen, phone)

    chair.get_by_role("link", name="Close the room").first.click()
    looked_at(chair)
    chair.get_by_role("button", name="Close the room").click()
    expect(phone.get_by_role("heading", name="The room is closed")).to_be_visible(timeout=WITHIN)
    looked_at(chair, phone)
    chair.get_by_role("link", name="Conference record").click()
    expect(chair.get_by_text("Maya is alone after school on Mondays.").first).to_be_visible()
    assert Room.objects.get(pk=held.room.pk).plan
