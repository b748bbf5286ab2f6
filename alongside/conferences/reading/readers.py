"""Who reads how much of which report: the rule, and what the chair decided instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

from alongside.conferences import rules
from alongside.conferences.models import Conference, KeptApart, Reading, ReadingPack, Report
from alongside.conferences.queries.packs import terms
from alongside.conferences.rules import Attendee, Shareable
from alongside.journey.glance import glance_at
from alongside.meetings.models import Invitation

AROUND = ("user", "person", "meeting", "link", "reading_pack")


@dataclass(frozen=True)
class Reads:
    """How much of a report one of those who are invited reads, and whether the chair said so."""

    level: str
    decided: bool

    @property
    def words(self) -> str:
        return str(Reading.Level(self.level).label)


@dataclass(frozen=True)
class Reader:
    """One of those who are invited, with what they read of each report, by its id."""

    invitation: Invitation
    attendee: Attendee
    reads: dict[int, Reads]

    @property
    def pack(self) -> ReadingPack | None:
        """Their reading pack, None when none was asked for."""
        return getattr(self.invitation, "reading_pack", None)

    @property
    def comes_as(self) -> str:
        """As whom they come, in a word or two."""
        if self.attendee.holds:
            return self.invitation.get_part_display()
        if self.attendee.of_family:
            return "Child of the family" if self.attendee.is_child else "Of the family"
        return self.invitation.where_from or ("Works with the family" if self.attendee.works_for else "Supporter")


def reports_of(conference: Conference) -> list[Report]:
    """Return the reports of a conference, the worker's first, each with its record or file."""
    around = ("conference__meeting", "contribution", "entry__pack_version", "entry__family", "document")
    found = conference.reports.select_related(*around, "entry__author", "entry__finalised_by", "entry__person")
    return list(found.defer("contribution__answers"))


def readers_of(conference: Conference, reports: Iterable[Report] | None = None) -> list[Reader]:
    """Return everybody who is invited, with what they read; four queries, whoever they are."""
    reports = reports_of(conference) if reports is None else list(reports)
    invited = invited_to(conference)
    decided = {
        (one.report_id, one.invitation_id): one.level for one in Reading.objects.filter(report__conference=conference)
    }
    family_has = _which_the_family_has(reports)
    attendees = attendees_of(conference, invited)
    return [
        Reader(one, attendees[one.pk], {
            report.pk: _reads(report, one, attendees[one.pk], report.pk in family_has, decided) for report in reports
        })
        for one in invited
    ]  # fmt: skip


def invited_to(conference: Conference) -> list[Any]:
    """Return those who are invited, each with their reading pack, and whether they must not meet somebody (`apart`)."""
    pairs = KeptApart.objects.filter(Q(one=OuterRef("pk")) | Q(other=OuterRef("pk")))
    return list(conference.meeting.invitations.select_related(*AROUND).annotate(apart=Exists(pairs)))


def attendees_of(conference: Conference, invited: Iterable[Any]) -> dict[int, Attendee]:
    """Return who each of those that `invited_to` found is, by the id of their invitation."""
    members = glance_at(conference.meeting.family).members if conference.meeting.family else []
    family = {one.person.pk: one.is_child for one in members}
    holders = {conference.chair_id, conference.minute_taker_id} - {None}
    return {
        one.pk: Attendee(
            holds=one.user_id in holders,
            of_family=one.person_id in family,
            is_child=family.get(one.person_id or 0, False),
            works_for=bool(one.user_id or one.agency),
            kept_apart=one.apart,
        )
        for one in invited
    }


def _reads(
    report: Report, one: Invitation, attendee: Attendee, family_has_it: bool, decided: dict[tuple[int, int], str]
) -> Reads:
    if level := decided.get((report.pk, one.pk)):
        return Reads(level, True)
    facts = Shareable(bool(report.restricted), family_has_it, _own(report, one))
    return Reads(rules.reads_report(attendee, facts), False)


def _own(report: Report, one: Invitation) -> bool:
    asked = report.contribution
    if asked is None:
        return False
    return (asked.user_id is not None and asked.user_id == one.user_id) or (
        bool(asked.email) and asked.email == one.address.lower()
    )


def _which_the_family_has(reports: Iterable[Report]) -> set[int]:
    """Of which reports their authors say that the family has them; of a file nobody says so."""
    from alongside.story.models import Answer

    said = terms()
    keys = {Report.By.WORKER.value: said.told_family, Report.By.AGENCY.value: said.agency_told_family}
    written = {report.entry_id: report for report in reports if report.entry_id}
    given = Answer.objects.filter(entry__in=written, key__in=keys.values()).values_list("entry", "key", "value")
    return {
        written[entry].pk for entry, key, value in given if key == keys[written[entry].by] and _is(value, said.has_it)
    }


def _is(value: object, any_of: list[str]) -> bool:
    return value in any_of or (isinstance(value, list) and any(one in any_of for one in value))
