"""Whether what the pack says of the front door leads to its own form and standard, and tells nobody too much."""

from collections.abc import Iterator

from alongside.packs.checking.keys import did_you_mean
from alongside.packs.checking.known import Known
from alongside.packs.checking.parts import Located
from alongside.packs.checking.wording import BRACKETS
from alongside.packs.format.front_door import FrontDoor, Tells
from alongside.packs.problems import Problem, shortened

# What each question is asked with: the product reads its answer.
QUESTIONS = {
    "about": "choice", "about_words": "text", "spoken": "choice", "people": "household", "worry": "narrative",
    "callers_level": "choice", "callers_why": "narrative", "outcome": "choice", "level": "choice",
    "advice": "narrative", "steps": "actions", "adviser": "text", "told": "choice", "decided_on": "date",
}  # fmt: skip
OF_CALLER = {"name": "text", "service": "choice", "telephone": "text", "email": "text"}
FOR_ANYBODY = ("{caller}", "{reference}", "{day}", "{number}")
NOT_FOR_ANYBODY = ("{outcome}", "{advice}", "{steps}")


def check_front_door(part: Located, everything: Known) -> Iterator[Problem]:
    """Yield a problem for each id that leads nowhere, and for an answer to anybody that tells too much."""
    front_door: FrontDoor = part.item
    yield from everything.look_up("forms", front_door.form, part, "form")
    yield from everything.look_up("standards", front_door.clock, part, "clock")
    fields = everything.fields.get(front_door.form)
    named: list[tuple[str | None, str, tuple[str, ...]]] = [
        (getattr(front_door, key), kind, (key,)) for key, kind in QUESTIONS.items()
    ]
    named += [(getattr(front_door.caller, key), kind, ("caller", key)) for key, kind in OF_CALLER.items()]
    for id, kind, place in named if fields is not None else ():
        if id is None:
            continue
        yield from _question(id, kind, part, front_door.form, fields or {}, place)
    for n, answer in enumerate(front_door.tells):
        yield from (part.problem(*found, "tells", n, "wording") for found in _wording(answer))


def _question(
    id: str, kind: str, part: Located, form: str, fields: dict[str, str], place: tuple[str, ...]
) -> Iterator[Problem]:
    """A problem with a question that is not there, or is asked otherwise than its answer is read."""
    if id not in fields:
        says = f"the form “{form}” has no question “{shortened(id)}”"
        yield part.problem(says, did_you_mean(id, list(fields)), *place)
    elif fields[id] != kind:
        says = (
            f"the question “{shortened(id)}” is of the type {shortened(fields[id])}, and its answer is read as {kind}"
        )
        yield part.problem(says, f"Name a question of the type {kind}", *place)


def _wording(answer: Tells) -> Iterator[tuple[str, str]]:
    """What is wrong with the words of an answer, and what would be right."""
    allowed = FOR_ANYBODY if answer.to == "anybody" else FOR_ANYBODY + NOT_FOR_ANYBODY
    for found in BRACKETS.findall(answer.wording):
        if found in NOT_FOR_ANYBODY and found not in allowed:
            yield f"an answer for anybody holds {found}", "Take it out: the family may not know of this caller"
        elif found not in allowed:
            yield f"{shortened(found)} is nothing that the product fills in", f"Write one of {', '.join(allowed)}"
