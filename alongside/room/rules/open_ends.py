"""What a room has left open, said to the chair before it is closed."""

from alongside.room.rules.asked import Asked
from alongside.room.rules.state import CONTENT, RISK, SAFETY, State


def still_open(state: State, asked: Asked) -> list[str]:
    """Return a sentence for each thing that the chair may want to bring to an end first. None of them stops closing."""
    undecided = [one.name for one in asked.children if one.id not in state.decisions]
    lines = [f"Nothing is decided for {name}" for name in undecided]
    lines += [f"No reason is given for the decision for {one.name}" for one in asked.children if _no_why(state, one.id)]
    groups = [heading.id for heading in asked.headings]
    not_agreed = sum(not one.agreed for group in groups for one in state.of_group(group))
    if not_agreed:
        lines.append(f"{not_agreed} {'statement is' if not_agreed == 1 else 'statements are'} not marked as agreed")
    if not state.of_group(RISK):
        lines.append("There is no statement of risk")
    for scale in (SAFETY, CONTENT):
        given = state.scales[scale]
        if given.placed and not given.revealed:
            lines.append(f"Numbers were put in and not shown: {asked.scales[scale].title.lower()}")
        elif not given.placed:
            lines.append(f"Nobody was asked for a number: {asked.scales[scale].title.lower()}")
    return lines


def _no_why(state: State, child: int) -> bool:
    decided = state.decisions.get(child)
    return decided is not None and not decided.why
