"""What may be decided about where a family stands, and what to do instead when it may not. Pure."""

from collections.abc import Collection
from datetime import date

from django.core.exceptions import ValidationError

from alongside.design.words import day
from alongside.packs.format.forms import Form
from alongside.packs.format.pack import Pack
from alongside.packs.format.pack_file import Level
from alongside.story.rules import offered_at


def level_named(pack: Pack, id: str) -> Level:
    """Return the pack's level with this id.

    :raises ValidationError: when the pack has no such level
    """
    try:
        return pack.level(id)
    except KeyError:
        raise ValidationError({"level": "Choose one of the levels in the list."}) from None


def check_reason(why: str) -> str:
    """Return the reason without spaces around it.

    :raises ValidationError: when nothing is left
    """
    if not why.strip():
        raise ValidationError({"why": "Write why, so that the next person understands the decision."})
    return why.strip()


def check_day(decided_on: date, *, today: date, not_before: date | None) -> None:
    """Refuse a decision dated in the future, or before the one that stands now.

    :raises ValidationError: saying which day would do
    """
    if decided_on > today:
        raise ValidationError({"decided_on": f"The day of the decision must be today, {day(today)}, or earlier."})
    if not_before and decided_on < not_before:
        raise ValidationError(
            {"decided_on": f"The decision that stands was made on {day(not_before)}; choose that day or a later one."}
        )


def check_leaves_no_support_open(level: Level, *, pathway_is_open: bool, closing_forms: Collection[Form]) -> None:
    """Refuse a level without support while support is still open: it is ended by its closing record, with its reasons.

    :raises ValidationError: naming the record that ends it
    """
    if pathway_is_open and not level.pathway:
        record = " or ".join(f"“{form.title}”" for form in closing_forms) or "its closing record"
        raise ValidationError(
            {"level": f"Support is still open. Write {record} first: once it is final, support ends."}
        )


def closing_forms(pack: Pack, level: str | None) -> list[Form]:
    """Return the forms that end support when they are final, for a family at this level."""
    return [form for form in pack.forms if form.closes_pathway and offered_at(form, level=level, pathway_open=True)]


def offered_next(
    pack: Pack, level: str | None, *, pathway_open: bool, written: Collection[str], under_way: Collection[str]
) -> list[Form]:
    """Return what the journey offers next: the forms that a written one grows into; to begin with, where it begins.

    One that is being written is not offered beside itself. What is written once is not offered again, but for a
    review, which comes round. A closing record is never urged on anybody: it is begun from the level's page.

    :param written: the ids of forms that stand on the story
    :param under_way: the ids of forms of which there is a draft
    """
    follows = {following for form in pack.forms for following in form.grows_into}
    begins = {form.id for form in pack.forms if form.grows_into} - follows
    grown = {following for form in pack.forms if form.id in written for following in form.grows_into}
    offered = grown if written or under_way else begins
    return [
        form
        for form in pack.forms
        if form.id in offered
        and form.id not in under_way
        and (form.id not in written or form.stands_in == "review")
        and not form.closes_pathway
        and offered_at(form, level=level, pathway_open=pathway_open)
    ]
