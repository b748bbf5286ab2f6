"""Whatever happens: what is kept is what would be written from scratch, and nobody finds what they could not open."""

from typing import Any

import pytest
from django.db import transaction
from django.http import Http404, HttpRequest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.access.models import User
from alongside.finding.asked import asked, read
from alongside.finding.folding import fold
from alongside.finding.hidden import INSTEAD
from alongside.finding.models import Row
from alongside.finding.results import results
from alongside.finding.tests.test_kept import same_from_scratch
from alongside.finding.tests.test_search import told
from alongside.people import actions as people
from alongside.people.models import Family
from alongside.people.queries import open_family
from alongside.people.tests.makers import make_family, make_member, make_team, make_user
from alongside.plans.actions import add_action, end_action
from alongside.plans.models import Action
from alongside.story import actions as story
from alongside.story.models import Entry
from alongside.story.tests.makers import DAY, World, make_world

pytestmark = pytest.mark.django_db
KEPT = settings(deadline=None, max_examples=4, suppress_health_check=list(HealthCheck))


@given(st.text(max_size=300))
@settings(deadline=None)
def test_folded_text_is_as_long_as_the_text(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="-–\"“'()&|!:*<>~\\ or§ab0💚ß", max_size=60))
@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
def test_anything_typed_can_be_read(db: None, text: str) -> None:
    read(asked(text).text)


class Play:
    """Two families of two teams, and whatever befalls them."""

    def __init__(self) -> None:
        self.world: World = make_world()
        self.other_team = make_team()
        other = make_family("Adeyemi", team=self.other_team, by=self.world.practitioner)
        make_member(other, given_names="Tomi", family_name="Adeyemi")
        self.families = [self.world.family, other]
        people.involve(family=other, role="professional", user=make_user("partner"), by=self.world.practitioner)

    def do(self, what: str, which: int) -> None:
        with transaction.atomic():
            getattr(self, what)(Family.objects.get(pk=self.families[which].pk))

    def note(self, family: Family) -> None:
        told(self.world, "A caravan at 12 Harbour Row, and bedtimes.", family=family)

    def place(self, family: Family) -> None:
        told(self.world, "A caravan in the park.", family=None, about="place", about_words="The park")

    def amend(self, family: Family) -> None:
        entry = Entry.objects.filter(family=family).on_the_story().filter(author=self.world.practitioner).last()
        if entry and Family.objects.for_user(self.world.practitioner).filter(pk=family.pk).exists():
            version = story.amend(entry=entry, why="More was said", by=self.world.practitioner)
            answer = version.answers.get(key="note")
            self.world.save(version, "note", f"{answer.value} And a caravan.", revision=answer.revision)
            story.finalise(entry=version, by=self.world.practitioner)

    def agree(self, family: Family) -> None:
        if entry := Entry.objects.filter(family=family).on_the_story().last():
            by = self.world.practitioner
            add_action(entry=entry, words="Sell the caravan", by=by, agreed_on=DAY, owner_words="Kerry")

    def end(self, family: Family) -> None:
        action = Action.objects.filter(family=family, state="open").first()
        if action and Family.objects.for_user(self.world.practitioner).filter(pk=family.pk).exists():
            end_action(action=action, state="done", result="The caravan is sold", by=self.world.practitioner, on=DAY)

    def restrict(self, family: Family) -> None:
        if not family.restricted:
            people.restrict(family=family, reason="Somebody works here", by=self.world.manager)

    def hand_over(self, family: Family) -> None:
        team = self.other_team if family.team_id == self.world.team.pk else self.world.team
        people.hand_to_team(family=family, team=team, by=self.world.manager)

    def hide(self, family: Family) -> None:
        member = family.memberships.order_by("pk").first()
        if member and not member.person.addresses.exists():
            people.move(
                person=member.person, lines="12 Harbour Row", never_show=True, never_show_reason="Safety",
                by=self.world.practitioner, from_date=DAY,
            )  # fmt: skip

    def emergency(self, family: Family) -> None:
        people.use_emergency_access(family=family, reason="A call in the night", by=self.world.manager)

    def involve(self, family: Family) -> None:
        if not family.involvements.filter(user=self.world.practitioner, to_date=None).exists():
            people.involve(family=family, role="co-worker", user=self.world.practitioner, by=self.world.manager)


DEEDS = ["note", "note", "place", "amend", "agree", "end", "restrict", "hand_over", "hide", "emergency", "involve"]


@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 1)), min_size=3, max_size=12))
@KEPT
def test_kept_is_rebuilt_and_nobody_finds_what_they_could_not_open(db: None, deeds: list[tuple[str, int]]) -> None:
    with transaction.atomic():
        play = Play()
        for what, which in deeds:
            play.do(what, which)
        for user in User.objects.all():
            finds_only_what_opens(user)
        no_hidden_address_is_kept()
        assert same_from_scratch()
        transaction.set_rollback(True)


def finds_only_what_opens(user: User) -> None:
    found = results(user, asked("caravan or harbour or sell"))
    open_to = {family.pk for family in Family.objects.all() if opens(user, family)}
    assert {thing.family.pk for thing in found.things if thing.family} <= open_to
    readable = Entry.objects.for_user(user).values_list("pk", flat=True)
    rows = Row.objects.filter(text__icontains="caravan").values_list("family", "entry")
    assert found.number == len([1 for family, entry in rows if family in open_to or entry in readable])


def opens(user: User, family: Family) -> bool:
    request: Any = HttpRequest()
    request.user = user
    try:
        return bool(open_family(request, family.pk))
    except Http404:
        return False


def no_hidden_address_is_kept() -> None:
    hiding = Family.objects.filter(memberships__person__addresses__never_show=True)
    rows = Row.objects.filter(family__in=hiding)
    assert not rows.filter(text__icontains="harbour").exists()
    assert rows.filter(text__contains=INSTEAD).count() == rows.filter(text__contains="bedtimes").count()
