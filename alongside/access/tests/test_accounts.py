"""The administrator's screens, and what they refuse."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from alongside.access import actions, trail
from alongside.access.models import Change, Post, Team, User
from alongside.access.tests.conftest import PASSWORD, found

pytestmark = pytest.mark.django_db


@pytest.fixture
def north() -> Team:
    return Team.objects.create(name="North")


@pytest.fixture
def office(client, north, administrator):
    """A client that the administrator is signed in with."""
    client.force_login(administrator)
    return client


def actions_on_the_trail() -> list[str]:
    return list(Change.objects.exclude(action="signed in").order_by("pk").values_list("action", flat=True))


def test_an_account_is_made_invited_and_opened_by_its_owner(office, north, settings):
    settings.EMAIL_HOST = "mail.alderbridge.example"
    office.get("/accounts/new/")
    form = {"name": "Grace Lewis", "email": "Grace@Alderbridge.example", "job_title": "Team manager", "agency": ""}
    answer = office.post("/accounts/new/", form | {"team": north.pk, "role": "manager"})
    grace = User.objects.get(email="grace@alderbridge.example")
    assert answer.url == f"/accounts/{grace.pk}/"
    assert "An invitation is on its way" in office.get(answer.url).content.decode()
    assert list(Post.objects.filter(user=grace).values_list("team__name", "role")) == [("North", "manager")]
    assert actions_on_the_trail() == ["made an account", "gave a post", "sent an invitation"]

    message = mail.outbox[0]
    assert message.to == ["grace@alderbridge.example"]
    link = found(r"http://testserver(\S+)", str(message.body))
    own = Client()
    where = own.get(link, follow=True).redirect_chain[-1][0]
    own.post(where, {"password1": PASSWORD, "password2": PASSWORD})
    assert own.post("/sign-in/", {"login": grace.email, "password": PASSWORD}).headers["Location"] == "/"


def test_where_no_email_can_be_sent_the_link_is_shown(office, north):
    form = {"name": "Grace Lewis", "email": "grace@alderbridge.example", "team": north.pk, "role": "manager"}
    page = office.post("/accounts/new/", form, follow=True).content.decode()
    assert "No email could be sent" in page
    assert "/password/choose/" in page


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name": ""}, "Enter full name"),
        ({"email": ""}, "Enter work email address"),
        ({"email": "grace"}, "Enter an email address, like"),
        ({"email": "IMRAN@alderbridge.example"}, "Imran Shah has an account with this address already"),
        ({"team": ""}, "Choose team"),
        ({"role": "wizard"}, "Choose one of the answers to Role"),
        ({"name": "x" * 201}, "must be 200 letters or fewer"),
    ],
)
def test_what_is_wrong_with_a_new_account_is_said_beside_the_field(office, north, wrong, says):
    form = {"name": "Grace Lewis", "email": "grace@alderbridge.example", "team": north.pk, "role": "manager"}
    page = office.post("/accounts/new/", form | wrong)
    assert page.status_code == 422
    assert page.content.decode().count(says) == 2  # beside the field and at the top
    assert User.objects.count() == 1


def test_accounts_are_found_by_name_and_address(office, make_user):
    make_user("Grace Lewis", "manager")
    make_user("Yusuf Demir", "practitioner")
    page = office.get("/accounts/", {"q": "grace@"}).content.decode()
    assert "Grace Lewis" in page
    assert "Yusuf Demir" not in page
    assert "Nobody was found" in office.get("/accounts/", {"q": "zzz"}).content.decode()


def test_the_list_costs_the_same_for_many(office, make_user, django_assert_max_num_queries):
    for number in range(30):
        make_user(f"Person{number} Example", "practitioner")
    office.get("/accounts/")
    with django_assert_max_num_queries(5):
        office.get("/accounts/")


def test_an_account_is_changed(office, make_user):
    grace = make_user("Grace Lewis", "manager")
    EmailAddress.objects.create(user=grace, email=grace.email, verified=True, primary=True)
    form = {"name": "Grace Lewis-Hall", "email": "grace.hall@alderbridge.example", "job_title": "", "agency": ""}
    assert office.post(f"/accounts/{grace.pk}/", form).status_code == 302
    grace.refresh_from_db()
    assert grace.name == "Grace Lewis-Hall"
    assert Change.objects.get(action="changed an account").detail["before"]["name"] == "Grace Lewis"
    old, new = Client(), Client()
    old.post("/sign-in/", {"login": "grace@alderbridge.example", "password": PASSWORD})
    new.post("/sign-in/", {"login": "grace.hall@alderbridge.example", "password": PASSWORD})
    assert old.get("/your-account/").status_code == 302
    assert new.get("/your-account/").status_code == 200


def test_posts_are_given_and_taken_away(office, make_user):
    grace, south = make_user("Grace Lewis"), Team.objects.create(name="South")
    assert "No role yet" in office.get(f"/accounts/{grace.pk}/").content.decode()
    office.post(f"/accounts/{grace.pk}/posts/", {"team": south.pk, "role": "chair"})
    office.post(f"/accounts/{grace.pk}/posts/", {"team": south.pk, "role": "chair"})
    post = Post.objects.get(user=grace)
    assert "Conference chair" in office.get(f"/accounts/{grace.pk}/").content.decode()
    office.post(f"/accounts/{grace.pk}/posts/{post.pk}/end/")
    assert not grace.posts.exists()
    assert actions_on_the_trail() == ["gave a post", "ended a post"]
    assert office.post(f"/accounts/{grace.pk}/posts/", {"team": "", "role": ""}).status_code == 422


def test_closing_an_account_ends_its_sessions_at_once(office, make_user):
    grace, own = make_user("Grace Lewis", "manager"), Client()
    own.force_login(grace)
    assert own.get("/your-account/").status_code == 200
    page = office.post(f"/accounts/{grace.pk}/close/", follow=True).content.decode()
    assert "signed out everywhere" in page
    assert own.get("/your-account/").status_code == 302
    assert "Grace Lewis" not in office.get("/accounts/").content.decode()
    assert "Grace Lewis" in office.get("/accounts/", {"closed": "yes"}).content.decode()

    office.post(f"/accounts/{grace.pk}/open-again/")
    assert own.get("/your-account/").status_code == 302  # the old session stays ended
    own.post("/sign-in/", {"login": grace.email, "password": PASSWORD})
    assert own.get("/your-account/").status_code == 200


def test_a_lost_phone(office, make_user):
    grace = make_user("Grace Lewis", "manager")
    Authenticator.objects.create(user=grace, type="totp", data={"secret": "x"})
    assert "Their phone is lost" in office.get(f"/accounts/{grace.pk}/").content.decode()
    office.post(f"/accounts/{grace.pk}/forget-second-step/")
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize("what", ["close/", "forget-second-step/", "posts/"])
def test_nobody_does_to_themselves_what_needs_another_pair_of_eyes(office, administrator, north, what):
    form = {"team": north.pk, "role": "senior-manager"}
    page = office.post(f"/accounts/{administrator.pk}/{what}", form, follow=True).content.decode()
    assert "Not done" in page
    administrator.refresh_from_db()
    assert administrator.is_active
    assert [post.role for post in administrator.posts.all()] == ["administrator"]


def test_the_last_administrator_stays(office, administrator, make_user):
    post = administrator.posts.get()
    page = office.post(f"/accounts/{administrator.pk}/posts/{post.pk}/end/", follow=True).content.decode()
    assert "last administrator" in page
    with pytest.raises(actions.Refused):
        actions.close_account(account=administrator, by=make_user("Grace Lewis"))
    make_user("Second Administrator", "administrator")
    office.post(f"/accounts/{administrator.pk}/posts/{post.pk}/end/")
    assert not administrator.posts.exists()


def test_teams_are_made_and_renamed(office, north):
    answer = office.post("/teams/new/", {"name": "South"})
    south = Team.objects.get(name="South")
    assert answer.url == f"/teams/{south.pk}/"
    assert "Nobody is in this team yet" in office.get(answer.url).content.decode()
    assert "already" in office.post("/teams/new/", {"name": " north "}).content.decode()
    assert "already" in office.post(f"/teams/{south.pk}/", {"name": "NORTH"}).content.decode()
    assert office.post(f"/teams/{south.pk}/", {"name": "South and West"}).status_code == 302
    assert "Imran Shah" in office.get(f"/teams/{north.pk}/").content.decode()
    assert "South and West" in office.get("/teams/").content.decode()
    assert actions_on_the_trail() == ["made a team", "renamed a team"]


@pytest.mark.parametrize("address", ["/accounts/999/", "/teams/999/", "/accounts/999/close/"])
def test_what_is_not_there(office, address):
    assert office.post(address).status_code == 404


def test_an_action_that_leaves_no_trail_does_not_happen(office, make_user, north, monkeypatch):
    def fails(**_: object) -> None:
        raise RuntimeError

    grace, administrator = make_user("Grace Lewis"), User.objects.get(name="Imran Shah")
    monkeypatch.setattr(trail, "changed", fails)
    for act in (
        lambda: actions.add_account(name="New", email="new@alderbridge.example", by=administrator),
        lambda: actions.give_post(account=grace, team=north, role="manager", by=administrator),
        lambda: actions.close_account(account=grace, by=administrator),
        lambda: actions.add_team(name="West", by=administrator),
        lambda: actions.rename_team(team=north, name="West", by=administrator),
    ):
        with pytest.raises(RuntimeError):
            act()
    assert not User.objects.filter(email="new@alderbridge.example").exists()
    assert not grace.posts.exists()
    assert User.objects.get(pk=grace.pk).is_active
    assert not Team.objects.filter(name="West").exists()


def test_your_account_says_what_each_role_may_do(client, make_user):
    client.force_login(make_user("Grace Lewis", "manager"))
    page = client.get("/your-account/").content.decode()
    assert "Manager, North" in page
    assert "sign off records" in page
    assert "make and close accounts" not in page
