"""A detailed assessment: contributions stand in it unaltered, its list fills, and the next one begins from it."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.access.links import make_link
from alongside.contributions import actions
from alongside.contributions.models import Contribution
from alongside.contributions.tests.conftest import asked
from alongside.journey.models import DueRow
from alongside.journey.tests.making import World, draft, finished, make_world, written
from alongside.people.actions import involve
from alongside.people.tests.makers import make_user
from alongside.story import actions as story
from alongside.story.checks import checked
from alongside.story.models import Answer, Entry, Statement
from alongside.story.queries.entries import REASON, filled
from alongside.story.readiness import lacks

FORM = "detailed-assessment"
MAP: dict[str, Any] = {
    column: [{"id": str(uuid4()), "words": f"Something of {column}", "said_by": None, "about": [], "state": "living"}]
    for column in ("going_well", "worries", "needs_to_happen")
}


def sent(contribution: Contribution, words: str = "Rosa comes to every check") -> None:
    """What somebody outside sends by their link."""
    link, _ = make_link(
        purpose="contribute", about=str(contribution.pk), to_name="Priya", lasts=timedelta(days=1),
        by=contribution.asked_by,
    )  # fmt: skip
    child = contribution.family.memberships.get(role="child").person_id
    said: dict[str, Any] = {
        "how-known": "From birth", "family-told": ["knows"], "going-well": words, "worries": "Maya’s cough",
        "could-do": "A visit", f"about-child@{child}": "She plays alone",
    }  # fmt: skip
    for key, value in said.items():
        actions.save_typed(contribution=contribution, key=key, value=value, revision=0, by=link)
    actions.receive(contribution=contribution, by=link)


def state_of(entry: Entry) -> dict[str, tuple[str, tuple[str, ...]]]:
    found = filled(Entry.objects.get(pk=entry.pk))
    return {one.title: (one.state, one.missing) for one in checked(found, lacks(entry, found))}


@pytest.mark.requirement("EP-20")
def test_the_list_fills_and_each_agency_stands_in_it_as_it_wrote(world: World, client: Client):
    involve(family=world.family, role="professional", name="Sam Lee", agency="Quiet Lane School", by=world.lead)
    entry = written(world, form=FORM, contributions=False, **MAP)
    agencies = "What each agency contributes"
    assert state_of(entry)[agencies] == ("missing", ("Sam Lee, Quiet Lane School was not asked",))
    contribution = asked(world, entry)
    asked(world, entry, name="Sam Lee", agency="Quiet Lane School", email="sam@school.example")
    sent(contribution)
    client.force_login(world.lead)
    page = client.get(reverse("entry-edit", args=[entry.pk])).content.decode()
    assert "Rosa comes to every check" in page
    assert "Sam Lee, Quiet Lane School was asked, and has not answered" in page
    # What is known beside a question is taken over without a script: an agency's words, and a worry on the map.
    rail, today = "The stairs have no rail", timezone.localdate()
    worry = Statement.objects.create(family=world.family, entry=entry, column="worries", words=rail, said_on=today)
    told = Answer.objects.get(entry__contribution=contribution, key="worries")
    client.post(reverse("entry-edit", args=[entry.pk]), {"take": f"ensuring-safety|statement-{worry.pk}"})
    client.post(reverse("entry-edit", args=[entry.pk]), {"take": f"worries|{told.pk}"})
    client.post(reverse("entry-edit", args=[entry.pk]), {"take": f"housing|{told.pk}"})
    assert [row["words"] for row in entry.answers.get(key="worries").value] == ["Something of worries", "Maya’s cough"]
    assert entry.answers.get(key="ensuring-safety").value == rail
    assert not entry.answers.filter(key="housing").exists()
    (one,) = [lack for lack in lacks(entry, filled(entry)) if lack.key == "contributions"]
    client.post(reverse("entry-check", args=[entry.pk]), {f"{REASON}{one.key}": "The school is closed for the summer."})
    entry = Entry.objects.get(pk=entry.pk)
    assert entry.status == Entry.Status.AWAITING_SIGN_OFF
    client.force_login(world.manager)
    to_sign = client.get(reverse("entry", args=[entry.pk])).content.decode()
    assert "The voice of each child" in to_sign
    client.post(reverse("entry-sign", args=[entry.pk]), {"comment": "Heard, and thought through."})
    final = client.get(reverse("entry", args=[entry.pk])).content.decode()
    assert "Rosa comes to every check" in final
    assert "Priya Nair, Health visiting" in final
    # What happens afterwards to a request that was open changes nothing in the record.
    actions.withdraw(contribution=Contribution.objects.get(name="Sam Lee"), why="Too late", by=world.lead)
    assert "Too late" not in client.get(reverse("entry", args=[entry.pk])).content.decode()


@pytest.mark.requirement("EP-20")
def test_the_next_one_begins_from_the_last_and_nothing_old_goes_on_unseen(world: World, client: Client):
    housing, money = "Damp in the girls’ room. Mould behind the bed.", "Rent is paid."
    first = finished(world, form=FORM, days_ago=40, housing=housing, employment_and_income=money, **MAP)
    again = written(world, form=FORM, occasion=["twelve-months"])
    client.force_login(world.lead)
    here = reverse("entry-edit", args=[again.pk])
    page = client.get(here).content.decode()
    assert "Damp in the girls’ room" in page
    assert "Begun from the last one" in page
    waiting = [lack.key for lack in lacks(again, filled(again)) if "stands as of" in lack.says]
    assert {"housing", "employment-and-income"} <= set(waiting)
    assert "familys-comments" not in waiting
    client.post(here, {"still": "housing"})
    client.post(here, {"leave": "employment-and-income"})
    still = {lack.key for lack in lacks(again, filled(again))}
    assert not still & {"housing", "employment-and-income"}
    read = client.get(reverse("entry", args=[again.pk])).content.decode()
    assert "and it still holds" in read
    answer = again.answers.get(key="analysis")
    story.save_answer(
        entry_id=again.pk,
        key="analysis",
        value="Rosa told us how it was at home.",
        revision=answer.revision,
        by=world.lead,
    )
    changed = client.get(reverse("entry-against", args=[again.pk, first.pk])).content.decode()
    assert "Taken away: </span>is" in changed
    assert "Added: </span>was" in changed
    assert "Rent is paid." in changed
    other = draft(world, form="note")
    assert client.get(reverse("entry-against", args=[again.pk, other.pk])).status_code == 404


@pytest.mark.requirement("EP-20")
def test_one_that_comes_late_says_why_and_what_was_due_has_it_from_there(db: None):
    world = make_world()
    world.decide("level-3", days_ago=80, lead_practitioner=world.lead)
    entry = written(world, form=FORM, why_late=False, **MAP)
    assert DueRow.objects.filter(family=world.family, standard=FORM, due_on__lt=timezone.localdate()).exists()
    assert [lack.key for lack in lacks(entry, filled(entry))] == ["why-late"]
    why = "Tracey was in hospital for three weeks."
    story.save_answer(entry_id=entry.pk, key="why-late", value=why, revision=0, by=world.lead)
    story.finalise(entry=entry, by=world.lead)
    story.sign(entry=entry, comment="Agreed.", by=world.manager)
    row = DueRow.objects.get(family=world.family, standard=FORM)
    assert (row.met_late, row.late_reason) == (True, why)


@pytest.mark.requirement("EP-20")
def test_two_write_in_it_and_each_part_says_whose_it_is(world: World, client: Client):
    colleague = make_user("practitioner", world.team, name="Sam Okafor")
    involve(family=world.family, user=colleague, role="co-worker", by=world.manager)
    entry = draft(world, form=FORM)
    client.force_login(world.lead)
    here = reverse("entry-invite", args=[entry.pk])
    assert "Sam Okafor" in client.get(here).content.decode()
    client.post(here, {"who": [f"user:{colleague.pk}"], "asks": "Could you write about health?"})
    assert colleague.notices.get(kind="request").href == reverse("entry-edit", args=[entry.pk])
    story.save_answer(entry_id=entry.pk, key="housing", value="Three rooms.", revision=0, by=colleague)
    page = client.get(reverse("entry-edit", args=[entry.pk])).content.decode()
    assert "Sam Okafor is writing here too" in page
    assert "Written by Sam Okafor" in client.get(reverse("entry", args=[entry.pk])).content.decode()


@pytest.mark.requirement("3C-06")
def test_an_inter_agency_assessment_asks_agencies_and_leads_to_a_longer_plan(world: World, client: Client):
    entry = written(world, form="inter-agency-assessment")
    sent(asked(world, entry))
    client.force_login(world.lead)
    client.post(reverse("entry-check", args=[entry.pk]))
    final = client.get(reverse("entry", args=[entry.pk])).content.decode()
    assert "Rosa comes to every check" in final
    assert "Start “Longer Family Plan” from this" in final


def test_a_family_member_reads_the_letter_and_says_what_they_think(world: World, client: Client):
    entry = written(world, form=FORM, what_follows="A calm bedtime first.")
    asked(world, entry, form_id="family-comments", person=world.parent, name="", agency="", email="rosa@home.example")
    assert "asks you what you think" in mail.outbox[-1].body
    from alongside.contributions.tests.test_by_link import link_in

    path = link_in(mail.outbox[-1].body)
    assert "A calm bedtime first." in client.get(path).content.decode()
    said = {"fits": "mostly", "missing": "You left out my mother."}
    client.post(f"{path}send/", {**said, **{f"asked:{key}": "yes" for key in said}})
    client.force_login(world.lead)
    page = client.get(reverse("entry-edit", args=[entry.pk])).content.decode()
    assert "You left out my mother." in page
