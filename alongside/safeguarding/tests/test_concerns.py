"""From a concern to what came of it: who is told, what stops the clock, and what is kept."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.access.models import Look, User
from alongside.journey import actions as journey
from alongside.journey.models import DueRow
from alongside.notices import actions as notices
from alongside.notices.models import Notice
from alongside.notices.tasks import mail_notice
from alongside.packs.tests.shipped import default_pack
from alongside.people import actions as people
from alongside.people.tests.makers import make_user
from alongside.safeguarding import actions
from alongside.safeguarding.models import Concern, Step, Told
from alongside.safeguarding.queries import standing, waiting_for
from alongside.safeguarding.tasks import see_whether_read
from alongside.story import actions as story
from alongside.story.models import Document, Entry, Fact
from alongside.story.tasks import file_copy
from alongside.story.tests.makers import World, make_world

pytestmark = pytest.mark.django_db

CONCERN = {
    "about-whom": ["child"],
    "danger-now": ["not-now"],
    "concern": "Zuri had a handprint on her arm and would not say whose.",
    "manager-told": ["not-yet"],
    "family-told": "Not yet; it may not be safe.",
}
DECISION = {
    "evidence": "What the class teacher saw.",
    "impact-on-child": "She is afraid to go home.",
    "decision": ["refer-now"],
    "refer-to": ["front-door"],
    "decision-why": "A mark, and fear, and no account of it.",
}
REFERRAL: dict[str, Any] = {
    "family-told": "No: it may put Zuri at risk.",
    "how-sent": ["telephone", "secure-email"],
    "taken-by": "Bea Longhurst, front door",
}
ANSWER = {
    "answered-by": "Bea Longhurst, front door",
    "answer": ["taken-on"],
    "their-words": "A social worker visits today.",
    "we-agree": ["agree"],
    "what-next": "We stay beside her at school.",
}


@pytest.fixture
def world(db: None) -> World:
    return make_world()


@pytest.fixture
def duty(world: World) -> User:
    return make_user("duty-manager", world.team, name="Carol Wether")


def fill(entry: Entry, answers: dict[str, Any], by: User) -> Entry:
    kept = {one.key: one.revision for one in entry.answers.all()}
    for key, value in answers.items():
        story.save_answer(entry_id=entry.pk, key=key, value=value, revision=kept.get(key, 0), by=by)
    return story.finalise(entry=Entry.objects.get(pk=entry.pk), by=by)


@pytest.mark.requirement("EP-16")
def test_who_is_told_of_a_restricted_family_reads_that_concern_and_decides_it_and_sees_nothing_else(
    client: Client, world: World
) -> None:
    elsewhere, other = make_user("duty-manager", name="Carol Wether"), make_user("senior-manager", name="Otto Other")
    people.restrict(family=world.family, reason="Somebody works here.", by=world.manager)
    concern = raised(world)
    actions.tell_next(concern=concern)  # the next role, for nobody of the team's managers has read it
    client.force_login(elsewhere)
    assert "Safeguarding concern, a restricted family" in client.get(reverse("notices")).content.decode()
    page = client.get(reverse("concern", args=[concern.pk])).content.decode()
    assert "Zuri had a handprint on her arm" in page
    assert "nothing else of the family" in page
    assert client.get(reverse("family", args=[world.family.pk])).status_code == 404
    draft = Entry.objects.get(pk=client.post(reverse("concern-decide", args=[concern.pk]))["Location"].split("/")[2])
    assert client.get(reverse("entry-edit", args=[draft.pk])).status_code == 200
    sent = {f"asked:{key}": "yes" for key in DECISION} | DECISION | {"check": "yes"}
    assert client.post(reverse("entry-edit", args=[draft.pk]), sent).status_code == 302
    client.post(reverse("entry-check", args=[draft.pk]))
    concern.refresh_from_db()
    assert concern.decided_by == elsewhere, client.get(reverse("entry-check", args=[draft.pk])).content.decode()
    assert Look.objects.filter(user_id=elsewhere.pk, family_id=world.family.pk).exists()
    client.force_login(other)
    assert client.get(reverse("concern", args=[concern.pk])).status_code == 404
    assert client.get(reverse("entry", args=[concern.entry_id])).status_code == 404


def raised(world: World, **more: Any) -> Concern:
    entry = actions.begin_concern(by=world.practitioner, team=world.team, family=world.family, about="family")
    return Concern.objects.get(entry=fill(entry, CONCERN | more, world.practitioner))


def decided(world: World, concern: Concern, **more: Any) -> Entry:
    return fill(actions.begin_decision(concern=concern, by=world.manager), DECISION | more, world.manager)


def referral_of(concern: Concern, by: User) -> Entry:
    return actions.begin_referral(concern=concern, form=default_pack().form("safeguarding-referral"), by=by)


def referred(world: World, concern: Concern) -> Step:
    who = {"people": [{"id": world.child.pk, "name": world.child.name}], "others": ""}
    entry = fill(referral_of(concern, world.practitioner), REFERRAL | {"who-may-be-harmed": who}, world.practitioner)
    return Step.objects.get(entry=entry)


def test_the_manager_is_told_the_moment_it_is_sent_and_the_clock_runs_until_they_decide(world: World) -> None:
    concern = raised(world)
    assert [one.user for one in concern.told.all()] == [world.manager]
    assert Notice.objects.get(to=world.manager).urgent
    row = DueRow.objects.get(standard="concern-decided")
    assert row.met_at is None
    assert row.due_at == concern.raised_at + timedelta(hours=24)
    assert standing(concern, default_pack()).limit == row.due_at
    decided(world, concern)
    row.refresh_from_db()
    concern.refresh_from_db()
    assert row.met_at == concern.decided_at
    assert Fact.objects.filter(name="manager.told").exists()


def test_two_concerns_have_two_clocks_and_a_decision_stops_only_its_own(world: World) -> None:
    first, second = raised(world), raised(world)
    decided(world, second)
    open_still = DueRow.objects.filter(standard="concern-decided", met_at=None)
    assert [row.starts_at for row in open_still] == [first.raised_at]


def test_the_mail_names_nobody(world: World) -> None:
    raised(world)
    mail_notice(Notice.objects.get(to=world.manager).pk)
    sent = mail.outbox[0]
    for name in ("Okonjo", "Zuri", "Ana", "handprint"):
        assert name not in f"{sent.subject} {sent.body}"


@pytest.mark.requirement("EP-16")
def test_nobody_reading_it_brings_it_to_the_next_in_line_each_once(world: World, duty: User) -> None:
    senior = make_user("senior-manager", world.team, name="Ines March")
    concern = raised(world)
    assert see_whether_read(concern_id=concern.pk, round=0) == 1
    assert see_whether_read(concern_id=concern.pk, round=0) == 0
    assert see_whether_read(concern_id=concern.pk, round=1) == 1
    assert see_whether_read(concern_id=concern.pk, round=2) == 0
    assert [one.user for one in Told.objects.all()] == [world.manager, duty, senior]


@pytest.mark.parametrize("by_what", ["reading", "taking", "deciding"])
def test_who_reads_takes_or_decides_stops_the_telling(world: World, duty: User, by_what: str) -> None:
    concern = raised(world)
    if by_what == "reading":
        notices.read(notice=Notice.objects.get(to=world.manager), by=world.manager)
    elif by_what == "taking":
        actions.take(concern=concern, by=world.manager)
    else:
        decided(world, concern)
    assert see_whether_read(concern_id=concern.pk, round=0) == 0
    assert not Told.objects.filter(user=duty).exists()


def test_in_danger_the_duty_manager_is_told_at_once_too(world: World, duty: User) -> None:
    concern = raised(world, **{"danger-now": ["in-danger"]})
    assert {one.user for one in concern.told.all()} == {world.manager, duty}


def test_a_team_without_a_manager_goes_straight_to_the_duty_manager(world: World, duty: User) -> None:
    world.manager.posts.all().delete()
    assert [one.user for one in raised(world).told.all()] == [duty]


def test_nobody_decides_on_their_own_concern_nor_without_the_post(world: World) -> None:
    concern = raised(world)
    with pytest.raises(PermissionDenied, match="manager"):
        actions.begin_decision(concern=concern, by=world.practitioner)
    Concern.objects.filter(pk=concern.pk).update(raised_by=world.manager)
    concern.refresh_from_db()
    with pytest.raises(PermissionDenied, match="manager"):
        actions.take(concern=concern, by=world.manager)


def test_what_is_known_is_not_typed_twice(world: World) -> None:
    concern = raised(world)
    decided(world, concern)
    concern.refresh_from_db()
    known = {one.key: one.value for one in referral_of(concern, world.practitioner).answers.all()}
    assert known["concern"] == CONCERN["concern"]
    assert known["impact"] == DECISION["impact-on-child"]
    assert known["refer-to"] == ["front-door"]


@pytest.mark.requirement("EP-16")
def test_the_copy_of_a_referral_is_filed_and_the_answer_told_to_who_raised_it(world: World) -> None:
    concern = raised(world)
    decided(world, concern)
    concern.refresh_from_db()
    step = referred(world, concern)
    file_copy(step.entry_id)
    assert Document.objects.get(entry=step.entry).category == "safeguarding"
    assert Fact.objects.filter(name="social-care-referral.made").exists()
    assert standing(concern, default_pack()).state == "waiting for an answer"
    fill(actions.begin_answer(referral=step, by=world.manager), ANSWER, world.manager)
    concern.refresh_from_db()
    assert standing(concern, default_pack()).state == "finished"
    assert waiting_for(world.manager, default_pack()) == []
    assert Notice.objects.filter(to=world.practitioner, title__contains="They take it on").exists()


def test_no_further_action_finishes_it(world: World) -> None:
    concern = raised(world)
    decided(world, concern, decision=["no-further-action"])
    concern.refresh_from_db()
    assert concern.finished_at


def test_an_adult_is_referred_to_adult_services_with_what_they_want(world: World) -> None:
    concern = raised(world, **{"about-whom": ["adult"]})
    assert concern.about_adult
    assert not concern.about_child
    decided(world, concern, **{"refer-to": ["adult-services"]})
    concern.refresh_from_db()
    entry = referral_of(concern, world.practitioner)
    with pytest.raises(story.NotReady, match="adult want"):
        fill(entry, REFERRAL, world.practitioner)


@pytest.mark.requirement("EP-30")
def test_a_level_that_refers_brings_the_toolkits_and_tells_a_manager(client: Client, world: World) -> None:
    toolkit = Document.objects.create(
        family=world.family, category="toolkits", name="Day in my life.pdf", content_type="application/pdf", file="x",
        size=1, sha256="0" * 64, filed_at=timezone.now(), filed_by=world.practitioner,
    )  # fmt: skip
    journey.decide_level(
        family=world.family, level="level-4", why="Neglect that has not changed.", decided_on=timezone.localdate(),
        by=world.practitioner, standing=0,
    )  # fmt: skip
    client.force_login(world.practitioner)
    page = client.get(reverse("family-refer", args=[world.family.pk])).content.decode()
    assert "Day in my life.pdf" in page
    client.post(reverse("family-refer", args=[world.family.pk]))
    concern = Concern.objects.get()
    assert Notice.objects.filter(to=world.manager, urgent=True).exists()
    known = {one.key: one.value for one in referral_of(concern, world.practitioner).answers.all()}
    assert known["goes-with-it"][0]["id"] == toolkit.pk
    assert known["concern"] == "Neglect that has not changed."


@pytest.mark.requirement("EP-30")
def test_a_risk_conference_is_asked_for_and_what_it_agreed_comes_back(world: World) -> None:
    concern = raised(world, **{"about-whom": ["adult"]})
    decided(world, concern, **{"refer-to": ["risk-conference"]})
    concern.refresh_from_db()
    form = default_pack().form("risk-conference-referral")
    entry = actions.begin_referral(concern=concern, form=form, by=world.practitioner)
    assert world.parent
    needed = ("what-happened", "children", "their-wishes", "safe-to-contact", "safety-now")
    fill(
        entry,
        dict.fromkeys(needed, "Written with Nneka.")
        | {
            "who-is-at-risk": {"people": [{"id": world.parent.pk, "name": world.parent.name}], "others": ""},
            "why-high-risk": ["judgement"],
        },
        world.practitioner,
    )
    step = Step.objects.get(entry=entry)
    fill(actions.begin_answer(referral=step, by=world.manager), ANSWER | {"answer": ["plan-agreed"]}, world.manager)
    assert Step.objects.get(answers=step).words == "It was heard, and a plan was agreed"


def test_a_concern_about_nobody_of_ours_reaches_the_manager_and_no_other_team(client: Client, world: World) -> None:
    entry = actions.begin_concern(
        by=world.practitioner, team=world.team, family=None, about="unnamed", about_words="A boy at the bus station"
    )
    concern = Concern.objects.get(entry=fill(entry, CONCERN, world.practitioner))
    address = reverse("concern", args=[concern.pk])
    for who, status in ((world.manager, 200), (world.practitioner, 200), (make_user("manager"), 404)):
        client.force_login(who)
        assert client.get(address).status_code == status


def test_sending_asks_for_what_is_missing_and_tells_who_was_told(client: Client, world: World) -> None:
    client.force_login(world.practitioner)
    begun = client.post(reverse("family-concern-begin", args=[world.family.pk]))
    entry = Entry.objects.get(form_id="safeguarding-concern")
    assert begun["Location"] == reverse("entry-edit", args=[entry.pk])
    page = client.get(begun["Location"]).content.decode()
    assert "Call 999" in page
    sent = {key: value for key, value in CONCERN.items() if key != "family-told"}
    asked = {f"asked:{key}": "" for key in CONCERN}
    answer = client.post(reverse("concern-send", args=[entry.pk]), sent | asked)
    assert answer["Location"] == reverse("entry-check", args=[entry.pk])
    answer = client.post(reverse("concern-send", args=[entry.pk]), {"family-told": "No", "asked:family-told": ""})
    assert answer["Location"] == reverse("concern", args=[Concern.objects.get().pk])
    assert "Jo Marsh was told just now." in client.get(answer["Location"]).content.decode()
