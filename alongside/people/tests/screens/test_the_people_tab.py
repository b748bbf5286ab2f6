"""Who belongs to a family, who leaves, and who works with it."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alongside.access.models import User
from alongside.people import actions, queries
from alongside.people.models import Family, Person
from alongside.people.tests.makers import make_family, make_member, make_user
from alongside.people.tests.screens import text_of

pytestmark = pytest.mark.django_db


def test_the_people_tab_shows_who_belongs_and_how_they_are_related(client: Any, family: Family, maya: Person) -> None:
    dana = make_member(family, role="parent-or-carer", given_names="Dana", family_name="Hayes", date_of_birth=None)
    actions.relate(person=dana, kind="parent", of_person=maya, parental_responsibility=True, by=make_user())
    page = text_of(client.get(f"/families/{family.pk}/people/"))
    assert "Maya Hayes" in page
    assert "Parent: Dana Hayes, has parental responsibility" in page
    assert "Child: Maya Hayes, has parental responsibility for them" in page


def test_the_same_number_of_queries_for_two_people_as_for_twelve(client: Any, family: Family, maya: Person) -> None:
    page, counts = f"/families/{family.pk}/people/", []
    client.get(page)
    for size in (1, 10):
        for number in range(size):
            other = make_member(family, given_names=f"Child {size}{number}x", family_name="Hayes")
            actions.relate(person=maya, kind="sibling", of_person=other, by=make_user())
        with CaptureQueriesContext(connection) as queries_made:
            assert client.get(page).status_code == 200
        counts.append(len(queries_made))
    assert counts[0] == counts[1] <= 15


@pytest.mark.parametrize("page", ["people/", "people/add/", "relationships/add/", "involved/add/", "people/{pk}/"])
def test_nobody_else_s_family_is_reached(client: Any, worker: User, page: str) -> None:
    other = make_family("Okafor")
    somebody = make_member(other)
    assert client.get(f"/families/{other.pk}/{page.format(pk=somebody.pk)}").status_code == 404


def test_a_person_of_another_family_is_not_reached_through_ones_own(client: Any, family: Family) -> None:
    somebody = make_member(make_family("Okafor"))
    for page in ("", "edit/", "leave/", "addresses/add/", "numbers/add/"):
        assert client.get(f"/families/{family.pk}/people/{somebody.pk}/{page}").status_code == 404


@pytest.mark.requirement("EP-01")
def test_one_person_may_belong_to_two_families(client: Any, worker: User, family: Family, maya: Person) -> None:
    other = make_family("Novak", team=worker.posts.get().team)
    found = text_of(client.get(f"/families/{other.pk}/people/add/", {"q": "maya"}))
    assert f"/families/{other.pk}/people/add/{maya.pk}/" in found
    client.post(f"/families/{other.pk}/people/add/{maya.pk}/", {"role": "child"})
    assert [member.person for member in queries.members_of(other)] == [maya]
    assert "Also belongs to" in text_of(client.get(f"/families/{other.pk}/people/{maya.pk}/"))


def test_an_unborn_child_is_added_and_born(client: Any, family: Family) -> None:
    due = timezone.localdate() + timedelta(days=60)
    parts = {"due_date-day": due.day, "due_date-month": due.month, "due_date-year": due.year}
    added = client.post(f"/families/{family.pk}/people/add/", {"role": "unborn-child", "lives_here": "on", **parts})
    assert added.status_code == 302
    [baby] = queries.children_of(family)
    assert baby.age.startswith("due ")
    assert "Unborn baby" in text_of(client.get(f"/families/{family.pk}/people/"))
    today = timezone.localdate()
    born = {"date_of_birth-day": today.day, "date_of_birth-month": today.month, "date_of_birth-year": today.year}
    client.post(f"/families/{family.pk}/people/{baby.person.pk}/birth/", {**born, "given_names": "Noor"})
    [noor] = queries.children_of(family)
    assert (noor.name, noor.age, noor.role) == ("Noor", "born today", "child")


def test_other_names_find_a_person_until_taken_back(client: Any, worker: User, family: Family, maya: Person) -> None:
    page = f"/families/{family.pk}/people/{maya.pk}/"
    client.post(f"{page}names/add/", {"kind": "previous", "given_names": "", "family_name": "Kowalczyk"})
    assert [one.family for one in queries.find_families(worker, "kowalczyk")] == [family]
    assert "Kowalczyk" in text_of(client.get(page))
    client.post(f"{page}names/{maya.other_names.get().pk}/withdraw/")
    assert not queries.find_families(worker, "kowalczyk")


def test_ways_to_reach_them_say_what_is_not_safe(client: Any, family: Family, maya: Person) -> None:
    page = f"/families/{family.pk}/people/{maya.pk}/"
    wrong = client.post(f"{page}contact/add/", {"kind": "mobile", "value": "call me", "safe": "no"})
    assert "Enter a telephone number" in text_of(wrong)
    client.post(
        f"{page}contact/add/", {"kind": "mobile", "value": "07700 900123", "safe": "no", "note": "He answers it"}
    )
    assert "Do not use" in text_of(client.get(page))
    client.post(f"{page}contact/{maya.contact_points.get().pk}/end/")
    assert "07700" not in text_of(client.get(page))


def test_somebody_leaves_with_a_reason_and_stays_known(client: Any, family: Family, maya: Person) -> None:
    page = f"/families/{family.pk}/people/{maya.pk}/"
    day = {"left_on-day": "1", "left_on-month": "3", "left_on-year": "2026"}
    assert client.post(f"{page}leave/", day).status_code == 422
    client.post(f"{page}leave/", {**day, "why": "Lives with her aunt now"})
    people = text_of(client.get(f"/families/{family.pk}/people/"))
    assert "Who belonged to this family before (1)" in people
    assert "Lives with her aunt now" in people
    assert "No longer counted among this family" in text_of(client.get(page))


def test_somebody_without_an_account_works_with_the_family(client: Any, family: Family) -> None:
    add = f"/families/{family.pk}/involved/add/"
    assert client.post(add, {"role": "professional"}).status_code == 422
    assert "Nobody has an account" in text_of(client.post(add, {"role": "co-worker", "email": "no@example.org"}))
    client.post(add, {"role": "professional", "name": "Ms Ortiz", "agency": "Seacombe Primary"})
    assert "Seacombe Primary" in text_of(client.get(f"/families/{family.pk}/people/"))
    client.post(f"/families/{family.pk}/involved/{family.involvements.get().pk}/end/")
    assert "Who worked with them before (1)" in text_of(client.get(f"/families/{family.pk}/people/"))


@pytest.mark.requirement("EP-01")
def test_who_works_with_them_is_told_with_the_days_they_began_and_ended(client: Any, family: Family) -> None:
    page = f"/families/{family.pk}"
    began = {"from_date-day": "1", "from_date-month": "9", "from_date-year": "2024"}
    ended = {"to_date-day": "14", "to_date-month": "3", "to_date-year": "2025"}
    nurse = {"role": "professional", "name": "Ms Ortiz", "agency": "School nursing"}
    assert "Also give the day they began" in text_of(client.post(f"{page}/involved/add/", nurse | ended))
    upside_down = nurse | ended | {"from_date-day": "1", "from_date-month": "9", "from_date-year": "2025"}
    assert "before they began" in text_of(client.post(f"{page}/involved/add/", upside_down))
    assert client.post(f"{page}/involved/add/", nurse | began | ended).status_code == 302
    teacher = nurse | {"name": "Mr Achebe", "agency": "Weir Primary"}
    assert client.post(f"{page}/involved/add/", teacher | began).status_code == 302
    people = text_of(client.get(f"{page}/people/"))
    assert "Ms Ortiz, professional around the family, School nursing, 1 September 2024 to 14 March 2025" in people
    assert "Weir Primary, since 1 September 2024" in people
    end = f"{page}/involved/{family.involvements.get(name='Mr Achebe').pk}/end/"
    assert "Mr Achebe no longer works with this family" in text_of(client.get(end))
    early = ended | {"to_date-year": "2023"}
    assert "before they began" in text_of(client.post(end, early))
    assert client.post(end, ended).status_code == 302
    assert "Weir Primary, 1 September 2024 to 14 March 2025" in text_of(client.get(f"{page}/people/"))


def test_who_ends_their_own_part_is_not_led_to_a_page_they_no_longer_see(client: Any) -> None:
    guest, elsewhere = make_user("practitioner"), make_family("Elsewhere")
    involved = actions.involve(family=elsewhere, role="co-worker", user=guest, by=guest)
    client.force_login(guest)
    left = client.post(f"/families/{elsewhere.pk}/involved/{involved.pk}/end/", follow=True)
    assert left.status_code == 200
    assert "They no longer work with the family" in text_of(left)
