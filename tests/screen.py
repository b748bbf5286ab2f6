"""Pages that Django has answered with, shown in a real browser without a server: cheap enough to look at hundreds.

The browser gets the very response, with its headers, and the built styles and scripts; everything else it asks for is
answered with nothing. So a test can stay in one transaction, and look at a page at every width it was made for.
"""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from django.http import HttpResponse
from playwright.sync_api import Browser, Page, Route

from tests.browser import AXE, PHONE, WCAG, Console

ADDRESS = "http://localhost"  # trusted by the browser, and never reached
HEIGHT = 900
NARROWEST, DESKTOP = 320, 1280
# What can be wrong at one width and right at another; the rest is asked once.
BY_WIDTH = ["color-contrast", "target-size", "scrollable-region-focusable"]
LOOK = """options => axe.run(document.querySelector('main'), options).then(found => found.violations.map(rule =>
    `${rule.id}: ${rule.help}\\n      ` + rule.nodes.map(node => node.html.slice(0, 200)).join('\\n      ')))"""


class Screen:
    """A browser's page, on which responses are shown one after the other."""

    def __init__(self, browser: Browser) -> None:
        self._answer: HttpResponse | None = None
        self._context = browser.new_context(base_url=ADDRESS, locale="en-GB", reduced_motion="reduce", viewport=PHONE)  # type: ignore[arg-type]
        self._context.set_default_timeout(20_000)
        self._context.add_init_script(path=AXE)
        self._context.route("**/*", self._respond)
        self.console = Console()
        self.page: Page = self._context.new_page()
        self.console.watch(self.page)

    def close(self) -> None:
        self._context.close()

    def show(self, response: Any) -> None:
        """Show a response on a phone, on the narrowest phone and on a desktop.

        :raises AssertionError: naming all that axe finds, widths that scroll sideways, and the console's complaints
        """
        self._answer, self.console.errors = response, []
        path = response.request["PATH_INFO"]
        self._width(PHONE["width"])
        self.page.goto(path, wait_until="load")
        wrong = self._axe({"runOnly": {"type": "tag", "values": WCAG}, "rules": {"target-size": {"enabled": True}}})
        for width in (PHONE["width"], NARROWEST, DESKTOP):
            self._width(width)
            wide = self.page.evaluate("document.scrollingElement.scrollWidth")
            wrong += [f"{wide} pixels wide in a window of {width}"] if wide > width else []
        wrong += [f"wide: {one}" for one in self._axe({"runOnly": {"type": "rule", "values": BY_WIDTH}})]
        wrong += self.console.errors
        assert not wrong, f"{path}\n    " + "\n    ".join(wrong)

    def _axe(self, options: dict[str, Any]) -> list[str]:
        found: list[str] = self.page.evaluate(LOOK, options | {"resultTypes": ["violations"], "elementRef": False})
        return found

    def _width(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": HEIGHT})

    def _respond(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if route.request.is_navigation_request() and self._answer is not None:
            answer = self._answer
            headers = {name: value for name, value in answer.headers.items() if name != "Content-Length"}
            route.fulfill(status=answer.status_code, headers=headers, body=answer.content)
        elif path.startswith("/static/") and (found := finders.find(path.removeprefix("/static/"))):
            route.fulfill(path=Path(str(found)))
        else:
            route.fulfill(status=204)
