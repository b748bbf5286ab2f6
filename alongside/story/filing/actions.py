"""Every write to documents: filed, attached, replaced, described anew, taken out. Nothing is ever deleted."""

import logging
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.core.files import File
from django.db import IntegrityError, transaction
from django.utils import timezone

from alongside.access import trail
from alongside.story.filing import rules
from alongside.story.filing.checking import Checked, checked, digest
from alongside.story.filing.kinds import PDF, kind_of
from alongside.story.filing.names import cleaned
from alongside.story.filing.previews import DRAWN
from alongside.story.filing.queries import same_file
from alongside.story.filing.refused import FiledAlready, Infected, Refused
from alongside.story.filing.telling import tell_administrators
from alongside.story.models import Document, Entry

if TYPE_CHECKING:
    from alongside.access.models import User
    from alongside.people.models import Family, Person

log = logging.getLogger(__name__)


def file_document(
    *,
    family: "Family",
    file: File,
    name: str,
    category: str,
    by: "User",
    person: "Person | None" = None,
    dated: date | None = None,
    note: str = "",
) -> Document:
    """Check a file and file it among a family's documents.

    :raises Refused: when it may not be kept, saying why and what to do
    :raises FiledAlready: when the family has this very file
    """
    fit = _checked(file, name, family_id=family.pk, by=by)
    there = same_file(family.pk, fit.came_as)
    if there:
        raise FiledAlready(filed(document=there, by=by))
    document = Document(family=family, category=category, person=person, dated=dated, note=note, filed_by=by)
    return _keep(document, fit, filed_now=True, by=by)


def replace(*, document: Document, file: File, name: str, by: "User", note: str = "") -> Document:
    """File a new version of a document under the same category; the earlier one stays and can be opened.

    :raises PermissionError: when this person may not
    :raises Refused: when it may not be kept
    :raises FiledAlready: when the family has this very file
    """
    if not rules.may_replace(by, document):
        raise PermissionError("this document takes no new version from this person")
    fit = _checked(file, name, family_id=document.family_id, by=by)
    if there := same_file(document.family_id, fit.came_as):
        raise FiledAlready(there)
    last = document
    while later := Document.objects.filter(replaces=last).first():
        last = later
    newer = Document(
        family=document.family, category=document.category, person=document.person, dated=document.dated, note=note,
        filed_by=by, replaces=last, version=last.version + 1,
    )  # fmt: skip
    return _keep(newer, fit, filed_now=True, by=by)


def attach(*, entry: Entry, file: File, name: str, category: str, by: "User", person_id: int | None = None) -> Document:
    """Keep a file with a draft; it is filed among the family's documents when the draft is final.

    A file that the family has already is not kept again: the one there is returned.

    :raises Refused: when it may not be kept
    """
    fit = _checked(file, name, family_id=entry.family_id, by=by)
    own = entry.attachments.filter(came_as=fit.came_as).first()
    if there := same_file(entry.family_id, fit.came_as) or own:
        return there
    document = Document(
        family=entry.family, attached_to=entry, category=category, person_id=person_id, filed_by=by
    )  # fmt: skip
    try:
        return _keep(document, fit, filed_now=False, by=by)
    except FiledAlready as already:
        return already.document


def file_copy_of(*, entry: Entry, content: File, name: str, category: str, by: "User") -> Document:
    """File the copy of a final entry, made by ourselves, without asking what it is."""
    fit = Checked(name, PDF, content, content.size, digest(content), "")
    document = Document(
        family=entry.family, entry=entry, category=category, filed_by=by, preview_state=Document.Preview.NONE
    )
    return _keep(document, fit, filed_now=True, by=by)


@transaction.atomic
def filed(*, document: Document, by: "User") -> Document:
    """File what was attached to a draft among the family's documents; what is filed stays as it is."""
    if document.filed_at is None:
        document.filed_at = timezone.now()
        document.save(update_fields=["filed_at"])
        _audit(document, "document.filed", by=by)
    return document


@transaction.atomic
def describe(
    *, document: Document, category: str, person: "Person | None", dated: date | None, note: str, by: "User"
) -> None:
    """Say anew what a document is about; the trail keeps what was said before."""
    before = {"category": document.category, "person": document.person_id, "dated": str(document.dated or "")}
    document.category, document.person, document.dated, document.note = category, person, dated, note
    document.save(update_fields=["category", "person", "dated", "note"])
    _audit(document, "document.described", by=by, before=before)


@transaction.atomic
def take_out(*, document: Document, because: str, by: "User") -> None:
    """Take a document out of what people see. It is kept, with who took it out and why.

    :raises PermissionError: when this person may not
    :raises ValueError: when no reason is given
    """
    if not rules.may_take_out(by, document):
        raise PermissionError("only who filed it, or a manager of the family’s team, takes a document out")
    if not because.strip():
        raise ValueError("a document is taken out with a reason")
    document.taken_out_at, document.taken_out_by, document.taken_out_because = timezone.now(), by, because.strip()
    document.save(update_fields=["taken_out_at", "taken_out_by", "taken_out_because"])
    _audit(document, "document.taken-out", by=by)


def _checked(file: File, name: str, *, family_id: int | None, by: "User") -> Checked:
    try:
        return checked(file, name)
    except Infected as infected:
        detail = {"found": infected.found, "name": cleaned(name), "size": file.size}
        trail.changed(by=by, action="document.refused-as-infected", family_id=family_id, detail=detail)
        tell_administrators(found=infected.found, by=by)
        raise


def _keep(document: Document, fit: Checked, *, filed_now: bool, by: "User") -> Document:
    """Put the file into the store and its row into the database: both, or neither."""
    now = timezone.now()
    document.name, document.content_type, document.size = fit.name, fit.kind.content_type, fit.size
    document.sha256, document.came_as = fit.sha256, fit.came_as
    document.kept_at, document.filed_at = now, now if filed_now else None
    if fit.kind.content_type not in DRAWN:
        document.preview_state = Document.Preview.NONE
    _into_the_store(document, fit)
    try:
        with transaction.atomic():
            document.save(force_insert=True)
            _audit(document, "document.filed" if filed_now else "document.attached", by=by)
            _preview_later(document)
    except IntegrityError:
        document.file.delete(save=False)
        # Pressed twice: the other of the two was a moment earlier.
        if there := same_file(document.family_id, fit.came_as):
            raise FiledAlready(there) from None
        raise
    except BaseException:
        document.file.delete(save=False)
        raise
    return document


def _into_the_store(document: Document, fit: Checked) -> None:
    try:
        document.file.save(_name_in_the_store(fit), File(fit.content), save=False)
    except Exception:
        log.exception("The store of documents did not take a file")
        raise Refused(
            "The store of documents does not answer, so nothing can be filed now.",
            "Keep the file and try again later. If it lasts, tell whoever runs Alongside.",
        ) from None


def _name_in_the_store(fit: Checked) -> str:
    return f"{uuid4().hex}{fit.kind.ending}"


def _preview_later(document: Document) -> None:
    from alongside.story.tasks import make_preview

    if document.preview_state == Document.Preview.WAITING:
        make_preview.defer(document_id=document.pk)


def _audit(document: Document, action: str, *, by: "User", **more: Any) -> None:
    kind = kind_of(document.content_type)
    trail.changed(
        by=by, action=action, family_id=document.family_id, subject=f"document {document.pk}",
        detail={"category": document.category, "kind": kind.title if kind else "", "sha256": document.sha256, **more},
    )  # fmt: skip
