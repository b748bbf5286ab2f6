"""Asking others, giving them another day, and asking no more."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from alongside.access.links import end_link
from alongside.access.models import SecretLink, User
from alongside.contributions.actions.checks import check_may_ask, held_open, noted
from alongside.contributions.mails import CONTRIBUTE
from alongside.contributions.models import Contribution
from alongside.contributions.rules import due_day, not_by_link, reminder_day
from alongside.contributions.tasks import mail_request
from alongside.notices.actions import tell
from alongside.packs.format.forms import Form
from alongside.packs.queries import current
from alongside.people.models import ContactPoint, Family, Person
from alongside.story.models import Entry


@transaction.atomic
def ask(
    *,
    family: Family,
    for_kind: str,
    for_id: int,
    form_id: str,
    by: User,
    user: User | None = None,
    person: Person | None = None,
    name: str = "",
    email: str = "",
    agency: str = "",
    asks: str = "",
    due: date | None = None,
) -> Contribution:
    """Ask somebody to fill in a form of the pack, for a record or a meeting of the family.

    An account that may open the family is told within the product and writes the ordinary form there. Anybody else,
    an account that may not open it too, is mailed a link of their own. Who is asked already for the same is not asked
    twice: what they were asked then is returned.

    :param for_kind: `entry` or `meeting`, with its id in `for_id`
    :param form_id: a form with `asked_of_others` in the pack in force
    :param person: who of the family it is, when it is somebody of it
    :param due: the London day by which it is asked for; left out, the pack's length of time from today
    :raises PermissionDenied: when `by` may not ask about this family
    :raises ValidationError: by field, saying what to do
    """
    check_may_ask(family, by)
    # Two presses of one button wait for each other here, so that the second sees the first.
    Family.objects.select_for_update(of=("self",)).get(pk=family.pk)
    if for_kind == Contribution.For.ENTRY and not Entry.objects.filter(pk=for_id, family=family).exists():
        raise ValidationError("This record is not about the family.")
    version = current()
    form, today = version.pack.form(form_id), timezone.localdate()
    if form.asked_of_others is None:
        raise ValidationError({"form_id": f"“{form.title}” is written here, and not asked of others."})
    due = _day(due or due_day(form.asked_of_others, version.pack, today), today)
    known = _who(form, family, user, person, name, email)
    known["agency"] = (agency.strip() or (user.agency if user else ""))[:200]
    if before := _asked_already(for_kind, for_id, form_id, known):
        return before
    made = Contribution.objects.create(
        family=family, for_kind=Contribution.For(for_kind), for_id=for_id, pack_version=version, form_id=form_id,
        person=person, asks=asks.strip(), due=due,
        remind_on=reminder_day(form.asked_of_others, version.pack, due, today), asked_by=by, asked_at=timezone.now(),
        **known,
    )  # fmt: skip
    noted(made, "asked for a contribution", by=by, form=form_id, due=due.isoformat())
    reach(made, "asked", by=by)
    return made


def _day(due: date, today: date) -> date:
    if due < today:
        raise ValidationError({"due": "This day is over. Give them a day from today on."})
    return due


def _who(
    form: Form, family: Family, user: User | None, person: Person | None, name: str, email: str
) -> dict[str, object]:
    """Who is asked, as columns: an account that opens the family, or a name and an address for a link."""
    if user and user.is_active and Family.objects.for_user(user).filter(pk=family.pk).exists():
        return {"user": user, "name": "", "email": ""}
    name = " ".join((name or (user.name if user else "") or (person.name if person else "")).split())[:200]
    email = (email.strip() or (user.email if user else "")).lower()
    if not name:
        raise ValidationError({"name": "Write who is asked."})
    _check_address(email, name, person)
    if wrong := not_by_link(form):
        raise ValidationError({"form_id": f"This form cannot be filled in by a link: it has {', '.join(wrong)}."})
    return {"user": None, "name": name, "email": email}


def _check_address(email: str, name: str, person: Person | None) -> None:
    """Never write where somebody else may read it: an address that is marked so is refused."""
    if not email:
        raise ValidationError({"email": f"{name} needs an email address, for a link of their own."})
    try:
        validate_email(email)
    except ValidationError:
        raise ValidationError({"email": "This is no email address, such as sam.lee@school.example"}) from None
    unsafe = ContactPoint.objects.filter(value__iexact=email, safe=ContactPoint.Safe.NO, ended_at=None)
    if person and unsafe.filter(person=person).exists():
        raise ValidationError({"email": f"This address of {name} is marked “Do not use”. Ask them yourself."})


def _asked_already(for_kind: str, for_id: int, form_id: str, known: dict[str, object]) -> Contribution | None:
    """A second press of the button asks nobody twice."""
    same = {"user": known["user"]} if known["user"] else {"email": known["email"], "name": known["name"]}
    waiting = [Contribution.State.ASKED, Contribution.State.STARTED]
    return Contribution.objects.filter(
        for_kind=for_kind, for_id=for_id, form_id=form_id, state__in=waiting, **same
    ).first()


def reach(contribution: Contribution, what: str, *, by: User | None) -> None:
    """Tell who was asked: `asked`, `reminded` or `withdrawn`; by a notice, or a mail with a link."""
    if contribution.user is None:
        mail_request.defer(contribution_id=contribution.pk, what=what)
        return
    words = {"asked": "You are asked for", "reminded": "Reminder: you are asked for", "withdrawn": "No longer needed"}
    tell(
        to=[contribution.user], kind="request", by=by, family=contribution.family,
        title=f"{words[what]}: {contribution.form.title}, {contribution.family.name}",
        href=reverse("contribution", args=[contribution.family_id, contribution.pk]),
    )  # fmt: skip


@transaction.atomic
def change_day(*, contribution: Contribution, due: date, by: User) -> Contribution:
    """Give somebody another day; they are reminded before that one.

    :raises ValidationError: when it is not waited for any more, or the day is over
    """
    now = held_open(contribution)
    check_may_ask(now.family, by)
    today = timezone.localdate()
    before, now.due = now.due, _day(due, today)
    now.remind_on = reminder_day(now.terms, now.pack_version.pack, due, today)
    now.reminded_at = now.late_told_at = None
    now.save(update_fields=["due", "remind_on", "reminded_at", "late_told_at"])
    noted(now, "gave another day for a contribution", by=by, due=due.isoformat(), before=before.isoformat())
    return now


@transaction.atomic
def withdraw(*, contribution: Contribution, why: str, by: User) -> Contribution:
    """Ask no more, with the reason; links open nothing from now on, and who was asked is told.

    :raises ValidationError: when it is not waited for any more, or no reason is given
    """
    now = held_open(contribution)
    check_may_ask(now.family, by)
    if not why.strip():
        raise ValidationError({"why": "Write why it is no longer needed, or cannot be had."})
    now.state, now.settled_at, now.why_not = Contribution.State.WITHDRAWN, timezone.now(), why.strip()
    now.save(update_fields=["state", "settled_at", "why_not"])
    for link in SecretLink.objects.filter(purpose=CONTRIBUTE, about=str(now.pk), ended_at=None):
        end_link(link=link, by=by)
    reach(now, "withdrawn", by=by)
    noted(now, "withdrew what was asked for", by=by)
    return now
