"""What holds of every family's history, whatever happened in it."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from alongside.journey.standards import Fact, evaluate, explain, state_of
from alongside.journey.tests.standards.histories import CHILDREN, EXAMPLES, TODAYS, histories, moments
from alongside.journey.tests.standards.telling import ENGLAND, child, due, fact, standard


@given(histories(), TODAYS, st.randoms(use_true_random=False))
def test_the_order_of_the_facts_makes_no_difference(facts, today, random):
    other = facts[:]
    random.shuffle(other)
    rows = evaluate(EXAMPLES, facts, today, ENGLAND)
    assert evaluate(EXAMPLES, other, today, ENGLAND) == rows
    assert [row.why for row in evaluate(EXAMPLES, other, today, ENGLAND)] == [row.why for row in rows]


@given(histories(), TODAYS)
def test_every_row_says_why_and_has_a_key_of_its_own(facts, today):
    rows = explain(EXAMPLES, facts, today, ENGLAND)
    assert len({row.key for row in rows}) == len(rows)
    for row in rows:
        assert row.why.endswith("— Guidance, Reviews.")
        assert len(row.key) <= 200


@given(histories(), TODAYS)
def test_each_standard_by_itself_says_what_it_says_among_others(facts, today):
    together = evaluate(EXAMPLES, facts, today, ENGLAND)
    apart = [row for one in EXAMPLES for row in evaluate([one], facts, today, ENGLAND)]
    # The rules are made anew for each list, so what is compared is what a row says.
    assert [(row.key, row.due, row.met, row.state, row.why) for row in together] == [
        (row.key, row.due, row.met, row.state, row.why) for row in apart
    ]


@given(histories(), TODAYS, moments())
def test_meeting_one_standard_changes_no_other(facts, today, moment):
    more = [*facts, Fact(id="more", name="review.held", happened=moment, recorded=moment, family="rowan")]
    before = evaluate(EXAMPLES, facts, today, ENGLAND)
    after = evaluate(EXAMPLES, more, today, ENGLAND)
    assert [row for row in before if row.standard != "review"] == [row for row in after if row.standard != "review"]


@given(histories(), TODAYS)
def test_the_state_of_a_row_follows_from_what_is_stored_of_it(facts, today):
    for row in evaluate(EXAMPLES, facts, today, ENGLAND):
        assert state_of(due=row.due, met=row.met, suspended=row.suspended, now=today) == row.state


@given(histories(), TODAYS)
def test_what_is_met_stays_met_and_what_is_overdue_does_not_become_due(facts, today):
    """As days pass and nothing else happens. What changed for an event still to come is left out."""
    later = today + timedelta(days=1)
    assume(not any(today < one.happened.date() <= later for one in facts))
    then = {row.key: row.state for row in evaluate(EXAMPLES, facts, later, ENGLAND)}
    for row in evaluate(EXAMPLES, facts, today, ENGLAND):
        if row.state in ("met", "met late") and row.standard != "written-up":
            assert then[row.key] == row.state
        if row.state == "overdue":
            assert then.get(row.key, "overdue") in ("overdue", "met", "met late")


@given(histories(), TODAYS)
def test_nothing_is_met_before_it_starts_or_after_today(facts, today):
    for row in evaluate(EXAMPLES, facts, today, ENGLAND):
        if row.met and row.standard not in ("report", "told"):
            assert row.met <= today
        if row.standard in ("agreed", "family-seen", "child-seen"):
            assert row.starts_from
            assert row.starts_from <= today
            assert row.met is None or row.starts_from <= row.met


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 60))
def test_a_later_start_is_never_due_earlier(day, later):
    rule = standard(after="pathway.opened", within="10 working days", met_by="review.held")
    one, other = (
        due(rule, [fact("pathway.opened", str(start))], "2095-01-01")[0] for start in (day, day + timedelta(later))
    )
    assert one.due
    assert other.due
    assert one.due <= other.due


@given(st.lists(st.sampled_from(CHILDREN), unique=True), TODAYS)
def test_there_is_one_open_row_for_each_child(children, today):
    rule = standard(per="child", after="allocation.made", every="1 month", met_by="child.seen")
    told = [child(who, "2025-08-01") for who in children] + [fact("allocation.made", "2025-09-01")]
    assert sorted(str(row.person) for row in evaluate([rule], told, today, ENGLAND)) == sorted(children)
