"""A family is added, and the first of its people."""

from datetime import date
from typing import Any

import pytest

from alongside.access.models import User
from alongside.people import queries
from alongside.people.models import Family, Person
from alongside.people.tests.makers import make_user
from alongside.people.tests.screens import text_of

pytestmark = pytest.mark.django_db


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
