"""What a record about a concern begins with, so that nothing is typed twice."""

from typing import Any

from alongside.access.models import User
from alongside.packs.queries import current_pack
from alongside.people.models import Family
from alongside.safeguarding.models import Concern
from alongside.story import actions as story
from alongside.story.actions.drafts import ABOUT_NO_FAMILY
from alongside.story.asking import Question
from alongside.story.fields import field_type
from alongside.story.fields.documents import Documents, row_of
from alongside.story.filing.queries import Wanted, documents_of
from alongside.story.models import Document, Entry
from alongside.story.queries.entries import filled

# Only what reads the same in another record is taken over; what needs a decision of its own is not.
TAKEN_OVER = ("narrative", "text", "people", "choice")
MOST_COPIES = 20


def prefill(*, entry: Entry, concern: Concern, by: User) -> None:
    """Answer a new record from the records of its concern, and attach the toolkits to a referral."""
    known = _known(concern)
    for question in filled(entry).questions():
        value = _copies(entry, concern) if question.type == Documents.id else _taken(question, known)
        if value:
            story.save_answer(entry_id=entry.pk, key=question.key, value=value, revision=0, by=by)


def _known(concern: Concern) -> dict[str, Any]:
    """The answers of the concern's final records, by form and question."""
    records = [concern.entry] if concern.entry else []
    records += [one.entry for one in concern.steps.filter(at__isnull=False).select_related("entry__pack_version")]
    known: dict[str, Any] = {}
    for record in records:
        for key, value in filled(record).answers.items():
            known[f"{record.form_id}.{key}"] = value
    if concern.level_why:
        known |= dict.fromkeys(("safeguarding-concern.concern",), concern.level_why)
    return known


def _taken(question: Question, known: dict[str, Any]) -> Any:
    if question.type not in TAKEN_OVER:
        return None
    found = next((known[one] for one in question.field.offers if known.get(one)), None)
    if question.type == "choice" and found:
        offered = [option.id for option in question.field.options]
        found = [one for one in found if one in offered]
    return None if field_type(question.type).is_empty(found) else found


def _copies(entry: Entry, concern: Concern) -> list[dict[str, Any]]:
    if entry.about in ABOUT_NO_FAMILY or concern.family is None:
        return []
    return [row_of(one, one.note or one.name) for one in goes_with_a_referral(concern.family)]


def goes_with_a_referral(family: Family) -> list[Document]:
    """Return what stands among a family's documents in the categories that the pack sends with a referral."""
    settings = current_pack().settings
    wanted = [Wanted(category=one) for one in (settings.referral_takes if settings else [])]
    return [document for one in wanted for document in documents_of(family, one)[:MOST_COPIES]]
