"""What can be true of people and what cannot: pure decisions, asked before anything is written.

Each answer is None, or a sentence that says what is wrong and what to do.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from alongside.people.age import in_full, years_old
from alongside.people.gender import supposed_sex
from alongside.people.models.family import Role
from alongside.people.models.person import Person, Sex
from alongside.people.models.relationship import (
    LINEAGE_KINDS,
    OLDER_KINDS,
    PARENT_KINDS,
    TWIN_KINDS,
    UNION_KINDS,
    Kind,
)

LONGEST_LIFE = timedelta(days=125 * 366)
LONGEST_PREGNANCY_AHEAD = timedelta(days=290)
LONGEST_OVERDUE = timedelta(days=60)
LONGEST_BEFORE_DUE = timedelta(weeks=20)
OLDEST_CHILD = 25
YOUNGEST_PARENT = timedelta(days=12 * 365)
YOUNGEST_PARTNER = 13
# Born together, over midnight or over some days; further apart it has happened, but a slip is likelier.
LONGEST_BETWEEN_TWINS = timedelta(days=3)
BIRTH_PARENTS, BIRTH_SEXES = 2, (Sex.FEMALE, Sex.MALE)


def problem_with_birth_date(born: date, today: date) -> str | None:
    """A birth date lies in the past, and within a life."""
    if born > today:
        return "The date of birth is in the future. For a child not yet born, give the due date instead"
    if today - born > LONGEST_LIFE:
        return f"The date of birth is more than 125 years ago. Check the year: you entered {born.year}"
    return None


def problem_with_due_date(due: date, today: date) -> str | None:
    """A due date lies within a pregnancy from now, or not long past."""
    if due - today > LONGEST_PREGNANCY_AHEAD:
        return "The due date is more than nine months away. Check the year"
    if today - due > LONGEST_OVERDUE:
        return f"The due date, {in_full(due)}, is long past. If the child was born, give the date of birth"
    return None


def problem_with_death(died: date, born: date | None, today: date) -> str | None:
    """Nobody dies before they are born, or in the future."""
    if died > today:
        return "The date of death is in the future"
    if born and died < born:
        return f"The date of death is before the date of birth, {in_full(born)}"
    return None


@dataclass(frozen=True)
class Doubt:
    """Something that cannot be, or that is unlikely enough to ask again."""

    says: str
    certain: bool


@dataclass(frozen=True)
class Kin:
    """What is recorded already of two people who are about to be related.

    :param ancestors: the ids of everybody known as parent or grandparent, however far back, of the first
    :param close: the ids of the first one's forebears, children, brothers and sisters by birth or adoption
    :param birth_parents: who is recorded as a parent by birth of the second
    """

    ancestors: frozenset[int] = frozenset()
    close: frozenset[int] = frozenset()
    birth_parents: tuple[Person, ...] = ()


def doubt_about_relationship(person: Person, kind: str, of_person: Person, kin: Kin, today: date) -> Doubt | None:
    """Say what speaks against `person` being this kind of relative of `of_person`."""
    if person.pk == of_person.pk:
        return Doubt("Nobody can be their own relative. Choose somebody else", certain=True)
    if kind in LINEAGE_KINDS and of_person.pk in kin.ancestors:
        return Doubt(
            f"{of_person.name} is already recorded as a parent or grandparent of {person.name}, who would be their own "
            "ancestor. Check whether it is the other way round",
            certain=True,
        )
    return (
        _doubt_about_birth_parents(person, kind, of_person, kin.birth_parents)
        or _doubt_about_union(person, kind, of_person, kin, today)
        or doubt_about_ages(person, kind, of_person)
    )


def _doubt_about_birth_parents(
    person: Person, kind: str, of_person: Person, already: tuple[Person, ...]
) -> Doubt | None:
    """A child has one mother and one father by birth; whoever else is their parent is so by law, adoption or care."""
    others = [one for one in already if one.pk != person.pk]
    if kind != Kind.PARENT or not others:
        return None
    instead = (
        f"If {person.name} is a parent in another way, choose “parent by law” or “adoptive parent” or “step-parent”"
    )
    if len(others) >= BIRTH_PARENTS:
        names = " and ".join(one.name for one in others)
        return Doubt(f"{of_person.name} already has two parents by birth: {names}. {instead}", certain=True)
    if same := _other_of_one_sex(person, others):
        return Doubt(
            f"{same.name} is already recorded as {of_person.name}’s {_parent_word(person)} by birth. {instead}",
            certain=True,
        )
    # Where a sex is not on record, how somebody is spoken of is reason enough to ask, and not to refuse.
    supposed = supposed_sex(person)
    alike = next((one for one in others if supposed in BIRTH_SEXES and supposed_sex(one) == supposed), None)
    if alike is None:
        return None
    word = "mother" if supposed == Sex.FEMALE else "father"
    return Doubt(
        f"{person.name} would be a second {word} by birth of {of_person.name}, beside {alike.name}. {instead}",
        certain=False,
    )


def _other_of_one_sex(person: Person, others: Iterable[Person]) -> Person | None:
    return next((one for one in others if person.sex in BIRTH_SEXES and one.sex == person.sex), None)


def _parent_word(person: Person) -> str:
    return "mother" if person.sex == Sex.FEMALE else "father"


def problem_with_sex(person: Person, child: Person, others: Iterable[Person]) -> str | None:
    """Whether this sex makes somebody a second mother, or father, by birth of a child.

    :param others: who else is recorded as a parent of the child by birth
    """
    same = _other_of_one_sex(person, others)
    if same is None:
        return None
    word = _parent_word(person)
    return (
        f"{person.name} and {same.name} would both be {child.name}’s {word} by birth. End the relationship that is "
        "wrong, or record it as “parent by law” or “adoptive parent”, and then the sex"
    )


def _doubt_about_union(person: Person, kind: str, of_person: Person, kin: Kin, today: date) -> Doubt | None:
    if kind not in UNION_KINDS:
        return None
    if of_person.pk in kin.close:
        return Doubt(f"{person.name} and {of_person.name} are recorded as close blood relatives", certain=False)
    for one in (person, of_person):
        if one.unborn or (one.date_of_birth and years_old(one.date_of_birth, today) < YOUNGEST_PARTNER):
            return Doubt(f"{one.name} is a child of {one.age_on(today)}, too young for a partner", certain=True)
    return None


def _apart(days: int) -> str:
    days = abs(days)
    return f"{days} days" if days < 60 else f"{days // 30} months" if days < 730 else f"{days // 365} years"


def doubt_about_ages(person: Person, kind: str, of_person: Person) -> Doubt | None:
    """Say what the two dates of birth have against `person` being this kind of relative of `of_person`."""
    first, second = _begins(person), _begins(of_person)
    if first is None or second is None:
        return None
    if kind in TWIN_KINDS and abs(second - first) > LONGEST_BETWEEN_TWINS:
        days = abs((second - first).days)
        apart = (
            f"{days} days" if days < 60 else f"{round(days / 30.4)} months" if days < 700 else f"{days // 365} years"
        )
        return Doubt(f"{person.name} and {of_person.name} were born {apart} apart", False)
    if kind in OLDER_KINDS and second <= first:
        return Doubt(
            f"{person.name} would be younger than {of_person.name}. Check both dates of birth, "
            "or whether it is the other way round",
            certain=True,
        )
    if kind in (Kind.PARENT, *GRANDPARENTS) and second - first < YOUNGEST_PARENT:
        years = (second - first).days // 365
        return Doubt(f"{person.name} would have been {years} years old when {of_person.name} was born", certain=False)
    return None


GRANDPARENTS = (Kind.GRANDPARENT, Kind.GREAT_GRANDPARENT)


def _begins(person: Person) -> date | None:
    return person.date_of_birth or person.due_date


def may_hold_parental_responsibility(kind: str) -> bool:
    """Only who parents a child, by birth, law or care, can be recorded as having parental responsibility."""
    return kind in PARENT_KINDS


def problem_with_role(person: Person, role: str, today: date) -> str | None:
    """Whether somebody can be this in a family: an unborn child is unborn, and a child or young person is under 26.

    Source: ledger EP-01, a whole-family record for ages 0 to 25.
    """
    if person.unborn and role != Role.UNBORN_CHILD:
        return f"{person.name} is recorded as not yet born. Choose “unborn child”, or record the birth first"
    if role == Role.UNBORN_CHILD and not person.unborn:
        return f"{person.name} is not recorded as an unborn child. Give a due date, or choose another role"
    if role == Role.CHILD and person.date_of_birth and (age := years_old(person.date_of_birth, today)) > OLDEST_CHILD:
        return f"{person.name} is {age}. Children and young people are {OLDEST_CHILD} or younger: choose another role"
    return None


def problem_with_birth_far_from_due_date(born: date, due: date | None) -> str | None:
    """A birth is at most 20 weeks before the due date and eight weeks after it."""
    if due and not due - LONGEST_BEFORE_DUE <= born <= due + LONGEST_OVERDUE:
        return f"This is far from the due date, {in_full(due)}. Check both dates"
    return None
