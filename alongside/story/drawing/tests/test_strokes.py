"""Paper shows what the child saw: the sums of the server are those of the library that draws in the browser."""

import json
from pathlib import Path
from typing import Any

import pytest

from alongside.story.drawing.strokes import outline, path_through

# Reckoned by perfect-freehand 1.2.3 itself, with the options of assets/scripts/drawing/look.js.
RECKONED = json.loads((Path(__file__).parent / "outlines.json").read_text())


@pytest.mark.parametrize("case", RECKONED, ids=[case["name"] for case in RECKONED])
def test_a_line_has_the_outline_that_it_had_in_the_browser(case: dict[str, Any]) -> None:
    numbers = case["points"]
    points = [(numbers[n] / 10, numbers[n + 1] / 10, numbers[n + 2] / 1000) for n in range(0, len(numbers), 3)]
    shape = outline(points, case["size"], real_pressure=case["pen"])
    assert len(shape) == case["corners"]
    sample = shape[:: max(1, len(shape) // 12)]
    assert [corner for point in sample for corner in point] == pytest.approx(
        [corner for point in case["sample"] for corner in point], abs=0.001
    )


def test_a_path_runs_through_every_corner_and_closes() -> None:
    assert path_through([(0, 0), (10, 0), (10, 10.25), (0, 10)]) == (
        "M0 0Q 0 0 5 0 10 0 10 5.1 10 10.2 5 10.1 0 10 0 5Z"
    )
