"""Ten thousand damaged packs: each is refused with a place and a cure, or can be published and used everywhere.

`ALONGSIDE_FUZZ=10` tries ten times as many, as a night's run may.
"""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from alongside.packs.format.pack import Pack
from alongside.packs.problems import PackError
from tests.fuzz.in_memory import Files, files_of, load_changed
from tests.fuzz.mutations import as_text, damaged_structure, damaged_text, data_of
from tests.fuzz.uses import use

ROOT = Path(__file__).parents[2]
SEED = Path(__file__).parent / "seed" / "everything"
PACKS = ROOT / "packs"
TRUE = ("conversation-log", "three-conversations", "thresholds", "front-door", "early-help-plan", "conferences")

TIMES = float(os.environ.get("ALONGSIDE_FUZZ", "1"))
NUMBERS = st.integers(0, 9999)
MUTATIONS = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=3)


def tries(number: int) -> settings:
    return settings(
        max_examples=int(number * TIMES), deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )  # fmt: skip


def checked(root: Path, packs: Mapping[str, Files]) -> Pack | None:
    """Return the pack, or None once every problem was found to name a file, a line of it, and what is wrong."""
    try:
        return load_changed(root, packs)
    except PackError as refused:
        problems = refused.problems
    assert problems
    for problem in problems:
        folder, name = problem_place(problem.file)
        content = packs.get(folder, {}).get(name, b"\n" * 2000)
        assert 1 <= problem.line <= content.decode(errors="replace").count("\n") + 2, problem
        assert problem.what
        assert problem.cure, problem
        assert "\n" not in str(problem)
        assert len(str(problem)) < 1500, problem
    return None


def problem_place(file: str) -> tuple[str, str]:
    """Return the folder's name and the file's name in it."""
    path = Path(file)
    return (
        (path.parent.parent.name, f"forms/{path.name}")
        if path.parent.name == "forms"
        else (path.parent.name, path.name)
    )


FORMS_AND_FILES = sorted(files_of(SEED))


@pytest.mark.parametrize("name", FORMS_AND_FILES)
@tries(400)
@given(mutations=MUTATIONS)
def test_text_that_was_damaged(name: str, mutations: list[tuple[int, int, int]]) -> None:
    text = files_of(SEED)[name].decode()
    for mutation in mutations:
        text = damaged_text(text, mutation)
    content = text.encode("utf-8", "replace")
    if pack := checked(SEED, {SEED.name: {**files_of(SEED), name: content}}):
        use(pack)


@pytest.mark.parametrize("name", FORMS_AND_FILES)
@tries(800)
@given(mutations=MUTATIONS)
def test_structure_that_was_damaged(name: str, mutations: list[tuple[int, int, int]]) -> None:
    data = data_of(files_of(SEED)[name].decode())
    for mutation in mutations:
        data = damaged_structure(data, mutation)
    if pack := checked(SEED, {SEED.name: {**files_of(SEED), name: as_text(data).encode()}}):
        use(pack)


@tries(200)
@given(content=st.binary(max_size=400), name=st.sampled_from(FORMS_AND_FILES))
def test_anything_at_all(content: bytes, name: str) -> None:
    checked(SEED, {SEED.name: {**files_of(SEED), name: content}})


@pytest.mark.django_db
@pytest.mark.parametrize("pack_name", TRUE)
@tries(40)
@given(which=NUMBERS, mutations=MUTATIONS)
def test_the_packs_that_we_ship_when_damaged(pack_name: str, which: int, mutations: list[tuple[int, int, int]]) -> None:
    files = files_of(PACKS / pack_name)
    name = sorted(files)[which % len(files)]
    text = files[name].decode()
    data = data_of(text)
    for mutation in mutations:
        data = damaged_structure(data, mutation)
    changed = {pack_name: {**files, name: as_text(data).encode()}}
    if pack := checked(PACKS / "default", changed):
        use(pack, most=3)
