"""The parts of one pack, each with its id, its file and its place there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from alongside.packs.checking.validation import validate
from alongside.packs.format.forms import Form
from alongside.packs.format.pack_file import PackFile
from alongside.packs.format.scales import ScalesFile
from alongside.packs.format.standards_file import StandardsFile
from alongside.packs.format.thresholds import ThresholdsFile
from alongside.packs.problems import Problem, shortened
from alongside.packs.reading.document import Document, Place
from alongside.packs.reading.folder import FORMS, PACK_FILE, Folder

FILES: dict[str, type[BaseModel]] = {
    PACK_FILE: PackFile,
    "scales.yaml": ScalesFile,
    "standards.yaml": StandardsFile,
    "thresholds.yaml": ThresholdsFile,
}
SINGLE = ("front_door", "danger", "calendar", "settings", "starting", "claim", "room", "conferences")


@dataclass(frozen=True)
class Located:
    """One form, standard, level and so on, as it was written. `item` is None when it has problems of its own."""

    kind: str
    id: str
    item: Any
    document: Document
    place: Place
    pack: str

    @property
    def raw(self) -> Any:
        return self.document.at(self.place)

    def line(self, *place: str | int) -> int:
        """Return the line of a place inside this part."""
        return self.document.line((*self.place, *place))

    def problem(self, what: str, cure: str, *place: str | int) -> Problem:
        """Return a problem at a place inside this part."""
        return Problem(self.document.file, self.line(*place), what, cure)


@dataclass
class OnePack:
    """One folder's parts, before anything is joined."""

    name: str
    folder: Folder
    header: PackFile | None = None
    parts: list[Located] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def includes(self) -> list[tuple[str, int]]:
        """The names of the packs this one builds on, each with its line."""
        document = self.folder.documents.get(PACK_FILE)
        written = document.at(("includes",)) if document else None
        if document is None or not isinstance(written, list):
            return []
        return [(name, document.line(("includes", n))) for n, name in enumerate(written) if isinstance(name, str)]


def parts_of(folder: Folder) -> OnePack:
    """Return all that a folder holds, with every problem that can be seen without looking at other packs."""
    pack = OnePack(folder.path.name, folder, problems=list(folder.problems))
    for name, document in folder.documents.items():
        if name.startswith(f"{FORMS}/"):
            form, problems = validate(Form, document)
            pack.parts.extend(_located(pack, "forms", [(form, ())], document))
        else:
            whole, problems = validate(FILES[name], document)
            pack.parts.extend(_listed(pack, FILES[name], whole, document))
            if isinstance(whole, PackFile):
                pack.header = whole
        pack.problems.extend(problems)
    pack.problems.extend(_used_twice(pack))
    return pack


def _listed(pack: OnePack, model: type[BaseModel], whole: BaseModel | None, document: Document) -> Iterator[Located]:
    """Yield each part of a file's lists; of a file with problems, those parts that have none are still usable."""
    for key, about in model.model_fields.items():
        written = document.at((key,))
        if key in SINGLE and written is not None:
            yield Located(key, key, getattr(whole, key, None), document, (key,), pack.name)
        elif get_origin(about.annotation) is list and key != "includes" and isinstance(written, list):
            items = getattr(whole, key) if whole else _valid(get_args(about.annotation)[0], written)
            yield from _located(pack, key, [(item, (key, n)) for n, item in enumerate(items)], document)


def _valid(kind: type[BaseModel], written: list[Any]) -> list[Any]:
    """Return the items that these are, with None for each that has problems."""
    reader: TypeAdapter[Any] = TypeAdapter(kind)
    return [_one_valid(reader, one) for one in written]


def _one_valid(reader: TypeAdapter[Any], written: object) -> Any:
    try:
        return reader.validate_python(written)
    except ValidationError:
        return None


def _located(pack: OnePack, kind: str, items: list[tuple[Any, Place]], document: Document) -> Iterator[Located]:
    for item, place in items:
        written = document.at(place)
        id = written.get("id") if isinstance(written, dict) else None
        if isinstance(id, str):
            yield Located(kind, id.strip(), item, document, place, pack.name)


def _used_twice(pack: OnePack) -> Iterator[Problem]:
    first: dict[tuple[str, str], Located] = {}
    for part in pack.parts:
        before = first.setdefault((part.kind, part.id), part)
        if before is not part:
            where = "" if before.document is part.document else f"{before.document.file}, "
            yield part.problem(
                f"the id “{shortened(part.id)}” is already used in {where}line {before.line('id')}",
                "Give one of them another id",
                "id",
            )
