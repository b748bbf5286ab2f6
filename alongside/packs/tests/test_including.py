"""A pack that includes others sees what they hold, joined by id; its own item takes the place of theirs."""

from pathlib import Path

import pytest

from alongside.packs.loader import load
from alongside.packs.problems import PackError, Problem
from alongside.packs.tests.writing import write_pack

HEAD = """\
id: {id}
title: {id}
version: "1"
about: Joined packs
source: {{document: A handbook, passage: All of it}}
includes: [{includes}]
"""


def pack(beside: Path, id: str, *includes: str, roles: dict[str, str] | None = None, more: str = "") -> Path:
    """Write a pack that defines these roles."""
    text = HEAD.format(id=id, includes=", ".join(includes))
    text += "roles:\n" + "".join(f"  - {{id: {one}, title: {title}}}\n" for one, title in (roles or {}).items())
    return write_pack(beside / id, {"pack.yaml": (text if roles else text.replace("roles:\n", "")) + more})


def titles(folder: Path) -> dict[str, str]:
    return {role.id: role.title for role in load(folder).roles}


def problems_of(folder: Path) -> list[Problem]:
    with pytest.raises(PackError) as raised:
        load(folder)
    return raised.value.problems


def test_included_items_are_there_first(tmp_path: Path) -> None:
    pack(tmp_path, "base", roles={"worker": "Worker"})
    assert list(titles(pack(tmp_path, "top", "base", roles={"boss": "Boss"}))) == ["worker", "boss"]


def test_an_item_of_ones_own_replaces_the_included_one_as_a_whole(tmp_path: Path) -> None:
    write_pack(
        tmp_path / "base",
        {
            "pack.yaml": HEAD.format(id="base", includes="")
            + "roles:\n  - {id: worker, title: Worker, hint: Does the work}\n"
        },
    )
    top = load(pack(tmp_path, "top", "base", roles={"worker": "Colleague"}))
    assert top.role("worker").title == "Colleague"
    assert top.role("worker").hint is None


def test_what_an_included_pack_has_decided_stands(tmp_path: Path) -> None:
    pack(tmp_path, "base", roles={"worker": "Worker"})
    pack(tmp_path, "middle", "base", roles={"worker": "Colleague"})
    assert titles(pack(tmp_path, "top", "base", "middle")) == {"worker": "Colleague"}
    assert titles(pack(tmp_path, "other-order", "middle", "base")) == {"worker": "Colleague"}


def test_one_pack_reached_by_two_ways_is_one(tmp_path: Path) -> None:
    pack(tmp_path, "base", roles={"worker": "Worker"})
    pack(tmp_path, "left", "base")
    pack(tmp_path, "right", "base")
    assert titles(pack(tmp_path, "top", "left", "right")) == {"worker": "Worker"}


def test_two_packs_that_disagree_are_both_named(tmp_path: Path) -> None:
    pack(tmp_path, "left", roles={"worker": "Worker"})
    pack(tmp_path, "right", roles={"worker": "Colleague"})
    (problem,) = problems_of(pack(tmp_path, "top", "left", "right"))
    assert (problem.line, "“left”" in problem.what, "“right”" in problem.what) == (6, True, True)
    assert "Write your own" in problem.cure


def test_the_pack_that_joins_them_may_decide(tmp_path: Path) -> None:
    pack(tmp_path, "left", roles={"worker": "Worker"})
    pack(tmp_path, "right", roles={"worker": "Colleague"})
    assert titles(pack(tmp_path, "top", "left", "right", roles={"worker": "Helper"})) == {"worker": "Helper"}


def test_options_taken_from_a_list_follow_the_pack_that_joins(tmp_path: Path) -> None:
    form = """\
id: note
title: Note
purpose: To keep a note
kind: note
source: {document: A, passage: B}
sections:
  - id: all
    title: All
    fields: [{id: reason, type: choice, label: Why?, options_from: closure_reasons}]
"""
    pack(tmp_path, "base", more="note_kinds: [{id: note, title: Note}]\nclosure_reasons: [{id: done, title: Done}]\n")
    write_pack(tmp_path / "base", {"forms/note.yaml": form})
    top = load(
        pack(tmp_path, "top", "base", more="closure_reasons: [{id: done, title: It is done}, {id: x, title: X}]\n")
    )
    assert [(option.id, option.label) for option in top.form("note").fields[0].options] == [
        ("done", "It is done"),
        ("x", "X"),
    ]


def test_what_stands_once_is_replaced_as_a_whole(tmp_path: Path) -> None:
    pack(tmp_path, "base", more="settings: {emergency_access_hours: 24}\n")
    top = load(pack(tmp_path, "top", "base", more="settings: {emergency_access_hours: 8}\n"))
    assert top.settings is not None
    assert top.settings.emergency_access_hours == 8


@pytest.mark.parametrize("name", ['".."', '""', ".", "../base", "x" * 300, "Base"])
def test_what_cannot_be_a_name_is_said_once_and_looked_for_nowhere(name: str, tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("id: [")
    (problem,) = problems_of(pack(tmp_path, "top", name))
    assert problem.line == 6
    assert problem.file.endswith("top/pack.yaml")


def test_a_circle_is_shown(tmp_path: Path) -> None:
    pack(tmp_path, "one", "two")
    pack(tmp_path, "two", "three")
    pack(tmp_path, "three", "one")
    (problem,) = problems_of(tmp_path / "one")
    assert "one → two → three → one" in problem.what
    assert problem.file.endswith("three/pack.yaml")


def test_a_pack_that_includes_itself(tmp_path: Path) -> None:
    (problem,) = problems_of(pack(tmp_path, "one", "one"))
    assert "one → one" in problem.what


def test_an_included_pack_that_is_not_there(tmp_path: Path) -> None:
    pack(tmp_path, "base")
    (problem,) = problems_of(pack(tmp_path, "top", "bsae"))
    assert (problem.line, problem.cure) == (6, "Did you mean “base”?")


def test_includes_cannot_lead_elsewhere(tmp_path: Path) -> None:
    problems = problems_of(pack(tmp_path, "top", "../../etc"))
    assert all("etc/" not in problem.file for problem in problems)


def test_a_folder_that_bears_another_name_than_its_pack(tmp_path: Path) -> None:
    write_pack(tmp_path / "base", {"pack.yaml": HEAD.format(id="other", includes="")})
    (problem,) = problems_of(pack(tmp_path, "top", "base"))
    assert "“base”" in problem.what
    assert "“other”" in problem.what


def test_a_problem_of_an_included_pack_names_its_file(tmp_path: Path) -> None:
    write_pack(tmp_path / "base", {"pack.yaml": HEAD.format(id="base", includes="").replace("title: base\n", "")})
    (problem,) = problems_of(pack(tmp_path, "top", "base"))
    assert problem.file.endswith("base/pack.yaml")


def test_a_reference_that_only_the_joining_pack_can_answer(tmp_path: Path) -> None:
    """A pack may leave a role to those who include it: it is checked where the packs are joined."""
    standard = (
        "standards:\n  - {id: seen, title: Seen, owner: boss, per: family, after: pathway.opened, "
        "within: 5 working days, met_by: visit.made, source: {document: A, passage: B}}\n"
    )
    pack(tmp_path, "base")
    write_pack(tmp_path / "base", {"standards.yaml": standard})
    assert load(pack(tmp_path, "top", "base", roles={"boss": "Boss"})).standard("seen").owner == "boss"
    assert "no role “boss”" in problems_of(tmp_path / "base")[0].what
