"""On paper a page is a document: whose it is and who printed it, without the furniture of the screen."""

import io
import re

import pytest
from pypdf import PdfReader

from alongside.access.models import User


@pytest.fixture
def printed(page, sign_in, transactional_db):
    """The text of the style page as Ruth prints it."""
    sign_in(page, User.objects.create_user(email="ruth@example.org", name="Ruth Adler"))
    page.goto("/design/")
    pages = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return " ".join(" ".join(sheet.extract_text() for sheet in pages).split())


def test_it_says_who_printed_it_and_when(printed):
    assert re.search(r"printed by Ruth Adler, \d+ \w+ \d{4}, \d\d:\d\d", printed)


def test_what_was_folded_away_is_there(printed):
    assert "A family at level 2 is seen every two weeks" in printed


def test_buttons_links_and_addresses_are_not(printed):
    furniture = ["Sign out", "Skip to main content", "Record a visit", "Save for later", "(#", "http"]
    assert [words for words in furniture if words in printed] == []
