"""Settings of the Alongside that `./run` has running in this checkout, so that commands beside it find it."""

import json
import os

from alongside.launch.locks import is_held
from alongside.launch.places import VAR


def use_running_instance() -> None:
    """Fill the environment from the running instance's file, unless it names a database or a mode already.

    Call it before Django's settings are read.
    """
    file = VAR / "running.json"
    if "DATABASE_URL" in os.environ or "ALONGSIDE_MODE" in os.environ:
        return
    if file.exists() and is_held(VAR / "run.lock"):
        os.environ.update(json.loads(file.read_text()))
