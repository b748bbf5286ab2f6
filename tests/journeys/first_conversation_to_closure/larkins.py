"""The Larkins: the days of their way, what they said, and how their story is found."""

from datetime import date

from playwright.sync_api import Page

from tests.journeys.steps import follow

TALKED, DECIDED, PLANNED, VISITED = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 9), date(2026, 3, 12)
REVIEWED, ENDED, SIGNED, BACK = date(2026, 4, 20), date(2026, 5, 18), date(2026, 5, 19), date(2026, 6, 15)
WORRY = "Robin is late for school three days in five"
NEED = "Mornings that nobody dreads"


def to_the_family(page: Page) -> None:
    """Find the family by its name, as anybody would, and open its story."""
    page.goto("/")
    page.get_by_label("Search families, people and records").fill("Larkin")
    page.get_by_role("banner").get_by_role("button", name="Search").click()
    follow(page, "Larkin")
    follow(page, "Story")
