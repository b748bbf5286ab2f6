"""Packs checked without a disk: only the file that was changed is read and validated anew.

Ten thousand packs are then a matter of seconds. Reading, validating and checking are the product's own functions; only
what they return for a file that has not changed is remembered.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from alongside.packs.checking.forms import check_form_itself
from alongside.packs.checking.validation import validate
from alongside.packs.checking.wording import check_wording
from alongside.packs.format.pack import Pack
from alongside.packs.loader import load
from alongside.packs.reading.folder import Folder, take_in

Files = Mapping[str, bytes]


@lru_cache(maxsize=1000)
def files_of(folder: Path) -> dict[str, bytes]:
    """Return the files of a pack folder by name, such as `forms/note.yaml`."""
    paths = [*folder.glob("*.yaml"), *folder.glob("forms/*.yaml")]
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(paths)}


def load_changed(root: Path, packs: Mapping[str, Files]) -> Pack:
    """Return the pack in `root` as it would be with these files in the folders of these names.

    :param packs: by the name of a folder, all files that it then holds; the folders beside it are read as they are
    :raises PackError: as `load` does
    """

    def read(path: Path) -> Folder:
        folder = Folder(path)
        for name, content in packs.get(path.name, files_of(path)).items():
            part = _read(path, name, content)
            folder.problems += part.problems
            folder.documents |= part.documents
            folder.unreadable |= part.unreadable
        return folder

    with _patched(read):
        return load(root)


@lru_cache(maxsize=400)
def _read(path: Path, name: str, content: bytes) -> Folder:
    part = Folder(path)
    take_in(part, name, content)
    return part


@contextmanager
def _patched(read: Any) -> Iterator[None]:
    with (
        patch("alongside.packs.checking.includes.read_folder", read),
        patch("alongside.packs.checking.parts.validate", _validated),
        patch("alongside.packs.checking.references.check_wording", _wording_checked),
        patch("alongside.packs.checking.references.check_form_itself", _form_checked),
    ):
        yield


_known: dict[tuple[Any, ...], tuple[Any, Any]] = {}


def _validated(model: Any, document: Any, place: Any = ()) -> Any:
    """What `validate` says of this very document."""
    return _once(document, ("validate", *place), lambda: validate(model, document, place))


def _wording_checked(part: Any) -> Any:
    return _once(part.document, ("wording", *part.place), lambda: list(check_wording(part)))


def _form_checked(part: Any) -> Any:
    return _once(part.document, ("form", *part.place), lambda: list(check_form_itself(part)))


def _once(document: Any, about: tuple[Any, ...], find_out: Callable[[], Any]) -> Any:
    """What was found out about this very document, which is kept so that no other can take its identity."""
    key = (id(document), *about)
    known = _known.get(key)
    if known is None or known[0] is not document:
        if len(_known) > 20_000:
            _known.clear()
        known = _known[key] = (document, find_out())
    return known[1]
