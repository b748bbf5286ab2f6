"""A picture with its caption and the same facts as a table."""

from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from alongside.design.pictures.svg import tag


@dataclass(frozen=True)
class Picture:
    """What a page shows: the drawing, a note under it, and its numbers in rows for who cannot or would not read it."""

    kind: str
    title: str
    svg: Markup
    note: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __html__(self) -> Markup:
        """The figure for a page."""
        return self._figure

    @cached_property
    def _figure(self) -> Markup:
        return tag(
            "figure",
            tag("figcaption", self.title, class_="app-picture__title"),
            self.svg,
            tag("p", self.note, class_="app-picture__note") if self.note else "",
            self.table,
            class_=f"app-picture app-picture--{self.kind}",
        )

    @property
    def table(self) -> Markup:
        """The same facts as a table, folded away."""
        summary = tag("span", "The same in a table", class_="govuk-details__summary-text")
        return tag(
            "details",
            tag("summary", summary, class_="govuk-details__summary"),
            tag("div", self._rows(), class_="govuk-details__text"),
            class_="govuk-details",
        )

    def _rows(self) -> Markup:
        head = [tag("th", heading, scope="col", class_="govuk-table__header") for heading in self.headings]
        body = [
            tag(
                "tr",
                tag("th", row[0], scope="row", class_="govuk-table__header"),
                *(tag("td", cell, class_="govuk-table__cell") for cell in row[1:]),
                class_="govuk-table__row",
            )
            for row in self.rows
        ]
        return tag(
            "table",
            tag("caption", self.title, class_="govuk-table__caption govuk-visually-hidden"),
            tag("thead", tag("tr", *head, class_="govuk-table__row"), class_="govuk-table__head"),
            tag("tbody", *body, class_="govuk-table__body"),
            class_="govuk-table",
        )
