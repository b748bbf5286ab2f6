"""Somebody at a browser behind the reverse proxy: one connection, cookies, forms, and a clock."""

import gzip
import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from alongside.launch.pages import Page
from bench.serving.counting import ASKED, TOLD


@dataclass(frozen=True)
class Answer:
    """What came back, in how many bytes, and after how many milliseconds the last of them was there."""

    status: int
    body: bytes
    bytes_sent: int
    milliseconds: float
    queries: int
    location: str

    @property
    def page(self) -> Page:
        return Page(self.location, self.body.decode())


class Visitor:
    """One connection that stays open, as the proxy keeps it; what the proxy says of TLS is said here."""

    def __init__(self, address: str) -> None:
        self._connection = HTTPConnection(address, timeout=60)
        self._address = address
        self.cookies: dict[str, str] = {}

    def get(self, path: str, *, count: bool = False) -> Answer:
        """Ask for a page; with `count`, for the number of its queries too."""
        return self._ask("GET", path, None, count)

    def post(
        self, path: str, fields: dict[str, str], *, count: bool = False, script: bool = False, json: bool = False
    ) -> Answer:
        """Send a form, as a page does or as the page's script does; `json` when it wants that back."""
        more = {"Sec-Fetch-Mode": "cors"} if script else {}
        return self._ask("POST", path, fields, count, more | ({"Accept": "application/json"} if json else {}))

    @property
    def csrf_token(self) -> str:
        return self.cookies["csrftoken"]

    def _ask(
        self, method: str, path: str, fields: dict[str, str] | None, count: bool, more: dict[str, str] | None = None
    ) -> Answer:
        headers = self._headers(path) | (more or {}) | ({ASKED: "yes"} if count else {})
        body = None
        if fields is not None:
            body = urlencode(fields)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        self._connection.request(method, path, body, headers)
        response = self._connection.getresponse()
        content = response.read()
        spent = (time.perf_counter() - began) * 1000
        self._keep_cookies(response)
        zipped = response.headers.get("Content-Encoding") == "gzip"
        return Answer(
            status=response.status,
            body=gzip.decompress(content) if zipped else content,
            bytes_sent=len(content),
            milliseconds=spent,
            queries=int(response.headers.get(TOLD, -1)),
            location=response.headers.get("Location", path),
        )

    def _headers(self, path: str) -> dict[str, str]:
        return {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Referer": f"https://{self._address}{path}",
            "X-Forwarded-For": "192.0.2.1",
            "X-Forwarded-Proto": "https",
            "Accept-Encoding": "gzip",
        }

    def _keep_cookies(self, response: HTTPResponse) -> None:
        for line in response.headers.get_all("Set-Cookie") or []:
            for name, cookie in SimpleCookie(line).items():
                self.cookies[name] = cookie.value


def sign_in(visitor: Visitor, *, email: str, password: str, code: str) -> None:
    """Sign in with a password and, as in production, a second step.

    :raises AssertionError: when either is refused
    """
    form = visitor.get("/sign-in/").page
    answer = visitor.post(form.form_action or "/sign-in/", form.filled_in(email=email, password=password))
    assert answer.status == 302, f"the password was answered with {answer.status}"
    visitor.get(answer.location)
    answer = visitor.post(answer.location, {"code": code, "csrfmiddlewaretoken": visitor.csrf_token})
    assert answer.status == 302, f"the code was answered with {answer.status}"
