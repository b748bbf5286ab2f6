"""The server is stopped and started again while somebody writes: a real process, killed (ALL-05)."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from playwright.sync_api import Browser, expect

from alongside.story.models import Answer
from alongside.story.tests.makers import World

Start = Callable[[], subprocess.Popen[bytes]]


@pytest.fixture
def port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def start_server(port: int) -> Iterator[Start]:
    """Start the web server as production does, on the tests' database; all of them are stopped at the end."""
    started: list[subprocess.Popen[bytes]] = []

    def start() -> subprocess.Popen[bytes]:
        command = ["-m", "gunicorn", "alongside.config.wsgi:application", "-b", f"127.0.0.1:{port}", "--threads", "4"]
        environment = {**os.environ, "DATABASE_URL": _database_url(), "ALONGSIDE_MODE": "test"}
        started.append(
            subprocess.Popen([sys.executable, *command], env=environment, cwd=settings.ROOT, start_new_session=True)
        )
        _wait_for(port)
        return started[-1]

    yield start
    for process in started:
        _kill(process)


def _database_url() -> str:
    one = connection.settings_dict
    return f"postgresql://{one['USER']}:{one['PASSWORD']}@{one['HOST']}:{one['PORT']}/{one['NAME']}"


def _wait_for(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the web server did not come up")


def _kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.mark.requirement("ALL-05")
@pytest.mark.django_db(transaction=True)
def test_words_typed_while_the_server_is_down_are_saved_when_it_is_back(
    browser: Browser, start_server: Start, port: int, world: World
) -> None:
    server = start_server()
    client = Client()
    client.force_login(world.practitioner)
    context = browser.new_context(base_url=f"http://127.0.0.1:{port}")
    context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": f"http://127.0.0.1:{port}"}]
    )
    page: Any = context.new_page()
    page.goto(f"/entries/{world.draft().pk}/edit/")
    page.locator("#q-reason").press_sequentially("Before. ")
    expect(page.locator("[data-save-state]")).to_contain_text("Saved at")

    _kill(server)
    page.locator("#q-reason").press_sequentially("And after.")
    expect(page.locator("[data-save-state]")).to_contain_text("kept on this device")
    start_server()
    expect(page.locator("[data-save-state]")).to_contain_text("Saved at", timeout=15_000)
    assert Answer.objects.get(key="reason").value == "Before. And after."
    context.close()
