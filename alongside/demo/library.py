"""All that the demo can tell, read once from the files in `stories/`."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from alongside.demo.format import Elsewhere, FamilyStory, GenogramStory, HousesStory, Meeting, Oversight, Theme

STORIES = Path(__file__).parent / "stories"
QUICK = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same loader, in C where it is there: ten times as fast
SHAPES: dict[str, Any] = {"meetings": Meeting, "oversight": Oversight}


@cache
def families() -> dict[str, FamilyStory]:
    """Return every family's story by its key, the name of its file."""
    return {path.stem: FamilyStory.model_validate(_read(path)) for path in sorted(STORIES.glob("families/*.yaml"))}


@cache
def themes() -> dict[str, Theme]:
    """Return every theme by its key."""
    return {path.stem: Theme.model_validate(_read(path)) for path in sorted(STORIES.glob("themes/*.yaml"))}


@cache
def genograms() -> dict[str, GenogramStory]:
    """Return what families add to their genograms, by the family's key."""
    found = sorted(STORIES.glob("genograms/*.yaml"))
    return {path.stem: GenogramStory.model_validate(_read(path)) for path in found}


@cache
def houses() -> dict[str, HousesStory]:
    """Return what children drew in their three houses, by the family's key."""
    return {path.stem: HousesStory.model_validate(_read(path)) for path in sorted(STORIES.glob("houses/*.yaml"))}


@cache
def elsewhere() -> list[Elsewhere]:
    """Return the records about no family."""
    return [Elsewhere.model_validate(one) for one in _read(STORIES / "elsewhere.yaml")]


@cache
def sayings() -> dict[str, list[Any]]:
    """Return the pools of short texts by name, such as `calls.family` or `voices.teen`."""
    pools: dict[str, list[Any]] = {}
    for path in sorted(STORIES.glob("sayings/*.yaml")):
        _flatten(path.stem, _read(path), pools)
    return pools


def read_story(name: str) -> Any:
    """Return what stands in one file of the stories."""
    return _read(STORIES / name)


def _flatten(name: str, told: Any, pools: dict[str, list[Any]]) -> None:
    if isinstance(told, dict):
        for part, inner in told.items():
            _flatten(f"{name}.{part}", inner, pools)
        return
    shape = SHAPES.get(name.partition(".")[0])
    pools[name] = [shape.model_validate(one) for one in told] if shape else told


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=QUICK)  # noqa: S506
