"""Load a pack: read, check, join with what it includes. Everything that is wrong is reported together."""

from pathlib import Path
from typing import Any

from alongside.packs.checking.includes import Family
from alongside.packs.checking.merging import Merged, merge
from alongside.packs.checking.options import with_options
from alongside.packs.checking.parts import SINGLE
from alongside.packs.checking.references import check_references
from alongside.packs.format.pack import Joined, Pack
from alongside.packs.format.pack_file import PackFile
from alongside.packs.format.thresholds import ThresholdsFile
from alongside.packs.problems import PackError, Problem
from alongside.packs.reading.folder import shown


def load(path: Path) -> Pack:
    """Return the pack in a folder, joined with the packs it includes from the folders beside it.

    Needs no database and no settings. Reads at most a megabyte of a file.

    :param path: the folder that holds pack.yaml
    :raises PackError: naming file, line, what is wrong and what would be right, for every problem found
    """
    folder = Path(path)
    if not folder.is_dir():
        raise PackError([Problem(shown(folder), 1, "there is no folder here", "Give the folder that holds pack.yaml")])
    family = Family(folder.resolve())
    merged, conflicts = merge(family)
    problems = [*family.problems, *family.names_that_differ(), *conflicts]
    problems += check_references(merged, complete=not family.unreadable)
    if problems or family.root.header is None:
        raise PackError(problems)
    return _joined(family.root.header, merged, family)


def _joined(header: PackFile, merged: Merged, family: Family) -> Pack:
    found: dict[str, list[Any]] = {}
    for (kind, _id), part in merged.items():
        found.setdefault(kind, []).append(part.item)
    found["forms"] = [with_options(form, found) for form in found.get("forms", [])]
    single = {kind: items[0] for kind, items in found.items() if kind in SINGLE}
    thresholds = {key: found.pop(key, []) for key in ThresholdsFile.model_fields}
    named = {key: getattr(header, key) for key in ("id", "title", "version", "about", "source")}
    includes = [name for name in family.packs if name != family.root.name]
    heads = [head for name in includes if (head := family.packs[name].header)]
    joined = [{key: getattr(head, key) for key in Joined.model_fields} for head in heads]
    return Pack.model_validate(
        {**found, **single, **named, "thresholds": thresholds, "includes": includes, "joined": joined}
    )
