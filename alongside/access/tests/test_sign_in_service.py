"""Signing in through an authority's own service, with a service of our own making at the other end."""

import importlib
import sys
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.urls import clear_url_caches

from alongside.access.models import User

pytestmark = pytest.mark.django_db

ISSUER = "https://login.alderbridge.example"
WELL_KNOWN = {
    "issuer": ISSUER,
    "authorization_endpoint": f"{ISSUER}/authorize",
    "token_endpoint": f"{ISSUER}/token",
    "userinfo_endpoint": f"{ISSUER}/userinfo",
    "jwks_uri": f"{ISSUER}/keys",
}


class Answer:
    """What the service answers over the network."""

    status_code, headers, content = 200, {"content-type": "application/json"}, b"{}"

    def __init__(self, content: dict) -> None:
        self.content_as_python = content

    def json(self) -> dict:
        return self.content_as_python

    def raise_for_status(self) -> None:
        pass


@pytest.fixture
def service(settings, monkeypatch):
    """Turn the service on, and return whom it says is signing in."""
    app: dict[str, Any] = {"provider_id": "work", "name": "your work account", "client_id": "alongside", "secret": "s"}
    app["settings"] = {"server_url": ISSUER}
    settings.OIDC_SERVER_URL = ISSUER
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    who = {"sub": "42", "email": "ada@alderbridge.example", "email_verified": True, "name": "Ada O."}

    def ask(self, method, url, **_):
        if url.endswith("openid-configuration"):
            return Answer(WELL_KNOWN)
        return Answer({"access_token": "t", "token_type": "Bearer"} if url.endswith("/token") else who)

    monkeypatch.setattr("requests.sessions.Session.request", ask)
    _read_addresses_anew()
    yield who
    settings.OIDC_SERVER_URL = ""
    _read_addresses_anew()


def _read_addresses_anew() -> None:
    for name in ("alongside.access.urls", "alongside.config.urls"):
        importlib.reload(sys.modules[name])
    clear_url_caches()


def come_back(client):
    """Go to the service and come back from it, as a browser would."""
    there = client.get("/sign-in-service/work/login/?next=/your-account/")
    assert there.headers["Location"].startswith(f"{ISSUER}/authorize?")
    state = there.headers["Location"].split("state=")[1].split("&")[0]
    return client.get("/sign-in-service/work/login/callback/", {"code": "c", "state": state}, follow=True)


def test_the_button_is_there_only_when_a_service_is(client, service):
    page = client.get("/sign-in/?next=/your-account/").content.decode()
    assert "Sign in with your work account" in page
    assert "/sign-in-service/work/login/?next=%2Fyour-account%2F" in page


def test_no_service_no_button(client):
    assert "Sign in with" not in client.get("/sign-in/").content.decode()


def test_somebody_with_an_account_comes_in_by_their_checked_address(client, ada, service):
    page = come_back(client)
    assert page.request["PATH_INFO"] == "/your-account/"
    assert SocialAccount.objects.get().user == ada
    client.post("/sign-out/")
    assert come_back(client).request["PATH_INFO"] == "/your-account/"


def test_an_address_that_was_not_checked_opens_nothing(client, ada, service):
    service["email_verified"] = False
    come_back(client)
    assert client.get("/your-account/").status_code == 302


def test_somebody_without_an_account_is_told_to_ask_for_one(client, ada, service):
    service["email"] = "stranger@alderbridge.example"
    assert "You have no account here yet" in come_back(client).content.decode()
    assert User.objects.count() == 1


def test_a_closed_account_stays_closed(client, ada, service):
    come_back(client)
    client.post("/sign-out/")
    User.objects.update(is_active=False)
    assert "This account is closed" in come_back(client).content.decode()


def test_no_second_step_of_ours_on_top_of_the_services(client, ada, service, settings):
    settings.MFA_REQUIRED = "all"
    assert come_back(client).request["PATH_INFO"] == "/your-account/"


@pytest.mark.parametrize("answer", [{"error": "access_denied"}, {"error": "server_error"}, {"code": "c", "state": "x"}])
def test_when_the_service_does_not_let_somebody_in_they_are_told_what_to_do(client, service, answer):
    page = client.get("/sign-in-service/work/login/callback/", answer, follow=True)
    assert "Back to signing in" in page.content.decode()
