"""A whole page of somebody outside, as a browser without JavaScript sends it: what changed is kept."""

from django.http import QueryDict

from alongside.access.models import SecretLink
from alongside.contributions.actions.answering import TypedElsewhere, save_typed
from alongside.contributions.filling import as_typed
from alongside.contributions.models import Contribution
from alongside.story.asking import Posted
from alongside.story.drafting import Saved, digest, seen_revision
from alongside.story.fields import field_type
from alongside.story.models import Answer
from alongside.story.queries.entries import REASON


def keep_page(*, contribution: Contribution, data: QueryDict, by: SecretLink) -> Saved:
    """Keep every answer of the page that was changed since it was read; returns what stood in the way.

    :raises ValidationError: when it was sent, declined or withdrawn
    """
    saved, found = Saved(), as_typed(contribution)
    for question in found.questions():
        posted = Posted(data, question.key)
        if posted.is_there:
            _keep(contribution, question.key, field_type(question.type).parse(question, posted), data, saved, by)
    for name in data:
        if name.startswith(REASON) and name.removeprefix(REASON) in {question.key for question in found.questions()}:
            _keep(contribution, name, Posted(data, name).words().strip(), data, saved, by)
    return saved


def _keep(contribution: Contribution, key: str, value: object, data: QueryDict, saved: Saved, by: SecretLink) -> None:
    before = contribution.answers.get(key)
    if (not before and not value) or digest(value) == data.get(f"base:{key}", ""):
        return
    try:
        save_typed(contribution=contribution, key=key, value=value, revision=seen_revision(data, key), by=by)
    except TypedElsewhere as elsewhere:
        saved.conflicts[key] = stands(contribution, key, elsewhere)
        saved.typed[key] = value


def stands(contribution: Contribution, key: str, elsewhere: TypedElsewhere) -> Answer:
    """Return what another window saved, as the page shows it beside what is in the box."""
    when = contribution.asked_at
    answer = Answer(key=key, value=elsewhere.value, revision=elsewhere.revision, saved_at=when)
    answer.saved_by = contribution.asked_by
    return answer
