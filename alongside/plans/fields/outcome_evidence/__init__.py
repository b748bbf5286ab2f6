"""For each need that was identified: how it is now against the start, what shows it, and since when."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from alongside.packs.queries import current_pack
from alongside.plans.claims.models import OutcomeEvidence
from alongside.plans.claims.needs import Need, needs_of
from alongside.story.asking import Asking, Posted, Question
from alongside.story.blocks import Block, Grid, Words
from alongside.story.fields.base import FieldType
from alongside.story.fields.days import as_date, day_problem, in_words
from alongside.story.models import Document

STATES = dict(OutcomeEvidence.State.choices)
HEAD = ("Need", "At the start", "Now", "Where it is", "What shows it")
NOTHING = "No needs were identified at the start"


@dataclass(frozen=True)
class Known:
    """What the page shows beside the question: the needs with their titles, and the family's documents."""

    needs: list[tuple[Need, str]]
    documents: list[tuple[int, str]]


class OutcomeEvidenceField(FieldType):
    """The answer holds, by outcome, how it was and is, whether it is reached and since when, and what shows it."""

    id = "outcome-evidence"

    def earlier(self, asking: Asking) -> Known:
        """Return the family's needs and documents; two queries."""
        return Known(_needs(asking), _documents(asking.family_id))

    def parse(self, question: Question, posted: Posted) -> Any:
        found = {}
        for need, title in _needs(question.asking):
            told = _told(posted, need.outcome)
            if told["now"] or told["state"] or told["shown_by"] or told["document"]:
                found[need.outcome] = {"title": title, "baseline": need.baseline, **told}
        return found

    def problems(self, question: Question, value: Any) -> list[str]:
        return [problem for one in value.values() for problem in _problems(one)]

    def lacking(self, question: Question, value: Any) -> list[str]:
        """Return of which needs it is not said how they are, or what shows it."""
        told = value or {}
        return [says for need, title in _needs(question.asking) if (says := _lack(title, told.get(need.outcome, {})))]

    def show(self, question: Question, value: Any) -> list[Block]:
        return [Grid(HEAD, tuple(_row(one) for one in value.values()))]

    def blank(self, question: Question) -> list[Block]:
        return [Words("For each need found at the start"), Grid(HEAD, (("",) * len(HEAD),) * 4)]

    def words(self, question: Question, value: Any) -> str:
        return "\n".join(f"{one['title']}: {one['now']} {one['shown_by']}".strip() for one in (value or {}).values())

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        documents = {id for id, _ in _documents(entry.family_id)}
        OutcomeEvidence.objects.bulk_create(
            OutcomeEvidence(
                entry=entry, family_id=entry.family_id, outcome=outcome, state=one["state"], now=one["now"],
                shown_by=one["shown_by"], document_id=one["document"] if one["document"] in documents else None,
                reached_on=as_date(one["since"]) if one["state"] == "reached" else None, told_on=entry.happened_on,
            )
            for outcome, one in value.items()
            if one["state"]
        )  # fmt: skip


def _needs(asking: Asking) -> list[tuple[Need, str]]:
    if asking.family_id is None:
        return []
    pack = current_pack()
    titles = {outcome.id: outcome.title for outcome in pack.outcomes}
    found = needs_of([asking.family_id], pack).get(asking.family_id, [])
    return [(need, titles.get(need.outcome, need.outcome)) for need in found]


def _documents(family: int | None) -> list[tuple[int, str]]:
    if family is None:
        return []
    filed = Document.objects.filter(family=family, filed_at__isnull=False, taken_out_at=None)
    return list(filed.values_list("pk", "name")[:200])


def _told(posted: Posted, outcome: str) -> dict[str, Any]:
    state, document = posted.line(f"{outcome}:state"), posted.line(f"{outcome}:document")
    since = {part: posted.line(f"{outcome}:since:{part}") for part in ("day", "month", "year")}
    return {
        "state": state if state in STATES else "",
        "now": posted.words(f"{outcome}:now").strip(),
        "shown_by": posted.words(f"{outcome}:shown").strip(),
        "document": int(document) if document.isdecimal() and len(document) < 19 else None,
        "since": since if any(since.values()) else {},
    }


def _problems(one: dict[str, Any]) -> Iterator[str]:
    if one["since"] and (problem := day_problem(one["since"])):
        yield f"{one['title']}: {problem}"
    if one["state"] == "reached" and not one["since"]:
        yield f"Say since when “{one['title']}” is reached: how long it has held is counted from that day"


def _lack(title: str, one: dict[str, Any]) -> str:
    if not (one.get("now") and one.get("state")):
        return f"Say how “{title}” is now, against the start"
    if not (one.get("shown_by") or one.get("document")):
        return f"Say what shows how “{title}” is now, or name the document"
    return ""


def _row(one: dict[str, Any]) -> tuple[str, ...]:
    since = f", since {in_words(as_date(one['since']))}" if one["state"] == "reached" and one["since"] else ""
    shown = one["shown_by"] or ("A document of the record" if one["document"] else "")
    return (one["title"], one["baseline"], one["now"], STATES.get(one["state"], "") + since, shown)
