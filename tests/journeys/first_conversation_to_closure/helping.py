"""A plan that grows out of the conversation, a visit, and a review with its pictures, on a phone too."""

import re
from collections.abc import Callable
from datetime import date

from playwright.sync_api import Locator, Page, expect

from alongside.story.models import Entry, Fact, Statement
from tests.browser import axe, fits_its_width
from tests.journeys import steps
from tests.journeys.first_conversation_to_closure.larkins import (
    NEED,
    PLANNED,
    REVIEWED,
    VISITED,
    WORRY,
    to_the_family,
)
from tests.journeys.steps import choose, finish, follow, press, question, rate, start, told, write


def when_a_short_family_plan_grows_out_of_the_conversation(page: Page) -> None:
    to_the_family(page)
    press(page, "Start: Family Plan")
    steps.say_when(page, PLANNED)
    expect(question(page, "why-support")).to_contain_text("The school rang about mornings")
    question(page, "why-support").get_by_role("button", name="Use these words").first.click()
    expect(question(page, "why-support").locator("textarea")).to_have_value(re.compile("The school rang"))
    for key, words in (("worries", WORRY), ("needs-to-happen", NEED)):
        question(page, key).get_by_label(f"Take over: {words}").check()
    for area, number in (("How is it going", 3), ("How do our mornings", 2), ("How safe", 8)):
        rate(page, "family-star", re.compile(area, re.I), number)
    page.get_by_role("textbox", name="What does Robin want to be different").fill(
        "I want to see the start of assembly."
    )
    steps.agree_action(page, "Lay out everything on the evening before", who="Kerry", by=date(2026, 3, 20))
    steps.agree_action(page, "Ask the breakfast club for two places", who="Ana Duarte", by=date(2026, 3, 16))
    for one in ("Kerry", "Robin"):
        page.get_by_role("group", name=one, exact=True).get_by_label("Agrees", exact=True).check()
    choose(page, "goes-ahead", "It goes ahead as written")
    axe(page)
    finish(page)
    told(page, "“Family Plan” is final")
    axe(page)
    assert Statement.objects.filter(words=WORRY).count() == 1, "taken over, not typed twice"


def then_the_plan_shows_who_does_what_by_when(page: Page) -> None:
    steps.run_waiting_jobs()
    to_the_family(page)
    follow(page, "Plan")
    action = page.get_by_role("listitem").filter(has_text="Ask the breakfast club")
    expect(action).to_contain_text("Ana Duarte")
    expect(action).to_contain_text("16 Mar 2026")
    axe(page)


def when_a_visit_is_recorded_with_the_child_seen_alone(page: Page) -> None:
    to_the_family(page)
    start(page, "Home visit")
    steps.say_when(page, VISITED)
    page.get_by_role("group", name="Robin", exact=True).get_by_label("Seen alone").check()
    page.get_by_role("group", name="Kerry", exact=True).get_by_label("Seen with others").check()
    write(page, "purpose", "To try the evening list with them.")
    write(page, "observed", "Shoes stood by the door. Kerry and Robin had painted the list together.")
    page.get_by_role("textbox", name="What did Robin say, or show you?").fill("“The list is mine. I drew the toast.”")
    write(page, "analysis", "They do this well when somebody notices it.")
    axe(page)
    finish(page)
    told(page, "“Home visit” is final")
    axe(page)
    seen = Fact.objects.get(name="child.seen")
    assert (seen.person.given_names, seen.data["alone"]) == ("Robin", True)  # type: ignore[union-attr]


def when_the_plan_is_reviewed(page: Page) -> None:
    to_the_family(page)
    follow(page, re.compile("things due|Everything the standards ask"))
    told(page, "A review")
    follow(page, "Larkin")
    start(page, "Review")
    steps.say_when(page, REVIEWED)
    choose(page, "who-met", "Robin", "Kerry")
    club = page.get_by_role("group", name=re.compile("^Ask the breakfast club"))
    club.get_by_label("Done", exact=True).check()
    club.get_by_label("How it is going").fill("Two places since 18 March.")
    evening = page.get_by_role("group", name=re.compile("^Lay out everything"))
    evening.get_by_label("Still to do").check()
    evening.get_by_label("How it is going").fill("Kerry works late on Thursdays, so it is done on four evenings.")
    for area, number in (("How is it going", 7), ("How do our mornings", 6), ("How safe", 8)):
        rate(page, "family-star", re.compile(area, re.I), number)
    rate(page, "sorted-out", "Robin", 8)
    rate(page, "sorted-out", "Kerry", 7)
    page.get_by_role("textbox", name="What does Robin say about the help?").fill("I like that you draw with me.")
    choose(page, "is-it-working", "Yes")
    write(page, "familys-view", "It helps that somebody asks.")
    write(page, "difference", "Four mornings of five are calm. We stay until the summer.")
    choose(page, "goes-on", "It goes on, and we prepare to end it")
    axe(page)
    finish(page)
    told(page, "“Review” is final")
    axe(page)


def then_ratings_then_and_now_are_a_picture(page: Page) -> None:
    steps.run_waiting_jobs()
    to_the_family(page)
    follow(page, "Plan")
    told(page, "How far we have come")
    star = page.locator("figure").filter(has_text="Our family’s star")
    expect(star.locator("svg")).to_be_visible()
    star.get_by_text("The same in a table").click()
    assert cells(star, "Learning") == ["3", "7", "4 better"]
    each = page.locator("figure").filter(has_text="How sorted out things are: each person over time")
    each.get_by_text("The same in a table").click()
    assert cells(each, "Robin")[:2] == ["3", "8"]
    told(page, "Two places since 18 March.")
    axe(page)
    follow(page, "Map")
    axe(page)
    follow(page, "Story")


def cells(picture: Locator, row: str) -> list[str]:
    """What a picture's table holds beside a row's heading."""
    return picture.get_by_role("row").filter(has_text=row).get_by_role("cell").all_text_contents()


def then_its_pages_are_right_on_a_phone(phone: Page, story: str, signed_in: Callable[[], None]) -> None:
    signed_in()
    for path in ("", "map/", "people/", "plan/", "documents/", "due/", "level/", "record/"):
        phone.goto(story + path)
        fits_its_width(phone)
        axe(phone)
    for entry in Entry.objects.filter(family__name="Larkin"):
        phone.goto(f"/entries/{entry.pk}/")
        fits_its_width(phone)
    phone.goto("/")
    fits_its_width(phone)
    axe(phone)
