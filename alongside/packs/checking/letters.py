"""Checks of what a form hands on to letters and to the history: the questions are there, and may stand there."""

from collections.abc import Collection, Iterator

from alongside.packs.checking.keys import did_you_mean
from alongside.packs.checking.parts import Located
from alongside.packs.format.forms import Form, Section
from alongside.packs.format.letters import Letter
from alongside.packs.problems import Problem, shortened

Place = tuple[str | int, ...]


def check_letters(form: Form, part: Located) -> Iterator[Problem]:
    """Yield a problem for each question of a letter that is not in the form, or is another person's."""
    for n, letter in enumerate(form.letters):
        may = {field.id for section in form.sections if _may_stand(section, letter) for field in section.fields}
        for p, one in enumerate(letter.parts):
            for f, field in enumerate(one.fields):
                yield from _check(
                    field, may, "a field of this form that this letter may show", part,
                    ("letters", n, "parts", p, "fields", f),
                )  # fmt: skip
        if letter.numbers_in is not None:
            choices = [field.id for field in form.fields if field.options_from == "contacts"]
            yield from _check(letter.numbers_in, choices, "a choice among contacts", part, ("letters", n, "numbers_in"))


def check_asked_once(id: str, form: Form, part: Located, place: Place) -> Iterator[Problem]:
    """Yield a problem when this is not a field of the form that is asked once."""
    once = [field.id for section in form.sections if not section.for_each for field in section.fields]
    yield from _check(id, once, "a field of this form that is asked once", part, place)


def _may_stand(section: Section, letter: Letter) -> bool:
    """What one child says of themselves stands in that child's letter, and in no other."""
    return section.for_each is None or section.for_each == letter.for_each


def _check(id: str, known: Collection[str], called: str, part: Located, place: Place) -> Iterator[Problem]:
    if id not in known:
        yield part.problem(f"“{shortened(id)}” is not {called}", did_you_mean(id, known), *place)
