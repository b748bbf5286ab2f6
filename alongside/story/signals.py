"""What others may listen for, in the same transaction."""

from django.dispatch import Signal

# Sent with family_id= after facts of a family were written.
facts_recorded = Signal()
# Sent with entry=, form=, answers=, by= when an entry becomes final, its own facts already written.
entry_finalised = Signal()
