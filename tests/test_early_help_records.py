"""Records that the early help guidance asks for, written through their pages: what is asked, kept and counted."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from alongside.journey.actions import decide_level
from alongside.journey.models import DueRow
from alongside.people.actions import involve
from alongside.people.tests.makers import make_team, make_user
from alongside.story.models import Entry, Fact
from alongside.story.tests.makers import World, make_world
from tests.test_every_form import TYPED, filled_in, lacks_of


@pytest.fixture
def world(db: None) -> World:
    world = make_world()
    decide_level(
        family=world.family, level="level-3", why="Several things at once.", decided_on=date(2026, 2, 2),
        by=world.manager, lead_practitioner=world.practitioner,
    )  # fmt: skip
    return world


@pytest.mark.requirement("EP-08")
def test_one_home_visit_is_recorded_once_and_counts_for_each_child(client: Any, world: World) -> None:
    client.force_login(world.practitioner)
    entry = world.draft("home-visit", happened_on=timezone.localdate())
    assert len(entry.pack.form("home-visit").sections) == 7
    zuri, kit = world.children
    sent = {
        "asked:people-seen": "yes", f"people-seen:{zuri.pk}": "alone", f"people-seen:{kit.pk}": "with-others",
        "asked:purpose": "yes", "purpose": "Breakfast", "asked:observed": "yes", "observed": "Warm and loud.",
        "asked:parents-view": "yes", "parents-view": "Tired.", "asked:analysis": "yes", "analysis": "It is better.",
        "asked:decisions": "yes", "decisions": "Again on Friday.",
    }  # fmt: skip
    for child in (zuri, kit):
        sent |= {f"asked:childs-view@{child.pk}": "yes", f"childs-view@{child.pk}": "“Look at my shoes.”"}
        sent |= {f"asked:feels-safe@{child.pk}": "yes", f"feels-safe@{child.pk}": "feels-safe"}
    client.post(reverse("entry-edit", args=[entry.pk]), sent)
    client.post(reverse("entry-check", args=[entry.pk]))
    assert Entry.objects.get(pk=entry.pk).is_final, client.get(reverse("entry-check", args=[entry.pk])).content.decode()
    seen = Fact.objects.filter(name="child.seen", entry=entry)
    assert {(fact.person_id, fact.data["alone"]) for fact in seen} == {(zuri.pk, True), (kit.pk, False)}
    record = client.get(reverse("entry", args=[entry.pk])).content.decode()
    assert "Seen alone" in record
    assert "Seen with others" in record
    for child in (zuri, kit):
        own = client.get(reverse("child-voice", args=[world.family.pk, child.pk])).content.decode()
        assert "Look at my shoes." in own


@pytest.mark.requirement("EP-19")
def test_a_case_summary_is_final_only_with_a_managers_comment(client: Any, world: World) -> None:
    client.force_login(world.practitioner)
    entry = world.draft("case-summary")
    asked = [field for field in entry.pack.form("case-summary").fields if field.type in ("narrative", "text")]
    sent = {f"asked:{field.id}": "yes" for field in asked} | {field.id: "Words." for field in asked}
    client.post(reverse("entry-edit", args=[entry.pk]), sent)
    client.post(reverse("entry-check", args=[entry.pk]))
    entry.refresh_from_db()
    assert entry.status == Entry.Status.AWAITING_SIGN_OFF, client.get(reverse("entry-check", args=[entry.pk])).content
    client.force_login(world.manager)
    address = reverse("entry-sign", args=[entry.pk])
    client.post(address, {"decision": "signed", "comment": ""})
    entry.refresh_from_db()
    assert not Entry.objects.get(pk=entry.pk).is_final, "a comment is needed"
    client.post(address, {"decision": "signed", "comment": "Agreed, and thank you."})
    entry.refresh_from_db()
    assert Entry.objects.get(pk=entry.pk).is_final
    assert "Agreed, and thank you." in client.get(reverse("entry", args=[entry.pk])).content.decode()
    assert Fact.objects.filter(name="case-summary.updated", entry=entry).exists()


@pytest.mark.requirement("EP-15")
@pytest.mark.parametrize(
    ("form", "answers"),
    [
        ("telephone-call", {"spoke-with": "professional", "with-whom:others": "Lin Okoro, health visitor",
                            "what-was-said": "Kit was weighed."}),
        ("text-message", {"direction": "from-family", "with-whom:others": "Nneka", "message": "cant make 2day x"}),
        ("email", {"with-whom:others": "Lin Okoro, health visitor", "main-points": "The clinic moved to Friday."}),
        ("visit-tried", {"what-was-done": "Rang twice, and left a card."}),
    ],
)  # fmt: skip
def test_a_call_a_message_and_an_email_are_kept_with_whom_and_in_what_words(
    client: Any, world: World, form: str, answers: dict[str, str]
) -> None:
    client.force_login(world.practitioner)
    entry = world.draft(form)
    finished(client, entry, answers)
    record = client.get(reverse("entry", args=[entry.pk])).content.decode()
    assert all(words in record for words in answers.values() if " " in words)


@pytest.mark.requirement("EP-17")
@pytest.mark.parametrize(("days_ago", "late"), [(1, False), (20, True)])
def test_a_managers_decision_is_to_be_written_down_within_five_working_days(
    client: Any, world: World, days_ago: int, late: bool
) -> None:
    client.force_login(world.manager)
    decided = timezone.localdate() - timedelta(days=days_ago)
    entry = world.draft("management-oversight", by=world.manager, happened_on=decided)
    asked = [field.id for field in entry.pack.form("management-oversight").fields if field.type == "narrative"]
    finished(client, entry, {"occasion": "regular"} | dict.fromkeys(asked, "We go on as agreed."))
    assert Fact.objects.filter(name="oversight.recorded", entry=entry).exists()
    row = DueRow.objects.get(family=world.family, standard="decision-recorded")
    by = entry.pack.working_calendar().add_working_days(decided, 5)
    assert (row.due_on, row.met_late) == (by, late)
    due = client.get(reverse("family-due", args=[world.family.pk])).content.decode()
    assert "Writing down what a manager decided" in due


@pytest.mark.requirement("CL-01")
@pytest.mark.parametrize("with_whom", [("Zuri",), ("Nneka",), ("Zuri", "Nneka")], ids="+".join)
def test_any_service_keeps_a_log_with_a_child_a_parent_or_both_and_the_assessment_begins_from_it(
    client: Any, world: World, with_whom: tuple[str, ...]
) -> None:
    """A school that works with the family writes it; early help takes over what it holds."""
    partner = make_user("partner", make_team("Hill School"), name="Marcus Ingleby")
    involve(family=world.family, role="professional", user=partner, by=world.practitioner)
    client.force_login(partner)
    client.post(reverse("entry-start", args=[world.family.pk]), {"form": "initial-conversation"})
    entry = Entry.objects.get(form_id="initial-conversation")
    everybody = {one.given_names: one.pk for one in (*world.children, world.parent) if one}
    sent = filled_in(client.get(reverse("entry-edit", args=[entry.pk])).content.decode(), TYPED)
    own = {"spoken-with:who": [everybody[name] for name in with_whom], "spoken-with:others": "", "reference": "HS 27"}
    client.post(reverse("entry-edit", args=[entry.pk]), sent | own | {"reason": "Mornings are hard."})
    client.post(reverse("entry-check", args=[entry.pk]))
    assert Entry.objects.get(pk=entry.pk).is_final, lacks_of(client, entry)
    record = client.get(reverse("entry", args=[entry.pk])).content.decode()
    talked = record.partition("Who did you talk with?")[2].partition("Where, and how?")[0]
    assert [name for name in everybody if name in talked] == [name for name in everybody if name in with_whom]
    assert "HS 27" in record

    client.force_login(world.practitioner)
    assessment = world.draft("initial-assessment")
    page = client.get(reverse("entry-edit", args=[assessment.pk])).content.decode()
    assert "Mornings are hard." in page
    assert "Marcus Ingleby" in page


@pytest.mark.requirement("EP-30")
@pytest.mark.parametrize(
    ("form", "answer", "standard", "asks"),
    [
        ("domestic-abuse-checklist", {"risk": "high"}, "risk-conference-asked", "multi-agency risk conference"),
        ("neglect-what-we-know", {"level": "level-4"}, "neglect-referred", "neglect that early help cannot meet"),
    ],
)
def test_a_toolkit_that_finds_a_high_risk_asks_for_what_follows_within_a_day(
    client: Any, world: World, form: str, answer: dict[str, str], standard: str, asks: str
) -> None:
    client.force_login(world.practitioner)
    entry = world.draft(form, happened_on=timezone.localdate())
    page = client.get(reverse("entry-edit", args=[entry.pk])).content.decode()
    today = timezone.localdate()
    typed = TYPED | {"day": str(today.day), "month": str(today.month), "year": str(today.year)}
    sent = filled_in(page, typed)
    sent |= {name: typed[part] for name in sent if name.startswith("happened") and (part := name[9:]) in typed}
    client.post(reverse("entry-edit", args=[entry.pk]), sent | answer)
    client.post(reverse("entry-check", args=[entry.pk]))
    assert Entry.objects.get(pk=entry.pk).is_final, lacks_of(client, entry)
    row = DueRow.objects.get(family=world.family, standard=standard)
    assert row.due_at
    assert row.starts_at
    assert row.due_at - row.starts_at == timedelta(hours=24)
    assert asks in client.get(reverse("family-due", args=[world.family.pk])).content.decode()


def finished(client: Any, entry: Entry, answers: dict[str, str]) -> None:
    """Write in the page of the draft, and make it final."""
    asked = {f"asked:{key.partition(':')[0]}": "yes" for key in answers}
    client.post(reverse("entry-edit", args=[entry.pk]), asked | answers)
    client.post(reverse("entry-check", args=[entry.pk]))
    assert Entry.objects.get(pk=entry.pk).is_final, client.get(reverse("entry-check", args=[entry.pk])).content.decode()
