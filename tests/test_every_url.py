"""Every address, asked for by every role and by nobody: no errors, and no family to whom it is not open."""

from collections.abc import Callable

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client

from alongside.access.models import Change, Look, Team
from alongside.access.rules import CAPABILITIES, ROLES
from alongside.people.actions import restrict
from alongside.people.models import Family
from tests.addresses import Address, FamilyRecord, every_address, make_account, make_record
from tests.pages import CheckedClient

ADDRESSES = every_address()
# Pages of a library, each with a template of ours: they say themselves who may open them.
FROM_A_LIBRARY = ("account_", "mfa_", "openid_connect_", "socialaccount_")
# Of an address without an example, one test tells and the others pass by.
REACHED = [address for address in ADDRESSES if not address.lacking]
PUBLIC = {"help", "accessibility", "privacy", "design"}
SECRET = "Quietwater"


def test_every_page_says_who_may_open_it():
    silent = [
        address.name or repr(address.view)
        for address in ADDRESSES
        if address.name not in PUBLIC
        and not address.name.startswith(FROM_A_LIBRARY)
        and getattr(address.view, "guarded_by", "") not in {*CAPABILITIES, "for_user", "own", "public", "link"}
    ]
    assert not silent, f"Say who may open these, with a guard of alongside.access.guards: {silent}"


def test_every_parameter_has_an_example():
    lacking = {address.name: address.lacking for address in ADDRESSES if address.lacking}
    assert not lacking, f"Give an example in tests/addresses/examples.py: {lacking}"


@pytest.fixture
def north(db: None) -> Team:
    return Team.objects.create(name="North")


@pytest.fixture
def ours(north: Team) -> FamilyRecord:
    """A family of the team that every role here belongs to."""
    return make_record("Rowan", north, make_account("Leo Lead", "practitioner", north))


@pytest.fixture
def theirs(db: None) -> FamilyRecord:
    """A restricted family of another team, which no role sees by itself."""
    south = Team.objects.create(name="South")
    manager = make_account("Miriam Manager", "manager", south)
    record = make_record(SECRET, south, manager)
    restrict(family=record.family, reason="Somebody of the family works here.", by=manager)
    return record


@pytest.mark.requirement("ALL-07")
def test_nobody_sees_only_what_is_public(ours: FamilyRecord):
    wrong = []
    for address in REACHED:
        public = getattr(address.view, "login_required", True) is False
        answer, problem = ask(Client(), "get", address, ours)
        if problem:
            wrong.append(problem)
        elif not public and not (answer.status_code == 302 and answer.headers["Location"].startswith("/sign-in/")):
            wrong.append(f"{address.name} answers {answer.status_code} to nobody")
        elif public and "Rowan" in text_of(answer):
            wrong.append(f"{address.name} names a family to nobody")
        _, problem = ask(Client(), "post", address, ours)
        wrong += [problem] if problem else []
    assert not wrong, listed(wrong)
    assert not Look.objects.exists()


@pytest.mark.requirement("ALL-07")
@pytest.mark.parametrize("role", ROLES)
def test_every_role(role: str, north: Team, ours: FamilyRecord, theirs: FamilyRecord):
    user = make_account("Somebody Here", role, north)
    client = signed_in(CheckedClient(), user)
    sees = Family.objects.for_user(user).filter(pk=ours.family.pk).exists()
    changes_of_theirs = Change.objects.filter(family_id=theirs.family.pk).count()
    wrong = []
    for address in REACHED:
        for method in ("get", "post"):
            wrong += asked_about_ours(client(), method, address, ours, sees)
            if address.of_a_family:
                wrong += asked_about_theirs(client(), method, address, theirs)
    assert not wrong, listed(wrong)
    assert Change.objects.filter(family_id=theirs.family.pk).count() == changes_of_theirs
    assert not Look.objects.filter(family_id=theirs.family.pk).exists()


def asked_about_ours(client: Client, method: str, address: Address, ours: FamilyRecord, sees: bool) -> list[str]:
    """Ask for a page of our own family, or of none, and return what is wrong with the answer."""
    answer, problem = ask(client, method, address, ours)
    if problem:
        return [problem]
    if address.of_a_family and not sees and address.name != "who-has-looked" and "Rowan" in text_of(answer):
        return [f"{method} {address.name} names a family that this role may not see"]
    by_need_to_know = getattr(address.view, "guarded_by", "") == "for_user"
    if address.of_a_family and sees and by_need_to_know and method == "get" and answer.status_code in (403, 404):
        return [f"get {address.name} answers {answer.status_code} to somebody who sees the family"]
    return []


def asked_about_theirs(client: Client, method: str, address: Address, theirs: FamilyRecord) -> list[str]:
    """Ask for a page of a family that is not open to this role, and return what is wrong with the answer."""
    answer, problem = ask(client, method, address, theirs)
    if problem:
        return [problem]
    if address.name == "who-has-looked" and answer.status_code == 200:
        return []  # for who reads the trail: it shows the reference, and nothing of the family
    if answer.status_code not in (403, 404, 405):
        return [f"{method} {address.name} of a family that is not open answers {answer.status_code}"]
    return [f"{method} {address.name} gives the family away"] if SECRET in text_of(answer) else []


def ask(client: Client, method: str, address: Address, around: FamilyRecord) -> tuple[HttpResponseBase, str]:
    """Ask for a page, take back whatever that changed, and return the answer and what went wrong, if anything did."""
    answer = HttpResponseBase(status=500)
    problem = ""
    try:
        with transaction.atomic():
            answer = getattr(client, method)(address.path(around))
            transaction.set_rollback(True)
    except Exception as failure:
        problem = f"{method} {address.name}: {type(failure).__name__}: {failure}"
    if not problem and answer.status_code >= 500:
        problem = f"{method} {address.name} answers {answer.status_code}"
    return answer, problem


def signed_in(client: Client, user: object) -> Callable[[], Client]:
    """Return the client, each time as it was just after signing in: some addresses sign out."""
    client.force_login(user)  # type: ignore[arg-type]
    cookies = client.cookies.output(header="").strip()

    def again() -> Client:
        client.cookies.clear()
        client.cookies.load(cookies)
        return client

    return again


def text_of(answer: HttpResponseBase) -> str:
    if answer.streaming or not answer.headers.get("Content-Type", "").startswith("text"):
        return ""
    return answer.content.decode()  # type: ignore[attr-defined]


def listed(wrong: list[str]) -> str:
    return "\n" + "\n".join(wrong)
