"""Teams, and the worker who looks at the pages."""

import secrets

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.utils import timezone

from alongside.access.models import Post, Team, User

TEAMS = 25
EMAIL = "ines.okafor@alderbridge.example"
PASSWORD = secrets.token_urlsafe(18)
SECRET = generate_totp_secret()
SECONDS = 30  # how long a code of the second step holds


def make_teams() -> list[Team]:
    """Make teams with a manager and five practitioners each."""
    teams = Team.objects.bulk_create(Team(name=f"Team {number}") for number in range(TEAMS))
    people = User.objects.bulk_create(
        User(email=f"worker{number}@alderbridge.example", name=f"Worker {number}", password="!")
        for number in range(TEAMS * 6)
    )
    Post.objects.bulk_create(
        Post(user=user, team=teams[place // 6], role="practitioner" if place % 6 else "manager")
        for place, user in enumerate(people)
    )
    return teams


def make_worker(team: Team) -> User:
    """Make the practitioner who signs in, with a second step, as everybody has one in production."""
    worker = User.objects.create_user(email=EMAIL, name="Ines Okafor", password=PASSWORD)
    Post.objects.create(user=worker, team=team, role="practitioner")
    TOTP.activate(worker, SECRET)
    return worker


def code_now() -> str:
    """Return what the worker's telephone shows now."""
    return format_hotp_value(hotp_value(SECRET, int(timezone.now().timestamp()) // SECONDS))
