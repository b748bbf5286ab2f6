"""A family's history and the standards that are reckoned from it: three hundred facts, forty standards."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from alongside.access.models import Team, User
from alongside.journey.standards import Fact
from alongside.packs.format.standards import Standard
from alongside.people.models import Family, Person
from alongside.story.models import Fact as Kept

FIRST, NOW = datetime(2025, 1, 6, 10, tzinfo=UTC), datetime(2026, 6, 30, 10, tzinfo=UTC)
STEPS = [f"{one}{two}" for one in "abcdef" for two in "vwxyz"]
CHILDREN = ("ava", "ben", "cass")
OPEN = {"since": "pathway.opened", "until": "pathway.closed"}
KINDS: tuple[dict[str, Any], ...] = (
    {"after": "allocation.made", "within": "6 weeks", "met_by": "assessment.finished"},
    {"after": "allocation.made", "target": "6 weeks", "within": "8 weeks", "met_by": "plan.agreed", "while": OPEN},
    {"after": "plan.agreed", "every": "8 weeks", "met_by": "review.held", "while": OPEN},
    {"after": "allocation.made", "first": "5 working days", "every": "2 weeks", "met_by": "visit.made", "while": OPEN,
     "values": [{"when": {"level": "3"}, "every": "1 week"}]},
    {"per": "child", "after": "allocation.made", "every": "1 month", "met_by": "child.seen",
     "while": [OPEN, {"age_under": 18}]},
    {"per": "event", "after": "visit.made", "recorded_within": "3 working days"},
    {"per": "event", "after": "concern.raised", "within": "24 hours", "met_by": "concern.told"},
    {"after": "review.held", "happens": "each time", "within": "10 working days", "met_by": "review.shared"},
    {"before": {"event": "conference.arranged", "date_in": "held_on"}, "at_least": "3 working days",
     "met_by": {"event": "report.shared", "same": ["conference"]}},
    {"after": "allocation.made", "checkpoints": ["10 working days", "20 working days", "45 working days"],
     "met_by": "supervision.held"},
)  # fmt: skip


def everyday_standards() -> list[Standard]:
    """Forty standards as guidance has them: ten about visits and reviews, thirty each about a step of its own."""
    own = [
        {"after": f"step-{step}.begun", "within": "10 working days", "met_by": f"step-{step}.done"} for step in STEPS
    ]
    return [_standard(number, keys) for number, keys in enumerate([*KINDS, *own])]


def crowded_standards() -> list[Standard]:
    """Forty standards of which every single one is about visits, children seen, reviews and the like."""
    return [_standard(number, KINDS[number % len(KINDS)]) for number in range(40)]


def then_and_now(standards: list[Standard]) -> tuple[list[Standard], list[Standard]]:
    """The standards twice: between the two one row changes and one comes or goes, as they do after a record."""
    first, last = standards[0], standards[-1]
    others = [first.model_copy(update={"title": "Assessment"}), *standards[1:-1]]
    return standards, [*others, last.model_copy(update={"id": f"{last.id}-now"})]


def _standard(number: int, keys: dict[str, Any]) -> Standard:
    source = {"document": "Guidance", "passage": "Timescales"}
    common = {"title": "Review", "owner": "lead-practitioner", "per": "family", "source": source}
    return Standard.model_validate({**common, **keys, "id": f"standard-{number}"})


def facts() -> list[Fact]:
    """Three hundred facts of a family over eighteen months, in the proportions of real work."""
    chance = random.Random(1)
    told = [
        _fact(who, "person.joined", 0, person=who, role="child", name=who, date_of_birth="2015-03-01")
        for who in CHILDREN
    ]
    told += [
        _fact(f"begin-{n}", name, 1) for n, name in enumerate(("pathway.opened", "allocation.made", "plan.agreed"))
    ]
    told.append(_fact("level", "level.decided", 100, level="3"))
    for step in STEPS:
        told += [
            _fact(f"{step}-begun", f"step-{step}.begun", 20),
            _fact(f"{step}-done", f"step-{step}.done", 40),
        ]
    names = [
        "visit.made",
        "child.seen",
        "child.seen",
        "note.written",
        "supervision.held",
        "review.held",
        "concern.raised",
    ]
    while len(told) < 300:
        name, day = chance.choice(names), chance.randrange(2, 500)
        who = chance.choice(CHILDREN) if name == "child.seen" else None
        told.append(_fact(f"f{len(told)}", name, day, person=who))
    return told


def _fact(id: str, name: str, day: int, /, *, person: str | None = None, **data: str) -> Fact:
    happened = FIRST + timedelta(days=day)
    recorded = happened + timedelta(days=2)
    return Fact(id=id, name=name, happened=happened, recorded=recorded, family="rowan", person=person, data=data)


def make_history(team: Team, *, by: User) -> Family:
    """Put the facts into the tables, for a family of their own."""
    family = Family.objects.create(name="Rowan", team=team, recorded_by=by)
    people = {name: Person.objects.create(given_names=name.capitalize(), recorded_by=by) for name in CHILDREN}
    Kept.objects.bulk_create(
        Kept(
            name=fact.name, family=family, person=people[fact.person] if fact.person else None, data=dict(fact.data),
            happened_at=fact.happened, recorded_at=fact.recorded, recorded_by=by,
        )
        for fact in facts()
    )  # fmt: skip
    return family
