"""`alongside packs`: what a practice lead sees."""

import subprocess
import sys
from pathlib import Path

import pytest

from alongside.cli.main import main
from alongside.packs.schema import schema_text
from alongside.packs.tests.writing import SMALL, changed, write_pack

ROOT = Path(__file__).parents[3]


@pytest.mark.requirement("ALL-01")
def test_says_what_a_good_pack_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "check", str(write_pack(tmp_path / "small", SMALL))]) == 0
    said = capsys.readouterr().out
    assert "Small pack, version 1 (small): all is well." in said
    assert "1 form, 1 standard, 1 level, 1 scale, 1 star, 1 threshold indicator" in said


@pytest.mark.requirement("ALL-01")
def test_names_file_line_what_is_wrong_and_what_would_be_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_pack(tmp_path / "small", {**SMALL, "pack.yaml": changed(SMALL["pack.yaml"], "about:", "abuot:")})
    assert main(["packs", "check", "small"]) == 1
    said = capsys.readouterr()
    assert "small/pack.yaml:4: “abuot” is not a key that belongs here. Did you mean “about”?\n" in said.out
    assert said.err == "2 things to put right. Nothing was loaded.\n"


def test_says_whose_number_nobody_answers(capsys: pytest.CaptureFixture[str]) -> None:
    for pack, invented in (("default", True), ("early-help-plan", False)):
        assert main(["packs", "check", str(ROOT / "packs" / pack)]) == 0
        said = capsys.readouterr().out
        assert ("nobody answers them: " in said and "Alderbridge front door" in said) is invented


def test_without_a_folder_it_explains_itself() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["packs", "check"])
    assert stopped.value.code == 2


def test_needs_no_database_and_no_settings(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "alongside.cli.main", "packs", "check", str(ROOT / "packs" / "default")],
        env={"PYTHONPATH": str(ROOT), "PATH": "", "PYTHONUTF8": "1"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_schema_is_written_where_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "schema", "--write", str(tmp_path / "schema.json")]) == 0
    assert (tmp_path / "schema.json").read_text(encoding="utf-8") == schema_text()
    assert main(["packs", "schema", "--write", str(tmp_path / "no" / "schema.json")]) == 1
    assert "Give a file in a folder that is there" in capsys.readouterr().err


def test_the_schema_in_the_documentation_is_true() -> None:
    """When this fails: alongside packs schema --write docs/reference/pack.schema.json"""
    assert (ROOT / "docs" / "reference" / "pack.schema.json").read_text(encoding="utf-8") == schema_text()


def test_a_terminal_without_our_quotation_marks_gets_no_traceback(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "small", {**SMALL, "pack.yaml": changed(SMALL["pack.yaml"], "about:", "abuot:")})
    done = subprocess.run(
        [sys.executable, "-m", "alongside.cli.main", "packs", "check", str(folder)],
        env={"PYTHONPATH": str(ROOT), "PATH": "", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "pack.yaml:4: ?abuot? is not a key" in done.stdout
