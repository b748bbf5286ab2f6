"""What is due and why: facts in, rows out. Pure: no tables, no settings, no clock of its own."""

from alongside.journey.standards.due import STATES, Due, State, state_of
from alongside.journey.standards.evaluate import evaluate, explain
from alongside.journey.standards.facts import Fact

__all__ = ["STATES", "Due", "Fact", "State", "evaluate", "explain", "state_of"]
