"""The pack that we ship, for whoever tests with it."""

from functools import cache
from pathlib import Path

from alongside.packs import loader
from alongside.packs.format.pack import Pack

PACKS = Path(__file__).resolve().parents[3] / "packs"


@cache
def default_pack() -> Pack:
    """The pack that we ship, read once."""
    return loader.load(PACKS / "default")
