"""What `./run` says when all is up: the address, and who can sign in."""

import json

from alongside.launch.home import Home

WIDE_OPEN = ("0.0.0.0", "::")  # noqa: S104


def show_address(home: Home, address: str, *, host: str, seconds: float) -> None:
    """Print the address, the invented people's sign-ins where there are any, and how to stop."""
    print(f"\nAlongside is ready after {seconds:.1f} seconds:  {address}\n")
    if json.loads(home.filled.read_text())["invented"]:
        _show_sign_ins()
    else:
        print("No invented families here. Make yourself a first sign-in, in a second terminal:")
        print('  .venv/bin/alongside administrator --name "Your Name" --email you@example.org\n')
    if host in WIDE_OPEN:
        print("Everybody on your network can open it. Do not record real families: see docs/how-to/deploy.md for that.")
    if home.outside.exists():
        print(f"The database's files are in {home.outside}: its account cannot reach this folder.")
    print("Ctrl-C stops it.", flush=True)


def _show_sign_ins() -> None:
    from alongside.demo.sign_ins import SIGN_INS

    rows = [("Sign in as", "email", "password", "and try")]
    rows += [(each.role, each.email, each.password, each.what_to_try) for each in SIGN_INS]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        print("  " + "  ".join([*(word.ljust(width) for word, width in zip(row, widths, strict=False)), row[3]]))
    print("All of them, and the families, are invented.\n")
