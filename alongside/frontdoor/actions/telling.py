"""The caller is told in writing: what was shown to the adviser, no more than they may know, and kept word for word."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access import trail
from alongside.access.models import User
from alongside.frontdoor.models import Contact, Told
from alongside.frontdoor.tasks import mail_answer


@transaction.atomic
def tell_caller(*, contact: Contact, words: str, how: str, may_know: bool, by: User, to_email: str = "") -> Told:
    """Tell whoever called, by a link in a mail or by a letter that is printed.

    :param how: one of `Told.How`
    :param may_know: whether the words are of the kind that only somebody who may know gets
    :raises ValidationError: by field, saying what to do
    """
    if contact.decided_on is None:
        raise ValidationError("Decide first what comes of the call. What is told follows from it.")
    if not words.strip():
        raise ValidationError({"words": "Write what the caller is told"})
    if how == Told.How.MAIL and not to_email:
        raise ValidationError({"to_email": "Write the caller’s email address, or print a letter"})
    told = Told.objects.create(
        contact=contact, how=Told.How(how), to_email=to_email if how == Told.How.MAIL else "", may_know=may_know,
        words=words.strip(), at=timezone.now(), by=by,
    )  # fmt: skip
    Contact.objects.filter(pk=contact.pk, caller_told_at=None).update(caller_told_at=told.at)
    family_id = contact.entry.family_id if contact.entry else None
    detail = {"how": how, "may_know": may_know}
    trail.changed(by=by, action="caller.told", family_id=family_id, subject=f"contact {contact.pk}", detail=detail)
    if told.how == Told.How.MAIL:
        mail_answer.defer(told_id=told.pk)
    return told
