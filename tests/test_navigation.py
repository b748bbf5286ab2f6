"""Each person finds in the header the places they may go to, and no others."""

import pytest
from django.http import HttpRequest

from alongside.access.models import Post, Team, User
from alongside.config.navigation import footer, navigation

WITH_FAMILIES = ["Families", "Meetings", "Calendar"]


@pytest.fixture
def somebody(db, rf):
    """Who is signed in with a role, as a request for a page."""

    def asked(role: str, path: str = "/help/") -> HttpRequest:
        request = rf.get(path)
        request.user = User.objects.create_user(email="ruth@example.org", name="Ruth Adler")
        Post.objects.create(user=request.user, team=Team.objects.create(name="North"), role=role)
        return request

    return asked


@pytest.mark.parametrize(
    ("role", "titles"),
    [
        ("practitioner", ["My work", "Notices", *WITH_FAMILIES, "Team", "Practice"]),
        ("manager", ["My work", "Notices", *WITH_FAMILIES, "Team", "Duty", "Oversight", "Claims", "Practice"]),
        ("adviser", ["My work", "Notices", *WITH_FAMILIES, "Team", "Front door", "Practice"]),
        ("partner", ["My work", "Notices", *WITH_FAMILIES, "Practice"]),
        ("administrator", ["My work", "Notices", "Practice", "Directory", "Accounts"]),
        ("auditor", ["My work", "Notices", "Practice", "Trail"]),
    ],
)
def test_the_header_leads_where_a_role_may_go(somebody, role, titles):
    assert [link.title for link in navigation(somebody(role)).places] == titles


def test_an_administrator_has_no_search_for_families(somebody):
    assert navigation(somebody("administrator")).search == ""


def test_the_place_one_is_in_is_marked(somebody):
    assert [link.title for link in navigation(somebody("manager", "/team/")).places if link.current] == ["Team"]


def test_who_is_not_signed_in_sees_only_the_footer(rf):
    shown = navigation(rf.get("/help/"))
    assert (shown.places, shown.account, shown.search, shown.sign_out) == ((), "", "", "")
    assert [link.title for link in footer()] == [
        "Whom to call",
        "Threshold guide",
        "Services",
        "Help",
        "Accessibility",
        "Privacy",
    ]
