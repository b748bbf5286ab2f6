"""The parts of a record that can be shown as they stand: for each the headings, and the rows of a family."""

from collections.abc import Callable, Iterator

from django.utils import timezone

from alongside.design.words import day
from alongside.journey.queries import open_due, standing_of
from alongside.packs.queries import current_pack
from alongside.people.models import Family
from alongside.people.queries import involved_with, members_of
from alongside.plans.queries import open_actions
from alongside.story.queries.chronology import Wanted, standing_events, told
from alongside.story.queries.dangers import present_dangers
from alongside.story.queries.map import Sought, map_of
from alongside.story.queries.voices import glances

Row = tuple[str, ...]


def _family(family: Family) -> Iterator[Row]:
    for member in members_of(family):
        person = member.person
        where = ", ".join(part for part in (person.education_setting, person.year_group) if part)
        yield member.full_name, " · ".join(part for part in (member.role_words, member.age) if part), where
    for one in involved_with(family):
        yield one.who, one.get_role_display(), one.where_from


def _level(family: Family) -> Iterator[Row]:
    now = standing_of(family)
    if now.decision:
        title = f"Level {now.level.number}: {now.level.title}" if now.level else now.decision.level
        yield title, f"{day(now.decision.decided_on)}, {now.decision.decided_by.name}", now.decision.why
    if now.pathway:
        yield "Support open", f"Since {day(now.pathway.opened_on)}", ""


def _dangers(family: Family) -> Iterator[Row]:
    for danger in present_dangers(family.pk):
        yield danger.get_kind_display(), danger.words, f"Since {day(danger.since)}"


def _map(family: Family) -> Iterator[Row]:
    shown = map_of(family, current_pack(), sought=Sought(show="living"))
    for column in shown.columns:
        for statement in column.living:
            places: list[int] = getattr(statement, "places", [])
            yield column.column.title, statement.words, str(places[-1]) if places else ""


def _actions(family: Family) -> Iterator[Row]:
    for action in open_actions(family):
        yield action.words, action.owner, f"By {day(action.due_on)}" if action.due_on else "No day set"


def _due(family: Family) -> Iterator[Row]:
    today = timezone.localdate()
    for row in open_due(family):
        about = f" ({row.person.name})" if row.person else ""
        yield row.title + about, day(row.due_on), "Overdue" if row.state_on(today) == "overdue" else ""


def _voices(family: Family) -> Iterator[Row]:
    heard = glances(family)
    for member in members_of(family):
        if not member.is_child:
            continue
        last = heard[member.person.pk].last if member.person.pk in heard else None
        yield member.name, last.words if last else "Not heard yet", day(last.heard_on) if last else ""


def _chronology(family: Family) -> Iterator[Row]:
    people = [one.person for one in members_of(family)]
    for event in told(standing_events(family, Wanted()), current_pack(), people):
        whom = ", ".join(f"{name} ({age})" if age else name for name, age in event.people)
        yield event.when, f"{event.kind}: {event.row.words}", whom


PARTS: dict[str, tuple[Row, Callable[[Family], Iterator[Row]]]] = {
    "family": (("Who", "Part in the family or the work", "Where"), _family),
    "level": (("Level", "Since", "Why"), _level),
    "dangers": (("Kind", "What to know", "Since"), _dangers),
    "map": (("Column", "In their words", "Rated last"), _map),
    "actions": (("Action", "Who", "By when"), _actions),
    "due": (("What", "By when", "How it stands"), _due),
    "chronology": (("When", "What happened", "Whom it touched"), _chronology),
    "voices": (("Child", "What they said or showed", "When"), _voices),
}
