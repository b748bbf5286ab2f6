"""Whether what the pack says of the front door leads to its own form and standard, and tells nobody too much."""

from collections.abc import Iterator

from alongside.packs.checking.keys import did_you_mean
from alongside.packs.checking.known import Known
from alongside.packs.checking.parts import Located
from alongside.packs.checking.wording import BRACKETS
from alongside.packs.format.front_door import FrontDoor, Tells
from alongside.packs.problems import Problem, shortened

QUESTIONS = (
    "about", "about_words", "spoken", "people", "worry", "callers_level", "callers_why", "outcome", "level", "advice",
    "steps", "adviser", "told", "decided_on",
)  # fmt: skip
OF_CALLER = ("name", "service", "telephone", "email")
FOR_ANYBODY = ("{caller}", "{reference}", "{day}", "{number}")
NOT_FOR_ANYBODY = ("{outcome}", "{advice}", "{steps}")


def check_front_door(part: Located, everything: Known) -> Iterator[Problem]:
    """Yield a problem for each id that leads nowhere, and for an answer to anybody that tells too much."""
    front_door: FrontDoor = part.item
    yield from everything.look_up("forms", front_door.form, part, "form")
    yield from everything.look_up("standards", front_door.clock, part, "clock")
    fields = everything.fields.get(front_door.form)
    named: list[tuple[str, tuple[str, ...]]] = [(getattr(front_door, key), (key,)) for key in QUESTIONS]
    named += [(getattr(front_door.caller, key), ("caller", key)) for key in OF_CALLER]
    for id, place in named if fields is not None else ():
        if fields is not None and id not in fields:
            says = f"the form “{front_door.form}” has no question “{shortened(id)}”"
            yield part.problem(says, did_you_mean(id, list(fields)), *place)
    for n, answer in enumerate(front_door.tells):
        yield from (part.problem(*found, "tells", n, "wording") for found in _wording(answer))


def _wording(answer: Tells) -> Iterator[tuple[str, str]]:
    """What is wrong with the words of an answer, and what would be right."""
    allowed = FOR_ANYBODY if answer.to == "anybody" else FOR_ANYBODY + NOT_FOR_ANYBODY
    for found in BRACKETS.findall(answer.wording):
        if found in NOT_FOR_ANYBODY and found not in allowed:
            yield f"an answer for anybody holds {found}", "Take it out: the family may not know of this caller"
        elif found not in allowed:
            yield f"{shortened(found)} is nothing that the product fills in", f"Write one of {', '.join(allowed)}"
