"""Letters made from a record: for the family, and for each child, in the headings of the pack and their own words."""

from collections.abc import Iterator
from dataclasses import replace

from alongside.packs.format.letters import Letter, LetterPart
from alongside.packs.format.pack import Pack
from alongside.story.asking import Question, Someone
from alongside.story.blocks import Block, Grid, Listing, ShownEntry, ShownQuestion, ShownSection, Words
from alongside.story.fields import field_type
from alongside.story.fields.days import in_words
from alongside.story.models import Entry
from alongside.story.queries.entries import Filled


def letters_of(found: Filled) -> Iterator[tuple[Letter, Someone | None, str]]:
    """Yield each letter that the record gives, whom of the children it is for, and its title."""
    for letter in found.asking.form.letters:
        people = found.asking.children() if letter.for_each else (None,)
        for person in people:
            title = found.asking.fill(letter.title, person)
            yield letter, person, title if person is None or person.name in title else f"{title}, {person.name}"


def sharing_form(pack: Pack, stands_in: str) -> tuple[str, str, str] | None:
    """Return the form, its question and the answer with which one writes down that such a record was shared.

    None where the pack asks for no such thing. A pack says it by a form that records, say, `review.shared`.
    """
    for form in pack.forms:
        for record in form.records:
            if record.fact == f"{stands_in}.shared" and record.only:
                return form.id, record.only.field, record.only.any_of[0]
    return None


def key_of(letter: Letter, person: Someone | None) -> str:
    """Return how the letter is called in its address: `family`, or `child-12` for person 12."""
    return f"{letter.id}-{person.id}" if person else letter.id


def letter_called(entry: Entry, found: Filled, key: str) -> ShownEntry | None:
    """Return the letter of this name as blocks, None when the record gives no such letter."""
    for letter, person, title in letters_of(found):
        if key_of(letter, person) == key:
            return _written(entry, found, letter, person, title)
    return None


def _written(entry: Entry, found: Filled, letter: Letter, person: Someone | None, title: str) -> ShownEntry:
    sections = [_part(part, found, person) for part in letter.parts]
    closing = [_numbers(found, letter)]
    if letter.closes:
        closing.append(ShownSection("", (_plain(found.asking.fill(letter.closes, person)),)))
    return ShownEntry(
        title=title,
        facts=(),
        purpose=found.asking.fill(letter.opens, person),
        sections=tuple(section for section in [*sections, *closing] if section and section.questions),
        state="" if entry.is_final else entry.get_status_display(),
        foot=f"{entry.team.name}, {in_words(entry.happened_on)}",
    )


def letter_parts(part: LetterPart, found: Filled) -> ShownSection:
    """Return one part of a letter that is for the whole family, with its answers as they were given."""
    return _part(part, found, None)


def _part(part: LetterPart, found: Filled, person: Someone | None) -> ShownSection:
    asked = [
        ShownQuestion("", blocks=tuple(_block(block) for block in field_type(question.type).show(question, value)))
        for question, value in found.answered()
        if question.field.id in part.fields and _is_theirs(question, person)
    ]
    return ShownSection(found.asking.fill(part.title, person), tuple(asked))


def _is_theirs(question: Question, person: Someone | None) -> bool:
    return question.person is None or question.person == person


def _block(block: Block) -> Block:
    """Notes for practitioners, such as who said it, stay with the record."""
    return replace(block, items=tuple((words, "") for words, _ in block.items)) if isinstance(block, Listing) else block


def _plain(words: str) -> ShownQuestion:
    return ShownQuestion("", blocks=(Words(words),))


def _numbers(found: Filled, letter: Letter) -> ShownSection:
    """Whom to call: those who were chosen in the record, then the numbers for danger."""
    pack: Pack = found.asking.pack
    chosen = found.answers.get(letter.numbers_in or "") or []
    rows = [(one.name, one.number or "", one.use_when or "") for one in pack.contacts if one.id in chosen]
    rows += [(one.name, one.number, one.use_when or "") for one in (pack.danger.numbers if pack.danger else [])]
    unique = tuple({number: row for row in reversed(rows) if (number := row[1])}.values())[::-1]
    return ShownSection("Whom to call", (ShownQuestion("", blocks=(Grid(("Who", "Number", "When"), unique),)),))
