"""A YAML file as plain data that remembers on which line each part stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Document:
    """The data of one file, with the line of every key and list item."""

    file: str
    data: object
    lines: Mapping[Place, int] = field(repr=False)

    def line(self, place: Place = ()) -> int:
        """Return the line of this place, or of the nearest part around it that the file holds."""
        while place not in self.lines and place:
            place = place[:-1]
        return self.lines.get(place, 1)

    def at(self, place: Place) -> object:
        """Return what stands at this place, or None."""
        found = self.data
        for step in place:
            if isinstance(found, dict):
                found = found.get(step)
            elif isinstance(found, list) and isinstance(step, int) and step < len(found):
                found = found[step]
            else:
                return None
        return found
