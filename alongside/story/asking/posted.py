"""What a browser sent for one question: its inputs are named `key:part` or, in a row of several, `key:3:part`."""

from collections.abc import Iterator

from django.http import QueryDict

LONGEST = 200_000


def tidy(words: str) -> str:
    """Return text with line ends made one kind, without characters that PostgreSQL and typst cannot hold."""
    words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
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
