"""What an ending needs and how much of it is there, before its record is begun and while it is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from alongside.design.words import plural, today
from alongside.journey.glance import Glance
from alongside.journey.rules import closing_forms
from alongside.journey.unheard import not_heard_in_time
from alongside.packs.format.forms import Form
from alongside.packs.format.pack import Pack
from alongside.people.models import Family
from alongside.plans.claims.models import OutcomeEvidence
from alongside.plans.claims.needs import needs_of
from alongside.plans.fields.open_items import still_open
from alongside.story.letters import key_of, letters_of
from alongside.story.models import Entry
from alongside.story.queries import filled, ratings_told
from alongside.story.queries.statements import living_statements
from alongside.story.readiness import lacks

CONSIDERED = "disengagement.considered"
STEPS = frozenset({"step-across.agreed", "step-up.agreed"})


@dataclass(frozen=True)
class Item:
    """One thing of the list: what it is, whether nothing is left to do about it, how it stands, and where to go."""

    title: str
    met: bool
    says: str
    href: str


@dataclass(frozen=True)
class Ways:
    """The forms by which support ends, is reconsidered, or is handed on, as far as they are offered here."""

    closing: list[Form]
    considering: list[Form]
    stepping: list[Form]


def ways_of(pack: Pack, level: str | None) -> Ways:
    """Return the forms of each way, by the facts they record; titles are the pack's."""
    return Ways(closing_forms(pack, level), _recording(pack, {CONSIDERED}), _recording(pack, STEPS))


def begun(family: Family, forms: list[Form]) -> Entry | None:
    """Return the closing record that is being written or waits for its signature, None when there is none."""
    open_ones = [Entry.Status.DRAFT, Entry.Status.AWAITING_SIGN_OFF]
    drafts = family.entries.filter(form_id__in=[form.id for form in forms], status__in=open_ones)
    return drafts.select_related("pack_version", "family", "author").order_by("-changed_at").first()


def missing_in(entry: Entry) -> list[Item]:
    """Return what the closing record still lacks, each with its question."""
    edit = reverse("entry-edit", args=[entry.pk])
    found = lacks(entry, filled(entry)) if entry.is_draft else []
    return [Item("", False, lack.says, f"{edit}#{lack.html_id}" if lack.html_id else edit) for lack in found]


def before_it(glance: Glance) -> list[Item]:
    """Return what can be settled before a closing record is begun."""
    family = glance.family.pk
    return [*_worries(glance), *_open(family), *_evidence(family, glance.pack), *_voices(glance)]


def last_ending(family: Family) -> Entry | None:
    """Return the record by which support ended last."""
    ended = family.pathways.filter(closed_at__isnull=False).order_by("-closed_at").values("closing_entry")
    return Entry.objects.filter(pk__in=ended[:1]).select_related("pack_version", "family", "team", "author").first()


def letters_for(entry: Entry) -> list[tuple[str, str]]:
    """Return the key and the title of each letter that a record gives."""
    return [(key_of(letter, person), title) for letter, person, title in letters_of(filled(entry))]


def _recording(pack: Pack, facts: set[str] | frozenset[str]) -> list[Form]:
    return [form for form in pack.forms if {record.fact for record in form.records} & facts]


def _worries(glance: Glance) -> Iterator[Item]:
    settled = {
        str(field.column): glance.pack.scale(str(field.scale)).good_end
        for form in closing_forms(glance.pack, glance.standing.level_id)
        for field in form.fields
        if field.each_settled
    }
    places = {told.statement: told.value for told in ratings_told(glance.family) if told.statement}
    standing = [one for one in living_statements(glance.family.pk) if one["column"] in settled]
    left = [one for one in standing if places.get(UUID(one["id"])) != settled[one["column"]]]
    href = reverse("family-map", args=[glance.family.pk])
    says = f"{plural(len(left), 'statement')} of the map not at the good end of the scale: each needs a reason."
    yield Item("Worries", not left, says if left else "All that stands on the map is sorted out.", href)


def _open(family: int) -> Iterator[Item]:
    items = still_open(family)
    says = f"{plural(len(items), 'thing')} still open: actions, overdue dates or unfinished reviews."
    href = reverse("family-plan", args=[family])
    yield Item("What is still open", not items, says if items else "Nothing is open.", href)


def _evidence(family: int, pack: Pack) -> Iterator[Item]:
    needs = needs_of([family], pack).get(family, [])
    if needs:
        shown = OutcomeEvidence.objects.filter(family=family, entry__superseded_at=None)
        held = set(shown.values_list("outcome", flat=True))
        without = [need for need in needs if need.outcome not in held]
        says = f"{len(needs) - len(without)} of {plural(len(needs), 'need')} with evidence against the start."
        yield Item("Evidence", not without, says, reverse("family-claim", args=[family]))


def _voices(glance: Glance) -> Iterator[Item]:
    rows = not_heard_in_time(glance.pack, glance.open_due, today())
    names = ", ".join(row.person.name for row in rows if row.person)
    says = f"Not heard in time: {names}." if rows else "Every child was heard in time."
    yield Item("The children’s voices", not rows, says, reverse("family-voices", args=[glance.family.pk]))
