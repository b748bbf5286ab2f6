"""What a conference tells of itself, within the transaction of what happened."""

from django.dispatch import Signal

# With `conference`: something that reading packs hold is another than before.
packs_changed = Signal()
