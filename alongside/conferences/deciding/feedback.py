"""How conferences were for those who came: counted, and never shown where few answers would name somebody."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from alongside.conferences.models import Conference, Feedback
from alongside.conferences.queries.packs import terms
from alongside.packs.format.forms import Form, FormField
from alongside.packs.queries import current_pack


@dataclass(frozen=True)
class Answered:
    """One question with options, and how often each was chosen, by the words of the option."""

    id: str
    label: str
    counts: dict[str, int]

    @property
    def words(self) -> str:
        """How often each was chosen, in a line."""
        return ", ".join(f"{option}: {number}" for option, number in self.counts.items())

    @property
    def all(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True)
class Results:
    """What was answered: how many, of how many on paper, the counts, and the words; empty when there are too few."""

    number: int
    on_paper: int
    few: int
    questions: list[Answered]
    words: list[tuple[str, list[str]]]

    @property
    def too_few(self) -> bool:
        return self.number < self.few


def results_of(conference: Conference) -> Results:
    """Return how one conference was for those who came, with their words; one query."""
    return results(conference.feedback.all(), with_words=True)


def results(feedback: Iterable[Feedback], *, with_words: bool = False) -> Results:
    """Count answers by question. Fewer than the pack's number are only counted as a whole.

    The words are put in the order of the alphabet, so that their order tells nobody who came first.
    """
    given, few = list(feedback), terms().few_answers
    form = current_pack().form(terms().feedback)
    on_paper = sum(one.on_paper for one in given)
    if len(given) < few:
        return Results(len(given), on_paper, few, [], [])
    questions = [_counted(asked, given) for asked in form.fields if asked.type == "choice"]
    return Results(len(given), on_paper, few, questions, _words(form, given) if with_words else [])


def _counted(asked: FormField, given: list[Feedback]) -> Answered:
    chosen = Counter(str(one.answers.get(asked.id, "")) for one in given)
    return Answered(asked.id, asked.label, {option.label: chosen[option.id] for option in asked.options})


def _words(form: Form, given: list[Feedback]) -> list[tuple[str, list[str]]]:
    asked = [one for one in form.fields if one.type == "narrative"]
    said = [(one.label, sorted(str(words) for row in given if (words := row.answers.get(one.id)))) for one in asked]
    return [(label, words) for label, words in said if words]
