"""Arranging a conference: the day, who holds it, the children it is about."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from alongside.access.models import User
from alongside.conferences.actions.checks import held_still, noted
from alongside.conferences.actions.telling_clocks import record_arranged
from alongside.conferences.models import About, Conference
from alongside.conferences.queries.holding import why_not_independent
from alongside.conferences.queries.packs import terms
from alongside.meetings import actions as meetings
from alongside.meetings.models import Invitation, Meeting
from alongside.notices.actions import tell
from alongside.people.actions import end_involvement, involve
from alongside.people.models import Family, Involvement, Person
from alongside.people.queries import children_of


@transaction.atomic
def arrange(
    *,
    family: Family,
    kind: str,
    starts_at: datetime,
    ends_at: datetime,
    chair: User,
    minute_taker: User | None,
    children: Iterable[Person],
    by: User,
    place: str = "",
    online_at: str = "",
    what_helps: str = "",
) -> Conference:
    """Arrange a conference. Chair and minute-taker see the family from now on, and are asked to come.

    Pressed twice, it is arranged once.

    :param starts_at: aware; so is `ends_at`
    :raises PermissionDenied: when `by` may not see the family
    :raises ValidationError: by field, as `meetings.arrange` does; and when the chair is not independent, nobody is
        chosen for chair or both are one, or a child is not of the family
    """
    Family.objects.select_for_update().get(pk=family.pk)
    meetings.check_may_arrange(family=family, team=None, by=by)
    if before := _the_same(family, kind, starts_at):
        return before
    about = list(children)
    _check(family, chair, minute_taker, about)
    pack = terms()
    meeting = meetings.arrange(
        kind=Meeting.Kind.CONFERENCE, family=family, starts_at=starts_at, ends_at=ends_at, place=place,
        online_at=online_at, purpose=pack.early_why, early_minutes=pack.early_minutes, by=by,
    )  # fmt: skip
    made = Conference.objects.create(
        meeting=meeting, kind=Conference.Kind(kind), chair=chair, minute_taker=minute_taker, what_helps=what_helps
    )
    About.objects.bulk_create(About(conference=made, child=child) for child in about)
    noted(made, "arranged a conference", by=by, kind=kind, children=[child.pk for child in about])
    record_arranged(made, by=by)
    _ask_holders(made, by=by)
    return made


def _the_same(family: Family, kind: str, starts_at: datetime) -> Conference | None:
    coming = Conference.objects.filter(meeting__family=family, meeting__state=Meeting.State.ARRANGED)
    return coming.filter(kind=kind, meeting__starts_at=starts_at).select_related("meeting").first()


def _check(family: Family, chair: User, minute_taker: User | None, about: list[Person]) -> None:
    problems: dict[str, str] = {}
    if why := why_not_independent(chair, family):
        problems["chair"] = f"{chair.name} {why}. Choose somebody independent."
    if minute_taker == chair:
        problems["minute_taker"] = "Who chairs cannot write as well. Choose somebody else."
    theirs = {one.person.pk for one in children_of(family)}
    if not about or any(child.pk not in theirs for child in about):
        problems["children"] = "Choose the children of this family that the conference is about"
    if problems:
        raise ValidationError(problems)


def _ask_holders(conference: Conference, *, by: User) -> None:
    parts = ((conference.chair, Invitation.Part.CHAIR), (conference.minute_taker, Invitation.Part.MINUTE_TAKER))
    for user, part in parts:
        if user:
            _let_see(conference, user, by=by)
            asked = meetings.invite(meeting=conference.meeting, user=user, part=part, by=by)
            if asked.part != part:
                asked.part = part
                asked.save(update_fields=["part"])
            meetings.send(invitation=asked, by=by)


def _let_see(conference: Conference, user: User, *, by: User) -> None:
    """Who holds a conference is involved by name: that is what opens the family to them."""
    family = conference.meeting.family
    if family and not Family.objects.for_user(user).filter(pk=family.pk).exists():
        involve(family=family, role=Involvement.Role.PROFESSIONAL, user=user, by=by)


@transaction.atomic
def change_holders(*, conference: Conference, chair: User, minute_taker: User | None, by: User) -> Conference:
    """Give a conference another chair or minute-taker; who no longer holds it sees the family no longer, and is told.

    :raises ValidationError: as `arrange`, or when it was held or cancelled
    """
    now = held_still(conference, by=by)
    before = {now.chair_id: now.chair, now.minute_taker_id: now.minute_taker}
    _check(now.family, chair, minute_taker, [one.child for one in now.about.select_related("child")])
    now.chair, now.minute_taker = chair, minute_taker
    now.save(update_fields=["chair", "minute_taker"])
    noted(now, "changed who holds a conference", by=by, chair=chair.pk, minute_taker=getattr(minute_taker, "pk", None))
    for pk, user in before.items():
        if user and pk not in (chair.pk, getattr(minute_taker, "pk", None)):
            _let_go(now, user, by=by)
    _ask_holders(now, by=by)
    return now


def _let_go(conference: Conference, user: User, *, by: User) -> None:
    for one in conference.meeting.invitations.filter(user=user).select_related("meeting__family", "user", "link"):
        meetings.uninvite(invitation=one, by=by)
    let_go_of_family(conference, user, by=by)


def let_go_of_family(conference: Conference, user: User, *, by: User) -> None:
    """End what opened the family to somebody who no longer holds any conference about it."""
    family = conference.family
    others = Conference.objects.filter(meeting__family=family).exclude(meeting__state=Meeting.State.CANCELLED)
    if others.exclude(pk=conference.pk).filter(chair=user).exists() or (
        others.exclude(pk=conference.pk).filter(minute_taker=user).exists()
    ):
        return
    held = Involvement.objects.filter(family=family, user=user, role=Involvement.Role.PROFESSIONAL, to_date=None)
    for one in held:
        tell(to=[user], kind="message", title="You no longer hold a conference", href="/notices/", by=by)
        end_involvement(involvement=one, by=by)
