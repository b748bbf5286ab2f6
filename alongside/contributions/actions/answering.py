"""What those who were asked do: write, send it, or say that they cannot."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from alongside.access.models import SecretLink, User
from alongside.contributions.actions.checks import held, held_open, noted
from alongside.contributions.actions.settling import received, say_to_asker
from alongside.contributions.filling import as_it_will_stand, as_typed
from alongside.contributions.models import Contribution
from alongside.story.actions import NotReady, finalise, start
from alongside.story.models import Answer, Entry
from alongside.story.queries.entries import REASON
from alongside.story.readiness import Lack, lacks

LONGEST_REASON = 2_000


class TypedElsewhere(Exception):
    """The same answer was typed in another window since; `value` and `revision` are what stands."""

    def __init__(self, value: Any, revision: int) -> None:
        super().__init__(f"this answer is at revision {revision}")
        self.value, self.revision = value, revision


@transaction.atomic
def save_typed(*, contribution: Contribution, key: str, value: Any, revision: int, by: SecretLink) -> int:
    """Keep one answer of somebody outside, and return its new revision. Nobody but they reads it before it is sent.

    :param key: a question of the form, or `reason:` and one
    :param revision: the one the writer last saw, 0 for an answer never given
    :raises TypedElsewhere: when another window saved something else meanwhile
    :raises ValidationError: when it was sent, declined or withdrawn
    :raises KeyError: when the form asks no such thing
    """
    now = held_open(contribution)
    if key.removeprefix(REASON) not in {question.key for question in as_typed(now).questions()}:
        raise KeyError(key)
    before = now.answers.get(key)
    if before and before["revision"] != revision and before["value"] != value:
        raise TypedElsewhere(before["value"], before["revision"])
    if before and before["value"] == value:
        return int(before["revision"])
    now.answers[key] = {"value": value, "revision": (before["revision"] if before else 0) + 1}
    if now.state == Contribution.State.ASKED:
        now.state = Contribution.State.STARTED
        noted(now, "began a contribution", by=by)
    now.save(update_fields=["answers", "state"])
    return int(now.answers[key]["revision"])


@transaction.atomic
def receive(*, contribution: Contribution, by: SecretLink) -> Entry:
    """Take in what somebody outside sends: a final record in their words, which nobody changes. Done once.

    :returns: the record; when it was sent already, the one it became then
    :raises NotReady: when something is missing
    :raises ValidationError: when it was declined or withdrawn
    """
    now = held(contribution)
    if now.entry is not None and now.state == Contribution.State.RECEIVED:
        return now.entry
    now = held_open(now)
    missing = missing_in(now)
    if missing:
        raise NotReady(missing)
    entry = finalise(entry=_as_record(now), by=now.asked_by)
    received(contribution=now, entry=entry, by=by)
    return entry


def missing_in(contribution: Contribution) -> list[Lack]:
    """Return what is missing before it can be sent."""
    return lacks(as_it_will_stand(contribution), as_typed(contribution))


def _as_record(now: Contribution) -> Entry:
    """The draft that becomes final at once: begun under the form as it was asked, with what was typed."""
    entry = start(
        form_id=now.form_id, by=now.asked_by, team=now.family.team, family=now.family, under=now.pack_version,
        happened_on=timezone.localdate(), written_by=now.said_by,
    )  # fmt: skip
    saved = {"saved_at": timezone.now(), "saved_by": now.asked_by}
    Answer.objects.bulk_create(
        Answer(entry=entry, key=key, value=given["value"], **saved) for key, given in now.answers.items()
    )
    return entry


@transaction.atomic
def begin(*, contribution: Contribution, by: User) -> Entry:
    """Begin the record that somebody with an account was asked for, and return its draft; the one begun, if it is.

    :raises PermissionDenied: for anybody else
    :raises ValidationError: when it is not waited for any more
    """
    now = held_open(contribution)
    if now.user_id != by.pk:
        raise PermissionDenied(f"{now.who} was asked for this. Talk with them, or ask somebody else.")
    if now.entry is None:
        now.entry = start(
            form_id=now.form_id, by=by, team=now.family.team, family=now.family, under=now.pack_version,
            happened_on=timezone.localdate(),
        )  # fmt: skip
        now.state = Contribution.State.STARTED
        now.save(update_fields=["entry", "state"])
        noted(now, "began a contribution", by=by)
    return now.entry


@transaction.atomic
def decline(*, contribution: Contribution, why: str, by: Any) -> Contribution:
    """Say that one cannot contribute, and why; who asked is told. `by` is an account or the link they hold.

    :raises ValidationError: when no reason is given, or it is not waited for any more
    """
    now = held_open(contribution)
    if not why.strip():
        raise ValidationError({"why": "Write why, in a few words: it stands where your answer would."})
    now.state, now.settled_at = Contribution.State.DECLINED, timezone.now()
    now.why_not = why.strip()[:LONGEST_REASON]
    now.save(update_fields=["state", "settled_at", "why_not"])
    noted(now, "declined to contribute", by=by)
    say_to_asker(now, "Cannot contribute", by=by)
    return now
