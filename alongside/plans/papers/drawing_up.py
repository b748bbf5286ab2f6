"""The plan as it is given: living outcomes and actions, and the parts that the pack's letter names."""

from collections.abc import Iterable, Iterator

from alongside.people.models import Family, Involvement
from alongside.plans.models import Action, Outcome
from alongside.plans.outcomes.queries import open_outcomes
from alongside.plans.queries import open_actions
from alongside.story.blocks import Block, Grid, ShownEntry, ShownQuestion, ShownSection, Words
from alongside.story.fields.days import in_words
from alongside.story.letters import letter_parts
from alongside.story.models import Entry
from alongside.story.queries.entries import filled

LIVING = ("outcomes", "actions", "outcome-progress", "progress")


def for_the_family(family: Family, day: str) -> ShownEntry:
    """Return the whole plan in plain words, as the family keeps it."""
    parts = [_outcomes(family), _actions(open_actions(family)), *_told(family, agencies=False)]
    return _paper(f"Our plan: the {family.name} family", parts, day, family)


def for_an_agency(family: Family, who: Involvement, may: str, day: str) -> ShownEntry:
    """Return what somebody around the family may see: the plan, or only what they do themselves.

    :raises ValueError: for somebody who may see nothing
    """
    if may == "nothing":
        raise ValueError("the family has not agreed that they see the plan")
    if may == "part":
        parts = [_actions(one for one in open_actions(family) if _is_theirs(one, who))]
    else:
        parts = [_outcomes(family), _actions(open_actions(family)), *_told(family, agencies=True)]
    return _paper(f"The plan with the {family.name} family, for {who.who}", parts, day, family)


def _paper(title: str, parts: list[ShownSection], day: str, family: Family) -> ShownEntry:
    shown = tuple(part for part in parts if part.questions)
    return ShownEntry(title=title, facts=(), sections=shown, foot=f"{family.team.name}, as it stands on {day}")


def _outcomes(family: Family) -> ShownSection:
    rows = tuple(_row(one) for one in open_outcomes(family.pk))
    return _section("What will be different", Grid(("What", "How we shall see it", "By when"), rows) if rows else None)


def _row(one: Outcome) -> tuple[str, str, str]:
    return one.words, one.measure, in_words(one.by_on)


def _actions(actions: Iterable[Action]) -> ShownSection:
    rows = tuple((one.words, one.owner, in_words(one.due_on)) for one in actions)
    return _section("Who does what", Grid(("What", "Who", "By when"), rows) if rows else None)


def _section(title: str, block: Block | None) -> ShownSection:
    block = block or Words("Nothing is open at the moment.")
    return ShownSection(title, (ShownQuestion("", blocks=(block,)),))


def _told(family: Family, *, agencies: bool) -> Iterator[ShownSection]:
    """The other parts of the latest plan's letter to the family; for agencies those that the pack opens to them."""
    plans = Entry.objects.filter(family=family, stands_in="plan", status=Entry.Status.FINAL, superseded_at=None)
    latest = plans.select_related("family", "pack_version").order_by("-happened_on", "-pk").first()
    if latest is None:
        return
    found = filled(latest)
    living = {field.id for field in found.asking.form.fields if field.type in LIVING}
    letter = next((one for one in found.asking.form.letters if one.for_each is None), None)
    for part in letter.parts if letter else []:
        if not living & set(part.fields) and (part.for_agencies or not agencies):
            yield letter_parts(part, found)


def _is_theirs(action: Action, who: Involvement) -> bool:
    """Whether somebody around the family does it, known by account or by name."""
    if who.user_id:
        return action.owner_user_id == who.user_id
    return bool(who.name) and action.owner_words.casefold().startswith(who.name.casefold())
