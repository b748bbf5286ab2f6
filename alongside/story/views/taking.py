"""Taking over what an earlier entry holds, by a button that needs no JavaScript."""

from typing import Any
from uuid import uuid4

from alongside.story.actions import Conflict, save_answer
from alongside.story.asking import Question
from alongside.story.drafting import has_question
from alongside.story.models import Answer, Entry
from alongside.story.queries.entries import Filled
from alongside.story.queries.offers import offers_for


def take_over(*, entry: Entry, found: Filled, wanted: str, by: Any) -> None:
    """Add the words of an earlier answer to a question, below what stands there.

    :param wanted: `question key|answer id`, as the button says; anything else does nothing
    """
    key, _, answer_id = wanted.partition("|")
    question = has_question(found, key)
    if question is None:
        return
    offer = next((one for one in offers_for([question]).get(key, []) if str(one.id) == answer_id), None)
    if offer is None:
        return
    kept = Answer.objects.filter(entry=entry, key=key).first()
    value = _with(question, kept.value if kept else None, offer.words)
    try:
        save_answer(entry_id=entry.pk, key=key, value=value, revision=kept.revision if kept else 0, by=by)
    except Conflict:
        # Somebody typed there in this very moment: their words stay, and the offer is still on the page.
        return


def _with(question: Question, before: Any, words: str) -> Any:
    """The answer with the words added: below what stands there, or as one more statement."""
    if question.type == "statements":
        row: dict[str, Any] = {"id": str(uuid4()), "words": words, "said_by": None, "about": [], "state": "living"}
        return [*(before or []), row]
    return "\n\n".join(part for part in (before or "", words) if part)
