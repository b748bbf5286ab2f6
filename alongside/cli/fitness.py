"""Whether the settings are fit for real families. Each rule names what is wrong and what to do about it."""

import importlib
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

KEY_LENGTH = 50  # characters; Django's own checks ask for as many
KNOWN_KEYS = ("only-for-development", "django-insecure", "changeme", "secret")
YEAR = 365 * 24 * 60 * 60
LOCAL = ("", "localhost", "127.0.0.1", "::1")
ENCRYPTED = ("require", "verify-ca", "verify-full")


@dataclass(frozen=True)
class Fault:
    """Something that makes this unfit for real families, and the cure."""

    what: str
    cure: str

    def __str__(self) -> str:
        return f"✗ {self.what}\n  → {self.cure}"


@dataclass(frozen=True)
class Rule:
    """A fault and the question whether settings (and the environment they come from) have it."""

    broken: Callable[[Any, Mapping[str, str]], bool]
    what: str
    cure: str


NEW_KEY = "python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
RULES = (
    Rule(
        lambda settings, _: settings.MODE != "production" or settings.DEBUG,
        "This is not production: ALONGSIDE_MODE says otherwise, or debug pages are on.",
        "Set ALONGSIDE_MODE=production, or leave it out. Debug pages show families' data to whoever causes an error.",
    ),
    Rule(
        lambda settings, _: not settings.SECRET_KEY,
        "SECRET_KEY is missing.",
        f"Make one with {NEW_KEY} and set it in the environment. Keep it out of any repository.",
    ),
    Rule(
        lambda settings, _: bool(settings.SECRET_KEY) and _weak(settings.SECRET_KEY),
        "SECRET_KEY can be guessed: it is short, has few different characters, or is one that is publicly known.",
        f"Make one with {NEW_KEY}. Everybody signs in anew after the change.",
    ),
    Rule(
        lambda settings, _: not any(settings.ALLOWED_HOSTS),
        "ALLOWED_HOSTS is missing.",
        "Set it to the name people type to reach Alongside, such as ALLOWED_HOSTS=alongside.example.gov.uk",
    ),
    Rule(
        lambda settings, _: any(host.startswith(("*", ".")) for host in settings.ALLOWED_HOSTS),
        "ALLOWED_HOSTS allows names that you do not know.",
        "Write each name out, with commas between them, and no * or leading dot.",
    ),
    Rule(
        lambda settings, _: not settings.SECURE_PROXY_SSL_HEADER,
        "Alongside does not know that it stands behind a proxy with TLS.",
        "Put it behind one that sets X-Forwarded-Proto itself (see docs/how-to/deploy.md); set BEHIND_TLS_PROXY=yes.",
    ),
    Rule(
        lambda settings, _: not settings.SECURE_SSL_REDIRECT or settings.SECURE_HSTS_SECONDS < YEAR,
        "Browsers are not told to use TLS only.",
        "Leave SECURE_SSL_REDIRECT on and SECURE_HSTS_SECONDS at a year, as production mode has them.",
    ),
    Rule(
        lambda settings, _: not (settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE),
        "Cookies may travel without TLS, and with them the sessions of people who are signed in.",
        "Leave SESSION_COOKIE_SECURE and CSRF_COOKIE_SECURE on, as production mode has them.",
    ),
    Rule(
        lambda _, environ: not environ.get("DATABASE_URL"),
        "DATABASE_URL is missing.",
        "Set it to your PostgreSQL: DATABASE_URL=postgresql://alongside:PASSWORD@HOST/alongside?sslmode=verify-full",
    ),
    Rule(
        lambda settings, _: _unencrypted(settings.DATABASES["default"]),
        "What travels to the database is not encrypted.",
        "Add ?sslmode=verify-full to DATABASE_URL (or at least ?sslmode=require).",
    ),
    Rule(
        lambda settings, _: not _writable(Path(settings.DATA_DIR)),
        "The folder for documents cannot be written to.",
        "Set ALONGSIDE_DATA_DIR to a folder that belongs to the account which runs Alongside.",
    ),
)


def setting_faults(settings: Any, environ: Mapping[str, str]) -> list[Fault]:
    """Return what makes `settings`, read from `environ`, unfit for real families; nothing when they are fit."""
    return [Fault(rule.what, rule.cure) for rule in RULES if rule.broken(settings, environ)]


def _weak(key: str) -> bool:
    return len(key) < KEY_LENGTH or len(set(key)) < 10 or key.lower().startswith(KNOWN_KEYS)


def _unencrypted(database: Mapping[str, Any]) -> bool:
    host = database["HOST"]
    if host in LOCAL or host.startswith("/"):
        return False
    return database["OPTIONS"].get("sslmode") not in ENCRYPTED


def _writable(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def configured() -> tuple[Any, list[Fault]]:
    """Return the settings module and the faults in it; None for the module when it cannot be read at all.

    The module itself, not Django's view of it, which raises an error when the secret key is missing.
    """
    try:
        settings = importlib.import_module(os.environ["DJANGO_SETTINGS_MODULE"])
    except ValueError as error:
        return None, [Fault("The settings cannot be read.", str(error))]
    return settings, setting_faults(settings, os.environ)


def stop_if_unfit() -> bool:
    """Before a production server or worker starts: show what is wrong with its settings. True when something is."""
    if os.environ.get("ALONGSIDE_MODE") in ("development", "test"):
        return False
    _, faults = configured()
    show(faults)
    return bool(faults)


def show(faults: Sequence[Fault]) -> None:
    """Print faults to standard error."""
    for fault in faults:
        print(fault, file=sys.stderr)
