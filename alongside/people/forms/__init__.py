"""What the screens about people ask."""

from alongside.people.forms.access import EmergencyForm, RestrictForm, SeenForm, UnrestrictForm
from alongside.people.forms.contact import AddressForm, ContactPointForm, NeverShowForm
from alongside.people.forms.families import InvolveForm, NewFamilyForm
from alongside.people.forms.members import BirthForm, LeaveForm, LossForm, MembershipForm, NewMemberForm
from alongside.people.forms.merging import MergeForm, UndoForm
from alongside.people.forms.people import EarlierSettingForm, NumberForm, OtherNameForm, PersonForm, WhyForm
from alongside.people.forms.refusals import tried
from alongside.people.forms.relationships import EndForm, EndInvolvementForm, RelationshipForm, ResponsibilityForm

__all__ = [
    "AddressForm",
    "BirthForm",
    "ContactPointForm",
    "EarlierSettingForm",
    "EmergencyForm",
    "EndForm",
    "EndInvolvementForm",
    "InvolveForm",
    "LeaveForm",
    "LossForm",
    "MembershipForm",
    "MergeForm",
    "NeverShowForm",
    "NewFamilyForm",
    "NewMemberForm",
    "NumberForm",
    "OtherNameForm",
    "PersonForm",
    "RelationshipForm",
    "ResponsibilityForm",
    "RestrictForm",
    "SeenForm",
    "UndoForm",
    "UnrestrictForm",
    "WhyForm",
    "tried",
]
