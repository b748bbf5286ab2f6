"""A conference of the demo is arranged: who is asked, who is kept apart, and which reports are asked for and come."""

from datetime import time, timedelta

from alongside.access.links import make_link
from alongside.access.models import User
from alongside.conferences import actions
from alongside.conferences.models import Conference, Report
from alongside.conferences.queries.packs import terms
from alongside.contributions import actions as contributions
from alongside.contributions.mails import CONTRIBUTE
from alongside.contributions.models import Contribution
from alongside.demo.telling import Telling
from alongside.demo.writing import records
from alongside.demo.writing.conferences.conferring import Conferring
from alongside.demo.writing.conferences.told import ReportTold
from alongside.design.forms.whom import guest_from
from alongside.meetings import actions as meetings
from alongside.meetings.forms import clock_time
from alongside.meetings.models import Invitation, Meeting
from alongside.story import actions as story
from alongside.story.fields.days import typed_from
from alongside.story.models import Entry

LASTS, LINK_LASTS = timedelta(hours=2), timedelta(days=40)


def arrange(of: Conferring) -> None:
    """Arrange it, ask everybody, and ask for the reports."""
    told, telling, by = of.told, of.telling, of.telling.lead
    starts = of.at(told.days, clock_time(told.starts) or time(10))
    children = [telling.people[key] for key, one in telling.story.people.items() if one.role == "child"]
    of.conference = actions.arrange(
        family=telling.family, kind=told.kind, starts_at=starts, ends_at=starts + LASTS, chair=of.chair,
        minute_taker=of.writer, children=children, place=told.place, by=by, what_helps=told.what_helps,
    )  # fmt: skip
    _invite_family(of, of.made.meeting)
    _invite_guests(of, of.made.meeting)
    for who in told.coming:
        meetings.answer(invitation=of.asked[who], reply="coming", by=by)
    _keep_apart(of, of.made)
    for report in told.reports:
        _ask(of, report)


def _invite_family(of: Conferring, meeting: Meeting) -> None:
    by = of.telling.lead
    for key, person in of.telling.people.items():
        if key not in of.told.without:
            of.asked[key] = meetings.invite(meeting=meeting, person=person, by=by)
            meetings.given_by_hand(invitation=of.asked[key], by=by)
    of.asked["lead"] = meetings.invite(meeting=meeting, user=by, by=by)


def _invite_guests(of: Conferring, meeting: Meeting) -> None:
    for line in of.told.guests:
        guest = guest_from(line)
        name = ", ".join(part for part in (guest.name, guest.agency) if part)
        of.asked[name] = _invited(meeting, guest.name, guest.agency, guest.email, by=of.telling.lead)


def _invited(meeting: Meeting, name: str, agency: str, email: str, *, by: User) -> Invitation:
    one = meetings.invite(meeting=meeting, name=name, agency=agency, email=email, by=by)
    if not meetings.send(invitation=one, by=by):
        meetings.given_by_hand(invitation=one, by=by)
    return one


def _keep_apart(of: Conferring, conference: Conference) -> None:
    for pair in of.told.apart:
        actions.keep_apart(
            conference=conference, one=of.asked[pair["one"]], other=of.asked[pair["other"]], how=pair["how"],
            words=of.telling.own(pair["words"]), by=of.telling.lead,
        )  # fmt: skip


def _ask(of: Conferring, report: ReportTold) -> None:
    by = of.telling.lead
    actions.ask_report(
        conference=of.made, by=by, worker=report.worker, user=by if report.worker else None,
        name=report.name, agency=report.agency, email=_email(of, report.name),
    )  # fmt: skip
    if report.due_over:
        Report.objects.filter(conference=of.made, agency=report.agency).update(due=of.day(-2))


def _email(of: Conferring, name: str) -> str:
    return next((one.email for one in map(guest_from, of.told.guests) if name and one.name == name), "")


def send(of: Conferring, report: ReportTold) -> None:
    """The report comes: written by the worker within the product, by an agency behind its link."""
    form = terms().report if report.worker else terms().agency_report
    waiting = Contribution.objects.filter(for_kind="meeting", for_id=of.made.meeting_id, form_id=form)
    found = waiting.select_related("family__team", "asked_by", "pack_version", "user").get(
        **{} if report.worker else {"agency": report.agency}
    )
    came = of.day(report.came or 0)
    given = of.answers(form, report.answers, came)
    if report.worker:
        entry = contributions.begin(contribution=found, by=of.telling.lead)
        given |= {"which-conference": [of.told.kind], "shared-on": typed_from(came)}
        records.answer(entry, given, by=of.telling.lead)
        story.finalise(entry=Entry.objects.get(pk=entry.pk), by=of.telling.lead)
    else:
        _write_behind_a_link(of.telling, found, given)


def _write_behind_a_link(telling: Telling, asked: Contribution, given: dict[str, object]) -> None:
    link, _ = make_link(
        purpose=CONTRIBUTE, about=str(asked.pk), to_name=asked.said_by, to_email=asked.email, lasts=LINK_LASTS,
        by=telling.lead, family_id=telling.family.pk,
    )  # fmt: skip
    for key, value in given.items():
        if value:
            contributions.save_typed(contribution=asked, key=key, value=value, revision=0, by=link)
    contributions.receive(contribution=asked, by=link)
