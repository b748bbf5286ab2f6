"""A clock that stands still: by how much it moves a deadline, and what else moves it meanwhile."""

import pytest

from alongside.journey.tests.standards.telling import days, due, fact, standard, utc

PAUSED = {"since": "work.paused", "until": "work.resumed"}


def still(**keys):
    keys = {"after": "pathway.opened", "met_by": "review.held", "suspended_while": PAUSED, **keys}
    return standard(**keys)


def history(*told):
    return [fact("pathway.opened", "2026-03-02"), *(fact(name, day) for name, day in told)]


@pytest.mark.parametrize(
    ("keys", "paused", "resumed", "limit"),
    [
        # Due on Monday the 9th; 6 and 9 March are the weekdays of the pause, so Wednesday the 11th.
        ({"within": "5 weekdays"}, "2026-03-05", "2026-03-09", "2026-03-11"),
        # Friday the 6th and two days is a Sunday: the Friday after it.
        ({"within": "next friday"}, "2026-03-03", "2026-03-05", "2026-03-13"),
        # 2 April and a day is Good Friday; the Saturday after it would be as closed, and no day is counted twice.
        ({"within": "1 month", "if_closed": "next"}, "2026-03-04", "2026-03-05", "2026-04-07"),
        ({"within": "1 month", "if_closed": "next"}, "2026-03-04", "2026-03-06", "2026-04-07"),
        ({"within": "1 month", "if_closed": "previous"}, "2026-03-04", "2026-03-06", "2026-04-02"),
        # The pause begins and ends before the clock does: nothing stands still.
        ({"within": "2 weeks"}, "2026-02-20", "2026-02-25", "2026-03-16"),
        ({"within": "2 weeks"}, "2026-02-20", "2026-03-06", "2026-03-20"),
    ],
)
def test_it_moves_a_deadline_in_its_own_days(keys, paused, resumed, limit):
    told = history(("work.paused", paused), ("work.resumed", resumed))
    assert days(due(still(**keys), told, "2026-03-09"))[0][1] == limit


@pytest.mark.parametrize(
    ("more", "limit"),
    [
        ({}, utc(2026, 3, 31, 15)),  # two hours had passed, so 22 are left at 18:00 in London's summer
        ({"on_resuming": "start again"}, utc(2026, 3, 31, 17)),
    ],
)
def test_hours_stand_still_to_the_minute_and_over_the_change_of_the_clocks(more, limit):
    rule = still(per="event", after="concern.raised", within="24 hours", met_by="concern.told", **more)
    told = history(("concern.raised", "2026-03-28 10:00"), ("work.paused", "2026-03-28 12:00"))
    told.append(fact("work.resumed", "2026-03-30 18:00"))
    (row,) = due(rule, told, "2026-03-30 19:00")
    assert row.due == limit


@pytest.mark.parametrize("resumed", [(), (("work.resumed", "2026-04-10"),)], ids=["goes on", "over by now"])
@pytest.mark.parametrize("on_resuming", ["go on", "start again"])
def test_what_was_done_during_a_pause_was_done_in_time(resumed, on_resuming):
    # 16 March and the 24 days from the 6th to the 30th, when it was done.
    rule = still(within="2 weeks", on_resuming=on_resuming)
    told = history(("work.paused", "2026-03-06"), ("review.held", "2026-03-30"), *resumed)
    assert days(due(rule, told, "2026-04-12")) == [("2026-03-02", "2026-04-09", "met")]


def test_a_pause_after_it_was_done_changes_nothing():
    told = history(("review.held", "2026-03-05"), ("work.paused", "2026-03-06"), ("work.resumed", "2026-03-30"))
    assert days(due(still(within="2 weeks"), told, "2026-04-01")) == [("2026-03-02", "2026-03-16", "met")]


@pytest.mark.parametrize(
    ("told", "limit", "state"),
    [
        # Extended before it was paused: the pause came in time, and moves the day that was approved.
        ([("extended", "2026-03-10"), ("work.paused", "2026-03-20")], "2026-03-30", "suspended"),
        (
            [("extended", "2026-03-10"), ("work.paused", "2026-03-20"), ("work.resumed", "2026-03-25")],
            "2026-04-04",
            "due",
        ),
        # Extended afterwards: whoever approved the day knew of the pause.
        (
            [("work.paused", "2026-03-05"), ("work.resumed", "2026-03-08"), ("extended", "2026-03-10")],
            "2026-03-30",
            "due",
        ),
        # Paused when it was overdue already.
        ([("work.paused", "2026-03-18"), ("extended", "2026-03-20")], "2026-03-30", "due"),
    ],
)
def test_an_extension_and_a_pause(told, limit, state):
    rule = still(within="2 weeks", extended_by="extension.approved")
    facts = history(*(one for one in told if one[0] != "extended"))
    facts += [
        fact("extension.approved", day, until="2026-03-30", reason="snow") for name, day in told if name == "extended"
    ]
    (row,) = due(rule, facts, "2026-03-26")
    assert (str(row.due), row.state, str(row.extended_to)) == (limit, state, "2026-03-30")
    assert "extended to 30 March 2026 because: snow" in row.why


@pytest.mark.parametrize(
    ("before", "after", "limit"),
    [
        # Two weeks from the start, and the eleven days of the pause; the change came while there was time left.
        ("3", "2", "2026-03-27"),
        ("2", "3", "2026-03-20"),
    ],
)
def test_a_level_that_changes_during_a_pause(before, after, limit):
    rule = still(within="2 weeks", values=[{"when": {"level": "3"}, "within": "1 week"}])
    told = history(("work.paused", "2026-03-05"), ("work.resumed", "2026-03-16"))
    told += [fact("level.decided", "2026-03-02", level=before), fact("level.decided", "2026-03-12", level=after)]
    assert days(due(rule, told, "2026-03-17")) == [("2026-03-02", limit, "due")]


def test_the_reason_says_what_moved_the_day():
    told = history(("work.paused", "2026-03-06"), ("work.resumed", "2026-03-10"))
    (row,) = due(still(within="2 weeks"), told, "2026-03-12")
    assert "within 2 weeks (calendar); its clock stood still from 6 March 2026 to 10 March 2026 —" in row.why
    (row,) = due(still(within="2 weeks", on_resuming="start again"), told, "2026-03-12")
    assert "to 10 March 2026, and then started again —" in row.why
    rule = standard(
        after="pathway.opened", within="2 weeks", met_by="x.y", values=[{"when": {"level": "3"}, "within": "1 week"}]
    )
    raised = [fact("pathway.opened", "2026-03-02"), fact("level.decided", "2026-03-12", level="3")]
    (row,) = due(rule, raised, "2026-03-12")
    assert "within 1 week (calendar), though not before 12 March 2026, when that changed —" in row.why
