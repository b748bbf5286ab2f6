"""What changed in a form: its questions above all, which keep their answers by their ids."""

from collections.abc import Iterator
from dataclasses import dataclass

from alongside.packs.diff.changes import Change
from alongside.packs.diff.parts import KEPT, differences_of, from_to, in_another_order, members
from alongside.packs.diff.words import name_of
from alongside.packs.format.forms import Form, FormField, Section
from alongside.packs.telling.words import plain

OTHER_KIND = (
    "Answers of the old kind stay with their records and are not offered in new ones. If something different is asked "
    "here, give it a new id."
)
OTHER_SCALE = "Old ratings stay on the scale they were given on; they cannot be compared with new ones."
OTHER_PEOPLE = "Old answers stay with their records and are not offered in new ones, because they are of other people."


@dataclass(frozen=True)
class _Placed:
    """A question, and the section it is asked in."""

    field: FormField
    section: Section


def form_changes(old: Form, new: Form) -> Iterator[Change]:
    """Yield what differs between two versions of one form."""
    yield from differences_of(old, new, skip="sections")
    yield from members("sections", old.sections, new.sections, {"for_each": _repeated}, skip="fields")
    before, after = _placed(old), _placed(new)
    came = [id for id in after if id not in before]
    for id, one in before.items():
        if id not in after:
            yield _gone(one.field, [after[other].field for other in came])
    yield from (_new(after[id]) for id in came)
    for id in (id for id in after if id in before):
        yield from _question(before[id], after[id])
    if in_another_order(list(before), list(after)):
        yield Change("The questions stand in another order.")


def questions_gone(old: Form, new: Form | None) -> list[tuple[str, str]]:
    """Return (form id, question id) of each question that is asked no longer; all of them when the form is gone."""
    still = {field.id for field in new.fields} if new else set()
    return [(old.id, field.id) for field in old.fields if field.id not in still]


def _placed(form: Form) -> dict[str, _Placed]:
    return {field.id: _Placed(field, section) for section in form.sections for field in section.fields}


def _new(one: _Placed) -> Change:
    needed = {
        "no": "",
        "yes": " It must be answered.",
        "or-reason": " It must be answered, or a reason given.",
        "when-late": " It must be answered when the record is late.",
        "when-overdue": " It must be answered when the record comes after it was due.",
    }
    return Change(f"New question in “{one.section.title}”: {name_of(one.field)}.{needed[one.field.needed]}")


def _gone(field: FormField, came: list[FormField]) -> Change:
    again = next((other for other in came if other.label == field.label and other.type == field.type), None)
    warning = KEPT
    if again:
        warning += (
            f" The new question “{again.id}” has the same words: give it the id “{field.id}” again, and the old "
            "answers stay with it."
        )
    return Change(f"No longer asked: {name_of(field)}.", warning)


def _question(old: _Placed, new: _Placed) -> Iterator[Change]:
    if old.field.label != new.field.label:
        yield Change(f"Reworded: “{new.field.label}” ({new.field.id}), was “{old.field.label}”.")
    for change in _beyond_wording(old, new):
        yield Change(f"{name_of(new.field)}: {change.says}", change.warning)


def _beyond_wording(old: _Placed, new: _Placed) -> Iterator[Change]:
    if old.section.id != new.section.id:
        yield Change(f"Now asked in “{new.section.title}”, was in “{old.section.title}”.")
    if old.field.type != new.field.type:
        said = f"Kind of question: was {plain(old.field.type)}, is now {plain(new.field.type)}."
        yield Change(said, OTHER_KIND)
    yield from differences_of(old.field, new.field, {"scale": _other_scale}, skip="label type")


def _other_scale(before: str | None, after: str | None) -> Iterator[Change]:
    yield Change(from_to("scale", before, after).says, OTHER_SCALE if before and after else "")


def _repeated(before: str | None, after: str | None) -> Iterator[Change]:
    yield Change(from_to("for_each", before, after).says, OTHER_PEOPLE)
