"""Which families of a worker are to be supervised, and when each was talked about last."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Min, Q

from alongside.access import rules as access
from alongside.access.models import Post, User
from alongside.journey.models import DueRow
from alongside.packs.format.pack import Pack
from alongside.people.models import Family, Involvement
from alongside.story.models import Entry, Fact
from alongside.working_time import london_day

HELD = "supervision.held"


@dataclass(frozen=True)
class ToBring:
    """A family that a worker leads: when it was last talked about, by when it is again, and the draft for it."""

    family: Family
    last: date | None
    due: date | None
    draft: int | None


def supervised_by(user: User) -> list[User]:
    """Return those whom this person supervises: who works with families in the teams in which they sign, by name."""
    roles = [role.id for role in access.ROLES.values() if "work_with_families" in role.may]
    posts = Post.objects.filter(team__in=access.teams_where(user, "sign_off"), role__in=roles)
    return list(User.objects.filter(pk__in=posts.values("user"), is_active=True).exclude(pk=user.pk).order_by("name"))


def to_bring(worker: User, seen_by: User, pack: Pack) -> list[ToBring]:
    """Return the families this worker leads and `seen_by` may see, those due soonest first; four queries."""
    led = Involvement.objects.filter(user=worker, role="lead-practitioner", to_date=None)
    families = list(Family.objects.for_user(seen_by).filter(pk__in=led.values("family")).order_by("name"))
    last, due, drafts = _last(families), _due(families, pack), _drafts(families, pack)
    found = [ToBring(one, last.get(one.pk), due.get(one.pk), drafts.get(one.pk)) for one in families]
    return sorted(found, key=lambda one: (one.due or date.max, one.family.name))


def supervision_form(pack: Pack) -> str | None:
    """Return the form in which the supervision of a family is written down, None where a pack has none."""
    return next((form.id for form in pack.forms if any(one.fact == HELD for one in form.records)), None)


def _last(families: Iterable[Family]) -> dict[int, date]:
    held = Fact.objects.filter(name=HELD, family__in=families, replaced_by=None)
    return {id: london_day(at) for id, at in held.values_list("family").annotate(Max("happened_at"))}


def _due(families: Iterable[Family], pack: Pack) -> dict[int, date]:
    asked = [one.id for one in pack.standards if one.met_by and any(e.event == HELD for e in one.met_by.named)]
    rows = DueRow.objects.filter(family__in=families, standard__in=asked, met_at=None, suspended=False)
    return dict(rows.filter(~Q(due_on=None)).values_list("family").annotate(Min("due_on")))


def _drafts(families: Iterable[Family], pack: Pack) -> dict[int, int]:
    begun = Entry.objects.filter(family__in=families, form_id=supervision_form(pack), status=Entry.Status.DRAFT)
    return dict(begun.values_list("family_id", "pk"))
