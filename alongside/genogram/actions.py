"""Every change to a genogram by hand. Each is a new state beside the old ones, so that nothing is ever lost."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from alongside.access import trail
from alongside.genogram import state
from alongside.genogram.models import Change, Version
from alongside.genogram.state import State
from alongside.people.models import Family

if TYPE_CHECKING:
    from alongside.access.models import User
    from alongside.story.models import Entry

Place = tuple[float, float]


class MovedMeanwhile(Exception):
    """Somebody else put the same things elsewhere since the page was read. `change` is the last of theirs."""

    def __init__(self, change: Change) -> None:
        super().__init__("moved by somebody else meanwhile")
        self.change = change


class NothingToTakeBack(Exception):
    """There is no change to take back, or none to do again."""


def move(*, family: Family, places: Mapping[str, Place], around: Mapping[str, Place], seen: int, by: "User") -> Change:
    """Put things where somebody dragged them.

    :param places: the new middles of what was moved, by key
    :param around: where all the rest stood on the page, which stays there from now on
    :param seen: the number of the change that the page showed
    :raises MovedMeanwhile: when somebody else has moved the same things since; nothing is overwritten
    """

    def moved(last: Change | None) -> State:
        now = last.state if last else state.empty()
        if last and last.number != seen and last.made_by_id != by.pk:
            then = Change.objects.filter(family=family, number=seen).first()
            if state.moved_since(places, then.state if then else state.empty(), now):
                raise MovedMeanwhile(last)
        known = now.get("places", {})
        rest = {key: place for key, place in around.items() if key not in known}
        return state.placed(now, {**rest, **places})

    return _change(family, "moved", moved, by=by)


def tidy(*, family: Family, by: "User") -> Change:
    """Let everything stand where it stands by itself again."""
    return _change(family, "tidied", lambda last: state.tidied(_of(last)), by=by)


def add(
    *, family: Family, to: str, what: Mapping[str, Any], by: "User", links: Sequence[Mapping[str, Any]] = ()
) -> str:
    """Add somebody, a relation, a tie, something around the family or a note, and return its key.

    :param to: one of state.LISTS
    :param links: relations or ties of the new one, in which its key is written as “new”
    :raises state.TooMuch: when there are hundreds already
    """
    made: list[str] = []

    def with_it(last: Change | None) -> State:
        after, key = state.added(_of(last), to, what)
        made.append(key)
        for link in links:
            ends = {end: key if link[end] == "new" else link[end] for end in ("a", "b")}
            after, _ = state.added(after, link["of"], {**{k: v for k, v in link.items() if k != "of"}, **ends})
        return after

    _change(family, f"added to {to}", with_it, by=by)
    return made[0]


def say_anew(*, family: Family, key: str, what: Mapping[str, Any], by: "User") -> Change:
    """Change something that was added by hand."""
    return _change(family, "said anew", lambda last: state.changed(_of(last), key, what), by=by)


def remove(*, family: Family, key: str, by: "User") -> Change:
    """Take something that was added by hand off the picture. Earlier states keep it, so that it can be taken back."""
    return _change(family, "removed", lambda last: state.without(_of(last), key), by=by)


def leave_out(*, family: Family, key: str, out: bool, by: "User") -> Change:
    """Leave somebody of the record out of the picture, or bring them back."""
    return _change(family, "left out" if out else "brought back",
                   lambda last: state.with_left_out(_of(last), key, out=out), by=by)  # fmt: skip


def say_of_person(
    *, family: Family, key: str, culture: Mapping[str, str], topics: Mapping[str, str], shape: str = "",
    about: bool = False, by: "User",
) -> Change:  # fmt: skip
    """Say what somebody's culture and differences are, by topic of the pack, and how they are drawn.

    :param topics: what the pack calls its topics, by id
    """

    def said(last: Change | None) -> State:
        return state.said_of(_of(last), key, culture=culture, topics=topics, shape=shape, about=about)

    return _change(family, "said of a person", said, by=by)


@transaction.atomic
def undo(*, family: Family, by: "User") -> Change:
    """Take the last change back.

    :raises NothingToTakeBack: when nothing was changed yet
    """
    last = _locked_last(family)
    stands = _stands(family, last) if last else None
    if stands is None:
        raise NothingToTakeBack
    before = Change.objects.filter(family=family, number=stands.made_on).first()
    return _write(
        family, "took back", before.state if before else state.empty(), last, by=by,
        made_on=stands.made_on, takes_back=stands.number,
    )  # fmt: skip


def _stands(family: Family, last: Change) -> Change | None:
    """The change whose work the picture shows: the last one, or that to which was gone back."""
    while last.did == "took back":
        found = Change.objects.filter(family=family, number=last.made_on).first()
        if found is None:
            return None
        last = found
    return last


@transaction.atomic
def redo(*, family: Family, by: "User") -> Change:
    """Do again what was taken back last.

    :raises NothingToTakeBack: when the last change was not one that took something back
    """
    last = _locked_last(family)
    if last is None or last.did != "took back":
        raise NothingToTakeBack
    again = Change.objects.get(family=family, number=last.takes_back or 0)
    return _write(family, "did again", again.state, last, by=by, made_on=last.made_on)


def _change(family: Family, did: str, edit: Callable[[Change | None], State], *, by: "User") -> Change:
    with transaction.atomic():
        last = _locked_last(family)
        return _write(family, did, edit(last), last, by=by)


def _of(last: Change | None) -> State:
    return last.state if last else state.empty()


def _locked_last(family: Family) -> Change | None:
    """The last change. Whoever changes the same picture meanwhile waits, and builds on what this one does."""
    Family.objects.select_for_update(of=("self",)).get(pk=family.pk)
    return Change.objects.filter(family=family).first()


def _write(
    family: Family, did: str, after: State, last: Change | None, *, by: "User",
    made_on: int | None = None, takes_back: int | None = None,
) -> Change:  # fmt: skip
    number = last.number if last else 0
    change = Change.objects.create(
        family=family, number=number + 1, made_on=number if made_on is None else made_on, takes_back=takes_back,
        did=did, state=after, made_by=by,
    )  # fmt: skip
    trail.changed(
        by=by, action="genogram.changed", family_id=family.pk, subject=f"genogram {change.number}", detail={"did": did}
    )
    return change


@transaction.atomic
def keep_version(*, entry: "Entry", svg: str, told: list[Any], made_on: date, by: "User") -> Version:
    """Keep the picture and its words as they stand, as part of a record that becomes final.

    :param told: sections of sentences, as `drawing.words.told` gives them
    :raises ValueError: when the record is about no family
    """
    if entry.family_id is None:
        raise ValueError("a genogram belongs to a family")
    version = Version.objects.create(
        family_id=entry.family_id, entry=entry, made_on=made_on, svg=svg, told=told, made_by=by
    )
    trail.changed(by=by, action="genogram.kept", family_id=entry.family_id, subject=f"genogram version {version.pk}")
    return version
