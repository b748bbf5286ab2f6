"""The reports of a conference: asked for, come by themselves or by hand, and who may read which."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access.models import User
from alongside.conferences.actions.checks import for_the_chair, held_still, locked, noted
from alongside.conferences.actions.telling_clocks import record_asked, record_came, withdraw_told
from alongside.conferences.models import Conference, Reading, Report
from alongside.conferences.queries.packs import report_standard, terms
from alongside.conferences.rules import report_day
from alongside.conferences.signals import packs_changed
from alongside.contributions import actions as contributions
from alongside.contributions.models import Contribution
from alongside.meetings.models import Invitation
from alongside.packs.queries import current_pack
from alongside.story.models import Document
from alongside.working_time import london_day


@transaction.atomic
def ask_report(
    *,
    conference: Conference,
    by: User,
    worker: bool = False,
    user: User | None = None,
    name: str = "",
    agency: str = "",
    email: str = "",
    asks: str = "",
) -> Report:
    """Ask for a report: by account, by a link, or, where no email is known, of somebody who brings it by hand.

    It is due so many days before the conference as the pack's standards say; when that day is over, today. Who is
    asked already for this conference is not asked twice.

    :param worker: whether it is the report of the family's worker, and not an agency's
    :raises ValidationError: by field, when nobody is named, or no agency
    """
    now = held_still(conference, by=by)
    agency = " ".join((agency or (user.agency if user else "")).split())[:200] or ("" if not worker else "Social work")
    name = " ".join((name or (user.name if user else "")).split())[:200]
    if not agency:
        raise ValidationError({"agency": "Write which agency reports"})
    kind = Report.By.WORKER if worker else Report.By.AGENCY
    if before := now.reports.filter(by=kind, agency__iexact=agency, not_needed_why="").first():
        return before
    due = due_day(now, worker=worker)
    made = Report.objects.create(
        conference=now, by=kind, agency=agency, author=name, due=due, asked_at=timezone.now(), asked_by=by
    )
    if user or email.strip():
        made.contribution = contributions.ask(
            family=now.family, for_kind=Contribution.For.MEETING, for_id=now.meeting_id, form_id=_form_of(made), by=by,
            user=user, name=name or agency, email=email, agency=agency, asks=asks,
            due=max(due, timezone.localdate()),
        )  # fmt: skip
        made.save(update_fields=["contribution"])
    noted(now, "asked for a report", by=by, report=made.pk, agency=agency, due=due.isoformat())
    record_asked(made, by=by)
    return made


def _form_of(report: Report) -> str:
    return terms().report if report.by == Report.By.WORKER else terms().agency_report


def due_day(conference: Conference, *, worker: bool) -> date:
    """Return by when a report for this conference is due: counted back from it as the pack says, else the day of it."""
    pack, held_on = current_pack(), london_day(conference.meeting.starts_at)
    standard = report_standard(conference.kind, worker=worker, pack=pack)
    return report_day(held_on, standard, pack.working_calendar()) if standard else held_on


@transaction.atomic
def remind(*, report: Report, by: User) -> None:
    """Remind who has not sent their report, beside the reminder that goes out by itself.

    :raises ValidationError: when it has come, or nobody can be written to
    """
    held_still(report.conference, by=by)
    if not report.is_waited_for or report.contribution is None:
        raise ValidationError("Nobody can be reminded of this report here: ask for it yourself.")
    contributions.remind(contribution=report.contribution, by=by)


def came_in(contribution: Contribution) -> None:
    """A report that was asked for has come, or will not come: kept with the conference. Done once."""
    report = Report.objects.select_for_update().filter(contribution=contribution, came_on=None).first()
    if report is None:
        return
    if contribution.state == Contribution.State.RECEIVED and contribution.entry:
        _came(report, entry=contribution.entry, came_on=london_day(contribution.settled_at or timezone.now()))
        report.restricted = _marked_by_author(report)
        report.save(update_fields=["restricted"])
        record_came(report, by=contribution.asked_by)
    elif contribution.state in (Contribution.State.DECLINED, Contribution.State.WITHDRAWN):
        report.not_needed_why = contribution.why_not
        report.save(update_fields=["not_needed_why"])
        withdraw_told(report.conference, by=contribution.asked_by, report=str(report.pk))


def _marked_by_author(report: Report) -> list[str]:
    """What the author says that not everybody may read is kept back from the beginning, until the chair decides."""
    key = terms().restricted
    entry = report.entry
    said = entry.answers.filter(key=key).values_list("value", flat=True).first() if entry else None
    return [key] if said else []


def _came(report: Report, *, came_on: date, **what: Any) -> None:
    report.came_on = came_on
    for name, value in what.items():
        setattr(report, name, value)
    report.save(update_fields=["came_on", *what])
    packs_changed.send(sender=Conference, conference=report.conference)


@transaction.atomic
def file_report(*, report: Report, document: Document, came_on: date, by: User) -> Report:
    """Take in a report that came as a file or on paper, filed among the family's documents.

    Until the chair has decided otherwise, the family reads nothing of it: nobody said that they have it.

    :raises ValidationError: when it has come, lies in the future, or the document is another family's
    """
    now = locked(report.conference, by=by)
    found = Report.objects.select_for_update().get(pk=report.pk, conference=now)
    if found.is_here:
        raise ValidationError("This report is here already.")
    if document.family_id != now.meeting.family_id or document.taken_out_at:
        raise ValidationError({"document": "Choose one of the family’s documents"})
    if came_on > timezone.localdate():
        raise ValidationError({"came_on": "This day is still to come"})
    _came(found, document=document, came_on=came_on)
    if found.contribution and found.contribution.is_open:
        contributions.withdraw(contribution=found.contribution, why="It came as a file.", by=by)
    noted(now, "filed a report", by=by, report=found.pk, document=document.pk)
    record_came(found, by=by)
    return found


@transaction.atomic
def not_needed(*, report: Report, why: str, by: User) -> Report:
    """Ask no more for a report, saying why.

    :raises ValidationError: when no reason is given, or it has come
    """
    now = locked(report.conference, by=by)
    found = Report.objects.select_for_update(of=("self",)).get(pk=report.pk, conference=now)
    if not why.strip():
        raise ValidationError({"why": "Write why it is not needed, or cannot be had"})
    if found.is_here:
        raise ValidationError("This report is here already.")
    found.not_needed_why = why.strip()
    found.save(update_fields=["not_needed_why"])
    if found.contribution and found.contribution.is_open:
        contributions.withdraw(contribution=found.contribution, why=why, by=by)
    withdraw_told(now, by=by, report=str(found.pk))
    noted(now, "asked no more for a report", by=by, report=found.pk)
    return found


@transaction.atomic
def restrict(*, report: Report, keys: list[str], by: User) -> Report:
    """Mark which answers of a report hold what not everybody may read, such as what somebody else told in confidence.

    :raises PermissionDenied: for who neither chairs nor writes
    """
    now = for_the_chair(report.conference, by=by)
    found = Report.objects.select_for_update().get(pk=report.pk, conference=now)
    found.restricted = sorted(set(keys))
    found.save(update_fields=["restricted"])
    noted(now, "marked what is restricted in a report", by=by, report=found.pk, questions=found.restricted)
    packs_changed.send(sender=Conference, conference=now)
    return found


@transaction.atomic
def decide_reading(*, report: Report, levels: dict[Invitation, str], by: User) -> None:
    """Decide how much of a report each of these may read.

    :raises PermissionDenied: for who neither chairs nor writes
    :raises ValidationError: when somebody is not invited to this conference
    """
    now = for_the_chair(report.conference, by=by)
    if report.conference_id != now.pk or any(one.meeting_id != now.meeting_id for one in levels):
        raise ValidationError("Choose those who are invited to this conference.")
    for one, level in levels.items():
        Reading.objects.update_or_create(
            report=report, invitation=one,
            defaults={"level": Reading.Level(level), "recorded_by": by, "recorded_at": timezone.now()},
        )  # fmt: skip
    said = {str(one.pk): level for one, level in levels.items()}
    noted(now, "decided who reads a report", by=by, report=report.pk, levels=said)
    packs_changed.send(sender=Conference, conference=now)
