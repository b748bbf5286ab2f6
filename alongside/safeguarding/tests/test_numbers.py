"""Whom to call at which hour: office hours, evenings, bank holidays and the authority's closed days."""

from datetime import datetime

import pytest

from alongside.packs.tests.shipped import default_pack
from alongside.safeguarding.numbers import numbers_at
from alongside.safeguarding.rules import next_round, state_of
from alongside.working_time import LONDON


@pytest.mark.parametrize(
    ("moment", "front_door", "out_of_hours"),
    [
        ("2026-03-09 08:29", False, True),
        ("2026-03-09 08:30", True, True),  # adult safeguarding opens at nine only
        ("2026-03-09 09:00", True, False),
        ("2026-03-09 16:59", True, False),
        ("2026-03-09 17:00", False, True),
        ("2026-03-13 16:30", False, True),  # a Friday closes earlier
        ("2026-03-14 11:00", False, True),  # Saturday
        ("2026-04-06 11:00", False, True),  # Easter Monday
        ("2026-07-06 08:45", True, True),  # summer time
        ("2026-12-30 11:00", False, True),  # the authority is closed between the years
    ],
)
def test_who_answers_at_which_hour(moment: str, front_door: bool, out_of_hours: bool) -> None:
    found = numbers_at(default_pack(), datetime.fromisoformat(moment).replace(tzinfo=LONDON))
    answers = {one.contact.id: one.answers for one in found}
    assert (answers["front-door"], answers["out-of-hours"]) == (front_door, out_of_hours)
    assert [one.answers for one in found] == sorted((one.answers for one in found), reverse=True)


@pytest.mark.parametrize(
    ("decided", "late", "to_refer", "referred", "answered", "state"),
    [
        (False, False, False, 0, 0, "undecided"),
        (False, True, False, 0, 0, "overdue"),
        (False, True, False, 1, 0, "overdue"),  # danger did not wait; the decision still does
        (True, True, True, 0, 0, "to refer"),
        (True, False, True, 2, 1, "waiting for an answer"),
        (True, False, True, 2, 2, "finished"),
        (True, False, False, 0, 0, "finished"),
    ],
)
def test_how_a_concern_stands(
    decided: bool, late: bool, to_refer: bool, referred: int, answered: int, state: str
) -> None:
    limit, now = datetime(2026, 3, 9, 12, tzinfo=LONDON), datetime(2026, 3, 9, 13 if late else 11, tzinfo=LONDON)
    assert (
        state_of(decided=decided, limit=limit, now=now, to_refer=to_refer, referred=referred, answered=answered)
        == state
    )


def test_each_role_is_told_in_turn_and_then_nobody_is_left() -> None:
    assert [next_round(rounds, 3) for rounds in ([], [0], [0, 1], [0, 1, 2])] == [0, 1, 2, None]
