"""Every screen about people: who reaches it, what it shows, what it does, and what it says when something is wrong."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alongside.access.models import User
from alongside.people import actions, queries
from alongside.people.models import Address, Family, Identifier, Person, Relationship
from alongside.people.tests.makers import make_family, make_member, make_team, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def worker(client: Any) -> User:
    """A practitioner, signed in."""
    user = make_user("practitioner", make_team("Harbour team"), name="Priya Shah")
    client.force_login(user)
    return user


@pytest.fixture
def family(worker: User) -> Family:
    return make_family("Hayes", team=worker.posts.get().team)


@pytest.fixture
def maya(family: Family) -> Person:
    return make_member(family)


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


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


class TestANewFamily:
    new = "/families/new/"

    def typed(self, worker: User, **more: str) -> dict[str, str]:
        return {
            "given_names": "Amara",
            "family_name": "Bello-Reyes",
            "role": "child",
            "date_of_birth-day": "29",
            "date_of_birth-month": "2",
            "date_of_birth-year": "2016",
            "lives_here": "on",
            "team": str(worker.posts.get().team_id),
            "part": "lead-practitioner",
            **more,
        }

    @pytest.mark.requirement("EP-01")
    def test_is_looked_for_first_then_made_with_its_first_person(self, client: Any, worker: User) -> None:
        assert "Is the family known already?" in text_of(client.get(self.new))
        looked = text_of(client.get(self.new, {"q": "Amara Bello"}))
        assert "Nobody that you may see fits" in looked
        made = client.post(self.new, self.typed(worker), follow=True)
        family = Family.objects.get(name="Bello-Reyes")
        assert made.redirect_chain == [(f"/families/{family.pk}/people/", 302)]
        [amara] = queries.children_of(family)
        assert amara.person.date_of_birth == date(2016, 2, 29)
        lead = queries.lead_practitioner_of(family)
        assert lead is not None
        assert lead.user == worker

    def test_shows_near_duplicates_before_a_second_person_is_made(
        self, client: Any, worker: User, maya: Person
    ) -> None:
        typed = self.typed(
            worker,
            given_names="Mya",
            family_name="Hayes",
            **{"date_of_birth-day": "14", "date_of_birth-month": "6", "date_of_birth-year": "2018"},
        )
        said = client.post(self.new, typed)
        assert said.status_code == 422
        assert "Somebody like this is known already" in text_of(said)
        assert f"/people/{maya.pk}/" in text_of(said)
        assert Family.objects.count() == 1
        assert client.post(self.new, typed | {"not_the_same": "on"}).status_code == 302
        assert Family.objects.count() == 2

    def test_who_sees_no_team_families_must_take_part(self, client: Any) -> None:
        partner = make_user("partner")
        client.force_login(partner)
        refused = client.post(self.new, self.typed(partner, part="none"))
        assert refused.status_code == 422
        client.post(self.new, self.typed(partner, part="co-worker"))
        assert Family.objects.for_user(partner).count() == 1

    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            ({"given_names": "", "family_name": ""}, "Enter at least one name"),
            ({"given_names": "12345", "family_name": ""}, "has no letters"),
            ({"given_names": "A" * 201}, "Use 200 characters or fewer; this has 201"),
            ({"date_of_birth-year": "2015"}, "must be a real day"),
            ({"date_of_birth-year": "2096"}, "The date of birth is in the future"),
            ({"date_of_birth-year": "1896"}, "more than 125 years ago"),
            ({"date_of_birth-month": ""}, "must include a month"),
            ({"date_of_birth-day": "x"}, "must be a real day"),
            ({"role": ""}, "Choose who they are in this family"),
            ({"role": "unborn-child"}, "Enter the due date"),
            ({"date_of_birth-year": "1980"}, "Children and young people are 25 or younger"),
            ({"team": "999999"}, "Choose a team from the list"),
        ],
    )
    def test_says_what_is_wrong_beside_its_field_and_keeps_what_was_typed(
        self, client: Any, worker: User, wrong: dict[str, str], said: str
    ) -> None:
        answer = client.post(self.new, self.typed(worker) | wrong)
        page = text_of(answer)
        assert answer.status_code == 422
        assert said in page
        assert "put right" in page
        assert "govuk-error-message" in page
        assert wrong.get("family_name", "Bello-Reyes") in page
        assert not Family.objects.exists()
        assert not Person.objects.exists()

    @pytest.mark.parametrize(
        ("given", "family"),
        [
            ("Ẹniọlá", "Adéyẹmí"),
            ("محمد", "العلي"),
            ("美玲", "陈"),
            ("Оксана", "Шевченко"),
            ("Siân", "O’Brien–Lloyd"),
            ("A" * 200, "B" * 200),
        ],
    )
    def test_takes_names_in_any_script(self, client: Any, worker: User, given: str, family: str) -> None:
        assert client.post(self.new, self.typed(worker, given_names=given, family_name=family)).status_code == 302
        person = Person.objects.get()
        assert (person.given_names, person.family_name) == (given, family)
        assert queries.find_people(worker, given)[0].person == person


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


class TestDetails:
    def address(self, family: Family, person: Person) -> str:
        return f"/families/{family.pk}/people/{person.pk}/edit/"

    @pytest.mark.requirement("EP-02")
    def test_are_changed_shown_and_the_former_ones_kept(self, client: Any, family: Family, maya: Person) -> None:
        typed = {
            "given_names": "Maya Rose",
            "family_name": "Hayes",
            "preferred_name": "May",
            "pronouns": "she/her",
            "date_of_birth-day": "14",
            "date_of_birth-month": "6",
            "date_of_birth-year": "2018",
            "ethnicity": "11",
            "first_language": "Patois",
            "interpreter_needed": "no",
            "education_setting": "Seacombe Primary",
            "disabilities": "Wears hearing aids",
            "standing": "new",
        }
        assert client.post(self.address(family, maya), typed).status_code == 302
        page = text_of(client.get(f"/families/{family.pk}/people/{maya.pk}/"))
        for shown in (
            "Maya Rose Hayes (May)",
            "White and Black Caribbean",
            "Patois",
            "Seacombe Primary",
            "hearing aids",
        ):
            assert shown in page
        assert "given names was “Maya”" in page

    def test_changed_by_two_at_once_are_not_overwritten(self, client: Any, family: Family, maya: Person) -> None:
        actions.change_person(person=maya, by=make_user(name="Tom Reed"), education_setting="Hillside School")
        typed = {
            "given_names": "Maya",
            "family_name": "Hayes",
            "education_setting": "Seacombe Primary",
            "standing": "new",
        }
        answer = client.post(self.address(family, maya), typed)
        page = text_of(answer)
        assert answer.status_code == 422
        assert "Tom Reed changed these details" in page
        assert "Now recorded: Hillside School" in page
        assert "Seacombe Primary" in page
        maya.refresh_from_db()
        assert maya.education_setting == "Hillside School"
        standing = maya.changed_at.isoformat() if maya.changed_at else ""
        assert client.post(self.address(family, maya), typed | {"standing": standing}).status_code == 302


class TestRelationships:
    def relate(self, client: Any, family: Family, one: Person, kind: str, other: Person, **more: str) -> Any:
        typed = {"person": one.pk, "kind": kind, "of_person": other.pk, **more}
        return client.post(f"/families/{family.pk}/relationships/add/", typed)

    @pytest.fixture
    def dana(self, family: Family) -> Person:
        return make_member(
            family, role="parent-or-carer", given_names="Dana", family_name="Hayes", date_of_birth=date(1990, 3, 2)
        )

    def test_are_recorded_with_parental_responsibility(
        self, client: Any, family: Family, maya: Person, dana: Person
    ) -> None:
        assert self.relate(client, family, dana, "parent", maya, parental_responsibility="yes").status_code == 302
        relationship = Relationship.objects.get()
        assert (relationship.person, relationship.of_person, relationship.parental_responsibility) == (dana, maya, True)
        client.post(f"/families/{family.pk}/relationships/{relationship.pk}/responsibility/", {"held": "no"})
        relationship.refresh_from_db()
        assert relationship.parental_responsibility is False
        client.post(
            f"/families/{family.pk}/relationships/{relationship.pk}/end/",
            {"to_date-day": "1", "to_date-month": "1", "to_date-year": "2026"},
        )
        relationship.refresh_from_db()
        assert relationship.to_date == date(2026, 1, 1)

    def test_that_cannot_be_are_refused_with_the_reason(
        self, client: Any, family: Family, maya: Person, dana: Person
    ) -> None:
        rose = make_member(
            family, role="other-adult", given_names="Rose", family_name="Hayes", date_of_birth=date(1962, 3, 2)
        )
        tom = make_member(
            family, role="other-adult", given_names="Tom", family_name="Hayes", date_of_birth=date(1960, 3, 2)
        )
        self.relate(client, family, dana, "parent", maya)
        self.relate(client, family, rose, "parent", dana)
        for one, kind, other, said in (
            (maya, "parent", maya, "their own relative"),
            (maya, "parent", dana, "already recorded as a parent or grandparent"),
            (maya, "adoptive-parent", rose, "already recorded as a parent or grandparent"),
            (maya, "grandparent", rose, "would be their own ancestor"),
            (maya, "great-grandparent", tom, "would be younger than"),
            (dana, "parent", maya, "recorded as this already"),
        ):
            answer = self.relate(client, family, one, kind, other)
            assert answer.status_code == 422
            assert said in text_of(answer)
            assert 'id="id_kind-error"' in answer.content.decode()
            assert 'name="sure"' not in answer.content.decode()
        answer = self.relate(client, family, maya, "sibling", dana, parental_responsibility="yes")
        assert "Only a parent, carer or guardian" in text_of(answer)
        assert Relationship.objects.count() == 2

    def test_that_are_unlikely_are_asked_about_again(self, client: Any, family: Family, maya: Person) -> None:
        young = make_member(
            family, role="parent-or-carer", given_names="Jo", family_name="Hayes", date_of_birth=date(2008, 1, 1)
        )
        answer = self.relate(client, family, young, "parent", maya)
        assert "would have been 10 years old when Maya was born" in text_of(answer)
        # Said where it can be answered, and asked of nobody else.
        assert 'id="id_sure-error"' in answer.content.decode()
        assert 'name="sure"' not in client.get(f"/families/{family.pk}/relationships/add/").content.decode()
        assert self.relate(client, family, young, "parent", maya, sure="on").status_code == 302

    def test_of_people_in_other_families_are_not_made_from_here(
        self, client: Any, family: Family, maya: Person
    ) -> None:
        somebody = make_member(make_family("Okafor"))
        assert self.relate(client, family, maya, "sibling", somebody).status_code == 422


class TestAddresses:
    @pytest.fixture
    def refuge(self, maya: Person) -> Address:
        return actions.move(
            person=maya,
            lines="14 Quiet Close\nAlderbridge",
            postcode="AB1 2DE",
            never_show=True,
            never_show_reason="He must not find them",
            by=make_user(),
        )

    def test_a_bad_postcode_is_refused_beside_its_field(self, client: Any, family: Family, maya: Person) -> None:
        url = f"/families/{family.pk}/people/{maya.pk}/addresses/add/"
        answer = client.post(url, {"kind": "home", "lines": "1 High Street", "postcode": "SW1"})
        assert answer.status_code == 422
        assert "Enter a full postcode" in text_of(answer)
        assert "1 High Street" in text_of(answer)
        assert client.post(url, {"kind": "home", "lines": "1 High Street", "postcode": "sw1a1aa"}).status_code == 302
        assert Address.objects.get().postcode == "SW1A 1AA"

    @pytest.mark.requirement("ALL-07")
    def test_one_never_to_be_shown_is_seen_only_by_the_lead_and_the_manager(
        self, client: Any, worker: User, family: Family, maya: Person, refuge: Address
    ) -> None:
        page = f"/families/{family.pk}/people/{maya.pk}/"
        kept_back = text_of(client.get(page))
        assert "Quiet Close" not in kept_back
        assert "an address that may not be shown" in kept_back
        assert client.get(f"{page}addresses/{refuge.pk}/end/").status_code == 404
        assert "Hayes" not in text_of(client.get("/search/", {"q": "AB1 2DE"})).split('id="found"')[1]
        lead, boss = make_user("practitioner", family.team), make_user("manager", family.team)
        actions.assign_lead_practitioner(family=family, user=lead, by=boss)
        senior = make_user("senior-manager")
        for user, sees in ((lead, True), (boss, True), (senior, False)):
            client.force_login(user)
            assert ("Quiet Close" in text_of(client.get(page))) is sees


class TestNumbers:
    @pytest.mark.requirement("EP-02")
    @pytest.mark.parametrize(
        ("kind", "value", "said"),
        [
            ("nhs-number", "943 476 5918", "its last digit does not fit the others"),
            ("nhs-number", "12345", "An NHS number has 10 digits"),
            ("upn", "A801200005001", "its first letter does not fit the rest"),
            ("local", "X1", "Enter the name of the system"),
        ],
    )
    def test_that_fail_their_rule_are_refused_beside_the_field(
        self, client: Any, family: Family, maya: Person, kind: str, value: str, said: str
    ) -> None:
        answer = client.post(f"/families/{family.pk}/people/{maya.pk}/numbers/add/", {"kind": kind, "value": value})
        assert answer.status_code == 422
        assert said in text_of(answer)
        assert value in text_of(answer)
        assert not Identifier.objects.exists()

    def test_of_somebody_else_are_refused_without_saying_whose(self, client: Any, family: Family, maya: Person) -> None:
        hidden = make_member(make_family("Okafor"), given_names="Tobi", family_name="Okafor")
        actions.add_identifier(person=hidden, kind="nhs-number", value="9434765919", by=make_user())
        url = f"/families/{family.pk}/people/{maya.pk}/numbers/add/"
        said = text_of(client.post(url, {"kind": "nhs-number", "value": "943 476 5919"}))
        assert "Somebody else is recorded with this number" in said
        assert "Okafor" not in said

    def test_are_shown_and_taken_back_with_a_reason(self, client: Any, family: Family, maya: Person) -> None:
        page = f"/families/{family.pk}/people/{maya.pk}/"
        client.post(f"{page}numbers/add/", {"kind": "nhs-number", "value": "9434765919"})
        assert "943 476 5919" in text_of(client.get(page))
        number = Identifier.objects.get()
        assert client.post(f"{page}numbers/{number.pk}/withdraw/", {"why": ""}).status_code == 422
        client.post(f"{page}numbers/{number.pk}/withdraw/", {"why": "It is her sister’s"})
        assert "943 476 5919" not in text_of(client.get(page))


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
