"""A conference of the demo is held: the chair meets the family, the room is sat in, and its record is written."""

from typing import Any

from alongside.conferences.queries.packs import record_terms, terms
from alongside.demo.writing import records
from alongside.demo.writing.conferences.conferring import Conferring
from alongside.demo.writing.rooms import Holding
from alongside.meetings import actions as meetings
from alongside.packs.queries import current_pack
from alongside.room.rules.state import RISK
from alongside.story import actions as story
from alongside.story.fields.days import typed_from
from alongside.story.models import Answer, Entry

EXPLAINED = ("process-explained", "reports-shared", "reports-explained")


def hold(of: Conferring) -> None:
    """The chair meets the family, then the conference is held, and its record written from it."""
    _meet_the_family(of)
    said = record_terms(current_pack())
    if said is None:
        return
    meeting = of.made.meeting
    entry = _in_the_room(of) or meetings.begin(meeting=meeting, form_id=said.form, by=of.chair)
    came = Answer.objects.get(entry=entry, key="attendance").value
    everybody = [one | {"came": one["came"] or "in-person"} for one in came["guests"]]
    given = of.answers(said.form, of.told.record, of.day(of.told.days))
    given |= _decided(of, said) | {"attendance": given["attendance"] | {"guests": everybody}}
    answer(of, entry, given)
    story.finalise(entry=Entry.objects.get(pk=entry.pk), by=of.chair)
    meeting.refresh_from_db()


def _meet_the_family(of: Conferring) -> None:
    form, on, family = terms().pre_meeting, of.day(of.told.days), of.telling.family
    given = of.answers(form, of.told.pre_meeting, on)
    given["explained"] = {id: {"done": True, "note": ""} for id in EXPLAINED}
    records.write(form=form, by=of.chair, team=family.team, on=on, answers=given, family=family)


def _in_the_room(of: Conferring) -> Entry | None:
    """What happened in the live room, from which the record is filled; None where nothing is told of one."""
    told = of.told
    if told.room is None:
        return None
    holding = Holding(of.telling, of.made.meeting, told.room, chair=of.chair, writer=of.writer)
    holding.sit(of.asked)
    for column, words in told.statements.items():
        for one in words:
            holding.agree_on(column, one)
    holding.agree_on(RISK, of.telling.own(str(told.record["statement-of-risk"])))
    holding.place()
    holding.decide(told.decisions, told.categories, told.record)
    entry = holding.close()
    of.room = holding.room
    return entry


def answer(of: Conferring, entry: Entry, given: dict[str, Any]) -> None:
    """Answer what the room has not filled, and who came."""
    kept = Answer.objects.filter(entry=entry).exclude(key="attendance")
    Answer.objects.filter(entry=entry, key="attendance").delete()
    filled = set(kept.values_list("key", flat=True)) if of.room else set()
    if not of.room:
        kept.delete()
    records.answer(entry, {key: value for key, value in given.items() if key not in filled}, by=of.chair)


def _decided(of: Conferring, said: Any) -> dict[str, Any]:
    told, telling = of.told, of.telling
    given: dict[str, Any] = {
        said.kind: [told.kind],
        said.chair: f"{of.chair.name} chaired, {of.writer.name} wrote",
        said.safety: [
            telling.named(telling.people[who]) | {"value": number, "words": ""} for who, number in told.safety.items()
        ],
        said.next_time: typed_from(of.day(told.review)),
    }
    given |= {f"{said.decision}@{telling.people[who].pk}": [one] for who, one in told.decisions.items()}
    given |= {f"{said.categories}@{telling.people[who].pk}": [one] for who, one in told.categories.items()}
    given |= {column: [telling.statement(column, one) for one in words] for column, words in told.statements.items()}
    return given
