"""A real browser for journeys: `page` and `phone`, signing in, and what no journey may leave behind.

A journey fails when the browser's console shows an error or a refused resource, as a breach of our content security
policy does. Who means to cause one (a dropped network) says so: `console.allow("net::ERR_INTERNET_DISCONNECTED")`.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

AXE = Path(settings.ROOT) / "node_modules" / "axe-core" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
EVERYTHING = {"runOnly": {"type": "tag", "values": WCAG}, "rules": {"target-size": {"enabled": True}}}
# What can be wrong at one width and right at another. Colours are the same at both.
AT_ANOTHER_WIDTH = {"runOnly": {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]}}
# Chromium does as little as it can beside showing pages; each of these was measured.
QUICK = (
    "--disable-background-networking",
    # A page's scripts run once: to compile them well, as Chromium does, costs more than it saves.
    "--js-flags=--no-opt --no-maglev --always-sparkplug --single-threaded",
    # Two hidden pages behind each window's address bar. The last such list holds, so it names what Playwright's named.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess,"
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,"
    "LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,"
    "OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch",
)
LOOK = """({within, ...options}) =>
    axe.run(within ? document.querySelector(within) : document, options).then(found => found.violations.map(rule =>
        `${rule.id}: ${rule.help}\\n      ` + rule.nodes.map(node => node.html.slice(0, 200)).join('\\n      ')))"""
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


class Console:
    """What the browser complained of during one test."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        self._allowed: list[str] = []

    def allow(self, pattern: str) -> None:
        """Expect complaints that match; others still fail the test."""
        self._allowed.append(pattern)

    def watch(self, page: Page) -> None:
        """Note what a page complains of from now on. Pages of the `context` fixture are watched already."""
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url')})")

    @property
    def unexpected(self) -> list[str]:
        return [error for error in self.errors if not any(re.search(known, error) for known in self._allowed)]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, from ALONGSIDE_CHROMIUM or the PATH; one for all tests of a process."""
    # Playwright's own loop runs in this thread; Django would take every query of a test for one inside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    path = os.environ.get("ALONGSIDE_CHROMIUM") or shutil.which("chromium")
    arguments = [*QUICK, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=arguments)
        yield launched
        launched.close()


@pytest.fixture
def console() -> Iterator[Console]:
    """The complaints of this test's pages; any that was not allowed fails the test at its end."""
    complaints = Console()
    yield complaints
    assert not complaints.unexpected, "The browser complained:\n  " + "\n  ".join(complaints.unexpected)


@pytest.fixture
def context(browser: Browser, live_server: Any, console: Console) -> Iterator[BrowserContext]:
    """A fresh browser profile whose addresses begin at the running server: `page.goto("/")`."""
    yield from _profile(browser, live_server, console, viewport=DESKTOP)


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page 1280 pixels wide."""
    return context.new_page()


@pytest.fixture
def phone(browser: Browser, live_server: Any, console: Console) -> Iterator[Page]:
    """A page 390 pixels wide, with a finger for a mouse."""
    for profile in _profile(browser, live_server, console, viewport=PHONE, has_touch=True, is_mobile=True):
        yield profile.new_page()


def _profile(browser: Browser, live_server: Any, console: Console, **options: Any) -> Iterator[BrowserContext]:
    context = browser.new_context(
        base_url=live_server.url, locale="en-GB", timezone_id="Europe/London", reduced_motion="reduce", **options
    )
    # A busy machine is slow, not wrong.
    context.set_default_timeout(20_000)
    expect.set_options(timeout=10_000)
    context.on("page", console.watch)
    with _requests_under_way() as under_way:
        yield context
        context.close()
        until = time.monotonic() + 3
        while under_way and time.monotonic() < until:
            time.sleep(0.02)


@contextmanager
def _requests_under_way() -> Iterator[list[object]]:
    """Hold one thing for each request that the running server has not answered yet: it may still write."""
    held: list[object] = []

    def began(**_: object) -> None:
        held.append(object())

    def ended(**_: object) -> None:
        if held:
            held.pop()

    request_started.connect(began)
    request_finished.connect(ended)
    try:
        yield held
    finally:
        request_started.disconnect(began)
        request_finished.disconnect(ended)


@pytest.fixture
def sign_in(live_server: Any) -> Callable[[Page, Any], None]:
    """`sign_in(page, user)`: be signed in as somebody, without going through the sign-in page."""

    def signed_in(page: Page, user: Any) -> None:
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])

    return signed_in


def axe(page: Page) -> None:
    """Assert that axe-core finds nothing against WCAG 2.2 AA on the page as it stands, target sizes included."""
    _axe(page, EVERYTHING)


def axe_at_another_width(page: Page) -> None:
    """Assert that axe-core finds nothing that can be wrong at one width and right at another."""
    _axe(page, AT_ANOTHER_WIDTH)


def bring_axe(page: Page) -> None:
    """Let each address that a page goes to from now on have axe already: cheaper, where many are looked at."""
    page.add_init_script(path=AXE)


def _axe(page: Page, options: dict[str, Any]) -> None:
    # A press of a link or button waits for the next page to begin, not for anything to stand on it.
    page.wait_for_load_state()
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    found = page.evaluate(LOOK, options | {"resultTypes": ["violations"], "elementRef": False})
    assert not found, f"{page.url}\n  " + "\n  ".join(found)


def fits_its_width(page: Page) -> None:
    """Assert that nobody has to scroll sideways to read the page."""
    page.wait_for_load_state()
    page.locator("main").first.wait_for()
    shown_fits(page)


def shown_fits(page: Page) -> None:
    """`fits_its_width`, of a page that is there for certain."""
    wide, room, shown = page.evaluate(
        "[document.scrollingElement.scrollWidth, window.innerWidth, document.querySelector('main')?.clientHeight]"
    )
    assert shown, f"{page.url} shows nothing"
    assert wide <= room, f"{page.url} is {wide} pixels wide, the window {room}"
