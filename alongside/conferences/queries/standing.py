"""How a conference stands: its reports, its packs, and what to think of before it."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from alongside.conferences import rules
from alongside.conferences.models import Conference, KeptApart, Report
from alongside.conferences.queries.packs import report_standard
from alongside.conferences.rules import Day
from alongside.meetings.models import Invitation
from alongside.packs.queries import current_pack
from alongside.working_time import london_day


def warnings_for(conference_kind: str, held_on: date, today: date) -> list[str]:
    """Return what to think of before a conference of this kind is held on this day."""
    pack = current_pack()
    calendar = pack.working_calendar()
    standard = report_standard(conference_kind, worker=True, pack=pack)
    due = rules.report_day(held_on, standard, calendar) if standard else None
    return rules.day_warnings(Day(held_on, today, calendar.is_working_day(held_on), due))


def warnings_of(conference: Conference) -> list[str]:
    """Return what to think of before it is held: its day, and that nobody writes yet."""
    held_on = london_day(conference.meeting.starts_at)
    said = warnings_for(conference.kind, held_on, timezone.localdate()) if conference.meeting.is_coming else []
    if conference.meeting.is_coming and conference.minute_taker is None:
        said.append("Nobody writes yet. Choose a minute-taker, so that somebody is ready to type in front of all.")
    return said


def who_would_meet(kept: list[KeptApart], invited: list[Invitation]) -> list[str]:
    """Return the pairs who must not meet and, as they answered, both come in person to the same room, in words."""
    ways = {(one.one_id, one.other_id): one.how for one in kept}
    in_person = [one.pk for one in invited if one.reply not in (Invitation.Reply.APOLOGIES, Invitation.Reply.ONLINE)]
    names = {one.pk: one.who for one in invited}
    return [
        f"{names[first]} and {names[second]} must not meet, and both may be in the same room. Separate arrival "
        "alone does not keep them apart: give each a room or a part of their own, or let one of them take part online."
        for first, second in rules.meet_unawares(ways, in_person, ways)
    ]


@dataclass(frozen=True)
class Due:
    """How the reports of a conference stand, in one line."""

    here: int
    waited_for: int
    late: int

    @property
    def words(self) -> str:
        parts = [f"{self.here} here"]
        parts += [f"{self.waited_for} still to come"] if self.waited_for else []
        parts += [f"{self.late} late"] if self.late else []
        return ", ".join(parts)


def how_reports_stand(reports: list[Report]) -> Due:
    """Count the reports that are here, those that are waited for, and those that are late, here or not."""
    return Due(
        sum(one.is_here for one in reports),
        sum(one.is_waited_for for one in reports),
        sum(one.is_late for one in reports),
    )
