"""Which role may do what, as a table that a practice lead can read."""

import pytest

from alongside.access import rules
from alongside.access.models import Post, Team, User

YES = {
    "work_with_families": "practitioner partner adviser duty-manager manager senior-manager chair minute-taker",
    "decide_level": "practitioner adviser duty-manager manager senior-manager",
    "close": "practitioner adviser duty-manager manager senior-manager",
    "see_team_families": "practitioner adviser duty-manager manager senior-manager",
    "see_all_families": "duty-manager senior-manager",
    "sign_off": "duty-manager manager senior-manager",
    "answer_front_door": "adviser duty-manager senior-manager",
    "allocate": "duty-manager manager senior-manager",
    "restrict_family": "duty-manager manager senior-manager",
    "see_who_looked": "duty-manager manager senior-manager auditor",
    "emergency_access": "practitioner adviser duty-manager manager senior-manager",
    "read_trail": "auditor",
    "manage_accounts": "administrator",
    "publish_packs": "practice-lead",
    "keep_directory": "practice-lead administrator",
    "oversee_practice": "duty-manager manager senior-manager practice-lead",
    "see_conference_figures": "duty-manager manager senior-manager practice-lead chair",
    "merge_people": "duty-manager manager senior-manager",
}
EVERYWHERE = {"duty-manager", "senior-manager", "practice-lead", "administrator", "auditor"}


def somebody(*posts: tuple[int, str]) -> User:
    """A user who holds these posts, without a database."""
    user = User(pk=1, email="a@alderbridge.example", name="A")
    user.__dict__["held_posts"] = tuple(rules.HeldPost(team, role) for team, role in posts)
    return user


def test_every_capability_is_in_the_table():
    assert YES.keys() == rules.CAPABILITIES.keys()


@pytest.mark.parametrize("role", rules.ROLES)
@pytest.mark.parametrize("capability", rules.CAPABILITIES)
def test_who_may_do_what(role, capability):
    user = somebody((7, role))
    allowed = role in YES[capability].split()
    assert rules.may(user, capability) is allowed
    assert rules.may(user, capability, 7) is allowed
    assert rules.may(user, capability, 8) is (allowed and role in EVERYWHERE)
    assert rules.teams_where(user, capability) == (frozenset({7}) if allowed else frozenset())


def test_an_administrator_sees_no_family():
    assert not {"see_team_families", "see_all_families", "emergency_access"} & rules.ROLES["administrator"].may


def test_posts_in_two_teams_add_up_without_mixing():
    user = somebody((7, "practitioner"), (8, "manager"))
    assert rules.may(user, "sign_off", 8)
    assert not rules.may(user, "sign_off", 7)
    assert rules.teams_where(user, "see_team_families") == {7, 8}


def test_a_role_that_nobody_knows_may_do_nothing():
    user = somebody((7, "wizard"))
    assert not any(rules.may(user, capability) for capability in rules.CAPABILITIES)
    assert not rules.teams_where(user, "sign_off")


def test_a_misspelt_capability_is_an_error_and_not_a_no():
    with pytest.raises(KeyError):
        rules.may(somebody((7, "manager")), "sing_off")


@pytest.mark.django_db
def test_a_deactivated_account_may_do_nothing(django_assert_num_queries):
    user = User.objects.create_user(email="ada@alderbridge.example", name="Ada Okafor")
    Post.objects.create(user=user, team=Team.objects.create(name="North"), role="manager")
    with django_assert_num_queries(1):
        assert rules.may(user, "sign_off")
        assert rules.may(user, "allocate")
    user.is_active = False
    assert not rules.may(user, "sign_off")
