"""How somebody is written of: by the gender they name, else by their sex, else by their pronouns."""

from alongside.people.models.person import Person, Sex

WOMEN = {"woman", "girl", "female", "trans woman", "f"}
MEN = {"man", "boy", "male", "trans man", "m"}
HERS, HIS = ("she", "her"), ("he", "him")


def named_gender(person: Person) -> str:
    """Return “woman”, “man”, “other” for any other word they use, or nothing where neither gender nor sex is known."""
    said = " ".join(person.gender.casefold().split()) or person.sex
    if said in WOMEN:
        return "woman"
    if said in MEN:
        return "man"
    return "other" if said and said != Sex.NOT_KNOWN else ""


def supposed_sex(person: Person) -> str:
    """Return the sex on record, or the one that gender or pronouns let suppose; nothing where none does."""
    if person.sex in (Sex.FEMALE, Sex.MALE, Sex.INTERSEX) or "trans" in person.gender.casefold():
        return person.sex
    pronouns = person.pronouns.casefold().replace("/", " ").split()[:1]
    by_pronouns = "woman" if pronouns and pronouns[0] in HERS else "man" if pronouns and pronouns[0] in HIS else ""
    return {"woman": Sex.FEMALE.value, "man": Sex.MALE.value}.get(named_gender(person) or by_pronouns, "")
