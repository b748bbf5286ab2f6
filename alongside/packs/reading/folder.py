"""The files of one pack folder: found, limited, and read as YAML."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from alongside.packs.problems import Problem
from alongside.packs.reading.document import Document
from alongside.packs.reading.limits import BYTES_IN_A_FILE, FILES_IN_A_FOLDER
from alongside.packs.reading.odd_lines import first_odd_line
from alongside.packs.reading.yaml_text import read_yaml

PACK_FILE = "pack.yaml"
FORMS = "forms"
TOP_FILES = (PACK_FILE, "standards.yaml", "thresholds.yaml", "scales.yaml")
# Some editors add an ending of their own, which the list of files then hides: standards.yaml.txt.
MEANT_FOR_US = re.compile(r"(pack|standards|thresholds|scales)(\.ya?ml)?(\.txt|\.json)?$", re.IGNORECASE)


@dataclass
class Folder:
    """What could be read of a folder: documents by name (`standards.yaml`, `forms/visit.yaml`), and problems."""

    path: Path
    documents: dict[str, Document] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unreadable: bool = False


def shown(path: Path) -> str:
    """Return the path as a person at this prompt would write it."""
    try:
        return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)
    except OSError:
        return str(path)


def read_folder(path: Path) -> Folder:
    """Read every file of a pack folder. Never raises: what is wrong stands in `problems`."""
    folder = Folder(path)
    try:
        names = list(_names(path, folder))
    except OSError as error:
        _refuse(folder, path, f"this folder cannot be read ({error.strerror})", "Give a folder that holds pack.yaml")
        return folder
    for name in names:
        _read_into(folder, name)
    if PACK_FILE not in names:
        _refuse(
            folder,
            path / PACK_FILE,
            "there is no pack.yaml in this folder",
            "Every pack needs one, with at least id, title, version, about and source",
        )
    return folder


def _names(path: Path, folder: Folder) -> Iterator[str]:
    """Yield the names of the files to read, and note those that would silently be passed over."""
    seen = 0
    for place in ("", FORMS):
        if place and not (path / place).is_dir():
            continue
        entries = []
        with os.scandir(path / place) as scan:
            for entry in scan:
                seen += 1
                if seen > FILES_IN_A_FOLDER:
                    _refuse(
                        folder,
                        path,
                        f"this folder holds more than {FILES_IN_A_FOLDER} files",
                        "Is it the right one? A pack holds pack.yaml, a few more, and forms/",
                    )
                    return
                entries.append(entry.name)
        for name in sorted(entries):
            if not name.startswith(".") and _is_for_us(path / place, name, folder, is_form=bool(place)):
                yield f"{place}/{name}" if place else name


def _is_for_us(path: Path, name: str, folder: Folder, *, is_form: bool) -> bool:
    whole = path / name
    if is_form:
        if name.endswith(".yaml"):
            return True
        folder.problems.append(
            Problem(
                shown(whole),
                1,
                "only files that end in .yaml are read here",
                "Give it the ending .yaml, or move it out of forms",
            )
        )
        return False
    if name in TOP_FILES:
        return True
    meant = MEANT_FOR_US.match(name)
    if meant or name.lower().endswith((".yaml", ".yml")):
        close = [f"{meant[1].lower()}.yaml"] if meant else get_close_matches(name[:80], TOP_FILES, n=1)
        folder.problems.append(
            Problem(
                shown(whole),
                1,
                f"a pack has no file called {name}",
                f"Did you mean {close[0]}?" if close else "Forms belong in forms/",
            )
        )
    elif name == FORMS and not whole.is_dir():
        what = "forms is a file here, and a folder is wanted"
        _refuse(folder, whole, what, "Make a folder forms, and put each form in a file of its own in it")
    elif get_close_matches(name[:80].lower(), [FORMS], n=1) and name != FORMS and whole.is_dir():
        folder.problems.append(Problem(shown(whole), 1, f"the folder {name} is not read", "Did you mean forms?"))
    return False


def _read_into(folder: Folder, name: str) -> None:
    content = _content(folder, folder.path / name)
    if content is not None:
        take_in(folder, name, content)


def take_in(folder: Folder, name: str, content: bytes) -> None:
    """Read one file's content into the folder, as `forms/visit.yaml`. Never raises: what is wrong is noted."""
    path = folder.path / name
    text = _decoded(folder, path, content)
    if text is None:
        return
    document, problems = read_yaml(text, shown(path))
    folder.problems.extend(problems)
    if document is None:
        folder.unreadable = True
    elif document.data is None:
        _refuse(folder, path, "this file is empty", "Write what belongs in it, or remove the file")
    else:
        folder.documents[name] = document


def _content(folder: Folder, path: Path) -> bytes | None:
    """Return the file's bytes, a megabyte of them at most, or None after noting why they cannot be had."""
    try:
        if not path.resolve().is_relative_to(folder.path.resolve()):
            _refuse(folder, path, "this is a link to a file outside of the pack", "Put the file itself here")
            return None
        if not path.is_file():
            _refuse(folder, path, "this is not an ordinary file", "Put a text file here, or remove it")
            return None
        with path.open("rb") as file:
            return file.read(BYTES_IN_A_FILE + 1)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "it is a link that leads to itself"
        _refuse(folder, path, f"this file cannot be read ({reason})", "Put a text file that you may read here")
        return None


def _decoded(folder: Folder, path: Path, content: bytes) -> str | None:
    if len(content) > BYTES_IN_A_FILE:
        _refuse(folder, path, "this file is larger than one megabyte", "Is it the right one? Split it, or shorten it")
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        _refuse(folder, path, "this line is not UTF-8 text", "Save the file again with the encoding UTF-8", line)
        return None
    odd = first_odd_line(text)
    if odd is None:
        return text
    number, what, cure = odd
    _refuse(folder, path, what, cure, number)
    return None


def _refuse(folder: Folder, path: Path, what: str, cure: str, line: int = 1) -> None:
    folder.problems.append(Problem(shown(path), line, what, cure))
    folder.unreadable = True
