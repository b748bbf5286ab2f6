"""Who is in the story, and what they write again and again."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.urls import reverse

from alongside.access.models import User
from alongside.journey.models import DueRow
from alongside.journey.tasks import reckon_batch
from alongside.people.models import Person
from alongside.story.models import Entry
from alongside.story.tests.makers import World
from tests.journeys.fourteen_months.due_page import read_due_page
from tests.journeys.fourteen_months.recording import Recorder, told
from tests.journeys.steps import on_the_day
from tests.pages import CheckedClient

A_PAGE = 50
DISTANCE = {f"distance:{need}:value": "6" for need in ("education", "health", "secure-housing")}


@dataclass
class Story:
    """A family with two children, who works with it, and what of the Due page was read already."""

    world: World
    adviser: User
    duty: User
    next_worker: User

    @cached_property
    def write(self) -> Recorder:
        return Recorder(self.world.family)

    @property
    def parent(self) -> Person:
        assert self.world.parent
        return self.world.parent

    @property
    def children(self) -> tuple[int, int]:
        zuri, kit = self.world.children
        return zuri.pk, kit.pk

    def visit(self, on: date, *, by: User | None = None, kit: bool = True, written: date | None = None) -> Entry:
        """Visit the family at home: Zuri is seen alone and heard, and Kit too unless he is at nursery."""
        zuri, small = self.children
        answers: dict[str, Any] = {
            f"people-seen:{zuri}": "alone", "parents-view": "Tired, and glad that we came.",
            f"childs-view@{zuri}": "“Look at my shoes.”", f"feels-safe@{zuri}": "feels-safe",
        }  # fmt: skip
        if kit:
            answers |= {f"people-seen:{small}": "with-others", f"childs-view@{small}": "“More dinosaurs.”"}
        else:
            answers |= {f"people-seen:{small}": "not-seen", f"reason:childs-view@{small}": "He is at nursery."}
        if written and written > on:
            answers["why-late"] = "I was away over Easter."
        with on_the_day(written or on):
            return self.write.record(by or self.world.practitioner, "home-visit", answers, on=on)

    def explain(self, on: date, title: str, why: str, *, by: User | None = None) -> None:
        """Say on its page why the latest thing of this title is late."""
        row = DueRow.objects.filter(family=self.world.family, title=title, met_late=True).latest("due_on")
        with on_the_day(on):
            self.write.post(by or self.world.practitioner, "family-due-row", row.family_id, row.pk, why=why)
            page = self.write.client_of(self.world.manager).get(reverse("family-due-row", args=[row.family_id, row.pk]))
        assert why in page.content.decode()

    def stands(self, page: str = "") -> list[str]:
        """Return what the page says is due, a line of words each: how it stands, its day, what it is and of whom."""
        reckon_batch(after=0, everybody=False)
        rows = read_due_page(page or self.page())
        return sorted(f"{state} {day} {title}" for title, day, state in rows.get("Due and overdue", []))

    def done(self, after: date, also: date | None = None) -> Counter[str]:
        """Count what the page says was done after a day, or on one day more: how, and what it was."""
        found: Counter[str] = Counter()
        for number in range(1, 20):
            rows = read_due_page(self.page(number))["Done"]
            days = [datetime.strptime(day, "%d %b %Y").date() for _, day, _ in rows]
            found.update(
                f"{state} {title}"
                for (title, _, state), day in zip(rows, days, strict=True)
                if day > after or day == also
            )
            if len(rows) < A_PAGE or min(days) < min(after, also or after):
                return found
        raise AssertionError("more was done than anybody would read")

    def page(self, number: int = 1) -> str:
        """The family's page about what is due, as the manager is answered with it."""
        client = CheckedClient()
        client.force_login(self.world.manager)
        response = client.get(reverse("family-due", args=[self.world.family.pk]), {"done": number})
        assert response.status_code == 200, told(response)
        return str(response.content.decode())
