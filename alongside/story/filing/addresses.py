"""Where a browser finds a document and its preview."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

SHORT = 16


def file_address(document_id: int) -> str:
    """Return the address of the file itself; asking for it leaves a look."""
    return reverse("document", args=[document_id])


def preview_address(document_id: int) -> str:
    """Return the address of the preview, with a key that pages give out: their own look covers the small pictures."""
    return f"{reverse('document-preview', args=[document_id])}?key={_key(document_id, timezone.localdate())}"


def given_by_a_page(document_id: int, key: str) -> bool:
    """Return whether a page gave this key out, today or yesterday."""
    today = timezone.localdate()
    return any(constant_time_compare(key, _key(document_id, day)) for day in (today, today - timedelta(days=1)))


def _key(document_id: int, day: date) -> str:
    return salted_hmac("alongside.preview", f"{document_id} {day}", algorithm="sha256").hexdigest()[:SHORT]
