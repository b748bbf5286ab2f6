"""The mail of the morning: numbers and kinds, once a day, and never a name."""

import smtplib
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.demo.clock import at
from alongside.insight import tasks
from alongside.insight.tasks import every_morning, mail_morning
from alongside.journey.models import DueRow
from alongside.notices.actions import tell
from alongside.notices.models import Digest, MailChoice, Notice
from alongside.notices.tasks import mail_notice
from alongside.people.models import Family, Person
from alongside.people.tests.makers import make_family
from alongside.safeguarding import actions
from alongside.safeguarding.tests.test_concerns import CONCERN, fill
from alongside.story.tests.makers import World, make_world
from alongside.working_time import LONDON

pytestmark = pytest.mark.django_db

MONDAY = date(2026, 3, 9)


@pytest.fixture
def world(db: None) -> World:
    world = make_world()
    Notice.objects.all().delete()
    return world


def due(world: World, on: date, title: str = "Seeing the family", owner: str = "manager") -> DueRow:
    return DueRow.objects.create(
        family=world.family, standard="seen", occurrence=f"{title} {on}", title=title, owner=owner, due_on=on, why="."
    )


def body_to(world: World, who: Any, day: date = MONDAY) -> str:
    assert mail_morning(user_id=who.pk, day=day.isoformat())
    return str(mail.outbox[-1].body)


def test_it_counts_what_is_overdue_due_today_and_this_week_by_kind(world: World) -> None:
    for on in (MONDAY - timedelta(9), MONDAY - timedelta(2), MONDAY, MONDAY + timedelta(3), MONDAY + timedelta(30)):
        due(world, on)
    tell(to=[world.manager], kind="message", title="Zuri has a new school", href="/", by=None, family=world.family)
    body = body_to(world, world.manager)
    assert "What is due of you: 2 overdue, 1 today, 1 later this week." in body
    assert "- Seeing the family: 2 overdue, 1 today, 1 later this week" in body
    assert "- 1: There is something new about a family you work with." in body
    assert "Zuri" not in body


def test_a_manager_hears_of_what_waits_for_a_signature_and_a_decision(world: World) -> None:
    entry = actions.begin_concern(by=world.practitioner, team=world.team, family=world.family, about="family")
    fill(entry, CONCERN, world.practitioner)
    assert "Safeguarding concerns that wait for your decision: 1" in body_to(world, world.manager)


def test_once_a_day_whatever_the_retries_and_not_when_nothing_waits(world: World) -> None:
    assert not mail_morning(user_id=world.practitioner.pk, day=MONDAY.isoformat())
    due(world, MONDAY)
    assert mail_morning(user_id=world.manager.pk, day=MONDAY.isoformat())
    assert not mail_morning(user_id=world.manager.pk, day=MONDAY.isoformat())
    assert len(mail.outbox) == 1
    assert mail_morning(user_id=world.manager.pk, day=(MONDAY + timedelta(1)).isoformat())


def test_when_the_mail_server_refuses_the_next_try_sends_it(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    due(world, MONDAY)

    def refuse(*_: Any, **__: Any) -> None:
        raise smtplib.SMTPServerDisconnected

    with monkeypatch.context() as broken:
        broken.setattr(tasks, "send_mail", refuse)
        with pytest.raises(smtplib.SMTPServerDisconnected):
            mail_morning(user_id=world.manager.pk, day=MONDAY.isoformat())
    assert mail_morning(user_id=world.manager.pk, day=MONDAY.isoformat())


@pytest.mark.parametrize(
    ("moment", "asked"),
    [
        ("2026-03-09 06:59", 0),
        ("2026-03-09 07:00", 2),
        ("2026-07-06 07:00", 2),  # summer time, when it is 6:00 elsewhere
        ("2026-03-09 11:00", 0),
        ("2026-03-08 07:00", 0),  # a Sunday
        ("2026-04-06 07:00", 0),  # Easter Monday
    ],
)
def test_it_goes_at_seven_in_london_on_working_days(world: World, moment: str, asked: int) -> None:
    with at(datetime.fromisoformat(moment).replace(tzinfo=LONDON)):
        assert every_morning(timestamp=0) == asked


def test_who_wants_urgent_mail_only_or_has_had_it_gets_none(world: World) -> None:
    MailChoice.objects.create(user=world.manager, when="urgent")
    Digest.objects.create(user=world.practitioner, day=MONDAY)
    with at(datetime(2026, 3, 9, 8, tzinfo=LONDON)):
        assert every_morning(timestamp=0) == 0


STRANGE = st.text(st.characters(categories=("Lu", "Ll", "Lo", "Nd", "So", "Pd")), min_size=4, max_size=20)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=STRANGE.map(lambda words: f"Q{words}X"), title=STRANGE)
def test_no_mail_ever_holds_a_name_of_a_person_or_family(world: World, name: str, title: str) -> None:
    family = make_family(name, team=world.team, by=world.practitioner)
    Person.objects.filter(pk=world.child.pk).update(given_names=name, preferred_name=name)
    Family.objects.filter(pk=world.family.pk).update(name=name)
    due(world, timezone.localdate(), owner="manager")
    entry = actions.begin_concern(by=world.practitioner, team=world.team, family=family, about="family")
    fill(entry, CONCERN | {"concern": f"{name} is afraid."}, world.practitioner)
    tell(to=[world.manager], kind="message", title=f"{title} {name}", href=f"/{name}/", by=None, family=family)
    mail.outbox.clear()
    Digest.objects.all().delete()
    mail_morning(user_id=world.manager.pk, day=timezone.localdate().isoformat())
    for notice in Notice.objects.all():
        mail_notice(notice.pk)
    assert len(mail.outbox) > 1
    for sent in mail.outbox:
        assert name not in f"{sent.subject} {sent.body}"
    DueRow.objects.filter(standard="seen").delete()
