"""What the demo is made of: a clock that can be set, ways laid out in days, and words drawn once."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from random import Random
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from alongside.demo.clock import at
from alongside.demo.library import families, themes
from alongside.demo.load import load
from alongside.demo.path import Days, way
from alongside.demo.staff import PEOPLE
from alongside.demo.words import RanDry, Teller, naming
from alongside.people.models import Family
from alongside.story.models import Entry
from alongside.working_time import WorkingCalendar


def test_the_clock_is_set_and_goes_on_afterwards() -> None:
    moment = datetime(2025, 3, 4, 10, 30, tzinfo=UTC)
    with at(moment):
        assert timezone.now() == moment
        assert timezone.localdate() == date(2025, 3, 4)
        assert Family._meta.get_field("recorded_at").get_default() == moment
    assert timezone.now() > moment + timedelta(days=300)


@pytest.mark.parametrize("key", sorted(families()))
def test_a_way_is_within_its_days_whatever_the_day(key: str) -> None:
    path, calendar = families()[key].path, WorkingCalendar()
    for ahead in range(0, 800, 13):
        today = date(2026, 11, 20) + timedelta(days=ahead)
        days = Days(calendar, today, Random(ahead))
        events = way(path, days)
        assert events[0].kind == "conversation"
        assert all(events[0].written <= event.written for event in events)
        assert all(event.on <= event.written.date() < today for event in events), today
        assert all(calendar.is_working_day(event.on) for event in events if event.kind == "visit")


def test_every_story_names_people_teams_and_themes_that_there_are() -> None:
    staff = {key for key, *_ in PEOPLE}
    for key, told in families().items():
        assert {told.lead, *told.with_them, told.path.first_with or told.lead} <= staff, key
        assert {told.child, told.parent} <= told.people.keys(), key
        assert set(told.themes) <= themes().keys(), key


def test_nothing_is_drawn_twice() -> None:
    teller = Teller(naming("child", "Ayo", "she"), Counter(), Random(1))
    texts = ["{child} put {their} coat on.", "{They} laughed."]
    assert {teller.draw("pool", texts), teller.draw("pool", texts)} == {"Ayo put her coat on.", "She laughed."}
    with pytest.raises(RanDry):
        teller.draw("pool", texts)


def test_it_is_refused_in_production(settings: Any) -> None:
    settings.MODE = "production"
    with pytest.raises(CommandError, match="no place among real ones"):
        call_command("load_demo")


@pytest.mark.django_db
def test_the_same_day_gives_the_same_demo_and_a_second_one_is_not_loaded(published: None) -> None:
    told = []
    for _ in range(2):
        with transaction.atomic():
            load(date(2027, 1, 6), only=["adeyemi", "brightwater"])
            told.append(
                list(Entry.objects.order_by("pk").values_list("title", "summary", "happened_on", "finalised_at"))
            )
            said = StringIO()
            call_command("load_demo", stdout=said)
            assert "none were invented" in said.getvalue()
            transaction.set_rollback(True)
    assert told[0]
    assert told[0] == told[1]
