"""What earlier entries hold that a question of a later one may take over, with its origin."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from alongside.story.asking import Asking, Question, sections_of
from alongside.story.fields import field_type
from alongside.story.models import Answer
from alongside.story.queries.known import Known, known_by_itself

EACH = 3


@dataclass(frozen=True)
class Offer:
    """Words that stand in the record: `id` names the answer, or the living thing, they came from."""

    id: int | str
    words: str
    title: str
    entry_id: int
    author: str
    happened_on: Any


def offers_for(questions: list[Question]) -> dict[str, list[Offer]]:
    """Return, by question key, what the family's record holds for it, latest first.

    One query for all answers of final entries, and one for each kind of what is known by itself that is offered.
    """
    answered, known = _answered(questions), _known(questions)
    return {key: _once(answered.get(key, []) + known.get(key, [])) for key in (*answered, *known)}


def _once(offers: list[Offer]) -> list[Offer]:
    """The same words are offered once, from the latest record that holds them: the others took them from each other."""
    said: dict[str, Offer] = {}
    for one in offers:
        said.setdefault(" ".join(one.words.split()), one)
    return list(said.values())


def _answered(questions: list[Question]) -> dict[str, list[Offer]]:
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


def _known(questions: list[Question]) -> dict[str, list[Offer]]:
    """What lives on its own: of the person that a question is about, or of everybody."""
    asked = {one.key: kinds for one in questions if one.type == "narrative" and (kinds := _kinds(one))}
    family_id = questions[0].asking.family_id if questions else None
    if not asked or family_id is None:
        return {}
    found = known_by_itself(family_id, {kind for kinds in asked.values() for kind in kinds})
    whom = {one.key: one.person.id if one.person else None for one in questions}
    return {
        key: [
            Offer(one.id, one.words, one.title, one.entry_id, one.author, one.happened_on)
            for kind in kinds
            for one in [each for each in found.get(kind, []) if _is_of(each, whom[key])][:EACH]
        ]
        for key, kinds in asked.items()
    }


def _is_of(known: Known, person: int | None) -> bool:
    return person is None or person in known.people


def _kinds(question: Question) -> list[str]:
    return [offer for offer in question.field.offers if "." not in offer]


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
