"""Where things are kept. Everything that this machine makes is below `var/`, and can be deleted to start again."""

import hashlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VAR = ROOT / "var"
VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements"
ASSETS = ROOT / "assets"
BUILT_ASSETS = ROOT / "alongside" / "design" / "static" / "dist"


def venv_python() -> Path:
    """Return the Python of the project's virtual environment."""
    return VENV / "bin" / "python"


def in_venv() -> bool:
    """Tell whether we already run on the virtual environment's Python."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def log_file(name: str) -> Path:
    """Return the path of a log of the set-up steps, its folder made."""
    folder = VAR / "log"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}.log"


def digest_of(*files: Path) -> str:
    """Return one digest over names and contents, by which a step knows that nothing has changed."""
    total = hashlib.sha256()
    for file in sorted(files):
        total.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()
