"""Telling people, and what they do with what they were told."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Count, F, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from alongside.access.models import User
from alongside.notices.kinds import KINDS, ONCE_UNREAD
from alongside.notices.models import MailChoice, Notice
from alongside.notices.tasks import mail_notice
from alongside.people.models import Family


@transaction.atomic
def tell(
    *,
    to: Iterable[User],
    kind: str,
    title: str,
    href: str,
    by: User | None,
    family: Family | None = None,
    urgent: bool = False,
) -> list[Notice]:
    """Tell people something, in the transaction of what happened: both are kept, or neither. A mail follows by itself.

    Whoever did it is not told of it. Nobody is told twice, however often they stand in `to`.

    :param kind: one of `KINDS`, which says what the mail may say
    :param title: what is shown in the product, to who may see the family; may name it
    :param href: the page to go to, an address within the product
    :param urgent: mail at once, whatever the person chose
    :raises KeyError: when there is no such kind
    """
    KINDS[kind]
    now = timezone.now()
    people = {user.pk: user for user in to if user.is_active and (by is None or user.pk != by.pk)}
    people = _without_those_who_know(people, kind, family)
    if not people:
        return []
    notices = [
        Notice(to=user, kind=kind, title=title[:300], href=href, family=family, urgent=urgent, by=by, made_at=now)
        for user in people.values()
    ]
    made = Notice.objects.bulk_create(notices)
    _count_unread(people)
    for notice in made:
        mail_notice.defer(notice_id=notice.pk)
    return made


@transaction.atomic
def read(*, notice: Notice, by: User) -> None:
    """Mark a notice of one's own as read."""
    Notice.objects.filter(pk=notice.pk, to=by, read_at=None).update(read_at=timezone.now())
    _count_unread([by.pk])


@transaction.atomic
def read_all(*, up_to: int, by: User) -> None:
    """Mark one's own notices as read, up to the newest that was on the page: a later one nobody has seen yet."""
    Notice.objects.filter(to=by, pk__lte=up_to, read_at=None).update(read_at=timezone.now())
    _count_unread([by.pk])


@transaction.atomic
def read_by_now(*, before: datetime) -> None:
    """Mark everybody's notices from before a moment (aware) as read then, as when invented ones are told at once."""
    old = Notice.objects.filter(made_at__lt=before, read_at=None)
    people = set(old.values_list("to", flat=True))
    old.update(read_at=F("made_at"))
    _count_unread(people)


def choose_mail(*, when: str, by: User) -> None:
    """Choose when mails come."""
    MailChoice.objects.update_or_create(user=by, defaults={"when": MailChoice.When(when)})


def _without_those_who_know(people: dict[int, User], kind: str, family: Family | None) -> dict[int, User]:
    """Leave out who has an unread notice that says the same already, for kinds of which one is enough."""
    if kind not in ONCE_UNREAD or family is None or not people:
        return people
    known = Notice.objects.filter(to__in=people, kind=kind, family=family, read_at=None).values_list("to", flat=True)
    return {pk: user for pk, user in people.items() if pk not in set(known)}


def _count_unread(users: Iterable[int]) -> None:
    """Keep the number beside each account: every page shows it, and reads the account anyway."""
    unread = Notice.objects.filter(to=OuterRef("pk"), read_at=None).order_by().values("to").annotate(n=Count("pk"))
    number = Coalesce(Subquery(unread.values("n"), output_field=IntegerField()), 0)
    User.objects.filter(pk__in=list(users)).update(unread_notices=number)
