"""Which families wait for a manager’s oversight, and why."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from alongside.access import rules as access
from alongside.access.models import User
from alongside.journey.models import DueRow
from alongside.packs.format.pack import Pack
from alongside.people.models import Family

MOST = 200


@dataclass(frozen=True)
class Asked:
    """One point at which oversight is asked for, and the form in which it is written down."""

    row: DueRow
    form: str
    title: str


def oversight_forms(pack: Pack) -> dict[str, tuple[str, str]]:
    """Return, by standard, the form of oversight that meets it and its title.

    Where several forms record what meets it, the one that always does, and does the least besides, is there for it.
    """
    overseen = [form for form in pack.forms if form.stands_in == "oversight"]
    overseen.sort(key=lambda form: sum(record.only is None for record in form.records), reverse=True)
    records = [(record, form) for form in overseen for record in form.records]
    records.sort(key=lambda one: one[0].only is None)
    facts = {record.fact: (form.id, form.title) for record, form in records}
    found: dict[str, tuple[str, str]] = {}
    for standard in pack.standards:
        for event in standard.met_by.named if standard.met_by else []:
            if event.event in facts:
                found.setdefault(standard.id, facts[event.event])
    return found


def waiting_for_oversight(user: User, pack: Pack) -> list[Asked]:
    """Return what asks for this manager’s oversight in the teams in which they sign, the most urgent first."""
    forms = oversight_forms(pack)
    rows = _rows(user, list(forms)).select_related("family", "person").order_by("due_on", "pk")[:MOST]
    return [Asked(row, *forms[row.standard]) for row in rows]


def _rows(user: User, standards: list[str]) -> QuerySet[DueRow]:
    """Rows of families they may see, of teams in which they sign, or asked of a role that they hold everywhere."""
    everywhere = access.roles_everywhere(user, "sign_off")
    theirs = Q(family__team__in=access.teams_where(user, "sign_off")) | Q(owner__in=everywhere)
    standing = DueRow.objects.filter(met_at=None, suspended=False, due_on__isnull=False, standard__in=standards)
    return standing.filter(theirs, family__in=Family.objects.for_user(user))
