"""How `./run --check` reads a page."""

import pytest

from alongside.launch.pages import Page
from alongside.launch.proof import FAMILY

SIGN_IN = """
<title>Sign in</title>
<link rel="stylesheet" href="/static/dist/site.css"><form action="/search/"><input name="q"></form>
<form method="post"><input type="hidden" name="token" value="t"><input type="email" name="login">
<input type="password" name="password"><input type="checkbox" name="remember"></form>
<a href="/families/7/">The <b>Okafor</b> family</a>
"""


def test_a_page_is_read_as_a_person_would():
    page = Page("http://127.0.0.1:8000/sign-in/?next=/", SIGN_IN)
    assert page.has_password_field
    assert page.styles == ["/static/dist/site.css"]
    assert page.links == [("/families/7/", "The Okafor family")]
    assert page.form_action == "/sign-in/"
    filled_in = page.filled_in(email="ada@example.org", password="word")
    assert filled_in == {"token": "t", "login": "ada@example.org", "password": "word"}


def test_a_page_without_a_password_field():
    assert not Page("http://127.0.0.1:8000/", "<h1>My work</h1>").has_password_field


@pytest.mark.parametrize(
    ("path", "is_a_family"), [("/families/7/", True), ("/families/", False), ("/families/7/plan/", False)]
)
def test_which_links_lead_to_a_family(path, is_a_family):
    assert bool(FAMILY.match(path)) is is_a_family
