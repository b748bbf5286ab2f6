"""How people are related."""

from datetime import date
from typing import Any

import pytest

from alongside.people.models import Family, Person, Relationship
from alongside.people.tests.makers import make_family, make_member
from alongside.people.tests.screens import text_of

pytestmark = pytest.mark.django_db


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
