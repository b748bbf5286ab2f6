"""What was asked of others: for one record or meeting, of a family, of one's own, and whose day has come."""

from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from alongside.access.models import Look
from alongside.contributions.models import Contribution
from alongside.packs.format.forms import Form
from alongside.packs.format.pack import Pack
from alongside.people.models import Family
from alongside.story.models import Entry

AROUND = ("family", "user", "person", "asked_by", "entry", "pack_version")
OPEN = (Contribution.State.ASKED, Contribution.State.STARTED)


def contributions() -> QuerySet[Contribution]:
    """Return all of them with what stands around each; a page narrows them by family, or by what they are for."""
    return Contribution.objects.select_related(*AROUND).defer("answers")


def contributions_for(kind: str, id: int) -> QuerySet[Contribution]:
    """Return what was asked for one record (`entry`) or meeting (`meeting`), by agency."""
    return contributions().filter(for_kind=kind, for_id=id)


def contributions_of(family: Family | int) -> QuerySet[Contribution]:
    """Return everything that was ever asked about a family, the latest first."""
    return contributions().filter(family=family).order_by("-asked_at", "-pk")


def whose_day_has_come(today: date | None = None) -> list[int]:
    """Return the ids of those to be reminded today or told as late; nobody is pressed for a record that is finished."""
    day = today or timezone.localdate()
    near = Q(remind_on__lte=day, reminded_at=None, due__gte=day)
    late = Q(due__lt=day, late_told_at=None)
    over = Entry.objects.filter(pk=OuterRef("for_id"), status__in=[Entry.Status.FINAL, Entry.Status.SET_ASIDE])
    wanted = ~(Q(for_kind=Contribution.For.ENTRY) & Exists(over))
    return list(Contribution.objects.filter(near | late, wanted, state__in=OPEN).values_list("pk", flat=True))


def forms_asked_of_others(pack: Pack, who: str = "agency") -> list[Form]:
    """Return the forms of the pack that agencies, or the family, are asked to fill in."""
    return [form for form in pack.forms if form.asked_of_others and form.asked_of_others.who == who]


def first_opened(contribution: Contribution) -> datetime | None:
    """Return when somebody first opened their link, as the trail has it; None when nobody has."""
    looks = Look.objects.filter(
        family_id=contribution.family_id, subject=f"contribution {contribution.pk}", user_id=None
    )
    return looks.order_by("pk").values_list("at", flat=True).first()
