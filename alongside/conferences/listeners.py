"""What becomes of conferences when something happens elsewhere: always within the transaction of what happened."""

from typing import Any

from django.db.models.signals import post_save
from django.utils import timezone

from alongside.access.links import end_link
from alongside.access.models import User
from alongside.conferences.actions import after, arranging, packs, reports
from alongside.conferences.actions.telling_clocks import record_arranged, record_asked, record_came, withdraw_told
from alongside.conferences.models import Conference, Report
from alongside.conferences.signals import packs_changed
from alongside.contributions import actions as contributions
from alongside.contributions.models import Contribution
from alongside.meetings import signals as meetings
from alongside.meetings.models import Invitation, Meeting
from alongside.story import signals as story
from alongside.story.models import Entry


def connect() -> None:
    """Begin to listen; once, when the application starts."""
    meetings.meeting_changed.connect(_moved, dispatch_uid="conferences")
    meetings.meeting_cancelled.connect(_called_off, dispatch_uid="conferences")
    post_save.connect(_contribution_settled, sender=Contribution, dispatch_uid="conferences")
    post_save.connect(_somebody_invited, sender=Invitation, dispatch_uid="conferences")
    story.entry_finalised.connect(_entry_finalised, dispatch_uid="conferences")
    packs_changed.connect(_packs_changed, dispatch_uid="conferences")


def _of(meeting: Meeting | int | None) -> Conference | None:
    pk = getattr(meeting, "pk", meeting)
    return (
        Conference.objects.select_related("meeting__family__team", "chair", "minute_taker").filter(meeting=pk).first()
    )


def _moved(*, meeting: Meeting, by: User, moved: bool, **_: Any) -> None:
    """Another day: clocks, and the days by which reports are due, follow it."""
    if meeting.kind != Meeting.Kind.CONFERENCE or (conference := _of(meeting)) is None:
        return
    if moved:
        withdraw_told(conference, by=by)
        record_arranged(conference, by=by)
        for report in conference.reports.select_related("conference__meeting__family", "contribution", "entry"):
            _new_day(report, by=by)
    packs_changed.send(sender=Conference, conference=conference)


def _new_day(report: Report, *, by: User) -> None:
    report.due = reports.due_day(report.conference, worker=report.by == Report.By.WORKER)
    report.save(update_fields=["due"])
    if report.not_needed_why:
        return
    record_asked(report, by=by)
    record_came(report, by=by)
    if report.contribution and report.contribution.is_open:
        contributions.change_day(contribution=report.contribution, due=max(report.due, timezone.localdate()), by=by)


def _called_off(*, meeting: Meeting, by: User, **_: Any) -> None:
    """Nothing is due for it any more, nobody is asked for more, and no link opens what was to be read."""
    if meeting.kind != Meeting.Kind.CONFERENCE or (conference := _of(meeting)) is None:
        return
    withdraw_told(conference, by=by)
    for report in conference.reports.select_related("contribution"):
        if report.contribution and report.contribution.is_open:
            contributions.withdraw(contribution=report.contribution, why="The conference is called off.", by=by)
    for pack in conference.packs.exclude(link=None).select_related("link"):
        if pack.link:
            end_link(link=pack.link, by=by)
    for user in (conference.chair, conference.minute_taker):
        if user:
            arranging.let_go_of_family(conference, user, by=by)


def _contribution_settled(*, instance: Contribution, **_: Any) -> None:
    if instance.for_kind == Contribution.For.MEETING and not instance.is_open:
        reports.came_in(instance)


def _somebody_invited(*, instance: Invitation, created: bool, **_: Any) -> None:
    """Packs were made for everybody: whoever is invited later gets theirs too."""
    if created and (conference := _of(instance.meeting_id)) and conference.packs.exists():
        packs.pack_for(conference, instance)


def _packs_changed(*, conference: Conference, **_: Any) -> None:
    packs.make_anew(conference)


def _entry_finalised(*, entry: Entry, by: User, **_: Any) -> None:
    """A report that was put right takes the place of the one before; a final record says what was decided."""
    if entry.amends_id and (report := Report.objects.filter(entry=entry.amends_id).first()):
        Report.objects.filter(pk=report.pk).update(entry=entry)
        packs_changed.send(sender=Conference, conference=report.conference)
    meeting = Meeting.objects.filter(entry__in=[one for one in (entry.pk, entry.amends_id) if one]).first()
    if meeting and meeting.kind == Meeting.Kind.CONFERENCE and (conference := _of(meeting)):
        after.keep_decisions(conference, entry)
