"""Where people live, and the numbers they have elsewhere."""

from datetime import date
from typing import Any

import pytest

from alongside.access.models import User
from alongside.people import actions
from alongside.people.models import Address, Family, Identifier, Person
from alongside.people.tests.makers import make_family, make_member, make_user
from alongside.people.tests.screens import text_of

pytestmark = pytest.mark.django_db


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

    def test_one_hidden_for_a_child_is_told_by_nobody_else_of_the_family(
        self, client: Any, worker: User, family: Family, maya: Person
    ) -> None:
        dana, sam, leo = (
            make_member(family, role=role, given_names=name, family_name="Okafor", date_of_birth=date(1990, 1, 1))
            for name, role in (("Dana", "parent-or-carer"), ("Sam", "other-adult"), ("Leo", "other-adult"))
        )
        actions.move(person=dana, lines="14, Quiet Cl.\nAlderbridge", postcode="AB1 2DE", by=worker)
        actions.move(person=sam, lines="15 Quiet Close", postcode="AB1 2DE", by=worker)
        page = f"/families/{family.pk}/people"
        typed = {"kind": "home", "lines": "14 Quiet Close\nAlderbridge", "postcode": "AB1 2DE"}
        hide = {"never_show": "on", "never_show_reason": "He must not find them"}
        assert client.post(f"{page}/{maya.pk}/addresses/add/", typed | hide).status_code == 302
        told = client.post(f"{page}/{leo.pk}/addresses/add/", typed, follow=True)
        assert "It is hidden, as it is for others of the family" in text_of(told)
        for person in (maya, dana, leo):
            assert "Quiet" not in text_of(client.get(f"{page}/{person.pk}/"))
        assert "15 Quiet Close" in text_of(client.get(f"{page}/{sam.pk}/"))
        found = text_of(client.get("/search/", {"q": "14 quiet close"})).split('id="found"')[1]
        assert "Dana" not in found
        aunt = make_member(make_family(team=family.team), role="other-adult", given_names="Ada", family_name="Okafor")
        actions.move(person=aunt, lines="14 Quiet Close, Alderbridge", postcode="AB1 2DE", by=worker)
        assert not aunt.addresses.get().never_show
        actions.add_member(family=family, person=aunt, role="other-adult", by=worker)
        assert aunt.addresses.get().never_show
        # And shown again it is so for all of them, or the next who moves there would hide it once more.
        lead = make_user("manager", family.team)
        actions.set_never_show(address=maya.addresses.get(), never_show=False, reason="He is in prison", by=lead)
        assert not Address.objects.filter(never_show=True).exists()


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
