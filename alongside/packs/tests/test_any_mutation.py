"""Whatever is done to a pack's text, the checker answers: with a pack, or with problems that have a place."""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.packs.format.pack import Pack
from alongside.packs.loader import load
from alongside.packs.problems import PackError
from alongside.packs.tests.writing import SMALL, write_pack

# Pieces that mean something to YAML or to the format, to be dropped into the text anywhere.
PIECES = st.sampled_from(
    ["\t", "\n", ":", ": ", "- ", "[", "]", "{", "}", "{child}", "&a", "*a", "!!map", "|", ">", "'", '"', "#", "? ",
     "---\n", "\n...\n", "null", "true",
     "9" * 5000, "-1", "0x1f", "1e999", ".nan", "2026-02-30", "\ufeff", "\x00", "\u2028",
     "💡", "id: ", "standards:", "<<: ", "%TAG ! x\n", "within: 5", "  ", "any_of: [x]", "\r", "when: "]
) | st.text(max_size=20)  # fmt: skip
FEW = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(files: Mapping[str, str | bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = write_pack(Path(folder) / "small", files)
        try:
            assert isinstance(load(path), Pack)
        except PackError as error:
            for problem in error.problems:
                lines = path.parent.joinpath(problem.file).read_bytes().decode(errors="replace").splitlines()
                assert 1 <= problem.line <= len(lines) + 2
                assert problem.what
                assert "\n" not in str(problem)


@FEW
@given(file=st.sampled_from(sorted(SMALL)), places=st.lists(st.tuples(st.floats(0, 1), PIECES), min_size=1, max_size=4))
def test_text_with_something_dropped_in(file: str, places: list[tuple[float, str]]) -> None:
    text = SMALL[file]
    for where, piece in places:
        at = int(where * len(text))
        text = text[:at] + piece + text[at:]
    check({**SMALL, file: text})


@FEW
@given(file=st.sampled_from(sorted(SMALL)), start=st.floats(0, 1), length=st.integers(1, 60))
def test_text_with_something_missing(file: str, start: float, length: int) -> None:
    text = SMALL[file]
    at = int(start * len(text))
    check({**SMALL, file: text[:at] + text[at + length :]})


@FEW
@given(
    file=st.sampled_from(sorted(SMALL)),
    lines=st.lists(st.integers(0, 60), min_size=2, max_size=4),
    indent=st.booleans(),
)
def test_lines_moved_and_indented(file: str, lines: list[int], indent: bool) -> None:
    text = SMALL[file].splitlines()
    first, *others = [number % len(text) for number in lines]
    for other in others:
        text[first], text[other] = text[other], ("  " if indent else "") + text[first]
    check({**SMALL, file: "\n".join(text)})


@FEW
@given(content=st.binary(max_size=400), file=st.sampled_from(sorted(SMALL)))
def test_anything_at_all(content: bytes, file: str) -> None:
    check({**SMALL, file: content})


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 10**12)
    | st.text(max_size=12)
    | st.sampled_from(["level-1", "note", "id"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "title", "fields", "x"]), inner),
    max_leaves=8,
)


@FEW
@given(value=VALUES, file=st.sampled_from(sorted(SMALL)), line=st.integers(0, 60))
def test_another_kind_of_value(value: object, file: str, line: int) -> None:
    """Every key in turn holds something of the wrong shape (JSON is YAML, so it can be written as that)."""
    lines = SMALL[file].splitlines()
    keyed = [number for number, text in enumerate(lines) if ":" in text]
    at = keyed[line % len(keyed)]
    lines[at] = f"{lines[at].split(':')[0]}: {json.dumps(value)}"
    check({**SMALL, file: "\n".join(lines) + "\n"})
