"""Every component in every state, as a browser and as a checker see it."""

import pytest

from tests.browser import axe, fits_its_width


@pytest.mark.parametrize("address", ["/design/", "/design/?errors=1"])
def test_the_components_are_valid_and_accessible_markup(client, address):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/design/", "/design/?errors=1"])
@pytest.mark.parametrize("width", ["page", "phone"])
def test_the_components_pass_axe_and_fit_the_screen(request, width, address):
    page = request.getfixturevalue(width)
    page.goto(address)
    axe(page)
    fits_its_width(page)


def test_nothing_is_lost_at_four_times_the_size(page):
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto("/design/?errors=1")
    fits_its_width(page)


def test_a_further_question_shows_while_its_answer_is_chosen(page):
    page.goto("/design/")
    question = page.get_by_label("Where?", exact=True)
    assert not question.is_visible()
    page.get_by_label("Somewhere else").check()
    assert question.is_visible()
    page.get_by_label("At home", exact=True).check()
    assert not question.is_visible()


def test_an_error_in_the_summary_leads_to_its_field(page):
    page.goto("/design/?errors=1")
    page.get_by_role("alert").get_by_role("link", name="Day of the visit must include a month").click()
    assert page.evaluate("document.activeElement.id") == "id_met_on-month"


def test_what_is_folded_away_is_printed(page):
    page.goto("/design/")
    folded = page.locator("details").first
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert folded.get_attribute("open") is not None
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert folded.get_attribute("open") is None


def test_a_text_area_grows_with_what_is_written(page):
    page.goto("/design/")
    area = page.get_by_label("What happened?")
    before = area.bounding_box()["height"]
    area.fill("One line after another.\n" * 30)
    assert area.bounding_box()["height"] > before * 2
