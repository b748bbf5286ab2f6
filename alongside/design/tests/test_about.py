"""The pages that a footer leads to are there for everybody."""

import pytest

from tests.browser import axe, fits_its_width


@pytest.mark.parametrize("page", ["help", "accessibility", "privacy"])
def test_anybody_may_read_about_alongside(client, page):
    answer = client.get(f"/{page}/")
    assert answer.status_code == 200
    assert f'<h1 class="govuk-heading-xl">{page.capitalize()}</h1>' in answer.content.decode()


def test_the_footer_leads_there(client):
    page = client.get("/help/").content.decode()
    assert all(f'href="/{name}/"' in page for name in ("help", "accessibility", "privacy"))


@pytest.mark.parametrize("page_name", ["help", "accessibility", "privacy"])
def test_they_are_accessible_on_a_phone(phone, page_name):
    phone.goto(f"/{page_name}/")
    axe(phone)
    fits_its_width(phone)
