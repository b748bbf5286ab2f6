"""Every change to accounts and teams; each leaves its line in the trail."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string

from alongside.access import trail
from alongside.access.models import Post, Team, User
from alongside.access.rules import ROLES


class Refused(Exception):
    """What was asked for would lock people out, or let somebody raise themselves; the text says what to do."""


@transaction.atomic
def add_account(
    *, name: str, email: str, by: User | None, job_title: str = "", agency: str = "", password: str | None = None
) -> User:
    """Make an account. Without a password it is opened by the link of its invitation, or by a sign-in service."""
    account = User.objects.create_user(email=email, name=name, password=password)
    account.job_title, account.agency = job_title, agency
    account.save(update_fields=["job_title", "agency"])
    trail.changed(by=by, action="made an account", subject=_of(account), detail={"email": account.email})
    return account


@transaction.atomic
def change_account(*, account: User, name: str, email: str, job_title: str, agency: str, by: User) -> None:
    """Change who somebody is and which address they sign in with. A new address takes the old one's place at once."""
    before = {"name": account.name, "email": account.email, "job_title": account.job_title, "agency": account.agency}
    account.name, account.email, account.job_title, account.agency = name, email.lower(), job_title, agency
    account.save(update_fields=["name", "email", "job_title", "agency"])
    EmailAddress.objects.filter(user=account).exclude(email=account.email).delete()
    trail.changed(by=by, action="changed an account", subject=_of(account), detail={"before": before})


@transaction.atomic
def close_account(*, account: User, by: User) -> None:
    """Deactivate an account and end its sessions everywhere, from the next click on. Its posts stay on record.

    :raises Refused: for one's own account, and for the last administrator's
    """
    if account.pk == by.pk:
        raise Refused("You cannot close your own account. Ask another administrator.")
    _keep_an_administrator(without=account)
    account.is_active = False
    account.sessions_ended += 1
    account.save(update_fields=["is_active", "sessions_ended"])
    trail.changed(by=by, action="closed an account", subject=_of(account))


@transaction.atomic
def open_account_again(*, account: User, by: User) -> None:
    """Let somebody sign in again, with the posts they had."""
    account.is_active = True
    account.save(update_fields=["is_active"])
    trail.changed(by=by, action="opened an account again", subject=_of(account))


@transaction.atomic
def give_post(*, account: User, team: Team, role: str, by: User | None) -> Post:
    """Give somebody a role in a team; a post they hold already stays as it is.

    :raises Refused: when somebody gives a post to themselves
    :raises KeyError: when there is no such role
    """
    ROLES[role]
    if by is not None and account.pk == by.pk:
        raise Refused("You cannot give yourself a role. Ask another administrator.")
    post, new = Post.objects.get_or_create(user=account, team=team, role=role)
    if new:
        trail.changed(by=by, action="gave a post", subject=_of(account), detail={"role": role, "team": team.name})
    return post


@transaction.atomic
def end_post(*, post: Post, by: User) -> None:
    """Take a role in a team away from somebody.

    :raises Refused: when nobody would be left to make accounts
    """
    if post.role == "administrator":
        _keep_an_administrator(without=post.user)
    detail = {"role": post.role, "team": post.team.name}
    post.delete()
    trail.changed(by=by, action="ended a post", subject=_of(post.user), detail=detail)


@transaction.atomic
def forget_second_step(*, account: User, by: User) -> None:
    """Take away the authenticator app of somebody who has lost their phone; they set up a new one next time.

    :raises Refused: for one's own account
    """
    if account.pk == by.pk:
        raise Refused("You can change your own second step under Your account.")
    Authenticator.objects.filter(user=account).delete()
    account.sessions_ended += 1
    account.save(update_fields=["sessions_ended"])
    trail.changed(by=by, action="took a second step away", subject=_of(account))


def invite(*, account: User, link: str, by: User) -> None:
    """Send somebody the link under which they choose their password.

    :raises OSError: when no email could be sent
    """
    text = render_to_string("access/invitation.txt", {"account": account, "link": link, "by": by})
    send_mail("Your account at Alongside", text, None, [account.email])
    trail.changed(by=by, action="sent an invitation", subject=_of(account))


@transaction.atomic
def add_team(*, name: str, by: User | None) -> Team:
    """Make a team."""
    team = Team.objects.create(name=name)
    trail.changed(by=by, action="made a team", subject=f"team {team.pk}", detail={"name": name})
    return team


@transaction.atomic
def rename_team(*, team: Team, name: str, by: User) -> None:
    """Give a team another name; its people and families stay."""
    detail = {"before": team.name, "name": name}
    team.name = name
    team.save(update_fields=["name"])
    trail.changed(by=by, action="renamed a team", subject=f"team {team.pk}", detail=detail)


def _keep_an_administrator(*, without: User) -> None:
    others = Post.objects.filter(role="administrator", user__is_active=True).exclude(user=without)
    if Post.objects.filter(role="administrator", user=without).exists() and not others.exists():
        raise Refused("This is the last administrator. Make somebody else administrator first.")


def _of(account: User) -> str:
    return f"account {account.pk}"
