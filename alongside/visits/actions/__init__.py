"""Every write about planned visits."""

from alongside.visits.actions.outcomes import begin_record, not_in, record_made
from alongside.visits.actions.planning import call_off, change, plan
from alongside.visits.actions.safety import raise_alarm, safe, see_risks

__all__ = ["begin_record", "call_off", "change", "not_in", "plan", "raise_alarm", "record_made", "safe", "see_risks"]
