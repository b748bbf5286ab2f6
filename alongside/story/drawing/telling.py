"""What a drawing holds, in words: for who cannot see it, for search, and for the first line on the story."""

from collections import Counter

from alongside.story.asking.asking import in_a_row
from alongside.story.drawing.marks import Mark
from alongside.story.drawing.palette import COLOURS
from alongside.story.drawing.stamps import STAMPS


def written(marks: list[Mark]) -> list[str]:
    """Return what was written on a sheet, each on one line."""
    return [" ".join(mark["words"].split()) for mark in marks if mark["kind"] == "words"]


def contents(marks: list[Mark]) -> str:
    """Return what lies on a sheet, as a sentence: drawn lines and their colours, pictures that were put, words."""
    parts = [*_lines(marks), *_pictures(marks), *(f"the words “{words}”" for words in written(marks))]
    said = "; ".join(parts)
    return f"{said[:1].upper()}{said[1:]}." if parts else "Nothing is drawn here."


def _lines(marks: list[Mark]) -> list[str]:
    colours = Counter(mark["colour"] for mark in marks if mark["kind"] == "line")
    names = [COLOURS[colour][0].lower() for colour, _ in colours.most_common()]
    return [f"lines in {in_a_row(names)}"] if names else []


def _pictures(marks: list[Mark]) -> list[str]:
    counted = Counter(mark["stamp"] for mark in marks if mark["kind"] == "stamp")
    names = [STAMPS[one].name.lower() + (f" ({number} times)" if number > 1 else "") for one, number in counted.items()]
    return [f"little pictures: {in_a_row(names)}"] if names else []
