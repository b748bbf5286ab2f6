"""A whole pack, joined with all that it includes: what the product works by."""

from functools import cached_property
from typing import Any, get_args

from pydantic import Field

from alongside.packs.format.base import Id, Part, Source, Title, Words
from alongside.packs.format.calendar import Calendar
from alongside.packs.format.contacts import Contact, Weekday
from alongside.packs.format.forms import Form
from alongside.packs.format.pack_file import Column, Head, Level, Lists, Named, Outcome
from alongside.packs.format.scales import Scale, Star
from alongside.packs.format.standards import Standard
from alongside.packs.format.thresholds import Indicator, ThresholdsFile
from alongside.working_time import Closure as WorkingClosure
from alongside.working_time import WorkingCalendar

WEEKDAYS: tuple[str, ...] = get_args(Weekday)


class Joined(Part):
    """A pack that another builds on: what it is, and the guidance it holds."""

    id: Id
    title: Title
    about: Words
    source: Source


class Pack(Lists, Head):
    """A checked pack. Lookups by id are dictionary look-ups and raise KeyError naming the pack."""

    joined: list[Joined] = Field(default_factory=list)
    scales: list[Scale] = Field(default_factory=list)
    stars: list[Star] = Field(default_factory=list)
    forms: list[Form] = Field(default_factory=list)
    standards: list[Standard] = Field(default_factory=list)
    thresholds: ThresholdsFile = Field(default_factory=ThresholdsFile)

    def form(self, id: str) -> Form:
        """Return the form with this id, or raise KeyError."""
        return self._find("forms", id, "form")

    def level(self, id: str) -> Level:
        """Return the level with this id, or raise KeyError."""
        return self._find("levels", id, "level")

    def role(self, id: str) -> Named:
        """Return the role with this id, or raise KeyError."""
        return self._find("roles", id, "role")

    def column(self, id: str) -> Column:
        """Return the column of the map with this id, or raise KeyError."""
        return self._find("columns", id, "column")

    def note_kind(self, id: str) -> Named:
        """Return the kind of note with this id, or raise KeyError."""
        return self._find("note_kinds", id, "kind of note")

    def document_category(self, id: str) -> Named:
        """Return the document category with this id, or raise KeyError."""
        return self._find("document_categories", id, "document category")

    def closure_reason(self, id: str) -> Named:
        """Return the closure reason with this id, or raise KeyError."""
        return self._find("closure_reasons", id, "closure reason")

    def outcome(self, id: str) -> Outcome:
        """Return the outcome with this id, or raise KeyError."""
        return self._find("outcomes", id, "outcome")

    def event_kind(self, id: str) -> Named:
        """Return the kind of chronology event with this id, or raise KeyError."""
        return self._find("event_kinds", id, "kind of event")

    def contact(self, id: str) -> Contact:
        """Return the contact with this id, or raise KeyError."""
        return self._find("contacts", id, "contact")

    def scale(self, id: str) -> Scale:
        """Return the scale with this id, or raise KeyError."""
        return self._find("scales", id, "scale")

    def star(self, id: str) -> Star:
        """Return the star with this id, or raise KeyError."""
        return self._find("stars", id, "star")

    def standard(self, id: str) -> Standard:
        """Return the standard with this id, or raise KeyError."""
        return self._find("standards", id, "standard")

    def indicator(self, id: str) -> Indicator:
        """Return the threshold indicator with this id, or raise KeyError."""
        return self._find("indicators", id, "indicator")

    def term(self, id: str, otherwise: str) -> str:
        """Return the authority's word for something, or the product's own word when the pack has none."""
        term = self._tables["terms"].get(id)
        return term.word if term else otherwise

    def working_calendar(self) -> WorkingCalendar:
        """Return the calendar that deadlines are reckoned with: England's bank holidays and its own closures."""
        return self._working_calendar

    @cached_property
    def _working_calendar(self) -> WorkingCalendar:
        calendar = self.calendar or Calendar()
        return WorkingCalendar(
            closures=[WorkingClosure(closure.first, closure.last or closure.first) for closure in calendar.closures],
            weekdays=[WEEKDAYS.index(day) for day in calendar.week],
            bank_holidays_worked=calendar.bank_holidays == "worked",
        )

    def _find(self, table: str, id: str, kind: str) -> Any:
        try:
            return self._tables[table][id]
        except KeyError:
            raise KeyError(f"the pack “{self.id}” (version {self.version}) has no {kind} “{id}”") from None

    @cached_property
    def _tables(self) -> dict[str, dict[str, Any]]:
        lists = {name: value for name, value in self if isinstance(value, list) and name != "includes"}
        lists["indicators"] = self.thresholds.indicators
        return {name: {item.id: item for item in items} for name, items in lists.items()}
