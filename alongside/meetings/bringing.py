"""What a group says of a request comes into the conversation it began with, as a new version; the earlier is kept."""

from django.db import transaction

from alongside.access.models import User
from alongside.notices.actions import tell
from alongside.packs.format.forms import Form
from alongside.packs.queries import current
from alongside.people.queries import lead_practitioner_of
from alongside.story import actions as story
from alongside.story.actions import NotReady
from alongside.story.fields.brought_in import BroughtIn, with_brought_in
from alongside.story.fields.days import in_words
from alongside.story.models import Entry
from alongside.story.queries.entries import filled


def bring_into_conversation(*, outcome: Entry, form: Form, by: User) -> Entry | None:
    """Make a new version of the family's latest record of the form that the outcome updates, holding what it says.

    Where somebody writes a new version already, or the form asks more today than it did, the version stays a draft:
    its author is told to finish it. Returns the version; None when the family has no such record.
    """
    latest = _latest(outcome, str(form.updates))
    if latest is None:
        return None
    under_way = latest.amendments.exclude(status=Entry.Status.SET_ASIDE).first()
    why = f"{outcome.title}, {in_words(outcome.happened_on)}."
    version = under_way or story.amend(entry=latest, why=why, by=by, under=current())
    _bring(version, outcome, by=by)
    if under_way is None:
        try:
            with transaction.atomic():
                return story.finalise(entry=version, by=by)
        except NotReady:
            version.refresh_from_db()
    _ask_to_finish(version, latest, outcome, by=by)
    return version


def _latest(outcome: Entry, form_id: str) -> Entry | None:
    written = Entry.objects.filter(family=outcome.family_id, form_id=form_id).on_the_story()
    return written.select_related("pack_version", "family", "author").order_by("-happened_on", "-pk").first()


def _bring(version: Entry, outcome: Entry, *, by: User) -> None:
    if not version.is_draft:
        return
    asked = list(filled(outcome).answered())
    found = filled(version)
    for question in found.questions():
        if question.type == BroughtIn.id and any(
            one.startswith(f"{outcome.form_id}.") for one in question.field.offers
        ):
            kept = found.kept.get(question.key)
            value = with_brought_in(question, kept.value if kept else None, source=outcome, asked=asked)
            revision = kept.revision if kept else 0
            story.save_answer(entry_id=version.pk, key=question.key, value=value, revision=revision, by=by)


def _takes_from(offers: list[str], form_id: str) -> bool:
    return any(one.startswith(f"{form_id}.") for one in offers)


def _ask_to_finish(version: Entry, latest: Entry, outcome: Entry, *, by: User) -> None:
    lead = lead_practitioner_of(outcome.family_id or 0)
    to = [version.author, latest.author, *([lead.user] if lead and lead.user else [])]
    title = f"“{latest.title}” holds what the group said. Read its new version and finish it."
    tell(to=to, kind="message", title=title, href=f"/entries/{version.pk}/edit/", by=None, family=outcome.family)
