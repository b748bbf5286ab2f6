"""The demo: every state of the journey is there, all of it is true, and nothing is said twice."""

import re
from collections import Counter
from datetime import datetime, time, timedelta

import pytest
from django.db.models import Count

from alongside.access import trail
from alongside.access.models import Change, User
from alongside.demo.load import Demo
from alongside.demo.sign_ins import SIGN_INS
from alongside.demo.tests.conftest import TODAY
from alongside.journey.due import COMPARED, reckon, row_key
from alongside.journey.models import DueRow, LevelDecision, Pathway
from alongside.people.models import Address, EmergencyAccess, Family, Person
from alongside.people.queries.duplicates import near_duplicates
from alongside.story.models import Answer, Document, Entry, SignOff, Statement, StatementChange
from alongside.working_time import LONDON

# What makes a database be there when these tests run by themselves.
pytestmark = pytest.mark.django_db
NOW = datetime.combine(TODAY, time(9), LONDON)
SENTENCE = re.compile(r"(?<=[.!?”])\s+")
FEWEST_WORDS = 5


def test_there_are_families_in_every_state_of_the_journey(demo: Demo) -> None:
    families = Family.objects.all()
    decided = LevelDecision.objects.values("family")
    opened, closed = Pathway.objects.filter(closed_at=None), Pathway.objects.exclude(closed_at=None)
    planned = Entry.objects.filter(stands_in="plan", status="final").values("family")
    reviewed = Entry.objects.filter(stands_in="review", status="final").values("family")
    conversations = Entry.objects.filter(form_id="initial-conversation")

    assert families.count() >= 40
    assert conversations.filter(status="draft").count() >= 2
    assert (
        families.exclude(pk__in=decided).filter(pk__in=conversations.filter(status="final").values("family")).count()
        >= 4
    )
    assert families.filter(pk__in=decided).exclude(pathways__isnull=False).count() >= 3
    assert opened.exclude(family__in=planned).count() >= 4
    assert opened.filter(family__in=planned).exclude(family__in=reviewed).count() >= 3
    assert opened.filter(family__in=reviewed).count() >= 10
    assert closed.count() >= 6
    assert opened.filter(family__in=closed.values("family")).count() >= 2
    assert Entry.objects.filter(form_id="closure", status="awaiting-sign-off").count() >= 2
    assert SignOff.objects.filter(decision="returned", entry__status="draft").count() >= 1
    assert LevelDecision.objects.filter(level="level-3").count() >= 2


def test_the_families_are_as_different_as_families_are(demo: Demo) -> None:
    assert Family.objects.filter(restricted=True).count() == 1
    assert EmergencyAccess.objects.filter(seen_at=None).count() == 1
    assert EmergencyAccess.objects.exclude(seen_at=None).count() == 1
    assert Person.objects.filter(unborn=True).count() >= 2
    assert Person.objects.exclude(interpreter_languages="").count() >= 4
    assert Person.objects.exclude(disabilities="").count() >= 3
    assert Address.objects.filter(never_show=True).count() >= 2
    assert any(person.memberships.count() == 2 for person in Person.objects.filter(given_names="Theo"))
    assert set(Entry.objects.filter(family=None).values_list("about", flat=True)) == {"place", "peer-group", "unnamed"}
    assert Entry.objects.exclude(superseded_at=None).count() >= 4
    assert max(Counter(Entry.objects.values_list("family", flat=True)).values()) >= 140
    assert len(set(Person.objects.exclude(ethnicity="").values_list("ethnicity", flat=True))) >= 12


def test_somebody_belongs_to_two_families_and_somebody_was_written_down_twice(demo: Demo) -> None:
    assert Person.objects.annotate(families=Count("memberships__family", distinct=True)).filter(families=2).exists()
    bisi = Person.objects.get(preferred_name="Auntie Bisi", family_name="Adeyemy")
    reader = User.objects.get(email="amara.nwosu@example.org")
    found = near_duplicates(
        reader, given_names=bisi.given_names, family_name=bisi.family_name, date_of_birth=bisi.date_of_birth,
        besides=bisi,
    )  # fmt: skip
    assert [one.person.family_name for one in found.seen] == ["Adeyemi"]


def test_everybody_who_is_listed_can_sign_in_with_what_is_listed(demo: Demo) -> None:
    for one in SIGN_INS:
        user = User.objects.get(email=one.email)
        assert user.name == one.name
        assert user.check_password(one.password)
        assert user.posts.exists()


def test_every_family_is_seen_by_somebody_who_signs_in(demo: Demo) -> None:
    seen = {pk for user in User.objects.all() for pk in Family.objects.for_user(user).values_list("pk", flat=True)}
    assert seen == set(Family.objects.values_list("pk", flat=True))


def test_what_is_due_equals_reckoning_it_anew(demo: Demo) -> None:
    for family in Family.objects.all():
        stored = {row_key(row): row for row in DueRow.objects.filter(family=family)}
        anew = {row_key(row): row for row in reckon(family.pk, now=NOW)}
        assert stored.keys() == anew.keys()
        for key, row in anew.items():
            assert {name: getattr(row, name) for name in COMPARED} == {
                name: getattr(stored[key], name) for name in COMPARED
            }, f"{family}: {key}"


def test_most_families_are_in_time_and_some_are_not(demo: Demo) -> None:
    overdue = DueRow.objects.filter(met_at=None, suspended=False, due_on__lt=TODAY)
    behind = set(overdue.values_list("family", flat=True))
    assert 4 <= len(behind) <= 15
    assert DueRow.objects.filter(met_late=True).exclude(late_reason="").count() >= 3


def test_nothing_is_written_in_the_future_or_before_it_happened(demo: Demo) -> None:
    for entry in Entry.objects.exclude(finalised_at=None):
        assert entry.finalised_at is not None
        assert entry.happened_on is not None
        day = entry.finalised_at.astimezone(LONDON)
        # Only a concern was raised this morning, and early.
        assert entry.happened_on <= day.date() <= TODAY
        assert (7 if day.date() == TODAY else 8) <= day.hour < 20
        assert entry.happened_on >= TODAY - timedelta(weeks=80)


REFERRING = ("safeguarding-referral", "referral-outcome", "oversight-before-referral", "risk-conference-referral")


def test_no_sentence_stands_twice_in_a_family_s_record(demo: Demo) -> None:
    for family in Family.objects.all():
        answers = Answer.objects.filter(entry__family=family, entry__superseded_at=None, entry__amends=None)
        # A first assessment that was just begun holds what earlier records say, so that nobody types it again.
        answers = answers.exclude(entry__form_id="initial-assessment", entry__status="draft")
        # A referral carries what was written when the concern was raised.
        answers = answers.exclude(entry__form_id__in=REFERRING)
        # The room of a conference fills record and plan with the same words, and quotes them where somebody differs.
        answers = answers.exclude(entry__form_id="strengthening-family-plan", key="statement-of-risk")
        answers = answers.exclude(entry__form_id="conference-record", key="not-agreed")
        said = Counter(sentence for answer in answers for sentence in _sentences(answer.value))
        assert [sentence for sentence, times in said.items() if times > 1] == [], family.name


def _sentences(value: object) -> list[str]:
    """The sentences of a text. Statements and actions go on from record to record, so they are not counted here."""
    found = SENTENCE.split(value) if isinstance(value, str) else []
    return [sentence for sentence in found if len(sentence.split()) >= FEWEST_WORDS]


def test_maps_were_worked_on_between_records_each_time_with_why(demo: Demo) -> None:
    states = Counter(Statement.objects.values_list("state", flat=True))
    assert min(states[state] for state in ("living", "resolved", "merged")) >= 3
    on_the_map = StatementChange.objects.filter(entry=None)
    assert on_the_map.filter(what="reworded").count() >= 3
    assert not on_the_map.filter(why="").exists()


def test_copies_are_filed_on_the_day_of_their_record(demo: Demo) -> None:
    assert Document.objects.count() >= 100
    for document in Document.objects.exclude(entry=None).select_related("entry"):
        assert document.entry is not None
        assert document.filed_at == document.entry.finalised_at


def test_papers_were_handed_in_while_somebody_worked_with_the_family(demo: Demo) -> None:
    papers = Document.objects.filter(entry=None)
    assert papers.count() >= 5
    assert {one.content_type for one in papers} == {"application/pdf", "image/jpeg"}
    assert all(one.filed_at and one.dated and one.dated < TODAY for one in papers)


def test_the_trail_is_whole_and_in_the_order_of_time(demo: Demo) -> None:
    assert all(chain.whole for chain in trail.verify())
    moments = list(Change.objects.order_by("pk").values_list("at", flat=True))
    assert moments == sorted(moments)
