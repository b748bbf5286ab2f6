"""What is said when a file is not taken, and when it is there already."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alongside.story.models import Document


class Refused(Exception):
    """A file that is not taken: what is wrong with it, and what to do in its place."""

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(f"{what} {cure}")


class Infected(Refused):
    """The virus scanner found something. `found` is what it calls it."""

    def __init__(self, found: str) -> None:
        super().__init__(
            "The virus scanner found something harmful in this file.",
            "It was not kept, and the administrators were told. Do not open it or pass it on.",
        )
        self.found = found


class FiledAlready(Exception):
    """The same file is among the family's documents: nothing was kept a second time."""

    def __init__(self, document: "Document") -> None:
        super().__init__(f"document {document.pk} is the same file")
        self.document = document
