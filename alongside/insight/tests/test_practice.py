"""Practice: the pack in force, found, read and printed by everybody who is signed in."""

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from playwright.sync_api import Page

from alongside.access.rules import ROLES
from alongside.insight.practice.search import search
from alongside.journey.tests.making import make_world
from alongside.packs.actions import publish
from alongside.packs.tests.shipped import default_pack
from alongside.people.tests.makers import make_team, make_user
from tests.browser import axe, fits_its_width
from tests.pages import CheckedClient

PAGES = ["practice", "practice-forms", "practice-standards", "practice-thresholds", "practice-scales", "practice-lists"]


def plain(text: str) -> str:
    """A page's words: without markup, on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def reader(role: str) -> CheckedClient:
    client = CheckedClient()
    client.force_login(make_user(role, make_team(), name="Kofi Reader"))
    return client


@pytest.fixture
def read(db: None) -> Callable[..., str]:
    """Read a page of Practice as a practitioner; without markup."""
    publish(pack=default_pack(), by=None)
    client = reader("practitioner")

    def page(name: str, *args: Any, **asked: str) -> str:
        response = client.get(reverse(name, args=args), asked)
        assert response.status_code == 200
        return plain(response.content.decode())

    return page


@pytest.mark.parametrize("role", ROLES)
def test_everybody_who_is_signed_in_may_read_it(role: str, db: None) -> None:
    publish(pack=default_pack(), by=None)
    client = reader(role)
    form = default_pack().forms[0].id
    addresses = [*map(reverse, PAGES), reverse("practice-form", args=[form]), reverse("form-blank", args=[form])]
    assert [client.get(address).status_code for address in addresses] == [200] * len(addresses)


def test_the_overview_says_which_version_it_is_and_what_it_rests_on(read: Callable[..., str]) -> None:
    text, pack = read("practice"), default_pack()
    assert f"{pack.title}, version {pack.version}" in text
    assert "Published on" in text
    documents = {form.source.document for form in pack.forms} | {one.source.document for one in pack.standards}
    assert all(document in text for document in documents)
    assert [one.id for one in pack.joined] == pack.includes
    for one in pack.joined:
        assert f"{one.title} {one.about}" in text
        assert plain(one.source.note or "") in text
    for level in pack.levels:
        assert f"Level {level.number}: {level.title} {level.means}" in text


def test_earlier_versions_stay_listed_with_when_and_by_whom(db: None) -> None:
    lead = make_user("practice-lead", make_team(), name="Lena Lead")
    publish(pack=default_pack().model_copy(update={"version": "2025.4"}), by=lead)
    publish(pack=default_pack(), by=None)
    text = plain(reader("partner").get(reverse("practice")).content.decode())
    assert re.search(r"Earlier versions .* default 2025\.4 \d+ \w+ \d{4}, [\d:]+\w* Lena Lead", text)


def test_every_form_stands_in_the_list_with_its_purpose_and_its_passage(read: Callable[..., str]) -> None:
    text = read("practice-forms")
    for form in default_pack().forms:
        assert f"{form.title} {form.purpose.replace('{child}', 'the child').replace('{name}', 'the child')}" in text
        assert f"{form.source.document}: {form.source.passage}" in text


def test_a_form_shows_every_question_with_what_belongs_to_it(read: Callable[..., str]) -> None:
    for form in default_pack().forms:
        text = read("practice-form", form.id)
        for field in form.fields:
            for words in (
                field.label,
                field.hint,
                field.purpose,
                *field.prompts,
                *(one.label for one in field.options),
            ):
                said = re.sub(r"\{\w+\}", "the child", " ".join((words or "").split()))
                assert said[1:] in text, words  # its first letter is a capital even where a name would stand
        assert f"{form.source.document}: {form.source.passage}" in text
        assert " ".join((form.source.note or "").split()) in text
        assert ("Nobody: it is final" in text) is (form.sign_off is None)


def test_a_standard_says_its_rule_in_words_and_which_passage_asks_for_it(read: Callable[..., str]) -> None:
    text = read("practice-standards")
    assert (
        "A first contact with the family Within 5 working days after a lead practitioner was named, each time. "
        "Met when the family was contacted. Asked only from when the pathway was opened until the pathway was closed. "
        "Whose it is. Lead practitioner"
    ) in text
    glance = "A first contact with the family Within 5 working days after a lead practitioner was named, each time."
    assert f"{glance} Lead practitioner" in text
    assert "counted from the last time. At level 3 or level 4: every 1 week (calendar). Lead practitioner" in text
    for standard in default_pack().standards:
        assert standard.title in text
        assert f"{standard.source.document}: {standard.source.passage}" in text
        assert " ".join((standard.source.note or "").split()) in text


def test_the_matrix_shows_every_sign_at_its_level(read: Callable[..., str]) -> None:
    text = read("practice-thresholds")
    signs = default_pack().thresholds.indicators
    assert f"{len(signs)} signs" in text
    assert all(sign.label in text for sign in signs)
    assert text.count("All of these count when they go on despite help") == 1  # at level 3, of a child's development
    assert "counts when it goes on" not in text


def test_scales_say_which_end_is_the_good_one(read: Callable[..., str]) -> None:
    text = read("practice-scales")
    for scale in default_pack().scales:
        better = "higher" if scale.direction == "higher-is-better" else "lower"
        assert f"{scale.question} From {scale.lowest} to {scale.highest}. A {better} number is better." in text
    for star in default_pack().stars:
        assert all(f"{area.title} {area.question}" in text for area in star.areas)


def test_contacts_say_when_they_answer(read: Callable[..., str]) -> None:
    text = read("practice-lists")
    assert "Monday to Thursday, 08:30 to 17:00 Friday, 08:30 to 16:30 Closed on bank holidays" in text
    assert all(contact.number in text for contact in default_pack().contacts)
    assert all(outcome.title in text for outcome in default_pack().outcomes)
    assert all(reason.title in text for reason in default_pack().closure_reasons)


def test_a_search_finds_questions_standards_and_signs_by_plain_words(read: Callable[..., str]) -> None:
    text = read("practice", q="first contact FAMILY")
    assert "Standards 1 A first contact with the family Within 5 working days" in text
    closing = read("practice", q="consent withdrawn")
    assert "Oversight of disengagement or consent withdrawn" in closing
    assert "Nothing in the pack has all of “zebra crossing”" in read("practice", q="zebra crossing")


def test_whatever_is_found_is_there_where_the_link_leads(read: Callable[..., str]) -> None:
    client = reader("manager")
    for word in ("family", "school", "level", "worr"):
        for kind in search(default_pack(), word):
            for found in kind.found[:6]:
                page, _, place = found.href.partition("#")
                text = client.get(page).content.decode()
                assert not place or f'id="{place}"' in text, found.href


def test_words_are_found_however_the_apostrophe_is_typed() -> None:
    straight, curly = search(default_pack(), "family's star"), search(default_pack(), "family’s star")
    assert straight == curly
    assert straight


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_few_queries_and_is_not_huge(name: str, db: None) -> None:
    publish(pack=default_pack(), by=None)
    client = reader("manager")
    client.get(reverse(name))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = client.get(reverse(name))
    assert len(queries) <= 15
    assert len(response.content) < 150_000


def test_without_a_pack_it_says_so(db: None) -> None:
    client = reader("practice-lead")
    assert "No practice pack is published yet" in client.get(reverse("practice")).content.decode()
    assert client.get(reverse("practice-forms")).status_code == 404


def test_nobody_reads_it_who_is_not_signed_in(db: None, client: CheckedClient) -> None:
    assert client.get(reverse("practice")).status_code == 302


def test_practice_on_a_desktop_and_a_phone(
    transactional_db: None, page: Page, phone: Page, sign_in: Callable[..., None]
) -> None:
    publish(pack=default_pack(), by=None)
    user = make_user("practice-lead", make_team(), name="Lena Lead")
    paths = [reverse(name) for name in PAGES]
    paths += [reverse("practice") + "?q=school", reverse("practice-form", args=["home-visit"])]
    for view in (page, phone):
        sign_in(view, user)
        for path in paths:
            view.goto(path)
            axe(view)
            fits_its_width(view)
    page.goto(reverse("practice"))
    page.get_by_label("Find a question, a standard, a sign or a word").fill("first contact")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="A first contact with the family").click()
    assert page.url.endswith("/practice/standards/#standard-first-contact")


@pytest.mark.requirement("ALL-02")
def test_an_earlier_version_is_read_as_it_was_and_a_record_leads_to_it(db: None) -> None:
    world = make_world()
    entry = world.note()
    earlier, newer = default_pack(), default_pack().model_copy(update={"version": "next", "forms": []})
    publish(pack=newer, by=None)
    client = CheckedClient()
    client.force_login(world.lead)
    record = client.get(reverse("entry", args=[entry.pk])).content.decode()
    [link] = re.findall(r'href="(/practice/forms/note/\?version=\d+)"', record)
    number = link.partition("=")[2]
    form = plain(client.get(link).content.decode())
    assert "An earlier version, as it was" in form
    assert earlier.form("note").fields[0].label in form
    assert client.get(reverse("practice-form", args=["note"])).status_code == 404, "the version in force has no forms"
    overview = client.get(reverse("practice")).content.decode()
    assert f'href="/practice/?version={number}"' in overview
    for page in PAGES:
        shown = client.get(reverse(page), {"version": number}).content.decode()
        assert f"/practice/standards/?version={number}" in shown
    found = client.get(reverse("practice"), {"version": number, "q": earlier.form("note").title}).content.decode()
    assert f"/practice/forms/note/?version={number}" in found


@pytest.mark.parametrize("asked", ["999999", "x", "-1", "9" * 40, "²"])
def test_a_version_that_never_was_is_not_found(asked: str, db: None) -> None:
    publish(pack=default_pack(), by=None)
    assert reader("practitioner").get(reverse("practice"), {"version": asked}).status_code == 404
