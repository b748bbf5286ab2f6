"""Checks of a form: everything it refers to is there."""

from collections.abc import Iterator

from alongside.packs.checking.fields import check_field, check_type
from alongside.packs.checking.keys import did_you_mean
from alongside.packs.checking.known import Known
from alongside.packs.checking.letters import check_asked_once, check_letters
from alongside.packs.checking.parts import Located
from alongside.packs.format.forms import Form, FormField, Only
from alongside.packs.problems import Problem, shortened

Place = tuple[str | int, ...]

# Types whose answer is a choice among options, so that something else may rest on it.
CHOSEN_FROM = ("choice", "checklist")


def check_form_itself(part: Located) -> Iterator[Problem]:
    """Yield what is wrong inside the form, whatever else the pack holds."""
    form: Form = part.item
    for field, place in _placed(form):
        yield from check_type(field, part, place)
    yield from _check_descriptions(form, part)
    yield from check_letters(form, part)
    for n, check in enumerate(form.checks):
        for k, field_id in enumerate(check.fields):
            yield from _check_own(field_id, form, part, ("checks", n, "fields", k))
    for n, records in enumerate(form.records):
        if records.when is not None:
            yield from _check_when(records.when, form, part, ("records", n, "when"))
        if records.answered is not None:
            yield from check_asked_once(records.answered, form, part, ("records", n, "answered"))
        for k, kept in enumerate(records.keeps):
            yield from check_asked_once(kept, form, part, ("records", n, "keeps", k))


def check_form(part: Located, known: Known) -> Iterator[Problem]:
    """Yield a problem for each thing that the form refers to and that the pack does not define."""
    form: Form = part.item
    yield from known.look_up("note_kinds", form.kind, part, "kind")
    yield from known.look_up("document_categories", form.files_copy_in, part, "files_copy_in")
    if form.sign_off:
        yield from known.look_up("roles", form.sign_off.role, part, "sign_off", "role")
        for n, other_role in enumerate(form.sign_off.instead):
            place: Place = ("sign_off", "instead", n)
            yield from known.look_up("roles", other_role.role, part, *place, "role")
            yield from _check_only(other_role.only, known, part, (*place, "only"))
    for n, level in enumerate(form.levels):
        yield from known.look_up("levels", level, part, "levels", n)
    yield from _check_level_after(form, part, known)
    for n, other in enumerate(form.grows_into):
        yield from known.look_up("forms", other, part, "grows_into", n)
    for other, only in form.grows_only.items():
        yield from known.look_up("forms", other, part, "grows_only", other)
        yield from _check_only(only, known, part, ("grows_only", other))
    if form.next_meeting is not None:
        yield from _check_when(form.next_meeting, form, part, ("next_meeting",))
    yield from known.look_up("forms", form.answers, part, "answers")
    yield from known.look_up("forms", form.updates, part, "updates")
    for field, place in _placed(form):
        yield from check_field(field, known, part, place)
        yield from _check_only(field.only, known, part, (*place, "only"), itself=field.id)
    for n, records in enumerate(form.records):
        yield from _check_only(records.only, known, part, ("records", n, "only"))
        yield from _check_only(records.and_only, known, part, ("records", n, "and_only"))


def _placed(form: Form) -> Iterator[tuple[FormField, Place]]:
    for s, section in enumerate(form.sections):
        for f, field in enumerate(section.fields):
            yield field, ("sections", s, "fields", f)


def _check_own(id: str, form: Form, part: Located, place: Place) -> Iterator[Problem]:
    own = [field.id for field in form.fields]
    if id not in own:
        yield part.problem(f"“{shortened(id)}” is not a field of this form", did_you_mean(id, own), *place)


def _check_descriptions(form: Form, part: Located) -> Iterator[Problem]:
    """Who cannot see a drawing reads of it in the same section, where it is repeated for each child as well."""
    for s, section in enumerate(form.sections):
        narratives = [field.id for field in section.fields if field.type == "narrative"]
        for f, field in enumerate(section.fields):
            if field.told_in and field.told_in not in narratives:
                yield part.problem(
                    f"“{shortened(field.told_in)}” is not a narrative of the same section",
                    did_you_mean(field.told_in, narratives),
                    "sections", s, "fields", f, "told_in",
                )  # fmt: skip
            if field.described_in and field.described_in not in narratives:
                yield part.problem(
                    f"“{shortened(field.described_in)}” is not a narrative of the same section",
                    did_you_mean(field.described_in, narratives),
                    "sections", s, "fields", f, "described_in",
                )  # fmt: skip


def _check_only(only: Only | None, known: Known, part: Located, place: Place, itself: str = "") -> Iterator[Problem]:
    if only is None:
        return
    form: Form = part.item
    others = {field.id: field for field in form.fields if field.type in CHOSEN_FROM and field.id != itself}
    if only.field not in others:
        yield part.problem(
            f"“{shortened(only.field)}” is not another choice or checklist of this form",
            did_you_mean(only.field, others),
            *place,
            "field",
        )
        return
    options = _options(others[only.field], known)
    for n, one in enumerate(only.any_of):
        if one not in options:
            yield part.problem(
                f"the field “{only.field}” has no option “{shortened(one)}”",
                did_you_mean(one, options),
                *place,
                "any_of",
                n,
            )


def _options(field: FormField, known: Known) -> list[str]:
    if field.options_from:
        return known.ids.get(field.options_from, [])
    return [option.id for option in field.options]


def _check_level_after(form: Form, part: Located, known: Known) -> Iterator[Problem]:
    if form.level_after is None:
        return
    choices = {field.id: (field, place) for field, place in _placed(form) if field.type == "choice"}
    if form.level_after not in choices:
        yield part.problem(
            f"“{shortened(form.level_after)}” is not a choice of this form",
            did_you_mean(form.level_after, choices),
            "level_after",
        )
        return
    field, place = choices[form.level_after]
    if field.options_from not in (None, "levels"):
        yield part.problem("this choice must be among levels", "Write options_from: levels", *place, "options_from")
    for n, option in enumerate(field.options):
        yield from known.look_up("levels", option.id, part, *place, "options", n, "id")


def _check_when(when: str, form: Form, part: Located, place: Place) -> Iterator[Problem]:
    dates = [
        field.id
        for section in form.sections
        if not section.for_each
        for field in section.fields
        if field.type == "date"
    ]
    if when not in dates:
        yield part.problem(
            f"“{shortened(when)}” is not a date field of this form that is asked once",
            did_you_mean(when, dates),
            *place,
        )
