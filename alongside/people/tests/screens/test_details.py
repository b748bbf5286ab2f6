"""What is known of a person."""

from typing import Any

import pytest

from alongside.people import actions
from alongside.people.models import Family, Person
from alongside.people.tests.makers import make_user
from alongside.people.tests.screens import text_of

pytestmark = pytest.mark.django_db


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
