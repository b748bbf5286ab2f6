"""How a contact is called on pages and in lists."""

from alongside.frontdoor.models import Contact
from alongside.packs.format.pack import Pack

ABOUT = {
    "unnamed": "Family not named",
    "place": "A place",
    "peer-group": "A group of young people",
    "family": "A family",
    "person": "Somebody",
}


def about_words(contact: Contact) -> str:
    """Return what a contact is about: the family's name once it is linked, else the place, the group or what it is."""
    if contact.entry and contact.entry.family:
        return contact.entry.family.name
    if contact.about in ("place", "peer-group"):
        return contact.about_words or ABOUT[contact.about]
    return "A family that is named in it" if contact.about == "family" else ABOUT[contact.about]


def option_words(pack: Pack, contact: Contact, what: str) -> str:
    """Return the words for a contact's outcome, level or service, as the pack in force has them.

    :param what: `outcome`, `level` or `service`
    """
    front_door = pack.front_door
    if front_door is None:
        return ""
    asked = {"outcome": front_door.outcome, "level": front_door.level, "service": front_door.caller.service}[what]
    chosen = {"outcome": contact.outcome, "level": contact.level, "service": contact.caller_service}[what]
    fields = {field.id: field for field in pack.form(front_door.form).fields}
    options = fields[asked].options if asked in fields else []
    found = next((option.label for option in options if option.id == chosen), chosen)
    number = next((level.number for level in pack.levels if level.id == chosen), None) if what == "level" else None
    return f"Level {number}: {found}" if number is not None else found
