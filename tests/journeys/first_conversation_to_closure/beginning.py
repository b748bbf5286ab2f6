"""The family is added, the first conversation recorded, and a level decided."""

import re
from datetime import date
from io import BytesIO

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser import axe
from tests.journeys import steps
from tests.journeys.first_conversation_to_closure.larkins import (
    NEED,
    TALKED,
    WORRY,
    to_the_family,
)
from tests.journeys.steps import choose, finish, follow, press, question, rate, state, told, write


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
