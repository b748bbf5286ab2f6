"""Settings of the Alongside that `./run` has running in this checkout, so that commands beside it find it."""

import json
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def use_running_instance() -> None:
    """Fill the environment from the running instance's file, unless it names a database or a mode already.

    Call it before Django's settings are read.
    """
    file = ROOT / "var" / "running.json"
    if "DATABASE_URL" in os.environ or "ALONGSIDE_MODE" in os.environ or not os.access(file, os.R_OK):
        return
    os.environ.update(json.loads(file.read_text()))
