"""Every pair of colours that we set together can be told apart (WCAG 2.2: 4.5 for text, 3 for lines and shapes)."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from alongside.design.pictures import svg

PALETTE = dict(
    re.findall(r"^\$([\w-]+): (#[0-9a-f]+);", (Path(settings.ROOT) / "assets/styles/_palette.scss").read_text(), re.M)
)
TEXT = [
    *(
        (text, ground)
        for text in ("ink", "quiet", "link", "link-hover", "link-visited")
        for ground in ("page", "paper", "white")
    ),
    *((tint.removesuffix("-tint"), tint) for tint in PALETTE if tint.endswith("-tint")),
    *(("ink", tint) for tint in PALETTE if tint.endswith("-tint")),
    ("white", "brand"),
    ("white", "brand-mid"),
    ("white", "danger"),
    ("white", "warning"),
    ("brand", "marigold"),
    ("danger", "page"),
]
SHAPES = [
    (shape, ground)
    for shape in ("shape", "brand-mid", "danger", "good", "calm", "plum", "warning")
    for ground in ("page", "paper")
]


def luminance(colour: str) -> float:
    """Relative luminance, by the formula of WCAG 2.2."""
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    shares = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(PALETTE[one]), luminance(PALETTE[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read_on_its_ground(text, ground):
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_lines_and_shapes_stand_out_from_their_ground(shape, ground):
    assert contrast(shape, ground) >= 3


@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("ink", svg.INK),
        ("quiet", svg.QUIET),
        ("line", svg.LINE),
        ("shape", svg.SHAPE),
        ("brand-mid", svg.NOW),
        ("warning", svg.THEN),
    ],
)
def test_pictures_are_in_the_same_colours(name, colour):
    assert PALETTE[name] == colour
