"""Every write to where a family stands. Each is one transaction and leaves its line on the trail."""

from alongside.journey.actions.allocation import allocate
from alongside.journey.actions.deadlines import explain_lateness, extend_deadline
from alongside.journey.actions.levels import decide_level
from alongside.journey.actions.pathways import close_pathway
from alongside.journey.actions.reopening import open_again

__all__ = ["allocate", "close_pathway", "decide_level", "explain_lateness", "extend_deadline", "open_again"]
