"""Checks of the rules of a claim: the questions and forms they name are there."""

from collections.abc import Iterator

from alongside.packs.checking.fields import check_reference
from alongside.packs.checking.known import Known
from alongside.packs.checking.parts import Located
from alongside.packs.format.claims import Claim
from alongside.packs.problems import Problem, shortened


def check_claim(part: Located, known: Known) -> Iterator[Problem]:
    """Yield a problem for each question that is no choice and each form that is not there."""
    claim: Claim = part.item
    for n, asked in enumerate(claim.needs_in):
        problems = list(check_reference(asked, known, part, ("needs_in", n)))
        yield from problems
        if not problems and not _is_choice(asked, known):
            yield part.problem(
                f"“{shortened(asked)}” is not a choice", "Name a choice with “options_from: outcomes”", "needs_in", n
            )
    for n, record in enumerate(claim.records):
        yield from known.look_up("forms", record.form, part, "records", n, "form")


def _is_choice(asked: str, known: Known) -> bool:
    form, _, field = asked.partition(".")
    return known.fields[form][field] == "choice"
