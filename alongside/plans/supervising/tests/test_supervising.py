"""Supervision of a worker, and what waits for a manager: prepared by both, signed by each, kept between them."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from alongside.access.models import Change
from alongside.journey.due import recompute
from alongside.journey.tests.making import World, finished, today
from alongside.people.tests.makers import make_user
from alongside.plans.models import OneToOne
from alongside.plans.supervising.actions import agree_on_talk, bring, write_part
from alongside.story.models import Entry, Fact


@pytest.fixture
def helped(world: World) -> World:
    world.decide("level-3", lead_practitioner=world.lead, days_ago=100)
    recompute(world.family.pk)
    return world


def posted_day(days: int) -> dict[str, Any]:
    on = today() + timedelta(days=days)
    return {"on-day": on.day, "on-month": on.month, "on-year": on.year, "meet": "yes"}


@pytest.mark.requirement("EP-26")
def test_both_prepare_and_each_signs_their_part(client: Any, helped: World) -> None:
    here = reverse("supervision-of", args=[helped.lead.pk])
    client.force_login(helped.manager)
    assert client.get(reverse("supervision")).content.decode().count(helped.lead.name) == 1
    assert "Overdue" in client.get(here).content.decode()
    assert client.post(here, posted_day(7)).status_code == 302
    client.force_login(helped.lead)
    assert client.post(here, {"family": [helped.family.pk], "bring": "yes"}).status_code == 302
    assert client.post(here, {"words": "I am tired of nights.", "sign": "yes"}).status_code == 302
    client.force_login(helped.manager)
    page = client.get(here).content.decode()
    assert "I am tired of nights." in page
    assert "Begin to prepare" in page
    client.post(here, {"words": "Nights go to the crisis team.", "part": "yes"})
    client.post(here, {"words": "Nights go to the crisis team.", "sign": "yes"})
    talk = OneToOne.objects.get()
    assert talk.is_signed
    assert "Nights go to the crisis team." in client.get(here).content.decode()


def test_what_is_about_the_worker_alone_is_in_no_familys_record(helped: World) -> None:
    talk = agree_on_talk(worker=helped.lead, supervisor=helped.manager, on=today(), by=helped.manager)
    bring(talk=talk, families=[helped.family], by=helped.lead)
    before = Fact.objects.count(), Entry.objects.count()
    write_part(talk=talk, words="I need a week off.", sign=True, by=helped.lead)
    assert (Fact.objects.count(), Entry.objects.count()) == before
    assert not Change.objects.filter(subject=f"one-to-one {talk.pk}").exclude(family_id=None).exists()
    with pytest.raises(ValidationError, match="signed"):
        write_part(talk=talk, words="Something else.", sign=False, by=helped.lead)


def test_nobody_else_reads_or_writes_it(client: Any, helped: World) -> None:
    talk = agree_on_talk(worker=helped.lead, supervisor=helped.manager, on=today(), by=helped.manager)
    colleague = make_user("practitioner")
    with pytest.raises(PermissionDenied):
        write_part(talk=talk, words="Mine.", sign=False, by=colleague)
    with pytest.raises(PermissionDenied):
        agree_on_talk(worker=helped.lead, supervisor=colleague, on=today(), by=colleague)
    client.force_login(colleague)
    assert client.get(reverse("supervision-of", args=[helped.lead.pk])).status_code == 403


@pytest.mark.requirement("EP-25")
def test_a_manager_sees_what_waits_for_oversight_with_its_clock_and_writes_it_from_there(
    client: Any, helped: World
) -> None:
    client.force_login(helped.manager)
    page = client.get(reverse("waiting-for-oversight")).content.decode()
    assert "Management oversight" in page
    assert 'name="form" value="management-oversight"' in page
    client.force_login(helped.lead)
    assert client.get(reverse("waiting-for-oversight")).status_code == 403


@pytest.mark.requirement("EP-23")
def test_giving_a_review_to_the_family_begins_the_record_of_it(client: Any, helped: World) -> None:
    met = {"people": [{"id": helped.parent.pk, "name": "Rosa"}], "others": ""}
    review = finished(helped, form="review", days_ago=1, who_met=met, goes_on=["goes-on"])
    client.force_login(helped.lead)
    page = client.get(reverse("entry", args=[review.pk])).content.decode()
    assert "Give it to the family" in page
    assert "Closure" not in page.split("record-paper")[0].split("record-actions")[1]
    answer = client.post(reverse("entry-give", args=[review.pk]))
    begun = Entry.objects.get(started_from=review)
    assert answer.url == reverse("entry-edit", args=[begun.pk])
    assert begun.answers.get(key="what").value == ["review"]


@pytest.mark.requirement("EP-19")
def test_a_case_summary_begins_with_what_changed_and_waits_for_the_managers_comment(client: Any, helped: World) -> None:
    summary = finished(helped, form="case-summary", days_ago=2)
    assert summary.is_final
    assert summary.sign_offs.get().comment
    changed = summary.answers.get(key="changed").value
    assert [words for words, _, _ in changed["lines"]] == ["The level was decided"]
