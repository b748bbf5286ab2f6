"""What a room makes of what is said, as a table and for any order of it; and who may say what."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.room.rules import hearing, saying
from alongside.room.rules.hearing import Heard, hear, stand_after
from alongside.room.rules.saying import CHAIR, MINUTES, PARTICIPANT, SCREEN, Refused, Saying, Speaker, Terms, read
from alongside.room.rules.state import SAFETY, Person, Round, State, Statement

IDS = [str(UUID(int=number)) for number in range(1, 4)]
SEATS = [1, 2, 3]
TERMS = Terms(
    groups=("worries", "goals"), scales={"safety": range(11), "content": range(11)},
    options=("plan-made", "no-plan"), categories=("neglect",), children=(7,), people=(7, 8),
)  # fmt: skip

words = st.sampled_from(["", "Late", "Late on Mondays", "Alone"])
anything_said = st.one_of(
    st.tuples(
        st.sampled_from(["statement.typed", "statement.settled"]),
        st.fixed_dictionaries({"id": st.sampled_from(IDS), "group": st.just("worries"), "words": words}),
    ),
    st.tuples(
        st.just("answered"),
        st.fixed_dictionaries(
            {
                "id": st.sampled_from(IDS), "seat": st.sampled_from(SEATS), "agrees": st.booleans(),
                "words": words, "version": st.integers(1, 4),
            }
        ),
    ),
    st.tuples(
        st.just("placed"),
        st.fixed_dictionaries(
            {
                "scale": st.just(SAFETY), "seat": st.sampled_from(SEATS), "round": st.integers(1, 3),
                "value": st.integers(0, 10), "words": words,
            }
        ),
    ),
    st.tuples(st.sampled_from(["revealed", "asked-again"]), st.just({"scale": SAFETY})),
    st.tuples(
        st.sampled_from(["statement.read", "statement.agreed"]),
        st.fixed_dictionaries({"id": st.sampled_from(IDS), "agreed": st.just(True)}),
    ),
    st.tuples(
        st.just("statement.moved"), st.fixed_dictionaries({"id": st.sampled_from(IDS), "down": st.booleans()})
    ),
    st.tuples(st.just("statement.off"), st.fixed_dictionaries({"id": st.sampled_from(IDS), "off": st.booleans()})),
    st.tuples(st.just("something.newer"), st.just({})),
)  # fmt: skip
histories = st.lists(anything_said, max_size=40).map(
    lambda those: [Heard(number, kind, data) for number, (kind, data) in enumerate(those, 1)]
)


@settings(max_examples=30, deadline=None)
@given(histories, st.integers(0, 40))
def test_heard_in_two_parts_or_at_once_the_room_is_the_same(said: list[Heard], cut: int) -> None:
    assert stand_after(said[cut:], stand_after(said[:cut])) == stand_after(said)


@settings(max_examples=30, deadline=None)
@given(histories)
def test_what_always_holds(said: list[Heard]) -> None:
    state = State()
    for one in said:
        numbers_before = dict(state.scales[SAFETY].placed) if state.scales[SAFETY].revealed else None
        hear(state, one)
        assert state.number == one.number
        for statement in state.statements.values():
            assert all(answer.version == statement.version for answer in statement.answers.values())
            assert [version.number for version in statement.past] == list(range(1, statement.version))
        if numbers_before is not None and state.scales[SAFETY].revealed:
            assert state.scales[SAFETY].placed == numbers_before
        assert max(state.parts.values(), default=0) <= state.number


@settings(max_examples=25, deadline=None)
@given(histories, st.integers(0, 40))
def test_a_page_that_hears_what_changed_lacks_nothing(said: list[Heard], from_number: int) -> None:
    """Whatever of a statement differs from what a page saw last is among the parts that have changed since."""
    before, after = stand_after(said[:from_number]), stand_after(said)
    changed = after.changed_since(before.number)
    if "statements" not in changed:
        assert list(before.statements) == list(after.statements)
        for id, statement in after.statements.items():
            assert statement == before.statements[id] or f"statement:{id}" in changed
    assert after.scales == before.scales or {"safety", "content"} & changed


def test_what_comes_out_of_order_is_not_heard() -> None:
    with pytest.raises(ValueError, match="cannot hear 3 yet"):
        stand_after([Heard(1, "step", {"step": "plan"}), Heard(3, "step", {"step": "safety"})])


def state_with(**more: Any) -> State:
    state = State(statements={IDS[0]: Statement(IDS[0], "worries", "Late", version=2)}, scales={
        "safety": Round(), "content": Round(revealed=True)
    })  # fmt: skip
    state.people = {
        1: Person(1, "Rosa", admitted=True),
        2: Person(2, "Tom", admitted=True, has_device=False),
        3: Person(3, "Ada"),
    }
    for name, value in more.items():
        setattr(state, name, value)
    return state


def said_by(part: str, kind: str, sent: Mapping[str, str], state: State | None = None) -> dict[str, Any]:
    speaker = Speaker(part, 1 if part == PARTICIPANT else None)
    chosen = {"categories": ["neglect", "made-up"], "people": ["8", "99"]}
    return read(kind, Saying(state or state_with(), TERMS, speaker, sent, lambda name: chosen.get(name, [])))


THERE = {"which": IDS[0]}
WHO_SAYS_WHAT = {
    "step": ("chair", {"step": "plan"}),
    "statement.typed": ("chair minutes", {**THERE, "words": "Late"}),
    "statement.settled": ("chair minutes", {**THERE, "words": "Late"}),
    "statement.moved": ("chair minutes", {**THERE, "to": "down"}),
    "statement.sorted": ("chair minutes", {**THERE, "to": "sorted"}),
    "statement.off": ("chair minutes", THERE),
    "statement.read": ("chair", THERE),
    "statement.agreed": ("chair", THERE),
    "answered": ("chair minutes participant", {**THERE, "version": "2", "agrees": "yes", "seat": "2"}),
    "placed": ("chair minutes participant", {"scale": "safety", "value": "10", "seat": "2"}),
    "revealed": ("chair", {"scale": "safety"}),
    "asked-again": ("chair", {"scale": "safety"}),
    "viewed": ("chair minutes participant", {"child": "7", "option": "no-plan", "seat": "2"}),
    "decided": ("chair", {"child": "7", "option": "plan-made", "why": "Because"}),
    "deed": ("chair minutes", {"which": IDS[1], "words": "Call", "owner-words": "Ada"}),
    "text": ("chair minutes", {"key": "safety-plan", "words": "Call"}),
    "core-group": ("chair minutes", {"others": "Ada"}),
}


def test_the_table_has_every_kind() -> None:
    assert WHO_SAYS_WHAT.keys() == saying.KINDS.keys()
    assert saying.KINDS.keys() <= hearing.KINDS.keys()


@pytest.mark.parametrize("kind", WHO_SAYS_WHAT)
def test_who_says_what(kind: str) -> None:
    may, sent = WHO_SAYS_WHAT[kind]
    for part in (CHAIR, MINUTES, PARTICIPANT, SCREEN):
        if part in may.split():
            data = said_by(part, kind, sent)
            hear(state_with(), Heard(1, kind, data))
            with pytest.raises(Refused, match="closed"):
                said_by(part, kind, sent, state_with(closed=True))
        else:
            with pytest.raises(Refused, match="cannot be said from here"):
                said_by(part, kind, sent)


@pytest.mark.parametrize(
    ("part", "kind", "sent", "says"),
    [
        (CHAIR, "statement.read", {"which": str(uuid4())}, "not in the room"),
        (CHAIR, "statement.read", {"which": "first"}, "has no name"),
        (MINUTES, "statement.settled", {"which": IDS[2], "group": "elsewhere", "words": "x"}, "Choose a heading"),
        (MINUTES, "statement.settled", {**THERE, "words": "x" * 2001}, "longer than 2,000"),
        (PARTICIPANT, "answered", {**THERE, "version": "3", "agrees": "yes"}, "other words now"),
        (PARTICIPANT, "answered", {**THERE, "version": "2", "agrees": "maybe"}, "Say whether you agree"),
        (PARTICIPANT, "placed", {"scale": "safety", "value": "11"}, "from 0 to 10"),
        (PARTICIPANT, "placed", {"scale": "safety", "value": "-1"}, "from 0 to 10"),
        (PARTICIPANT, "placed", {"scale": "safety", "value": "٣"}, "from 0 to 10"),
        (PARTICIPANT, "placed", {"scale": "content", "value": "3"}, "shown already"),
        (PARTICIPANT, "viewed", {"child": "8", "option": "no-plan"}, "Choose the child"),
        (PARTICIPANT, "viewed", {"child": "7", "option": "adopt"}, "what you would decide"),
        (CHAIR, "placed", {"scale": "safety", "value": "3", "seat": "1"}, "without a phone"),
        (CHAIR, "placed", {"scale": "safety", "value": "3", "seat": "3"}, "without a phone"),
        (MINUTES, "text", {"key": "anything", "words": "x"}, "no place"),
        (MINUTES, "text", {"key": "next-time", "words": "in spring"}, "like 27/3/2026"),
        (MINUTES, "deed", {"which": IDS[1], "words": "Call", "due": "31/2/2026"}, "like 27/3/2026"),
    ],
)
def test_what_cannot_be_said_says_what_to_do(part: str, kind: str, sent: dict[str, str], says: str) -> None:
    with pytest.raises(Refused, match=says):
        said_by(part, kind, sent)


def test_only_what_the_pack_and_the_family_have_is_taken() -> None:
    assert said_by(CHAIR, "decided", {"child": "7", "option": "plan-made"})["categories"] == ["neglect"]
    assert said_by(CHAIR, "core-group", {})["people"] == [8]


def test_words_that_had_settled_and_change_are_asked_anew() -> None:
    def settled(number: int, words: str, kind: str = "statement.settled") -> Heard:
        return Heard(number, kind, {"id": IDS[0], "group": "worries", "words": words})

    yes = {"id": IDS[0], "seat": 1, "agrees": True, "words": "", "version": 1}
    state = stand_after([settled(1, "Late"), Heard(2, "statement.read", {"id": IDS[0]}), Heard(3, "answered", yes)])
    assert state.statements[IDS[0]].yes == [1]
    hear(state, settled(4, "Late on M", "statement.typed"))
    hear(state, settled(5, "Late on Mon", "statement.typed"))
    hear(state, settled(6, "Late on Mondays"))
    found = state.statements[IDS[0]]
    assert (found.version, found.read, found.answers) == (2, False, {})
    assert [one.words for one in found.past] == ["Late"]
    assert found.past[0].answers[1].agrees
