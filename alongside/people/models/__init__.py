"""People, the families they belong to, and who works with them."""

from alongside.people.models.contact import Address, ContactPoint
from alongside.people.models.emergency import EmergencyAccess
from alongside.people.models.family import Family, Membership
from alongside.people.models.history import EarlierDetails
from alongside.people.models.involvement import Involvement
from alongside.people.models.learning import EarlierSetting
from alongside.people.models.merge import Merge, MovedRow
from alongside.people.models.names import AddressKey, FamilyWord, NameKey, NamePair, NameWord
from alongside.people.models.person import Identifier, OtherName, Person
from alongside.people.models.relationship import Relationship

__all__ = [
    "Address",
    "AddressKey",
    "ContactPoint",
    "EarlierDetails",
    "EarlierSetting",
    "EmergencyAccess",
    "Family",
    "FamilyWord",
    "Identifier",
    "Involvement",
    "Membership",
    "Merge",
    "MovedRow",
    "NameKey",
    "NamePair",
    "NameWord",
    "OtherName",
    "Person",
    "Relationship",
]
