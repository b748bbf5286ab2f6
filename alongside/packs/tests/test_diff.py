"""What `alongside packs diff` says, change by change, and that no difference goes unsaid."""

import copy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from alongside.cli.main import main
from alongside.packs.diff import differences
from alongside.packs.digest import content_of
from alongside.packs.format.pack import Pack
from alongside.packs.loader import load
from alongside.packs.tests.writing import SMALL, changed, write_pack

ROOT = Path(__file__).parents[3]
KEPT = "Old answers stay with their records, but nothing new can be written there."
CONTACT = """\
contacts:
  - id: door
    name: Front door
    number: 01632 960 001
    use_when: Any worry
    hours:
      - days: [monday, tuesday, wednesday, thursday, friday]
        opens: 08:30
        closes: 17:00
"""
FILES = {**SMALL, "pack.yaml": SMALL["pack.yaml"] + CONTACT}
WORDS = "      - id: words\n        type: narrative\n        label: What happened?\n"

# file, what stood there, what stands there now, and the words for it: one sentence, and a warning where there is one.
TABLE = [
    ("pack.yaml", 'version: "1"', 'version: "2"', "Version: was “1”, is now “2”."),
    ("forms/note.yaml", "title: Note", "title: A note", "Title: was “Note”, is now “A note”."),
    (
        "forms/note.yaml",
        "label: What happened?",
        "label: What did you see?",
        "Reworded: “What did you see?” (words), was “What happened?”.",
    ),
    (
        "forms/note.yaml",
        "label: What happened?",
        "label: What happened?\n        needed: yes",
        "“What happened?” (words): Whether it must be answered: was may be left empty, is now must be answered.",
    ),
    (
        "forms/note.yaml",
        "label: What happened?",
        "label: What happened?\n        prompts: [Who was there?]",
        "“What happened?” (words): New prompt: “Who was there?”.",
    ),
    (
        "forms/note.yaml",
        WORDS,
        WORDS + "      - id: next\n        type: text\n        label: What next?\n        needed: or-reason\n",
        "New question in “The note”: “What next?” (next). It must be answered, or a reason given.",
    ),
    ("forms/note.yaml", WORDS, "", f"No longer asked: “What happened?” (words). {KEPT}"),
    (
        "forms/note.yaml",
        "id: words",
        "id: what",
        f"No longer asked: “What happened?” (words). {KEPT} The new question “what” has the same words: give it the "
        "id “words” again, and the old answers stay with it.",
    ),
    (
        "forms/note.yaml",
        "          - id: bad\n            label: Bad\n",
        "          - id: worse\n            label: Worse\n",
        "“How was it?” (how): No longer there, option “Bad” (bad). Records in which it was chosen keep it, but it can "
        "be chosen no longer.",
    ),
    (
        "forms/note.yaml",
        "type: narrative",
        "type: text",
        "“What happened?” (words): Kind of question: was narrative, is now text. Answers of the old kind stay with "
        "their records and are not offered in new ones. If something different is asked here, give it a new id.",
    ),
    (
        "forms/note.yaml",
        "title: The note\n",
        "title: The note\n    for_each: child\n",
        "“The note” (first): Asked for each, new: “child”. Old answers stay with their records and are not offered in "
        "new ones, because they are of other people.",
    ),
    (
        "standards.yaml",
        "within: 5 working days",
        "within: 3 weekdays",
        "The rule was “Within 5 working days after the pathway was opened.” "
        "It is now “Within 3 weekdays (Monday to Friday) after the pathway was opened.”",
    ),
    (
        "standards.yaml",
        "per: family",
        "per: family\n    day_one: same",
        "The rule also says “The day it is counted from is itself day one.”",
    ),
    ("standards.yaml", "passage: Visits", "passage: Page 9", "Source: Passage: was “Visits”, is now “Page 9”."),
    ("pack.yaml", "means: Everyday", "means: All everyday", "What it means: was “Everyday services are enough”, is"),
    ("scales.yaml", "highest: 10", "highest: 5", "Highest: was 10, is now 5."),
    ("scales.yaml", "higher-is", "lower-is", "Which end is the good one: was “higher-is-better”, is now “lower-is-"),
    ("pack.yaml", "960 001", "960 002", "Number: was “01632 960 001”, is now “01632 960 002”."),
    (
        "pack.yaml",
        "opens: 08:30",
        "opens: 09:00",
        "Hours: was Monday to Friday, 08:30 to 17:00, is now Monday to Friday, 09:00 to 17:00.",
    ),
    ("thresholds.yaml", "label: Misses school", "label: Is away", "Wording: was “Misses school”, is now “Is away”."),
]


def pack_of(folder: Path, files: dict[str, str]) -> Pack:
    return load(write_pack(folder / "small", files))


@pytest.mark.parametrize(("file", "old", "new", "words"), TABLE, ids=[row[3][:40] for row in TABLE])
def test_a_change_is_told_in_plain_words(tmp_path: Path, file: str, old: str, new: str, words: str) -> None:
    before = pack_of(tmp_path / "before", FILES)
    after = pack_of(tmp_path / "after", {**FILES, file: changed(FILES[file], old, new)})
    told = [f"{change.says} {change.warning}".strip() for change in differences(before, after).changes]
    assert any(said.startswith(words) for said in told), told


def test_a_form_that_is_no_longer_there_takes_its_questions_with_it(tmp_path: Path) -> None:
    before = pack_of(tmp_path / "before", FILES)
    files = {name: text for name, text in FILES.items() if not name.startswith("forms/")}
    found = differences(before, pack_of(tmp_path / "after", files))
    assert found.questions_gone == [("note", "seen-on"), ("note", "how"), ("note", "words")]
    [change] = found.changes
    assert change.says == "This form is no longer there."
    assert change.warning == "Records written in it stay as they are, but no new one can be begun."


def variations(content: Any) -> Iterator[Any]:
    """The content with one thing in it changed, for every thing in it."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from ({**content, key: other} for other in variations(value))
    elif isinstance(content, list):
        if content:
            yield content[:-1]
            yield content[::-1]
        for number, value in enumerate(content):
            yield from ([*content[:number], other, *content[number + 1 :]] for other in variations(value))
    elif isinstance(content, bool):
        yield not content
    elif isinstance(content, int):
        yield content + 1
    elif isinstance(content, str):
        yield content + "-x"
        yield content.replace("5", "6")
    else:
        yield "something-x"


def test_no_difference_goes_unsaid(tmp_path: Path) -> None:
    pack = pack_of(tmp_path, FILES)
    content = content_of(pack)
    noticed = 0
    for other in variations(copy.deepcopy(content)):
        try:
            changed_pack = Pack.model_validate(other)
        except ValidationError:
            continue
        if content_of(changed_pack) != content:
            found = differences(pack, changed_pack)
            assert found, other
            assert all(change.says and "alongside" not in change.says for change in found.changes)
            noticed += 1
    assert noticed > 150


def test_a_shipped_pack_is_the_same_as_itself_and_every_part_of_it_can_be_new() -> None:
    whole, part = load(ROOT / "packs" / "default"), load(ROOT / "packs" / "thresholds")
    assert not differences(whole, whole)
    assert differences(part, whole)
    assert differences(whole, part)


def test_exit_codes_say_same_different_or_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = str(write_pack(tmp_path / "a" / "small", FILES))
    new = str(
        write_pack(tmp_path / "b" / "small", {**FILES, "forms/note.yaml": changed(FILES["forms/note.yaml"], WORDS, "")})
    )
    assert main(["packs", "diff", old, old]) == 0
    assert "nothing changes." in capsys.readouterr().out
    assert main(["packs", "diff", old, new]) == 1
    said = capsys.readouterr().out
    assert (
        "Forms\n  “Note” (note)\n    - No longer asked: “What happened?” (words).\n      Warning: Old answers" in said
    )
    assert said.endswith("1 change, 1 warning.\n")
    write_pack(
        tmp_path / "c" / "small", {**FILES, "forms/note.yaml": changed(FILES["forms/note.yaml"], "kind:", "kidn:")}
    )
    assert main(["packs", "diff", old, str(tmp_path / "c" / "small")]) == 2
    captured = capsys.readouterr()
    assert "forms/note.yaml:4: “kidn” is not a key that belongs here. Did you mean “kind”?" in captured.out
    assert captured.err.endswith("Nothing was compared.\n")


def test_needs_no_database_and_no_settings(tmp_path: Path) -> None:
    code = "import sys; from alongside.cli.main import main; main(sys.argv[1:]); sys.exit('django' in sys.modules)"
    folder = str(ROOT / "packs" / "thresholds")
    done = subprocess.run(
        [sys.executable, "-c", code, "packs", "diff", folder, folder],
        env={"PYTHONPATH": str(ROOT), "PATH": "", "PYTHONUTF8": "1"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
