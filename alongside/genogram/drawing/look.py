"""Sizes and colours that all parts of a genogram share; the colours are the palette's."""

import unicodedata

from alongside.design.pictures import svg

HALF = 22.0  # half of a symbol
NAME, CAPTION, SMALL = 14, 12, 12
LETTERS = 13  # of a name on one line, between neighbours
LABEL_BOTTOM = 76.0  # how far below the middle of a symbol its words reach
BAR = 16.0  # how far above their symbols brothers and sisters are joined
TRACK = 9.0

INK, QUIET, SHAPE, WHITE = svg.INK, svg.QUIET, svg.SHAPE, svg.WHITE
LINE = "#3c4a4d"
PAPER = "#f6efe3"
GREEN, BROWN, RED, BLUE, PLUM = svg.NOW, "#7d4a00", "#a3261b", "#1c5580", "#673b72"
GREEN_TINT, BLUE_TINT, PLUM_TINT, YELLOW_TINT, GREY_TINT = "#e2eeeb", "#e4eef6", "#f2e8f4", "#fff0cf", "#eeeae2"


def in_lines(words: str, letters: int, lines: int) -> list[str]:
    """Return words on few short lines, cut where they do not fit; letters of wide scripts count twice."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in words)
    fits = letters // 2 if words and wide * 2 > len(words) else letters
    return [row for row in svg.wrapped(words, fits, lines) if row]
