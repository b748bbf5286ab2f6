"""What people do on the pages, in words of practice: each step clicks and types as they would."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from threading import Thread
from unittest import mock
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect
from procrastinate.contrib.django import app

LONDON = ZoneInfo("Europe/London")


@contextmanager
def on_the_day(day: date, at: time = time(10)) -> Iterator[None]:
    """Let it be this day in London, for the server too, while it lasts."""
    moment = datetime.combine(day, at, LONDON)
    # The class behind `now`: model fields hold on to the function itself.
    stopped = type("stopped", (datetime,), {"now": classmethod(lambda cls, tz=None: moment.astimezone(tz))})
    with mock.patch("django.utils.timezone.datetime", stopped):
        yield


def run_waiting_jobs() -> None:
    """Do what the job worker would do next, and come back when nothing waits."""
    failed: list[BaseException] = []

    def work() -> None:
        try:
            worker_app = app.with_connector(app.connector.get_worker_connector())  # type: ignore[attr-defined]
            worker_app.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
        except BaseException as problem:
            failed.append(problem)

    # In a thread of its own: the browser's event loop runs in this one.
    worker = Thread(target=work)
    worker.start()
    worker.join(timeout=60)
    assert not worker.is_alive(), "the jobs did not come to an end"
    assert not failed, failed


def press(page: Page, name: str | re.Pattern[str]) -> None:
    """Press the one button of this name in the main part of the page; a page it leads to stands then."""
    page.get_by_role("main").get_by_role("button", name=name).click()
    page.wait_for_load_state()


def follow(page: Page, name: str | re.Pattern[str], within: str = "main") -> None:
    """Follow the first link of this name in that part of the page, until what it leads to stands."""
    page.locator(within).get_by_role("link", name=name).first.click()
    page.wait_for_load_state()


def question(page: Page, key: str) -> Locator:
    """One question of a form, by the key that the practice pack gives it."""
    return page.locator(f'[data-question="{key}"]')


def say_when(page: Page, day: date) -> None:
    """Enter the day on which it happened."""
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        question(page, "happened").get_by_label(part, exact=True).fill(str(value))


def write(page: Page, key: str, words: str) -> None:
    question(page, key).locator("textarea, input[type=text], input:not([type])").first.fill(words)


def choose(page: Page, key: str, *labels: str) -> None:
    for label in labels:
        question(page, key).get_by_label(label, exact=True).check()


def state(page: Page, key: str, *statements: str) -> None:
    """Write statements into the empty boxes of a column, asking for another box where there is none."""
    boxes = question(page, key).locator("[data-rows] textarea[name$=':words']")
    for words in statements:
        empty = [number for number in range(boxes.count()) if not boxes.nth(number).input_value()]
        if not empty:
            question(page, key).get_by_role("button", name=re.compile("^Add another")).click()
            empty = [boxes.count() - 1]
        boxes.nth(empty[0]).fill(words)


def rate(page: Page, key: str, about: str | re.Pattern[str], number: int) -> None:
    """Place somebody, or an area of life, on a scale from 0 to 10."""
    question(page, key).get_by_role("radiogroup", name=about).get_by_label(str(number), exact=True).check()


def agree_action(page: Page, words: str, *, who: str, by: date) -> None:
    """Write an action with its owner and day into the first empty row."""
    rows = question(page, "actions").locator("[data-rows] > [data-row]")
    for row in rows.all():
        what = row.get_by_label(re.compile("What will be done"))
        if not what.input_value():
            what.fill(words)
            row.get_by_label("Who does it").select_option(label=who)
            row.get_by_label("By when").fill(by.isoformat())
            return
    raise AssertionError("no empty row for another action")


def finish(page: Page) -> None:
    """Go from the draft to its last check, and make it final or send it to be signed."""
    press(page, "Check and finish")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Check before")
    press(page, re.compile("^(Make final|Send to)"))


def start(page: Page, form: str) -> None:
    """From a family's page: begin a record of this kind."""
    press(page, "Record something")
    page.get_by_role("button", name=f"Start {form}", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(form)


def told(page: Page, words: str | re.Pattern[str]) -> None:
    """See on the page what it says happened."""
    expect(page.get_by_role("main")).to_contain_text(words)
