"""What stands in one person's reading pack, and by what it is known again."""

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from alongside.conferences.models import Conference, Report
from alongside.conferences.queries.packs import terms
from alongside.conferences.reading.readers import Reader
from alongside.design.words import clock, weekday
from alongside.packs.queries import current
from alongside.people.queries import members_of
from alongside.story.asking import Asking, Someone
from alongside.story.blocks import Listing, Picture, ShownEntry, ShownQuestion, ShownSection
from alongside.story.filing.on_paper import picture_on_paper
from alongside.story.models import Document, Entry
from alongside.story.queries import filled
from alongside.story.showing import shown, shown_blank

WITHOUT = "Left out by the chair: not everybody may read this."
RESTRICTED = "Restricted: not everybody has this part. Do not tell it on."


@dataclass(frozen=True)
class Part:
    """One part of a pack: a report and how much of it, or a form to write on (its id)."""

    title: str
    report: Report | None = None
    level: str = "whole"
    form_id: str = ""


def parts_for(reader: Reader, reports: list[Report]) -> list[Part]:
    """Return the parts of somebody's pack in their order: reports that came and that they may read, then templates."""
    read = [
        Part(title_of(report), report, reader.reads[report.pk].level)
        for report in reports
        if report.is_here and reader.reads[report.pk].level != "not"
    ]
    return [*read, Part("Notes", form_id=terms().notes), Part("Feedback", form_id=terms().feedback)]


def title_of(report: Report) -> str:
    """Return what a report is called in a pack."""
    return "The social worker’s report" if report.by == Report.By.WORKER else f"Report of {report.agency}"


def made_of(conference: Conference, reader: Reader, parts: list[Part]) -> str:
    """Return what tells whether a pack that was made still holds what it would hold now."""
    meeting = conference.meeting
    holds: list[Any] = [
        conference.kind, meeting.starts_at.isoformat(), meeting.place, meeting.online_at, meeting.early_minutes,
        conference.chair_id, current().pk, reader.invitation.who,
    ]  # fmt: skip
    for part in parts:
        report = part.report
        if report:
            kept = sorted(report.restricted)
            holds.append([report.pk, report.entry_id, report.document_id, part.level, kept])
    if reader.attendee.holds:
        holds.append([[one.one_id, one.other_id, one.how, one.words] for one in conference.kept_apart.all()])
        holds.append(conference.what_helps)
    return sha256(json.dumps(holds).encode()).hexdigest()


def cover(conference: Conference, reader: Reader) -> dict[str, Any]:
    """Return what stands on the first page."""
    meeting = conference.meeting
    name = meeting.family.name if meeting.family else ""
    facts = [
        ("For", reader.invitation.who),
        ("Family", name),
        ("When", f"{weekday(meeting.starts_at)}, {clock(meeting.starts_at)}"),
        ("Be there", f"from {clock(meeting.be_there_from)}"),
        ("Where", meeting.place or "Online"),
        ("Chair", conference.chair.name),
    ]
    return {
        "title": f"{conference.get_kind_display()}: reading pack",
        "opens": "This copy is yours alone. It tells of people’s lives: keep it safe, and do not pass it on.",
        "facts": [fact for fact in facts if fact[1]],
        "foot": f"Reading pack of {reader.invitation.who}",
    }


def for_who_holds_it(conference: Conference) -> ShownEntry | None:
    """Return the page that only who holds the conference has: who must not meet whom, and what helps somebody."""
    apart = list(conference.kept_apart.select_related("one__person", "one__user", "other__person", "other__user"))
    if not apart and not conference.what_helps:
        return None
    asked = []
    if apart:
        says = tuple((f"{one}: {one.get_how_display()}", one.words) for one in apart)
        asked.append(ShownQuestion("Who must not meet", blocks=(Listing(says),)))
    if conference.what_helps:
        asked.append(ShownQuestion("What helps to take part", blocks=(Listing(((conference.what_helps, ""),)),)))
    return ShownEntry("For who holds the conference", (), (ShownSection("Safe for everybody", tuple(asked)),))


def as_record(part: Part, conference: Conference) -> ShownEntry:
    """Return a part as blocks: a report as it may be read, a template to write on, or a picture that was filed."""
    if part.form_id:
        return _blank(part, conference)
    report = part.report
    if report and report.entry:
        return _report(report, report.entry, part)
    document = report.document if report else None
    return ShownEntry(part.title, (), (_picture(document),) if document else ())


def _report(report: Report, entry: Entry, part: Part) -> ShownEntry:
    found = filled(entry)
    names = {
        (section.title, question.label)
        for section in found.sections
        for question in section.questions
        if question.key in report.restricted
    }
    record = shown(entry, found)
    sections = tuple(
        replace(section, questions=tuple(
            _restricted(one, part.level) if (section.title, one.label) in names else one for one in section.questions
        ))
        for section in record.sections
    )  # fmt: skip
    facts = tuple(fact for fact in record.facts if fact[0] != "Made final")
    return replace(record, title=part.title, sections=sections, facts=facts, source="")


def _restricted(asked: ShownQuestion, level: str) -> ShownQuestion:
    if level == "without":
        return ShownQuestion(asked.label, missing=WITHOUT)
    return replace(asked, hint=RESTRICTED)


def _blank(part: Part, conference: Conference) -> ShownEntry:
    pack = current().pack
    family = conference.meeting.family
    people = tuple(Someone(one.person.pk, one.name, one.is_child) for one in members_of(family)) if family else ()
    about = {one.child_id for one in conference.about.all()}
    people = tuple(one for one in people if not one.is_child or one.id in about)
    asking = Asking(form=pack.form(part.form_id), pack=pack, people=people, family_name="", blank=True)
    return replace(shown_blank(asking), facts=(), source="")


def _picture(document: Document) -> ShownSection:
    svg = picture_on_paper(document.pk, document.family_id, None)
    return ShownSection("", (ShownQuestion("", blocks=(Picture(svg, document.note or document.name, wide=True),)),))
