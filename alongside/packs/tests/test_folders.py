"""A pack folder that is hostile, huge or half there gets a plain answer, and quickly."""

import os
from pathlib import Path

import pytest

from alongside.packs.loader import load
from alongside.packs.problems import PackError, Problem
from alongside.packs.tests.writing import SMALL, write_pack


def problems_of(folder: Path) -> list[Problem]:
    with pytest.raises(PackError) as raised:
        load(folder)
    return raised.value.problems


def only_problem(folder: Path) -> Problem:
    problems = problems_of(folder)
    assert len(problems) == 1, problems
    return problems[0]


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "\n".join(
    f"{b}: &{b} [{', '.join(['*' + a] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)

FILES = {
    "ten megabytes": (b"x" * 10_000_000, "larger than one megabyte", "Split it"),
    "a bomb": (BOMB.encode(), "gives this part a name", "Write it out in full"),
    "nested lists": (b"[" * 100_000, "nested more than 20 deep", "fewer steps"),
    "nested groups": (b"{a: " * 100_000, "nested more than 20 deep", "fewer steps"),
    "nested dashes": (b"- " * 100_000, "nested more than 20 deep", "fewer steps"),
    "nested questions": (b"? " * 100_000, "a key is wanted", "plain word"),
    "nothing": (b"", "this file is empty", "remove the file"),
    "only a comment": (b"# later\n", "this file is empty", "remove the file"),
    "not UTF-8": (b"id: caf\xe9\n", "not UTF-8", "encoding UTF-8"),
    "a null byte": (b"id: \x00\n", "control character", "Type the line again"),
    "a bell": (b"id: a\nname: \x07\n", "control character", "Type the line again"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "not UTF-8", "encoding UTF-8"),
    "one word": (b"hello", "this is “hello”", "Write its keys"),
    "a number": (b"9" * 5000, "where a group of keys is wanted", "Write its keys"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_used(name: str, tmp_path: Path) -> None:
    content, what, cure = FILES[name]
    for file in ("forms/note.yaml", "pack.yaml", "standards.yaml"):
        problems = problems_of(write_pack(tmp_path / file / "small", {**SMALL, file: content}))
        assert any(what in one.what and cure in one.cure for one in problems), problems


def test_not_utf_8_names_the_line(tmp_path: Path) -> None:
    problem = only_problem(write_pack(tmp_path / "small", {**SMALL, "standards.yaml": b"standards:\n\n  # \xff\n"}))
    assert problem.line == 3


def test_a_mark_at_the_start_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    text = b"\xef\xbb\xbf" + SMALL["pack.yaml"].replace("\n", "\r\n").encode()
    assert load(write_pack(tmp_path / "small", {**SMALL, "pack.yaml": text})).id == "small"


def test_a_flood_of_problems_is_cut_short(tmp_path: Path) -> None:
    """Forty thousand times the same id: the answer comes at once, and is one that can be read."""
    flood = SMALL["pack.yaml"] + "outcomes:\n" + "- {id: x, title: X}\n" * 40_000
    problems = problems_of(write_pack(tmp_path / "small", {**SMALL, "pack.yaml": flood}))
    assert 0 < len(problems) <= 100 * len(SMALL)


def test_a_missing_folder(tmp_path: Path) -> None:
    assert "no folder here" in only_problem(tmp_path / "nowhere").what


def test_a_file_instead_of_a_folder(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "small", SMALL)
    assert "folder that holds pack.yaml" in only_problem(folder / "pack.yaml").cure


def test_a_folder_without_pack_yaml(tmp_path: Path) -> None:
    assert "no pack.yaml" in only_problem(write_pack(tmp_path / "small", {"standards.yaml": "standards: []\n"})).what


def test_an_empty_list_is_no_error(tmp_path: Path) -> None:
    assert load(write_pack(tmp_path / "small", {**SMALL, "standards.yaml": "standards: []\n"})).standards == []


def test_too_many_files(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "small", {**SMALL, **{f"forms/f{n}.yaml": "id: x" for n in range(600)}})
    assert any("more than 500 files" in problem.what for problem in problems_of(folder))


def test_a_link_out_of_the_folder(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "small", SMALL)
    secret = tmp_path / "secret.yaml"
    secret.write_text("id: secret")
    (folder / "forms" / "other.yaml").symlink_to(secret)
    problem = only_problem(folder)
    assert "outside of the pack" in problem.what
    assert "secret.yaml" not in str(problem)


def test_a_link_to_itself(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "small", SMALL)
    (folder / "forms" / "loop.yaml").symlink_to(folder / "forms" / "loop.yaml")
    assert only_problem(folder).file.endswith("loop.yaml")


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "small", SMALL)
    os.mkfifo(folder / "forms" / "pipe.yaml")
    assert "not an ordinary file" in only_problem(folder).what


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "small", SMALL)
    (folder / "forms" / "more.yaml").mkdir()
    assert "not an ordinary file" in only_problem(folder).what


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("standard.yaml", "Did you mean standards.yaml?"),
        ("forms/visit.yml", "ending .yaml"),
        ("form/visit.yaml", "Did you mean forms?"),
        ("Forms/visit.yaml", "Did you mean forms?"),
        ("STANDARDS.YAML", "Did you mean standards.yaml?"),
        ("scales.json", "Did you mean scales.yaml?"),
        ("standards.yaml.txt", "Did you mean standards.yaml?"),
        ("forms.yaml", "Forms belong in forms/"),
    ],
)
def test_a_file_that_would_be_passed_over_is_named(name: str, cure: str, tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "small", {**SMALL, name: "id: visit\n"})
    assert cure in only_problem(folder).cure


def test_forms_in_a_file_are_not_passed_over(tmp_path: Path) -> None:
    files = {name: text for name, text in SMALL.items() if not name.startswith("forms/")}
    assert "a folder is wanted" in only_problem(write_pack(tmp_path / "small", {**files, "forms": "x"})).what


def test_a_file_with_a_name_that_no_line_can_hold(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "small", {**SMALL, "forms/a\nb.yaml": "id: x"})
    (folder / "forms" / os.fsdecode(b"\xff.yaml")).mkdir()
    for problem in problems_of(folder):
        assert "\n" not in str(problem)
        assert str(problem).encode()


def test_notes_beside_the_pack_are_left_alone(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {**SMALL, "README.md": "# Ours", ".hidden.yaml": "x", "forms/.DS_Store": b"\x00"}
    assert load(write_pack(tmp_path / "small", files)).id == "small"
