"""What earlier entries hold that a question of a later one may take over, with its origin."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from alongside.story.asking import Asking, Question, sections_of
from alongside.story.fields import field_type
from alongside.story.models import Answer

EACH = 3


@dataclass(frozen=True)
class Offer:
    """Words of an earlier entry: `id` names the answer they came from."""

    id: int
    words: str
    title: str
    entry_id: int
    author: str
    happened_on: Any


def offers_for(questions: list[Question]) -> dict[str, list[Offer]]:
    """Return, by question key, what the family's final entries hold for it, latest first; one query for all."""
    wanted = {question.key: _sources(question) for question in questions}
    family_id = questions[0].asking.family_id if questions else None
    pairs = {pair for sources in wanted.values() for pair in sources}
    if not pairs or family_id is None:
        return {}
    found = list(_answers(family_id, pairs))
    return {
        key: [_offer(answer) for answer in found if (answer.entry.form_id, answer.key) in sources][:EACH]
        for key, sources in wanted.items()
        if sources
    }


def _sources(question: Question) -> set[tuple[str, str]]:
    """`form-id.field-id`, and in a repeated section the same person's answer to it as well."""
    pairs = {tuple(offer.split(".", 1)) for offer in question.field.offers if "." in offer}
    if question.person:
        pairs |= {(form, f"{field}@{question.person.id}") for form, field in pairs}
    return pairs  # type: ignore[return-value]


def _answers(family_id: int, pairs: set[tuple[str, str]]) -> Any:
    which = Q()
    for form, key in pairs:
        which |= Q(entry__form_id=form, key=key)
    standing = Answer.objects.filter(which, entry__family=family_id, entry__status="final", entry__superseded_at=None)
    return standing.select_related("entry__author", "entry__pack_version").order_by("-entry__happened_on", "-pk")[:60]


def _offer(answer: Answer) -> Offer:
    entry = answer.entry
    return Offer(answer.pk, plain_words(answer), entry.title, entry.pk, entry.writer, entry.happened_on)


def plain_words(answer: Answer) -> str:
    """Return an answer as text, read under the form it was written in."""
    asking = Asking(form=answer.entry.pack.form(answer.entry.form_id), pack=answer.entry.pack, blank=True)
    field_id = answer.key.partition("@")[0]
    questions = [one for section in sections_of(asking) for one in section.questions if one.field.id == field_id]
    return field_type(questions[0].type).words(questions[0], answer.value) if questions else ""
