"""A genogram ready for a page or for paper: the picture, the same in words, and what it is called."""

from dataclasses import dataclass

from alongside.genogram.drawing import Drawn, draw
from alongside.genogram.drawing.words import Told, in_a_sentence, told
from alongside.genogram.layout import layout_of
from alongside.genogram.queries import Genogram
from alongside.people.models import Family


@dataclass(frozen=True)
class Shown:
    """The picture, its words in sections, and one line that names it."""

    drawn: Drawn
    told: Told
    title: str
    in_short: str

    @property
    def all_words(self) -> str:
        """Everything in one text, which stands for the picture where it cannot be seen."""
        return " ".join([f"{self.in_short}.", *(line for _, lines in self.told for line in lines)])


def shown(genogram: Genogram, family: Family, *, live: bool = False) -> Shown:
    """Return the picture of a family; `live` when it is to be worked on in a browser."""
    found = layout_of(genogram.pictured)
    title, in_short = f"Genogram of the {family.name} family", in_a_sentence(genogram.pictured, found)
    words = told(genogram.pictured, found, topics=genogram.state["topics"], culture=genogram.state["culture"])
    drawn = draw(genogram.pictured, found, title=title, description=in_short, live=live)
    return Shown(drawn, words, title, in_short)
