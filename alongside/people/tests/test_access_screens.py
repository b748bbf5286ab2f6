"""Restricting a family, and opening one in an emergency, through the screens."""

from typing import Any

import pytest

from alongside.access.models import Team, User
from alongside.access.trail.models import Change, Look
from alongside.people import actions
from alongside.people.models import EmergencyAccess, Family
from alongside.people.reference import as_reference
from alongside.people.tests.makers import make_family, make_member, make_team, make_user

pytestmark = pytest.mark.django_db
REASON = "Police are at the door and ask about the children"


@pytest.fixture
def team() -> Team:
    return make_team("Harbour team")


@pytest.fixture
def family(team: Team) -> Family:
    family = make_family("Hayes", team=team)
    make_member(family)
    return family


@pytest.fixture
def manager(team: Team) -> User:
    return make_user("manager", team, name="Grace Mensah")


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


class TestEmergencyAccess:
    page = "/emergency-access/"

    @pytest.mark.requirement("ALL-07")
    def test_opens_a_record_for_a_while_tells_the_manager_and_is_on_the_trail(
        self, client: Any, family: Family, manager: User
    ) -> None:
        user = make_user("practitioner", name="Omar Diallo")
        client.force_login(user)
        assert client.get(f"/families/{family.pk}/people/").status_code == 404
        assert "Emergency" in text_of(client.get(self.page))
        opened = client.post(self.page, {"reference": family.reference.lower(), "reason": REASON}, follow=True)
        assert opened.redirect_chain == [(f"/families/{family.pk}/people/", 302)]
        assert "Told: Grace Mensah" in text_of(opened)
        access = EmergencyAccess.objects.get()
        assert access.ends_at > access.started_at
        assert Change.objects.filter(action="used emergency access", family_id=family.pk, user_id=user.pk).exists()
        assert Look.objects.filter(family_id=family.pk, user_id=user.pk, emergency=True).exists()

        client.force_login(manager)
        told = text_of(client.get("/emergency-access/to-see/"))
        assert "Omar Diallo" in told
        assert REASON in told
        client.post(f"/emergency-access/{access.pk}/seen/", {"note": "Spoke with Omar, all well"})
        assert "There is none to look into" in text_of(client.get("/emergency-access/to-see/"))
        access.refresh_from_db()
        assert (access.seen_by, access.seen_note) == (manager, "Spoke with Omar, all well")

        client.force_login(user)
        EmergencyAccess.objects.update(ends_at=access.started_at.replace(microsecond=0).replace(year=9999))
        EmergencyAccess.objects.update(started_at=access.started_at.replace(year=2020), ends_at=access.started_at)
        assert client.get(f"/families/{family.pk}/people/").status_code == 404

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ({"reference": "", "reason": REASON}, "Enter family reference"),
            ({"reference": "F1001-1", "reason": REASON}, "This is not a family reference"),
            ({"reference": as_reference(99999998), "reason": REASON}, "No record has this reference"),
            ({"reason": ""}, "Say what has happened"),
            ({"reason": "urgent!"}, "Say in at least 5 words"),
        ],
    )
    def test_says_what_is_missing(self, client: Any, family: Family, typed: dict[str, str], said: str) -> None:
        client.force_login(make_user("practitioner"))
        answer = client.post(self.page, {"reference": family.reference, "reason": REASON, **typed})
        assert answer.status_code == 422
        assert said in text_of(answer)
        assert not EmergencyAccess.objects.exists()

    def test_is_not_for_every_role(self, client: Any, family: Family) -> None:
        for role in ("partner", "administrator", "auditor", "practice-lead"):
            client.force_login(make_user(role))
            assert client.get(self.page).status_code == 403
            assert client.post(self.page, {"reference": family.reference, "reason": REASON}).status_code == 403
        assert not EmergencyAccess.objects.exists()

    def test_nobody_looks_into_their_own_or_another_team_s(self, client: Any, family: Family) -> None:
        user = make_user("manager")
        access = actions.use_emergency_access(family=family, reason=REASON, by=user)
        for somebody in (user, make_user("manager")):
            client.force_login(somebody)
            assert client.post(f"/emergency-access/{access.pk}/seen/").status_code == 404


class TestRestricting:
    @pytest.mark.requirement("ALL-07")
    def test_hides_the_family_from_all_but_named_people_and_the_manager(
        self, client: Any, family: Family, manager: User, team: Team
    ) -> None:
        colleague, named = make_user("practitioner", team), make_user("practitioner", team)
        actions.involve(family=family, role="co-worker", user=named, by=manager)
        client.force_login(manager)
        page = f"/families/{family.pk}/restrict/"
        assert client.post(page, {"reason": ""}).status_code == 422
        client.post(page, {"reason": "A relative works in this office"})
        people = f"/families/{family.pk}/people/"
        assert "A relative works in this office" in text_of(client.get(people))
        for user, status in ((colleague, 404), (named, 200), (manager, 200)):
            client.force_login(user)
            assert client.get(people).status_code == status
        client.force_login(manager)
        client.post(page, {"reason": "The relative has left"})
        client.force_login(colleague)
        assert client.get(people).status_code == 200

    def test_is_for_the_manager_of_the_team(self, client: Any, family: Family, team: Team) -> None:
        client.force_login(make_user("practitioner", team))
        assert client.get(f"/families/{family.pk}/restrict/").status_code == 403
        other = make_user("manager")
        actions.involve(family=family, role="professional", user=other, by=make_user())
        client.force_login(other)
        assert client.post(f"/families/{family.pk}/restrict/", {"reason": "No"}).status_code == 403


def test_a_manager_is_led_from_the_family_to_who_has_looked_and_a_practitioner_is_not(
    client: Any, family: Family, team: Team, manager: User
) -> None:
    words = "Who has looked at this record"
    client.force_login(make_user("practitioner", team))
    assert words not in text_of(client.get(f"/families/{family.pk}/people/"))
    client.force_login(manager)
    assert words in text_of(client.get(f"/families/{family.pk}/people/"))
    assert "Grace Mensah" in text_of(client.get(f"/families/{family.pk}/who-has-looked/"))
