"""Files that belong to a record: a drawing, a photograph, a signed form, a toolkit, a log that was filled in on paper.

A file is kept as soon as it is chosen, with the draft; when the record is final it is filed among the family's
documents, under the category that the form says.
"""

from functools import partial
from typing import Any

from django.conf import settings

from alongside.story.asking import Asking, Posted, Question
from alongside.story.blocks import Block, FiledFile, Files, Lines, Words
from alongside.story.fields.base import FieldType
from alongside.story.filing.addresses import file_address, preview_address
from alongside.story.filing.kinds import OFFERED, kind_of
from alongside.story.filing.on_paper import picture_on_paper


class Documents(FieldType):
    """The answer is a list of rows: the id of a document, its name and type, and what it shows, in words."""

    id = "documents"
    offered = OFFERED

    @property
    def most(self) -> int:
        """Return how many bytes one file may have."""
        bytes: int = settings.FILE_BYTES
        return bytes

    def parse(self, question: Question, posted: Posted) -> Any:
        says = {row.line("id"): row.words("says").strip() for row in posted.rows() if "remove" not in row}
        return [row_of(one, says[str(one.pk)]) for one in _belonging(question.asking, says)]

    def show(self, question: Question, value: Any) -> list[Block]:
        return [Files(tuple(self.shown(question.asking, row) for row in value))]

    def shown(self, asking: Asking, row: dict[str, Any]) -> FiledFile:
        """Return one file as pages and paper show it."""
        kind = kind_of(row["type"])
        return FiledFile(
            name=row["name"],
            says=row["says"],
            kind=kind.title if kind else "File",
            address=file_address(row["id"]),
            picture=preview_address(row["id"]) if row["type"].startswith(("image/", "application/pdf")) else "",
            svg=partial(picture_on_paper, row["id"], asking.family_id, asking.entry_id),
        )

    def blank(self, question: Question) -> list[Block]:
        return [Words("☐ Fixed to this form"), Lines(1)]

    def words(self, question: Question, value: Any) -> str:
        return "\n".join(row["says"] or row["name"] for row in value or [])

    def store(self, question: Question, value: Any, *, entry: Any, by: Any) -> None:
        from alongside.story.filing.actions import filed

        if entry.family_id:
            for document in _belonging(question.asking, [str(row["id"]) for row in value]):
                filed(document=document, by=by)


def row_of(document: Any, says: str = "") -> dict[str, Any]:
    """Return a document as a row of an answer."""
    return {"id": document.pk, "name": document.name, "type": document.content_type, "says": says}


def _belonging(asking: Asking, ids: Any) -> list[Any]:
    """The documents with these ids that are the family's, or the record's own; another's cannot be attached."""
    from alongside.story.filing.queries import belonging_to

    wanted = [id for id in ids if id.isascii() and id.isdecimal() and len(id) < 18]
    found = {str(one.pk): one for one in belonging_to(asking.family_id, asking.entry_id, wanted)} if wanted else {}
    return [found[id] for id in wanted if id in found]
