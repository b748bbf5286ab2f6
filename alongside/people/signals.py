"""What others listen for. Each is sent inside the transaction of the change it tells of, by alongside/people/actions.

Receivers take keyword arguments:
- `member_joined(membership, by)` and `member_left(membership, by)`;
- `member_changed(membership, former_role, by)`, also when an unborn child has become a child;
- `lead_practitioner_changed(family, involvement, previous, by)`; either involvement may be None;
- `person_changed(person, changed, by)`, where `changed` is the set of names of the fields that are different now;
- `people_merged(merge, family_id, by)`, for each family that counts them, also when a merge was undone.
"""

from django.dispatch import Signal

member_joined = Signal()
member_left = Signal()
member_changed = Signal()
lead_practitioner_changed = Signal()
person_changed = Signal()
people_merged = Signal()
