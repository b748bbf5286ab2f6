"""What an answer looks like, said once: pages, printed blanks and PDFs are all drawn from these blocks."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Paragraphs of text. `whose` is `family` or `child` when they are theirs and shown as a quotation."""

    text: str
    whose: str = "practitioner"
    block: str = "words"


@dataclass(frozen=True)
class Listing:
    """A list of short texts, each with a quieter note (who said it, by when)."""

    items: tuple[tuple[str, str], ...]
    quoted: bool = False
    block: str = "listing"


@dataclass(frozen=True)
class Grid:
    """A table: headings, and rows of as many cells."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    block: str = "grid"


@dataclass(frozen=True)
class Ticks:
    """Options with a tick or an empty box before each; `round` when only one may be chosen."""

    options: tuple[tuple[str, bool], ...]
    round: bool = False
    across: bool = False
    block: str = "ticks"


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG text, with what it shows in words."""

    svg: str
    says: str
    wide: bool = False
    block: str = "picture"


@dataclass(frozen=True)
class Drawing:
    """What somebody drew by hand. `svg` makes it anew, for paper; a page fetches it from its address."""

    svg: Callable[[], str]
    label: str
    says: str
    address: str = ""
    block: str = "drawing"


@dataclass(frozen=True)
class FiledFile:
    """A file that belongs to a record: its name, what it shows, and its small picture. `svg` draws it for paper."""

    name: str
    says: str
    kind: str
    address: str
    picture: str
    svg: Callable[[], str]


@dataclass(frozen=True)
class Files:
    """Files that belong to a record."""

    items: tuple[FiledFile, ...]
    block: str = "files"


@dataclass(frozen=True)
class Lines:
    """Room to write on paper."""

    count: int
    block: str = "lines"


Block = Words | Listing | Grid | Ticks | Picture | Drawing | Files | Lines


@dataclass(frozen=True)
class ShownQuestion:
    label: str
    hint: str = ""
    prompts: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    missing: str = ""
    wide: bool = True


@dataclass(frozen=True)
class ShownSection:
    title: str
    questions: tuple[ShownQuestion, ...]
    side_by_side: bool = False
    hint: str = ""


@dataclass(frozen=True)
class ShownEntry:
    """An entry, or a blank form, ready to be drawn on a page or in a PDF."""

    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[ShownSection, ...]
    purpose: str = ""
    source: str = ""
    state: str = ""
    foot: str = ""
    blank: bool = False
    first: tuple[tuple[str, str], ...] = ()  # what to know before a visit, on a sheet of its own
