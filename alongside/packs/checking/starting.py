"""Whether what the pack says of the beginning of help leads to levels, forms, questions and standards of the pack."""

from collections.abc import Iterator

from alongside.packs.checking.keys import did_you_mean
from alongside.packs.checking.known import Known
from alongside.packs.checking.parts import Located
from alongside.packs.format.starting import Starting
from alongside.packs.problems import Problem, shortened


def check_starting(part: Located, everything: Known) -> Iterator[Problem]:
    """Yield a problem for each id that leads nowhere."""
    starting: Starting = part.item
    yield from everything.look_up("levels", starting.level, part, "level")
    yield from everything.look_up("forms", starting.agreement, part, "agreement")
    for n, origin in enumerate(starting.comes_from):
        yield from everything.look_up("forms", origin.form, part, "comes_from", n, "form")
    for key, questions in QUESTIONS.items():
        named = getattr(starting, key)
        yield from everything.look_up("forms", named.form, part, key, "form")
        yield from everything.look_up("standards", getattr(named, "standard", None), part, key, "standard")
        for question in questions:
            yield from _question(named.form, getattr(named, question), part, everything, key, question)


QUESTIONS = {
    "assessment": ("needs", "few_needs"),
    "at_creation": ("came_from",),
    "at_allocation": ("why", "where"),
    "handover": ("why",),
}


def _question(form: str, field: str, part: Located, everything: Known, *place: str) -> Iterator[Problem]:
    fields = everything.fields.get(form)
    if fields is not None and field not in fields:
        yield part.problem(
            f"the form “{form}” has no question “{shortened(field)}”", did_you_mean(field, list(fields)), *place
        )
