"""The papers that a meeting has before it: documents of the family."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access.models import User
from alongside.meetings.actions.checks import held_still, noted
from alongside.meetings.models import Meeting, Paper
from alongside.story.models import Document


@transaction.atomic
def lay_out(*, meeting: Meeting, document: Document, by: User) -> Paper:
    """Lay a document of the family before the meeting; one that lies there stays.

    :raises ValidationError: when it is another family's, or was taken out of the record
    """
    now = held_still(meeting, by=by)
    if document.family_id != now.family_id or document.taken_out_at:
        raise ValidationError({"document": "Choose one of the family’s documents"})
    paper, new = Paper.objects.get_or_create(
        meeting=now, document=document, defaults={"added_at": timezone.now(), "added_by": by}
    )
    if new:
        noted(now, "laid a paper before a meeting", by=by, document=document.pk)
    return paper


@transaction.atomic
def take_away(*, paper: Paper, by: User) -> None:
    """Take a paper away from a meeting; the document stays where it is filed."""
    held_still(paper.meeting, by=by)
    document = paper.document_id
    paper.delete()
    noted(paper.meeting, "took a paper from a meeting", by=by, document=document)
