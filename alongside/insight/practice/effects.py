"""What another pack would mean for the families who are with us now. Only reads: nothing is stored or published."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from alongside.journey.history import facts_of
from alongside.journey.models import DueRow, Pathway
from alongside.journey.standards import Due, Fact, evaluate
from alongside.packs.format.pack import Pack
from alongside.story.models import Answer
from alongside.working_time import london_day

Key = tuple[str, str]  # the standard's id, and what tells the row from others of that standard
WAYS = ("earlier", "later", "newly due", "no longer due", "overdue at once")


@dataclass
class Effects:
    """How many families are open, how many of them get a new due date, and by standard and way how many rows."""

    open_families: int = 0
    with_a_new_day: int = 0
    overdue_at_once: int = 0
    by_standard: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, ways: Mapping[Key, str], late: Iterable[Key]) -> None:
        """Count one open family: in which way each of its rows changed, and which of them are overdue at once."""
        overdue = list(late)
        self.open_families += 1
        self.with_a_new_day += bool(ways)
        self.overdue_at_once += bool(overdue)
        for (standard, _key), way in ways.items():
            self.by_standard.setdefault(standard, Counter())[way] += 1
        for standard, _key in overdue:
            self.by_standard.setdefault(standard, Counter())["overdue at once"] += 1


def effects_on_families(old: Pack, new: Pack, *, now: datetime | None = None) -> Effects:
    """Return what would be due on other days if `new` were in force in place of `old`.

    An open family has support open, or something that is still due. Each one's facts are held against both packs.

    :param now: the moment (aware) to reckon from, now unless given
    """
    today = london_day(now or timezone.now())
    effects = Effects()
    with transaction.atomic():
        only_read()
        for family in open_families():
            facts = facts_of(family)
            before, after = _still_due(old, facts, today), _still_due(new, facts, today)
            late = (key for key, row in after.items() if row.state == "overdue" and _was_not_late(before.get(key)))
            effects.add(_ways(before, after), late)
    return effects


def answers_under(questions: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """Return for each (form id, question id) in how many records it was answered, leaving out those never answered."""
    found = {}
    for form, question in questions:
        keys = Q(key=question) | Q(key__startswith=f"{question}@")
        if number := Answer.objects.filter(keys, entry__form_id=form).values("entry").distinct().count():
            found[form, question] = number
    return found


def open_families() -> list[int]:
    """Return the ids of families with open support or with something still due, in their order."""
    supported = Pathway.objects.filter(closed_at=None).order_by().values_list("family", flat=True)
    due = DueRow.objects.filter(met_at=None).order_by().values_list("family", flat=True)
    return sorted({*supported, *due})


def only_read() -> None:
    """Let the database itself refuse to write until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION READ ONLY")


def _still_due(pack: Pack, facts: list[Fact], today: date) -> dict[Key, Due]:
    rows = evaluate(pack.standards, facts, today, pack.working_calendar())
    return {(row.standard, row.key): row for row in rows if row.met is None}


def _ways(before: Mapping[Key, Due], after: Mapping[Key, Due]) -> dict[Key, str]:
    ways = {key: "no longer due" for key in before if key not in after}
    for key, row in after.items():
        was = before.get(key)
        if was is None:
            ways[key] = "newly due"
        elif was.due != row.due:
            ways[key] = "earlier" if _day(row.due) < _day(was.due) else "later"
    return ways


def _was_not_late(row: Due | None) -> bool:
    return row is None or row.state != "overdue"


def _day(when: date | datetime | None) -> date:
    return london_day(when) if isinstance(when, datetime) else when or date.max
