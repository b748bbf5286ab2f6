"""Finding and adding people in a real browser: as one types, by keyboard, and on a phone."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from alongside.access.models import User
from alongside.people import actions
from alongside.people.models import Family
from alongside.people.queries import children_of
from alongside.people.tests.makers import make_family, make_member, make_team, make_user
from tests.browser import Console, axe, fits_its_width

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def worker() -> User:
    return make_user("practitioner", make_team("Harbour team"), name="Priya Shah")


@pytest.fixture
def family(worker: User) -> Family:
    family = make_family("Hayes", team=worker.posts.get().team)
    maya = make_member(family, preferred_name="May")
    dana = make_member(family, role="parent-or-carer", given_names="Dana", family_name="Hayes", date_of_birth=None)
    actions.relate(person=dana, kind="parent", of_person=maya, parental_responsibility=True, by=worker)
    return family


def test_the_list_answers_as_one_types(page: Page, sign_in: Any, worker: User, family: Family) -> None:
    sign_in(page, worker)
    page.goto("/search/")
    page.get_by_label("Name, date of birth, address, telephone or number").press_sequentially("hayse")
    expect(page.locator("#found")).to_contain_text(family.reference)
    axe(page)
    page.locator("#found").get_by_role("link", name="Hayes").click()
    expect(page.get_by_role("heading", name="Who belongs to this family")).to_be_visible()
    axe(page)


def test_somebody_is_added_on_a_phone(
    phone: Page, sign_in: Any, console: Console, worker: User, family: Family
) -> None:
    console.allow("422")
    sign_in(phone, worker)
    phone.goto(f"/families/{family.pk}/people/")
    fits_its_width(phone)
    phone.get_by_role("button", name="Add somebody").click()
    fits_its_width(phone)
    phone.get_by_label("Given names").fill("Leo")
    phone.get_by_label("Family name").fill("Hayes")
    birth = phone.get_by_role("group", name="Date of birth")
    for part, value in (("Day", "14"), ("Month", "june"), ("Year", "2021")):
        birth.get_by_label(part).fill(value)
    phone.get_by_role("button", name="Add them").click()
    expect(phone.get_by_role("alert").first).to_contain_text("Choose who they are in this family")
    axe(phone)
    expect(phone.get_by_label("Given names")).to_have_value("Leo")
    phone.get_by_label("Child or young person").check()
    phone.get_by_role("button", name="Add them").click()
    expect(phone.get_by_role("link", name="Leo Hayes")).to_be_visible()
    assert [child.name for child in children_of(family)] == ["May", "Leo"]


@pytest.mark.parametrize("address", ["", "edit/", "addresses/add/", "numbers/add/", "leave/"])
def test_a_person_s_pages_are_for_everybody(
    page: Page, sign_in: Any, worker: User, family: Family, address: str
) -> None:
    sign_in(page, worker)
    [maya] = children_of(family)
    page.goto(f"/families/{family.pk}/people/{maya.person.pk}/{address}")
    axe(page)
    fits_its_width(page)
