"""What others are told of meetings, within the transaction of what happened."""

from django.dispatch import Signal

# With `meeting`, as it stands by now, `by`, and `moved`, whether its hour is another.
meeting_changed = Signal()
# With `meeting` and `by`.
meeting_cancelled = Signal()
