"""Random histories, for properties that hold of every family.

Other tests may use them too: `histories()` gives the facts of one family in a random order, `EXAMPLES` are standards
of every kind over the same events, and `TODAYS` the days to look from.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from alongside.journey.standards import Fact
from alongside.journey.tests.standards.telling import standard

FIRST = datetime(2025, 9, 1, 9, tzinfo=UTC)
CHILDREN = ("ava", "ben", "cass")
AGENCIES = ("gp", "school")
OF_THE_FAMILY = (
    "pathway.opened",
    "pathway.closed",
    "allocation.made",
    "agreement.given",
    "plan.agreed",
    "review.held",
    "visit.made",
    "work.paused",
    "work.resumed",
    "supervision.held",
)
TODAYS = st.dates(date(2025, 9, 1), date(2026, 12, 31))
_OPEN = {"since": "pathway.opened", "until": "pathway.closed"}

EXAMPLES = [
    standard(id="agreed", after="pathway.opened", within="5 working days", met_by="agreement.given", while_=_OPEN),
    standard(id="plan", after="allocation.made", target="6 weeks", within="8 weeks", met_by="plan.agreed"),
    standard(
        id="review",
        after={"later_of": ["plan.agreed", "agreement.given"]},
        every="8 weeks",
        met_by="review.held",
        while_=_OPEN,
        suspended_while={"since": "work.paused", "until": "work.resumed"},
    ),
    standard(
        id="family-seen",
        after="allocation.made",
        first="5 working days",
        every="2 weeks",
        values=[{"when": {"level": "3"}, "every": "1 week", "first": "2 working days"}],
        met_by=["visit.made", "child.seen"],
        while_=_OPEN,
    ),
    standard(
        id="child-seen",
        per="child",
        after="allocation.made",
        every="1 month",
        met_by="child.seen",
        while_=[_OPEN, {"age_under": 18}],
    ),
    standard(id="written-up", per="event", after="visit.made", recorded_within="3 working days"),
    standard(id="told", per="event", after="concern.raised", within="24 hours", met_by="concern.told"),
    standard(
        id="report",
        per="agency",
        before={"event": "conference.arranged", "date_in": "held_on"},
        at_least="3 working days",
        met_by={"event": "report.shared", "same": ["conference"]},
    ),
    standard(
        id="checks",
        after="allocation.made",
        checkpoints=["10 working days", "20 working days", "45 working days"],
        met_by="supervision.held",
        while_={"level": ["2", "3"]},
    ),
    standard(
        id="audit",
        after={"event": "supervision.held", "every_nth": 3},
        within="5 working days",
        met_by="file.audited",
        extended_by="extension.approved",
        suspended_while={"since": "work.paused", "until": "work.resumed"},
        on_resuming="start again",
    ),
]


def moments() -> st.SearchStrategy[datetime]:
    """A moment in UTC within the sixteen months that the histories span."""
    return st.builds(lambda day, hour: FIRST + timedelta(days=day, hours=hour), st.integers(0, 480), st.integers(0, 23))


@st.composite
def histories(draw: st.DrawFn, most: int = 40) -> list[Fact]:
    """The facts of one family: its children from the start, then up to `most` others in a random order."""
    facts = [_fact(f"joined-{who}", "person.joined", FIRST, person=who, data=_child(draw, who)) for who in CHILDREN]
    facts += [_fact(f"joined-{who}", "agency.joined", FIRST, agency=who, data={"name": who}) for who in AGENCIES]
    for number in range(draw(st.integers(0, most))):
        facts.append(draw(any_fact(f"f{number:03}")))
    if len(facts) > 6 and draw(st.booleans()):
        replaced = draw(st.sampled_from(facts[5:])).id
        facts.append(_fact("taken-out", "fact.withdrawn", draw(moments()), replaces=replaced))
    shuffled: list[Fact] = draw(st.permutations(facts))
    return shuffled


@st.composite
def any_fact(draw: st.DrawFn, id: str) -> Fact:
    """Any fact that the example standards look at."""
    kind = draw(st.sampled_from([*OF_THE_FAMILY, "child", "concern", "level", "conference", "report", "extension"]))
    happened = draw(moments())
    recorded = happened + timedelta(hours=draw(st.integers(0, 24 * 14)))
    who = draw(st.sampled_from(CHILDREN))
    kinds: dict[str, tuple[str, dict[str, Any]]] = {
        "child": ("child.seen", {"person": who}),
        "concern": (draw(st.sampled_from(["concern.raised", "concern.told"])), {"person": who}),
        "level": ("level.decided", {"data": {"level": draw(st.sampled_from("1234"))}}),
        "conference": ("conference.arranged", {"data": _conference(draw, happened)}),
        "report": ("report.shared", {"agency": draw(st.sampled_from(AGENCIES)), "data": _conference(draw, happened)}),
        "extension": ("extension.approved", {"data": {"until": happened.date() + timedelta(30), "reason": "snow"}}),
    }
    name, about = kinds.get(kind, (kind, {}))
    return _fact(id, name, happened, recorded=recorded, **about)


def _child(draw: st.DrawFn, who: str) -> dict[str, Any]:
    born = draw(st.none() | st.dates(date(2007, 9, 1), date(2026, 1, 1)))
    return {"name": who.title(), "role": "child", "date_of_birth": born}


def _conference(draw: st.DrawFn, happened: datetime) -> dict[str, Any]:
    return {
        "conference": draw(st.sampled_from(["c1", "c2"])),
        "held_on": str(happened.date() + timedelta(days=draw(st.integers(0, 90)))),
    }


def _fact(id: str, name: str, happened: datetime, *, recorded: datetime | None = None, **about: Any) -> Fact:
    return Fact(id=id, name=name, happened=happened, recorded=recorded or happened, family="rowan", **about)
