"""The proof of `./run --check`: over HTTP, as a person with a browser would go about it."""

import re
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING

from alongside.launch.pages import Page
from alongside.launch.steps import CannotGoOn

if TYPE_CHECKING:
    from alongside.demo.sign_ins import SignIn

FAMILY = re.compile(r"^/families/\d[^/]*/$")
PARTS_OF_A_FAMILY = ("Story", "Map", "People", "Plan", "Documents")


class Browser:
    """Just enough of one: cookies, redirects, and forms filled in."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def open(self, path: str, fields: dict[str, str] | None = None) -> Page:
        """Return the page at `path` (after redirects), with `fields` posted if given.

        :raises CannotGoOn: when it does not answer with success
        """
        url = urllib.parse.urljoin(self._address, path)
        body = urllib.parse.urlencode(fields).encode() if fields is not None else None
        request = urllib.request.Request(url, data=body, headers={"Referer": url})  # noqa: S310
        try:
            with self._opener.open(request, timeout=30) as answer:
                return Page(answer.url, answer.read().decode())
        except urllib.error.HTTPError as error:
            raise CannotGoOn(f"{url} answered {error.code} {error.reason}.") from error
        except OSError as error:
            raise CannotGoOn(f"{url} did not answer: {error}.") from error


def prove(address: str) -> list[str]:
    """Sign in as the invented lead practitioner and open a family. Returns what was seen, line by line.

    :raises CannotGoOn: naming the first thing that is not as it should be
    """
    who = _lead_practitioner()
    browser = Browser(address)
    sign_in = browser.open("/")
    _expect(sign_in.has_password_field, f"{sign_in.url} should ask for a password", sign_in)
    for style in sign_in.styles:
        browser.open(style)
    home = browser.open(sign_in.form_action, sign_in.filled_in(email=who.email, password=who.password))
    _expect(not home.has_password_field, f"signing in as {who.email} should succeed", home)
    links = [(path, name) for path, name in home.links if FAMILY.match(path) and name]
    _expect(bool(links), f"{home.url} should name a family that {who.email} works with", home)
    path, name = links[0]
    family = browser.open(path)
    for expected in (name, *PARTS_OF_A_FAMILY):
        _expect(expected in family.text, f"{family.url} should say “{expected}”", family)
    return [
        f"{sign_in.url} asks for a password, with its {len(sign_in.styles)} style sheet(s)",
        f"{home.url} greets {who.email} after a real sign-in",
        f"{family.url} shows {name} with {', '.join(PARTS_OF_A_FAMILY)}",
    ]


def _lead_practitioner() -> "SignIn":
    from alongside.demo.sign_ins import SIGN_INS

    return next(each for each in SIGN_INS if "lead practitioner" in each.role.lower())


def _expect(true: bool, claim: str, page: Page) -> None:
    if not true:
        beginning = " ".join(page.text.split())[:400]
        raise CannotGoOn(f"The check failed: {claim}, but the page says:\n    {beginning}")
