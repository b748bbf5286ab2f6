"""Handing a family to another worker or team: asked for by one side, agreed to by the other, signed by both workers."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from alongside.access import trail
from alongside.access.models import Team, User
from alongside.journey.actions.allocation import allocate
from alongside.journey.models import Transfer
from alongside.journey.starting import rules
from alongside.journey.starting.actions import answer_all, starting_of, who_allocates, words_known_for
from alongside.journey.starting.allocating import needed
from alongside.journey.starting.workload import workers_of
from alongside.notices.actions import tell
from alongside.packs.queries import current_pack
from alongside.people import actions as people
from alongside.people.models import Family, Involvement
from alongside.people.queries import lead_practitioner_of
from alongside.story import actions as story


@transaction.atomic
def ask_transfer(*, family: Family, to_team: Team, to_user: User | None, why: str, by: User) -> Transfer:
    """Ask that a family goes to another worker or team, and begin the handover from the record.

    Who allocates on both sides need ask nobody: the family goes over at once, if the worker is named.

    :param to_user: who is to lead; without one, the receiving manager chooses
    :raises PermissionDenied: when `by` allocates on neither side
    :raises ValidationError: by field, saying what to do
    """
    now = Family.objects.select_for_update(of=("self",)).select_related("team").get(pk=family.pk)
    if not rules.may_ask(by, from_team=now.team_id, to_team=to_team.pk):
        raise PermissionDenied("A manager of the team that has the family, or of the one that gets it, asks for this.")
    lead = lead_practitioner_of(now)
    _check_goes_somewhere(now, lead, to_team, to_user)
    transfer = Transfer.objects.create(
        family=now, from_team=now.team, to_team=to_team, from_user=lead.user if lead else None, to_user=to_user,
        why=needed(why, "Say why the family goes to somebody else."), asked_by=by, asked_at=timezone.now(),
    )  # fmt: skip
    _begin_handover(transfer, by=by)
    _noted(transfer, "asked to hand a family over", by=by)
    if to_user and rules.agrees_at_once(by, from_team=now.team_id, to_team=to_team.pk):
        return accept(transfer=transfer, lead_practitioner=to_user, by=by)
    _ask_the_others(transfer, by=by)
    return transfer


def _check_goes_somewhere(family: Family, lead: Involvement | None, to_team: Team, to_user: User | None) -> None:
    if Transfer.objects.filter(family=family, state=Transfer.State.ASKED).exists():
        raise ValidationError("Somebody has asked for this already. Answer that first, or take it back.")
    if to_user and lead and lead.user == to_user:
        raise ValidationError({"to_user": f"{to_user.name} leads already. Choose somebody else."})
    _check_works_in(to_team, to_user)
    if to_user is None and to_team.pk == family.team_id:
        raise ValidationError({"to_user": "Choose the worker of this team who takes over."})


def _check_works_in(team: Team, worker: User | None) -> None:
    if worker and worker not in workers_of(team):
        raise ValidationError({"to_user": f"{worker.name} does not work in {team.name}. Choose somebody who does."})


def _begin_handover(transfer: Transfer, *, by: User) -> None:
    """Begin the handover with what the record holds; the worker who hands over goes on with it."""
    family = transfer.family
    named = starting_of(current_pack()).handover
    entry = story.start(
        form_id=named.form, by=transfer.from_user or by, team=family.team, family=family,
        happened_on=timezone.localdate(),
    )  # fmt: skip
    answer_all(entry, words_known_for(entry) | {named.why: transfer.why}, by=by)
    transfer.handover = entry
    transfer.save(update_fields=["handover"])
    if transfer.from_user:
        tell(
            to=[transfer.from_user], kind="transfer", title=f"{family.name} are to be handed over: write what matters",
            href=reverse("entry-edit", args=[entry.pk]), by=by, family=family,
        )  # fmt: skip


def _ask_the_others(transfer: Transfer, *, by: User) -> None:
    """Tell the managers who may agree; those who could not see the family may while they are asked."""
    family = transfer.family
    asked = [
        one
        for team in {transfer.from_team_id, transfer.to_team_id}
        for one in who_allocates(team)
        if one != by and rules.may_answer(transfer, one)
    ]
    for one in asked:
        if not Family.objects.for_user(one).filter(pk=family.pk).exists():
            _lend(transfer, one, by=by)
    tell(
        to=asked, kind="transfer", title=f"Will you agree that {family.name} go to {transfer.to_team.name}?",
        href=reverse("family-transfer", args=[family.pk]), by=by, family=family,
    )  # fmt: skip


def _lend(transfer: Transfer, user: User, *, by: User) -> None:
    """Let somebody see the family for the sake of the transfer."""
    role = Involvement.Role.CO_WORKER if user == transfer.from_user else Involvement.Role.PROFESSIONAL
    transfer.lent.add(people.involve(family=transfer.family, role=role, user=user, by=by))


def _take_back(transfer: Transfer, *, by: User, besides: User | None = None) -> None:
    for involvement in transfer.lent.filter(to_date=None).select_related("family", "user"):
        if besides is None or involvement.user_id != besides.pk:
            people.end_involvement(involvement=involvement, by=by)


@transaction.atomic
def accept(*, transfer: Transfer, lead_practitioner: User | None, by: User) -> Transfer:
    """Agree: the family goes over today, and its new lead practitioner is told.

    The old one sees the family until both have signed the handover.

    :raises PermissionDenied: when `by` is not a manager of the side that is asked
    :raises ValidationError: when nobody is named to lead, or it was answered already
    """
    now = _asked(transfer)
    _check_answers(now, by)
    worker = lead_practitioner or now.to_user
    if worker is None:
        raise ValidationError({"to_user": "Choose who leads the work from now on."})
    _check_works_in(now.to_team, worker)
    family = now.family
    if now.to_team_id != family.team_id:
        people.hand_to_team(family=family, team=now.to_team, by=by)
    allocate(family=family, lead_practitioner=worker, by=by)
    now.to_user = worker
    _answer(now, Transfer.State.ACCEPTED, by=by)
    _take_back(now, by=by)
    if now.from_user and now.from_user.is_active:
        _lend(now, now.from_user, by=by)
    for one, kind, title in (
        (worker, "allocation", f"You lead the work with {family.name}: read the handover and sign it"),
        (now.from_user, "transfer", f"{family.name} were handed to {worker.name}: finish the handover and sign it"),
    ):
        if one:
            tell(
                to=[one], kind=kind, title=title, href=reverse("family-transfer", args=[family.pk]), by=by,
                family=family,
            )  # fmt: skip
    return now


@transaction.atomic
def decline(*, transfer: Transfer, why: str, by: User) -> Transfer:
    """Do not agree, and say why; who asked is told.

    :raises ValidationError: when no reason is given, or it was answered already
    """
    now = _asked(transfer)
    _check_answers(now, by)
    now.why_not = needed(why, "Say why not, and what would have to be different.")
    _answer(now, Transfer.State.DECLINED, by=by)
    _take_back(now, by=by)
    tell(
        to=[now.asked_by], kind="transfer", title=f"{now.family.name} stay with {now.from_team.name}",
        href=reverse("family-transfer", args=[now.family_id]), by=by, family=now.family,
    )  # fmt: skip
    return now


@transaction.atomic
def withdraw(*, transfer: Transfer, by: User) -> Transfer:
    """Take back what one asked for.

    :raises PermissionDenied: when somebody else asked
    """
    now = _asked(transfer)
    if by != now.asked_by:
        raise PermissionDenied("Whoever asked takes it back.")
    _answer(now, Transfer.State.WITHDRAWN, by=by)
    _take_back(now, by=by)
    return now


@transaction.atomic
def sign(*, transfer: Transfer, by: User) -> Transfer:
    """Sign the handover, as the one who gives or the one who takes. Once both have, the old worker is done.

    :raises PermissionDenied: when `by` is neither
    :raises ValidationError: when the handover is not final yet, or the family has not gone over
    """
    now = Transfer.objects.select_for_update(of=("self",)).select_related("family", "handover").get(pk=transfer.pk)
    if by.pk not in (now.from_user_id, now.to_user_id):
        raise PermissionDenied("The two workers sign: who hands over, and who takes over.")
    if now.state != Transfer.State.ACCEPTED:
        raise ValidationError("The family has not gone over yet, so there is nothing to sign.")
    if now.handover is None or now.handover.status != "final":
        raise ValidationError("Finish the handover first: it is signed when it says what matters.")
    side = "given" if by.pk == now.from_user_id else "taken"
    setattr(now, f"{side}_at", timezone.now())
    setattr(now, f"{side}_by", by)
    now.save(update_fields=[f"{side}_at", f"{side}_by"])
    _noted(now, f"signed a handover as {side}", by=by)
    if now.given_at and now.taken_at:
        _take_back(now, by=by)
    return now


def _asked(transfer: Transfer) -> Transfer:
    found = Transfer.objects.select_for_update(of=("self",)).select_related(
        "family__team", "from_team", "to_team", "from_user", "to_user", "asked_by"
    )
    now = found.get(pk=transfer.pk)
    if now.state != Transfer.State.ASKED:
        raise ValidationError("This was answered already. Open the page again to see how it stands.")
    return now


def _check_answers(transfer: Transfer, by: User) -> None:
    at_once = rules.agrees_at_once(by, from_team=transfer.from_team_id, to_team=transfer.to_team_id)
    if not (at_once or rules.may_answer(transfer, by)):
        raise PermissionDenied("A manager of the other side agrees to this, or does not.")


def _answer(transfer: Transfer, state: str, *, by: User) -> None:
    transfer.state, transfer.answered_by, transfer.answered_at = Transfer.State(state), by, timezone.now()
    transfer.save()
    _noted(transfer, f"answered a transfer: {state}", by=by)


def _noted(transfer: Transfer, action: str, *, by: User) -> None:
    trail.changed(
        by=by, action=action, family_id=transfer.family_id, subject=f"transfer {transfer.pk}",
        detail={"from": transfer.from_team_id, "to": transfer.to_team_id},
    )  # fmt: skip
