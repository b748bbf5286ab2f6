"""One family's whole way, as a lead practitioner and a manager go it in a browser: first conversation to reopening."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from alongside.story.tests.makers import World
from tests.browser import Console
from tests.journeys.first_conversation_to_closure.beginning import (
    given_a_new_family_with_people_added_and_found,
    then_a_pathway_is_open_and_what_is_due_says_why,
    then_it_stands_in_general_notes_and_its_pdf_in_documents,
    when_level_2_is_decided,
    when_the_first_conversation_is_recorded,
)
from tests.journeys.first_conversation_to_closure.ending import (
    then_the_support_has_ended_and_the_history_is_right,
    when_closing_asks_for_what_is_still_open,
    when_help_begins_again,
    when_the_manager_signs_off,
)
from tests.journeys.first_conversation_to_closure.helping import (
    then_its_pages_are_right_on_a_phone,
    then_ratings_then_and_now_are_a_picture,
    then_the_plan_shows_who_does_what_by_when,
    when_a_short_family_plan_grows_out_of_the_conversation,
    when_a_visit_is_recorded_with_the_child_seen_alone,
    when_the_plan_is_reviewed,
)
from tests.journeys.first_conversation_to_closure.larkins import (
    BACK,
    DECIDED,
    ENDED,
    PLANNED,
    REVIEWED,
    SIGNED,
    TALKED,
    VISITED,
)
from tests.journeys.steps import on_the_day

SignIn = Callable[[Page, object], None]


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
