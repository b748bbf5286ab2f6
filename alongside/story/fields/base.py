"""The shape that every field type has."""

from datetime import date
from typing import TYPE_CHECKING, Any

from alongside.story.asking import Asking, Posted, Question
from alongside.story.blocks import Block, Lines, Words

if TYPE_CHECKING:
    from alongside.access.models import User
    from alongside.story.models import Entry

# Room to write on paper, in lines, for each size of a field.
LINES = {"line": 1, "short": 3, "long": 8}


class FieldType:
    """How one kind of question is read from a page, checked, shown, printed blank, and stored when final.

    An answer is plain JSON. What was typed is kept as typed, even when it is wrong: `problems` says what to mend,
    and nothing is lost meanwhile.
    """

    id: str = ""
    # Whether a record is shown against what `earlier` returns, as a star is against the last one.
    shows_earlier: bool = False
    # Whether the answer is given on a page of its own, so that the form's page neither sends nor saves it.
    written_elsewhere: bool = False
    # Whether the question is there only once something answers it.
    only_when_held: bool = False

    @property
    def template(self) -> str:
        """Return the part of the page that asks this kind of question."""
        return f"{self.id.replace('-', '_')}/edit.jinja"

    def earlier(self, asking: Asking) -> Any:
        """Return what living facts of the family the page shows beside such questions; None for most types."""
        return None

    def standing(self, question: Question) -> Any:
        """Return what the record itself answers here, kept when the entry is finished; None where somebody answers."""
        return None

    def parse(self, question: Question, posted: Posted) -> Any:
        """Return the answer as plain JSON from what the browser sent."""
        return posted.words()

    def together(self, question: Question, answers: dict[str, Any]) -> Any:
        """Return the answer as it is read and checked, with what other answers of the entry say of it."""
        return answers.get(question.key)

    def is_empty(self, value: Any) -> bool:
        """Return whether nothing was answered."""
        return not value

    def problems(self, question: Question, value: Any) -> list[str]:
        """Return what is wrong with the answer, each as a sentence that says what to do."""
        return []

    def lacking(self, question: Question, value: Any) -> list[str] | None:
        """Return what an answer that is needed still lacks; None for types to which any answer at all will do."""
        return None

    def show(self, question: Question, value: Any) -> list[Block]:
        """Return how the answer looks, on a page and in print."""
        return [Words(value, whose=question.field.words_of)]

    def blank(self, question: Question) -> list[Block]:
        """Return how the question looks on an empty form, with room to write."""
        return [Lines(LINES[question.field.size])]

    def words(self, question: Question, value: Any) -> str:
        """Return the answer as plain text: for the summary on the story, for search, and to be offered later."""
        return value if isinstance(value, str) else ""

    def store(self, question: Question, value: Any, *, entry: "Entry", by: "User") -> None:
        """Write the facts of their own that a final answer holds, in the transaction that makes the entry final."""

    def moment(self, question: Question, entry: "Entry") -> date:
        """Return the day on which what the entry tells happened."""
        if entry.happened_on is None:
            raise ValueError("an entry without a date cannot be stored")
        return entry.happened_on
