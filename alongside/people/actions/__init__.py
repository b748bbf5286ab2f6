"""Every write about people and families: by whom, all or nothing, with its line on the trail.

What cannot be so is refused with `django.core.exceptions.ValidationError`, by field where it concerns one.
"""

from alongside.people.actions.addresses import (
    add_contact_point,
    end_address,
    end_contact_point,
    move,
    set_never_show,
)
from alongside.people.actions.details import PersonDetails
from alongside.people.actions.emergency import mark_emergency_access_seen, use_emergency_access
from alongside.people.actions.families import add_family, hand_to_team, rename_family, restrict, unrestrict
from alongside.people.actions.involvements import assign_lead_practitioner, end_involvement, involve
from alongside.people.actions.learning import add_earlier_setting
from alongside.people.actions.members import (
    add_member,
    change_membership,
    end_membership,
    record_birth,
    record_loss,
    take_back_loss,
)
from alongside.people.actions.merging import merge_people, refuse_merging, undo_merge
from alongside.people.actions.numbers import add_identifier, withdraw_identifier
from alongside.people.actions.people import add_other_name, add_person, change_person, withdraw_other_name
from alongside.people.actions.relationships import end_relationship, relate, set_parental_responsibility

__all__ = [
    "PersonDetails",
    "add_contact_point",
    "add_earlier_setting",
    "add_family",
    "add_identifier",
    "add_member",
    "add_other_name",
    "add_person",
    "assign_lead_practitioner",
    "change_membership",
    "change_person",
    "end_address",
    "end_contact_point",
    "end_involvement",
    "end_membership",
    "end_relationship",
    "hand_to_team",
    "involve",
    "mark_emergency_access_seen",
    "merge_people",
    "move",
    "record_birth",
    "record_loss",
    "refuse_merging",
    "relate",
    "rename_family",
    "restrict",
    "set_never_show",
    "set_parental_responsibility",
    "take_back_loss",
    "undo_merge",
    "unrestrict",
    "use_emergency_access",
    "withdraw_identifier",
    "withdraw_other_name",
]
