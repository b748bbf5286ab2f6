"""What every part of a story file has in common."""

from pydantic import BaseModel, ConfigDict


class Told(BaseModel):
    """A part of a story file: nothing in it that is not known here."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)
