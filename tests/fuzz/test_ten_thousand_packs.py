"""Ten thousand damaged packs: each is refused with a place and a cure, or can be published and used everywhere.

`ALONGSIDE_FUZZ=10` tries ten times as many, as a night's run may.
"""

import os
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from alongside.packs.actions import publish
from alongside.packs.format.field_types import FIELD_TYPES
from alongside.packs.format.forms import Form
from alongside.packs.format.pack import Pack
from alongside.packs.format.pack_file import Lists
from alongside.packs.loader import load
from alongside.packs.problems import PackError
from alongside.story.tests.makers import World, make_world
from tests.fuzz.in_memory import Files, files_of, load_changed
from tests.fuzz.mutations import as_text, damaged_structure, damaged_text, data_of, mutations_of
from tests.fuzz.uses import use

ROOT = Path(__file__).parents[2]
SEED = Path(__file__).parent / "seed" / "everything"
PACKS = ROOT / "packs"
PRACTICE = ["practice", *(f"practice-{one}" for one in ("forms", "standards", "thresholds", "scales", "lists"))]
TRUE = ("conversation-log", "three-conversations", "thresholds", "front-door", "early-help-plan", "conferences")

# A reference that no other family may have is looked up; nothing is written.
pytestmark = pytest.mark.django_db

TIMES = float(os.environ.get("ALONGSIDE_FUZZ", "1"))
# One number stands for all that is done to a pack: much cheaper to draw than lists of lists.
SEEDS = st.integers(0, 2**40)


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
@tries(490)
@given(seed=SEEDS)
def test_text_that_was_damaged(name: str, seed: int) -> None:
    text = files_of(SEED)[name].decode()
    for mutation in mutations_of(seed):
        text = damaged_text(text, mutation)
    content = text.encode("utf-8", "replace")
    if pack := checked(SEED, {SEED.name: {**files_of(SEED), name: content}}):
        use(pack)


@pytest.mark.parametrize("name", FORMS_AND_FILES)
@tries(490)
@given(seed=SEEDS)
def test_structure_that_was_damaged(name: str, seed: int) -> None:
    data = data_of(files_of(SEED)[name].decode())
    for mutation in mutations_of(seed):
        data = damaged_structure(data, mutation)
    if pack := checked(SEED, {SEED.name: {**files_of(SEED), name: as_text(data).encode()}}):
        use(pack)


def test_each_thing_that_a_pack_may_say_stands_in_the_pack_that_is_damaged() -> None:
    """What the format learns is damaged too: whoever adds a kind of question or a key adds it here."""
    pack = load(SEED)
    fields = [field for form in pack.forms for field in form.fields]
    assert {field.type for field in fields} == set(FIELD_TYPES)
    for parts in (pack.forms, fields, pack.thresholds.rules, pack.thresholds.indicators):
        written: set[str] = set().union(*(part.model_fields_set for part in parts))
        assert written == set(type(parts[0]).model_fields)
    assert [key for key in Lists.model_fields if not getattr(pack, key)] == []


@tries(250)
@given(content=st.binary(max_size=400), name=st.sampled_from(FORMS_AND_FILES))
def test_anything_at_all(content: bytes, name: str) -> None:
    checked(SEED, {SEED.name: {**files_of(SEED), name: content}})


@pytest.mark.parametrize("pack_name", TRUE)
@tries(25)
@given(seed=SEEDS)
def test_the_packs_that_we_ship_when_damaged(pack_name: str, seed: int) -> None:
    files = files_of(PACKS / pack_name)
    name = sorted(files)[seed % len(files)]
    text = files[name].decode()
    data = data_of(text)
    for mutation in mutations_of(seed):
        data = damaged_structure(data, mutation)
    changed = {pack_name: {**files, name: as_text(data).encode()}}
    if pack := checked(PACKS / "default", changed):
        use(pack, most=3)


@pytest.mark.parametrize("start", range(4))
def test_damaged_packs_that_are_published_are_shown_on_the_pages_themselves(client: Any, start: int) -> None:
    """Of each file a pack that was damaged and accepted is published, and opened as people would."""
    world = make_world()
    client.force_login(world.practitioner)
    for name in FORMS_AND_FILES[start::4]:
        pack = accepted(name)
        publish(pack=pack, by=world.manager)
        for address in PRACTICE:
            assert client.get(reverse(address)).status_code == 200, (name, address)
        for form in pack.forms:
            opened(client, world, form)


def accepted(name: str) -> Pack:
    """Return the first damaged pack that is accepted and is not as it was before."""
    whole = files_of(SEED)
    for seed in count(0, 3):
        data = damaged_structure(data_of(whole[name].decode()), mutations_of(seed)[0])
        pack = checked(SEED, {SEED.name: {**whole, name: as_text(data).encode()}})
        if pack and pack != load_changed(SEED, {}):
            return pack
    raise AssertionError("no damaged pack is accepted")


def opened(client: Any, world: World, form: Form) -> None:
    """A form is described, printed blank, and begun."""
    addresses = [reverse("practice-form", args=[form.id]), reverse("form-blank", args=[form.id])]
    about = {str(one) for one in form.about} & {"family", "person"}
    if about:
        entry = world.draft(form.id, about=about.pop(), person=world.child)
        addresses += [reverse("entry-edit", args=[entry.pk]), reverse("entry-check", args=[entry.pk])]
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, (form.id, address, answer.content[:300])
