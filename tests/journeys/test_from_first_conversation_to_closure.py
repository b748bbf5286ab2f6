"""One family's whole way, as a lead practitioner and a manager go it in a browser: first conversation to reopening."""

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from alongside.journey.models import LevelDecision, Pathway
from alongside.plans.models import Action
from alongside.story.models import Document, Entry, Fact, Statement
from alongside.story.tests.makers import World
from tests.browser import Console, axe, fits_its_width
from tests.journeys import steps
from tests.journeys.steps import choose, finish, follow, on_the_day, press, question, rate, start, state, told, write

SignIn = Callable[[Page, object], None]

TALKED, DECIDED, PLANNED, VISITED = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 9), date(2026, 3, 12)
REVIEWED, ENDED, SIGNED, BACK = date(2026, 4, 20), date(2026, 5, 18), date(2026, 5, 19), date(2026, 6, 15)
WORRY = "Robin is late for school three days in five"
NEED = "Mornings that nobody dreads"


@pytest.mark.requirement("3C-01", "3C-02", "3C-03", "3C-05", "3C-07", "3C-08", "CL-04", "CL-06", "CL-07")
@pytest.mark.django_db(transaction=True)
def test_a_family_from_first_conversation_to_closure_and_back(
    page: Page, phone: Page, world: World, sign_in: SignIn, console: Console
) -> None:
    console.allow("422")  # a form that asks for something more
    with on_the_day(TALKED):
        sign_in(page, world.practitioner)
        given_a_new_family_with_people_added_and_found(page)
        when_the_first_conversation_is_recorded(page)
        then_it_stands_in_general_notes_and_its_pdf_in_documents(page)
    with on_the_day(DECIDED):
        sign_in(page, world.practitioner)
        when_level_2_is_decided(page)
        then_a_pathway_is_open_and_what_is_due_says_why(page)
    with on_the_day(PLANNED):
        sign_in(page, world.practitioner)
        when_a_short_family_plan_grows_out_of_the_conversation(page)
        then_the_plan_shows_who_does_what_by_when(page)
    with on_the_day(VISITED):
        sign_in(page, world.practitioner)
        when_a_visit_is_recorded_with_the_child_seen_alone(page)
    with on_the_day(REVIEWED):
        sign_in(page, world.practitioner)
        when_the_plan_is_reviewed(page)
        then_ratings_then_and_now_are_a_picture(page)
        then_its_pages_are_right_on_a_phone(phone, page.url, lambda: sign_in(phone, world.practitioner))
    with on_the_day(ENDED):
        sign_in(page, world.practitioner)
        when_closing_asks_for_what_is_still_open(page)
    with on_the_day(SIGNED):
        sign_in(page, world.manager)
        when_the_manager_signs_off(page)
        then_the_support_has_ended_and_the_history_is_right(page)
    with on_the_day(BACK):
        sign_in(page, world.practitioner)
        when_help_begins_again(page)


def given_a_new_family_with_people_added_and_found(page: Page) -> None:
    page.goto("/")
    axe(page)
    follow(page, "Families", within="header")
    axe(page)
    press(page, "Find or add a family")
    page.get_by_role("search").last.get_by_label("Name, date of birth").fill("Larkin")
    page.get_by_role("main").get_by_role("button", name="Search").click()
    told(page, "Nobody that you may see fits “Larkin”")
    axe(page)
    add_person(page, "Robin", "Larkin", "Child or young person", date(2018, 5, 14))
    page.get_by_label("I work with them").check()
    press(page, "Add this family")
    told(page, "Robin")
    axe(page)
    press(page, "Add somebody")
    add_person(page, "Kerry", "Larkin", "Parent or carer", date(1991, 8, 2))
    press(page, "Add them")
    # An aunt whom the team knows already, from her own family: one record of her, in both.
    press(page, "Add somebody")
    page.get_by_role("main").get_by_label("Name, date of birth").press_sequentially("Neka Okonjo", delay=10)
    follow(page, "Add Nneka Okonjo")
    page.get_by_label("Significant other").check()
    page.get_by_label("Lives with the family").uncheck()
    press(page, "Add to this family")
    told(page, "Nneka is added")
    axe(page)


def add_person(page: Page, given: str, family: str, role: str, born: date) -> None:
    page.get_by_label("Given names").fill(given)
    page.get_by_label("Family name", exact=True).fill(family)
    for part, value in (("Day", born.day), ("Month", born.month), ("Year", born.year)):
        page.get_by_role("group", name="Date of birth").get_by_label(part, exact=True).fill(str(value))
    page.get_by_label(role, exact=True).check()


def when_the_first_conversation_is_recorded(page: Page) -> None:
    press(page, "Start: Initial conversation")
    told(page, "What makes you proud of Robin?")
    steps.say_when(page, TALKED)
    choose(page, "spoken-with", "Robin", "Kerry")
    write(page, "reason", "The school rang about mornings. Kerry was glad that somebody asked.")
    choose(page, "agrees-to-record", "They are content")
    state(page, "going-well", "Robin reads to her little cousins", "Kerry and Robin laugh a lot together")
    state(page, "worries", WORRY, "Kerry has nobody to ask at seven in the morning")
    state(page, "needs-to-happen", NEED)
    rate(page, "sorted-out", "Robin", 3)
    rate(page, "sorted-out", "Kerry", 4)
    question(page, "sorted-out").get_by_label("In Robin’s words").fill("It is a three because of shoes.")
    write(page, "family-next-steps", "I will ask my sister to ring at seven.")
    choose(page, "practitioner-step", "I suggest a Family Plan with a lead practitioner")
    write(page, "practitioner-step-why", "More than one thing has to change, and Kerry would like company in it.")
    axe(page)
    finish(page)
    told(page, "“Initial conversation” is final")
    axe(page)


def then_it_stands_in_general_notes_and_its_pdf_in_documents(page: Page) -> None:
    steps.run_waiting_jobs()
    follow(page, "Back to the family", within="body")
    expect(page.get_by_role("list", name="Recorded for 2 March 2026")).to_contain_text("Initial conversation")
    told(page, "No level has been decided yet")
    axe(page)
    follow(page, "Map")
    told(page, WORRY)
    axe(page)
    follow(page, "Documents")
    told(page, "Conversations")
    axe(page)
    document = page.get_by_role("main").get_by_role("link", name="Initial conversation, 2026-03-02.pdf", exact=True)
    answer = page.request.get(str(document.get_attribute("href")))
    text = "".join(one.extract_text() for one in PdfReader(BytesIO(answer.body())).pages)
    assert WORRY in " ".join(text.split())
    assert "I will ask my sister to ring at seven." in " ".join(text.split())


def when_level_2_is_decided(page: Page) -> None:
    to_the_family(page)
    press(page, "Decide level")
    axe(page)
    page.get_by_label(re.compile("Level 2")).check()
    page.get_by_label("Why this level").fill("A short plan with one person beside them is enough.")
    press(page, "Decide")
    told(page, "Choose")  # a level with support needs somebody who leads
    axe(page)
    page.get_by_label("Lead practitioner").select_option(label="Ana Duarte")
    press(page, "Decide")
    told(page, "Decided: level 2")
    axe(page)


def then_a_pathway_is_open_and_what_is_due_says_why(page: Page) -> None:
    told(page, "Open now")
    follow(page, re.compile("Larkin"))
    told(page, "Lead practitioner: Ana Duarte")
    told(page, re.compile("Since 3 March 2026, decided by Ana Duarte"))
    follow(page, re.compile("things due|Everything the standards ask"))
    visit = page.get_by_role("listitem").filter(has_text="A first contact with the family")
    visit.get_by_text("Why this is due").click()
    expect(visit).to_contain_text("A lead practitioner was named on 3 March 2026")
    expect(visit).to_contain_text("10 Mar 2026")
    told(page, "The family’s agreement")
    axe(page)


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


def when_closing_asks_for_what_is_still_open(page: Page) -> None:
    to_the_family(page)
    press(page, "Change level")
    axe(page)
    page.get_by_role("complementary").or_(page.get_by_role("main")).get_by_role(
        "button", name="Start: Closure record"
    ).click()
    steps.say_when(page, ENDED)
    question(page, "initial-concerns").get_by_role("button", name="Use these words").first.click()
    write(page, "desired-outcomes", "Calm mornings, and Robin at assembly.")
    write(page, "work-done", "An evening list, breakfast club, and an aunt who rings.")
    for words in (WORRY, "Kerry has nobody to ask at seven in the morning"):
        question(page, "worries").get_by_label(f"Take over: {words}").check()
        question(page, "worries").get_by_label(re.compile(f"How sorted out things are: {words}")).select_option("10")
    page.get_by_role("textbox", name=re.compile("What does Robin say about how things are")).fill("I am not late now.")
    write(page, "familys-feedback", "Somebody listened.")
    write(page, "familys-plan", "We keep the list.")
    write(page, "contingencies", "Two late days: I ring my sister, then the school.")
    write(page, "risks-left", "A hard month can come again. Robin knows whom to tell.")
    page.get_by_label("In every 100 sessions, in school: Robin").fill("96")
    page.get_by_label("Over which time: Robin").fill("This term")
    question(page, "whom-to-call").get_by_label("Alderbridge front door").check()
    choose(page, "agreed-with-family", "It was")
    choose(page, "closure-reason", "What we set out to do is done")
    choose(page, "level-after", "Everyday services and their own people are enough")
    axe(page)
    press(page, "Check and finish")
    told(page, "Before this can be finished")  # an action is open, and oversight is overdue
    axe(page)
    assert Pathway.objects.get(family__name="Larkin").closed_on is None
    follow(page, "Back to writing", within="body")
    for still_open in question(page, "open-items").locator("fieldset fieldset").all():
        if still_open.get_by_label("Done", exact=True).count():
            still_open.get_by_label("No longer needed").check()
        still_open.get_by_label("Why, and who goes on with it").fill("Kerry does it every evening without a plan.")
    finish(page)
    told(page, "waits for a manager to sign it")
    axe(page)


def when_the_manager_signs_off(page: Page) -> None:
    page.goto("/")
    told(page, "Waiting for your sign-off")
    axe(page)
    follow(page, "Closure record")
    told(page, "Is the ending safe for Robin?")
    press(page, "Sign")
    told(page, "Write your comment before you sign")
    axe(page)
    page.get_by_label("Your comment").fill("A good ending. The family knows whom to ring.")
    press(page, "Sign")
    told(page, "is signed and final")
    axe(page)
    steps.run_waiting_jobs()


def then_the_support_has_ended_and_the_history_is_right(page: Page) -> None:
    to_the_family(page)
    told(page, "Level 1: Community help")
    follow(page, re.compile("^Level 1"))
    decisions = [one.text_content() or "" for one in page.locator(".app-decisions__one").all()]
    assert ["Level 1" in decisions[0], "Level 2" in decisions[1]] == [True, True]
    assert "Closure record" in decisions[0]
    told(page, "18 May 2026")
    axe(page)
    assert not Action.objects.filter(family__name="Larkin", state="open").exists()
    filed = Document.objects.filter(family__name="Larkin").order_by("pk").values_list("category", flat=True)
    assert list(filed) == ["conversations", "plans", "reviews", "closures"]


def when_help_begins_again(page: Page) -> None:
    to_the_family(page)
    press(page, "Change level")
    page.get_by_label(re.compile("Level 2")).check()
    page.get_by_label("Why this level").fill("Kerry rang: the new term is hard.")
    page.get_by_label("Lead practitioner").select_option(label="Ana Duarte")
    press(page, "Decide")
    told(page, "Decided: level 2")
    told(page, "Open now")
    axe(page)
    levels = LevelDecision.objects.filter(family__name="Larkin").order_by("pk").values_list("level", flat=True)
    assert list(levels) == ["level-2", "level-1", "level-2"]
    assert Pathway.objects.filter(family__name="Larkin").count() == 2


def to_the_family(page: Page) -> None:
    """Find the family by its name, as anybody would, and open its story."""
    page.goto("/")
    page.get_by_label("Search families, people and records").fill("Larkin")
    page.get_by_role("banner").get_by_role("button", name="Search").click()
    follow(page, "Larkin")
    follow(page, "Story")
