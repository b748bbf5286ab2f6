"""`alongside administrator`: the first account of an empty database, whose owner then invites everybody else."""

import argparse
import getpass
import sys


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `administrator` with who it is; the password is asked for, so that it stays out of the shell's history."""
    parser = subparsers.add_parser("administrator", help="make the first account, which can invite everybody else")
    parser.add_argument("--name", required=True, help="how colleagues know them")
    parser.add_argument("--email", required=True, help="the address they sign in with")
    parser.add_argument("--team", default="Administration", help="the team they belong to (normally Administration)")


def run(args: argparse.Namespace) -> int:
    """Make the account. Returns 0, or 1 when there is an administrator already or the password will not do."""
    import django

    from alongside.cli.running import use_running_instance

    use_running_instance()
    django.setup()
    from django.core.exceptions import ValidationError

    from alongside.access.models import Post

    if Post.objects.filter(role="administrator", user__is_active=True).exists():
        print("There is an administrator already. Ask them for an invitation.", file=sys.stderr)
        return 1
    try:
        _make(args, password=_ask_for_password())
    except ValidationError as error:
        print(" ".join(error.messages), file=sys.stderr)
        return 1
    print(f"{args.name} can sign in as {args.email.lower()} now, and invite others under Accounts.")
    return 0


def _ask_for_password() -> str:
    """Ask for it twice without showing it; a program may send it as one line instead."""
    from django.core.exceptions import ValidationError

    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    password = getpass.getpass("Their password: ")
    if getpass.getpass("Once more: ") != password:
        raise ValidationError("The two passwords differ. Start again.")
    return password


def _make(args: argparse.Namespace, *, password: str) -> None:
    from django.contrib.auth.password_validation import validate_password
    from django.core.validators import validate_email
    from django.db import transaction

    from alongside.access import actions
    from alongside.access.models import Team

    validate_email(args.email)
    validate_password(password)
    with transaction.atomic():
        account = actions.add_account(name=args.name, email=args.email, password=password, by=None)
        team = Team.objects.filter(name=args.team).first() or actions.add_team(name=args.team, by=None)
        actions.give_post(account=account, team=team, role="administrator", by=None)
