"""What a browser sent for one question: its inputs are named `key:part` or, in a row of several, `key:3:part`."""

from collections.abc import Iterator

from django.http import QueryDict

LONGEST = 200_000
# What is pasted from a word processor comes with signs that only its own fonts show, and with letters of Windows.
SIGNS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0E0: "→", 0xF06F: "☐", 0xF0FE: "☑", 0xF04A: "☺", 0xF04C: "☹",
}  # fmt: skip
OF_WINDOWS = {place: bytes([place]).decode("cp1252", "ignore") for place in range(0x80, 0xA0)}
LINE_ENDS = dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n")
WITHOUT_A_SHAPE = dict.fromkeys((*range(0x09), *range(0x0E, 0x20), 0x7F, 0xFEFF, 0xFFFE, 0xFFFF), "")
PLAIN = WITHOUT_A_SHAPE | OF_WINDOWS | LINE_ENDS | SIGNS | {0x1E: "-"}


def tidy(words: str) -> str:
    """Return text with line ends made one kind, and in letters that PostgreSQL can hold and everybody's fonts have."""
    words = words.replace("\r\n", "\n").replace("\r", "\n").translate(PLAIN)
    return words[:LONGEST].encode("utf-8", "replace").decode("utf-8")


class Posted:
    """The inputs of one question."""

    def __init__(self, data: QueryDict, key: str) -> None:
        self._data = data
        self._key = key

    def __contains__(self, part: str) -> bool:
        return self._name(part) in self._data

    @property
    def is_there(self) -> bool:
        """Return whether the page that was sent asked this question at all."""
        return f"asked:{self._key}" in self._data

    def words(self, part: str = "") -> str:
        """Return the text of one input, tidied; empty when it was not sent."""
        return tidy(self._data.get(self._name(part), ""))

    def line(self, part: str = "") -> str:
        """Return the text of one input on one line."""
        return " ".join(self.words(part).split())

    def all(self, part: str = "") -> list[str]:
        """Return every value sent under one name, as ticked boxes are."""
        return [tidy(value) for value in self._data.getlist(self._name(part))]

    def rows(self) -> Iterator["Posted"]:
        """Yield each row of a question that has several, in the order of the page."""
        prefix = f"{self._key}:"
        numbers = {
            int(number)
            for name in self._data
            if name.startswith(prefix)
            and (number := name[len(prefix) :].split(":", 1)[0]).isdecimal()
            and len(number) < 5
        }
        for row in sorted(numbers):
            yield Posted(self._data, f"{prefix}{row}")

    def _name(self, part: str) -> str:
        return f"{self._key}:{part}" if part else self._key
