"""Pages that Django has answered with, shown in a real browser: cheap enough to look at hundreds.

The browser gets the very response, with its headers, and the built styles and scripts; everything else it asks for is
answered with nothing. So a test can stay in one transaction, and look at a page at every width it was made for.
"""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from django.http import HttpResponse
from playwright.sync_api import Browser, Page

from tests.browser import AT_ANOTHER_WIDTH, AXE, EVERYTHING, LOOK, PHONE, Console

HEIGHT = 900
NARROWEST, DESKTOP = 320, 1280
BUT_COLOURS = EVERYTHING | {"rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": False}}}

TOLD = {"within": "main", "resultTypes": ["violations"], "elementRef": False}
WIDTH_AND_LOOK = f"async told => [document.scrollingElement.scrollWidth, told ? await ({LOOK})(told) : []]"


class Server(ThreadingHTTPServer):
    """Answers every page that is opened with one response, and everything else with built files or nothing."""

    daemon_threads = True
    answer: HttpResponse | None = None


class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if self.headers.get("Sec-Fetch-Mode") == "navigate" and (answer := self.server.answer):
            kept = {name: value for name, value in answer.headers.items() if name != "Content-Length"}
            self._send(answer.status_code, kept, answer.content)
        elif path.startswith("/static/") and (found := finders.find(path.removeprefix("/static/"))):
            kind = guess_type(path)[0] or "application/octet-stream"
            # The browser keeps them, so that they cost once and not for each page.
            self._send(200, {"Content-Type": kind, "Cache-Control": "max-age=3600"}, Path(str(found)).read_bytes())
        else:
            self._send(204, {}, b"")

    def do_POST(self) -> None:  # a draft saves itself
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self._send(204, {}, b"")

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: what goes wrong, the browser's console tells."""

    def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


class Screen:
    """A browser's page, on which responses are shown one after the other."""

    def __init__(self, browser: Browser) -> None:
        self._server = Server(("localhost", 0), Answers)
        Thread(target=self._server.serve_forever, daemon=True).start()
        address = f"http://localhost:{self._server.server_port}"  # trusted by the browser, as an encrypted one
        self._context = browser.new_context(base_url=address, locale="en-GB", reduced_motion="reduce", viewport=PHONE)  # type: ignore[arg-type]
        self._context.set_default_timeout(20_000)
        self._context.add_init_script(path=AXE)
        self.console = Console()
        self.page: Page = self._context.new_page()
        self.console.watch(self.page)

    def close(self) -> None:
        self._context.close()
        self._server.shutdown()
        self._server.server_close()

    def show(self, response: Any, *, look: bool = True, colours: bool = True) -> None:
        """Show a response on a phone, on the narrowest phone and on a desktop.

        :param look: whether axe looks too; without it only widths and the console count
        :param colours: whether axe looks at colours, which takes it as long as all else
        :raises AssertionError: naming all that axe finds, widths that scroll sideways, and the console's complaints
        """
        self._server.answer, self.console.errors = response, []
        path = response.request["PATH_INFO"]
        looks: list[tuple[int, dict[str, Any]]] = [
            (PHONE["width"], EVERYTHING if colours else BUT_COLOURS), (NARROWEST, {}), (DESKTOP, AT_ANOTHER_WIDTH),
        ]  # fmt: skip
        if self.page.viewport_size == {"width": DESKTOP, "height": HEIGHT}:
            looks.reverse()  # beginning where the last page was left, so that none is laid out at a width for nothing
        self._width(looks[0][0])
        self.page.goto(path, wait_until="load")
        wrong: list[str] = []
        for width, options in looks:
            self._width(width)
            wide, found = self.page.evaluate(WIDTH_AND_LOOK, options | TOLD if look and options else None)
            wrong += [f"{wide} pixels wide in a window of {width}"] if wide > width else []
            wrong += [f"at {width}: {one}" for one in found]
        wrong += self.console.errors
        assert not wrong, f"{path}\n    " + "\n    ".join(wrong)

    def _width(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
