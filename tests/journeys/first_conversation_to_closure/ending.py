"""The support ends: what is still open is asked for, a manager signs, and help begins again."""

import re

from playwright.sync_api import Page

from alongside.journey.models import LevelDecision, Pathway
from alongside.plans.models import Action
from alongside.story.models import Document
from tests.browser import axe
from tests.journeys import steps
from tests.journeys.first_conversation_to_closure.larkins import (
    ENDED,
    WORRY,
    to_the_family,
)
from tests.journeys.steps import choose, finish, follow, press, question, told, write


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
