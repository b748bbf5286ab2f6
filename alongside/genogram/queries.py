"""The genogram of a family, as who asks may see it."""

from dataclasses import dataclass, replace
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from alongside.access.models import User
from alongside.genogram import reading
from alongside.genogram.models import Change, Version
from alongside.genogram.parts import Family as Pictured
from alongside.genogram.parts import Link, Somebody
from alongside.genogram.state import State, as_kept, said_of_whom
from alongside.packs.format.forms import FormField
from alongside.packs.format.pack import Pack
from alongside.people.models import Family, Involvement, Person, Relationship
from alongside.people.models.family import CHILDREN
from alongside.people.queries import Member, all_members_of, involved_with, kept_of

HOPS = 2  # beyond the family's own people: their kin, and those of their kin
MOST = 150  # people; more than that is no picture any more


@dataclass(frozen=True)
class Genogram:
    """What is drawn, what was added by hand, and the last change."""

    pictured: Pictured
    state: State
    last: Change | None

    @property
    def number(self) -> int:
        """The number of the state that is shown, 0 when nothing was changed by hand."""
        return self.last.number if self.last else 0


def genogram_of(family: Family | int, user: User | AnonymousUser | None) -> Genogram:
    """Return the genogram with what this user may see; for None what everybody may see who sees the family.

    Kin outside of the family are drawn only where they belong to a family that the user may see too. No address is
    ever part of a picture.
    """
    pk, today = getattr(family, "pk", family), timezone.localdate()
    last = Change.objects.filter(family=pk).select_related("made_by").first()
    here, gone = all_members_of(pk)
    rows, others = _related(here + gone, user)
    state = _as_kept(last.state if last else {}, {one.person.pk for one in here + gone} | set(others))
    pictured = _pictured(here, gone, others, rows, state, today)
    involved = _once([one for one in involved_with(pk) if one.to_date is None or one.to_date > today], state)
    pictured = replace(
        pictured,
        ties=reading.ties_of(state, involved),
        around=reading.around_of(state, involved),
        notes=reading.notes_of(state),
        kept=reading.kept_places(state),
    )
    return Genogram(pictured, state, last)


def _once(involved: list[Involvement], state: State) -> list[Involvement]:
    """Each who works with the family once, whatever they are to it: as the one of whom something is said by hand."""
    told = said_of_whom(state)
    by_account: dict[int, Involvement] = {}
    for one in involved:
        if one.user_id and (one.user_id not in by_account or f"i{one.pk}" in told):
            by_account[one.user_id] = one
    return [one for one in involved if not one.user_id or by_account[one.user_id] is one]


def _as_kept(state: State, drawn: set[int]) -> State:
    """What was added by hand, of whom was merged into another since as that one's; one query, if anybody is missing."""
    said = (key for key in said_of_whom(state) if key[:1] == "p" and key[1:].isdecimal())
    merged = kept_of({int(key[1:]) for key in said} - drawn)
    return as_kept(state, {reading.key_of(one): reading.key_of(kept) for one, kept in merged.items()})


def _related(members: list[Member], user: User | AnonymousUser | None) -> tuple[list[Relationship], dict[int, Person]]:
    """Relationships of the family's people, and their kin elsewhere whom this user may see, in one query."""
    known = {member.person.pk for member in members}
    if user is None:
        inside = Relationship.objects.filter(person__in=known, of_person__in=known)
        return list(inside.select_related("person", "of_person")), {}
    rows = list(_near(known, user))
    seen = {row.person_id: row.person for row in rows if row.person_seen}  # type: ignore[attr-defined]
    seen |= {row.of_person_id: row.of_person for row in rows if row.of_person_seen}  # type: ignore[attr-defined]
    others = {pk: person for pk, person in seen.items() if pk not in known and person.merged_into_id is None}
    drawn = _reached(known, rows, set(others))
    return [row for row in rows if {row.person_id, row.of_person_id} <= drawn], {pk: others[pk] for pk in drawn - known}


def _near(known: set[int], user: User | AnonymousUser) -> QuerySet[Relationship]:
    """Relationships of these people and of their kin, each saying of both whether this user may see them."""
    every = Relationship.objects.order_by()
    kin = Q(person__in=known) | Q(of_person__in=known)
    for near in (
        every.filter(of_person__in=known).values("person"),
        every.filter(person__in=known).values("of_person"),
    ):
        kin |= Q(person__in=near) | Q(of_person__in=near)
    people = Person.objects.for_user(user)
    return Relationship.objects.filter(kin).select_related("person", "of_person").annotate(
        person_seen=Exists(people.filter(pk=OuterRef("person"))),
        of_person_seen=Exists(people.filter(pk=OuterRef("of_person"))),
    )  # fmt: skip


def _reached(known: set[int], rows: list[Relationship], others: set[int]) -> set[int]:
    """Who is reached from the family's people by way of those alone who may be seen, up to as many as can be drawn."""
    drawn = set(known)
    for _ in range(HOPS):
        pairs = [(row.person_id, row.of_person_id) for row in rows]
        new = {b for pair in pairs for a, b in (pair, pair[::-1]) if a in drawn and b in others - drawn}
        drawn |= set(sorted(new)[: max(MOST - len(drawn), 0)])
    return drawn


def _pictured(
    here: list[Member],
    gone: list[Member],
    others: dict[int, Person],
    rows: list[Relationship],
    state: State,
    today: date,
) -> Pictured:
    links = (*reading.links_of(rows), *reading.hand_links(state))
    related = {end for link in links for end in (link.a, link.b)}
    about = state["about"] or next((reading.key_of(one.person.pk) for one in here if one.is_child), "")
    people: dict[str, Somebody] = {}

    def draw(person: Person, *, adult: bool, lives_here: bool) -> None:
        key = reading.key_of(person.pk)
        if key not in people and key not in state["left_out"]:
            index = key == about
            people[key] = reading.somebody(
                person, index=index, adult=adult, lives_here=lives_here, state=state, today=today
            )

    for member in here:
        draw(member.person, adult=member.role not in CHILDREN, lives_here=member.lives_here)
    for member in gone:
        if reading.key_of(member.person.pk) in related:
            draw(member.person, adult=member.role not in CHILDREN, lives_here=False)
    for person in others.values():
        draw(person, adult=True, lives_here=False)
    people |= {one.key: one for one in reading.by_hand(state, today)}
    return Pictured(tuple(people.values()), _between(links, people))


def _between(links: tuple[Link, ...], people: dict[str, Somebody]) -> tuple[Link, ...]:
    return tuple(link for link in links if link.a in people and link.b in people)


def left_out_of(genogram: Genogram, family: Family) -> list[tuple[str, str]]:
    """Return whom of the record somebody left out of the picture: key and name."""
    names = {reading.key_of(one.person.pk): one.full_name for group in all_members_of(family) for one in group}
    names |= {f"i{one.pk}": one.who for one in involved_with(family)}
    return [(key, names[key]) for key in genogram.state["left_out"] if key in names]


def topics_of(pack: Pack) -> FormField | None:
    """Return the question of the pack that holds a genogram; its options are the differences people may speak of."""
    return next((field for form in pack.forms for field in form.fields if field.type == "genogram"), None)


def versions_of(family: Family | int) -> list[Version]:
    """Return the pictures that became part of a record, the newest first, without the pictures themselves."""
    return list(Version.objects.filter(family=family).select_related("entry", "made_by").defer("svg", "told"))
