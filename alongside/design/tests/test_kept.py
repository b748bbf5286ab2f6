"""What was drawn lately is drawn again only when something of it is different."""

from typing import Any, NamedTuple

from markupsafe import Markup, escape

from alongside.design.kept import drawn_field, drawn_once


class Drawing:
    """A macro that counts how often it draws."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, what: Any = "", **more: Any) -> Markup:
        self.times += 1
        return Markup("<p>{}</p>").format(escape(more.get("hint", what)))


class Card(NamedTuple):
    words: str
    changes: bool


def test_the_same_card_is_drawn_once_and_every_other_anew() -> None:
    draw = Drawing()
    for card in (Card("Mornings", True), Card("Mornings", False), Card("Evenings", True), Card("Mornings", True)):
        assert drawn_once(draw, card) == f"<p>{escape(card)}</p>"
    assert draw.times == 3


def test_a_field_is_drawn_anew_for_another_value_error_or_order_of_choices() -> None:
    draw = Drawing()
    plain: dict[str, Any] = {"items": ["a", "b"], "value": "", "errorMessage": None}
    others: list[dict[str, Any]] = [
        {"value": "9 March"},
        {"errorMessage": {"text": "Enter a day"}},
        {"items": ["b", "a"]},
    ]
    for other in ({}, *others, {}):
        drawn_field(draw, {"params": plain | other})
    assert draw.times == 4


def test_markup_never_stands_in_for_what_somebody_typed() -> None:
    draw = Drawing()
    assert drawn_field(draw, {"hint": Markup("<b>Ours</b>")}) == "<p><b>Ours</b></p>"
    assert drawn_field(draw, {"hint": "<b>Ours</b>"}) == "<p>&lt;b&gt;Ours&lt;/b&gt;</p>"
    assert drawn_field(draw, {"hint": Markup("<b>Ours</b>")}) == "<p><b>Ours</b></p>"
    assert draw.times == 3


def test_two_macros_never_share_what_they_drew() -> None:
    first, second = Drawing(), Drawing()
    drawn_once(first, "the same")
    drawn_once(second, "the same")
    assert (first.times, second.times) == (1, 1)
