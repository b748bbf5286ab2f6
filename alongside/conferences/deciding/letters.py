"""What somebody is sent of a conference's record: all of it, what was decided with the plan, or only the decisions."""

from dataclasses import replace

from alongside.conferences.models import Conference, Letter
from alongside.conferences.queries.packs import terms
from alongside.packs.format.pack import Pack
from alongside.story.blocks import ShownEntry, ShownSection
from alongside.story.models import Entry
from alongside.story.pdf import as_pdf
from alongside.story.queries import filled
from alongside.story.showing import shown

AROUND = ("pack_version", "family", "author", "finalised_by", "person")


def letter_as_pdf(letter: Letter) -> bytes:
    """Return what somebody was sent, as a PDF of its own."""
    return as_pdf(letter_as_record(letter.conference, letter))


def letter_as_record(conference: Conference, letter: Letter) -> ShownEntry:
    """Return what somebody was sent, as blocks: from the record as it stands now, and the plan that was made with it.

    :raises ValueError: for who is told and gets nothing in writing
    """
    if letter.reads == Letter.Reads.TOLD:
        raise ValueError("who is told in person is sent nothing")
    record = Entry.objects.select_related(*AROUND).get(pk=conference.meeting.entry_id or 0)
    found = filled(record)
    whole = shown(record, found)
    sections: tuple[ShownSection, ...] = whole.sections
    if letter.reads != Letter.Reads.WHOLE:
        titles = {section.title for section in found.sections if section.section.id in terms(record.pack).decided_in}
        sections = tuple(section for section in sections if section.title in titles)
    plan = plan_of(conference) if letter.reads != Letter.Reads.ONLY else None
    if plan:
        sections += shown(plan, filled(plan)).sections
    facts = [("For", letter.invitation.who), *(fact for fact in whole.facts if fact[0] in ("Family", "When"))]
    return replace(
        whole, title=f"{conference.get_kind_display()}: what was decided", sections=sections, facts=tuple(facts),
        purpose="This copy is yours alone. Keep it safe, and do not pass it on.", source="",
        foot=f"What was decided · for {letter.invitation.who}",
    )  # fmt: skip


def plan_of(conference: Conference) -> Entry | None:
    """Return the final plan that the conference made: the latest written for its day or after it."""
    record = conference.meeting.entry
    if record is None or record.happened_on is None or (form := plan_form(record.pack)) is None:
        return None
    plans = Entry.objects.filter(family=record.family_id, form_id=form, status=Entry.Status.FINAL, superseded_at=None)
    made = plans.filter(happened_on__gte=record.happened_on).select_related(*AROUND)
    return made.order_by("happened_on", "pk").first()


def plan_form(pack: Pack) -> str | None:
    """Return the id of the form of the plan, None when the pack names none."""
    return pack.room.plan.form if pack.room else None
