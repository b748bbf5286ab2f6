"""Every reference in a joined pack is looked up, and each one that leads nowhere is a problem."""

from collections.abc import Iterator

from alongside.packs.checking.claims import check_claim
from alongside.packs.checking.conferences import check_conferences
from alongside.packs.checking.forms import check_form, check_form_itself
from alongside.packs.checking.front_door import check_front_door
from alongside.packs.checking.known import Known, known
from alongside.packs.checking.merging import Merged
from alongside.packs.checking.parts import Located
from alongside.packs.checking.room import check_room
from alongside.packs.checking.standards import check_standard
from alongside.packs.checking.starting import check_starting
from alongside.packs.checking.thresholds import check_thresholds
from alongside.packs.checking.wording import check_wording
from alongside.packs.problems import Problem


def check_references(merged: Merged, *, complete: bool) -> list[Problem]:
    """Return what is wrong between the parts, in those parts that have no problem of their own.

    :param complete: whether all files could be read; if not, what they define is unknown and not looked for
    """
    everything = known(merged)
    sound = [part for part in merged.values() if part.item is not None]
    problems = [problem for part in sound for problem in check_wording(part)]
    problems += [problem for part in sound if part.kind == "forms" for problem in check_form_itself(part)]
    if complete:
        problems += [problem for part in sound for problem in _check(part, everything)]
    return problems


def _check(part: Located, everything: Known) -> Iterator[Problem]:
    if part.kind == "forms":
        yield from check_form(part, everything)
    elif part.kind == "settings":
        yield from everything.look_up("levels", part.item.level_after_closing, part, "level_after_closing")
    elif part.kind == "starting":
        yield from check_starting(part, everything)
    elif part.kind == "front_door":
        yield from check_front_door(part, everything)
    elif part.kind == "room":
        yield from check_room(part, everything)
    elif part.kind == "conferences":
        yield from check_conferences(part, everything)
    elif part.kind == "claim":
        yield from check_claim(part, everything)
    elif part.kind == "standards":
        yield from check_standard(part, everything)
    elif part.kind == "stars":
        yield from everything.look_up("scales", part.item.scale, part, "scale")
    elif part.kind == "levels_of_need":
        yield from everything.look_up("levels", part.item.level, part, "level")
        for n, contact in enumerate(part.item.contacts):
            yield from everything.look_up("contacts", contact, part, "contacts", n)
    elif part.kind in ("rules", "indicators", "kinds_of_help"):
        yield from check_thresholds(part, everything)
