"""Who may do what about a concern, and how it stands: small decisions on plain facts."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from alongside.access import rules
from alongside.packs.format.pack import Pack
from alongside.working_time import add_hours

if TYPE_CHECKING:
    from alongside.access.models import User
    from alongside.packs.format.forms import Form
    from alongside.safeguarding.models import Concern

# The facts by which the forms and standards of any pack say what they are for.
RAISED, SENT, TOLD = "concern.raised", "concern.sent", "manager.told"
WEIGHED, DECIDED, TO_REFER = "oversight-before-referral.recorded", "concern.decided", "referral.decided"
REFERRED, ANSWERED = "referral.made", "referral.answered"

State = Literal["undecided", "overdue", "to refer", "waiting for an answer", "finished"]


def decides(user: "User", concern: "Concern") -> bool:
    """Return whether somebody may decide on a concern: a manager of its team, and never the one who raised it."""
    return user.pk != concern.raised_by_id and rules.may(user, "sign_off", team=concern.team_id)


def decision_limit(pack: Pack, raised_at: datetime) -> datetime | None:
    """Return the moment (UTC) by which the pack's standard asks for a decision; None when it has no such standard."""
    for one in pack.standards:
        events = one.met_by.named if one.met_by else []
        if any(event.event == DECIDED for event in events) and one.within and one.within.in_hours:
            return add_hours(raised_at, one.within.number)
    return None


def clocks_of(pack: Pack) -> set[str]:
    """Return the ids of the standards that ask for a decision on a concern."""
    return {one.id for one in pack.standards if one.met_by and any(e.event == DECIDED for e in one.met_by.named)}


def forms_that_record(pack: Pack, fact: str) -> list["Form"]:
    """Return the forms that leave this fact whatever is answered: those made for it, the one for most cases first."""
    made_for_it = [form for form in pack.forms if any(one.fact == fact and one.only is None for one in form.records)]
    return sorted(made_for_it, key=lambda form: -len(form.records))


def state_of(
    *, decided: bool, limit: datetime | None, now: datetime, to_refer: bool, referred: int, answered: int
) -> State:
    """Return how a concern stands.

    :param limit: the moment by which a decision was asked for; `referred` and `answered` count final records
    """
    if not decided:
        return "overdue" if limit is not None and now > limit else "undecided"
    if referred > answered:
        return "waiting for an answer"
    return "to refer" if to_refer and not referred else "finished"


def next_round(rounds: Iterable[int], roles: int) -> int | None:
    """Return which role is told next, when those of these rounds were; None when there is no further one."""
    following = max(rounds, default=-1) + 1
    return following if following < roles else None
