"""The file standards.yaml: what is due, by when, and which sentence of guidance asks for it."""

from pydantic import Field

from alongside.packs.format.base import Part
from alongside.packs.format.standards import Standard


class StandardsFile(Part):
    """A list of standards."""

    standards: list[Standard] = Field(default_factory=list)
