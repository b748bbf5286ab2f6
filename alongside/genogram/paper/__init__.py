"""The genogram by typst: an accessible PDF on paper large enough to be read, and a picture."""

from pathlib import Path

from django.utils import timezone

from alongside.design.words import day
from alongside.genogram.showing import Shown
from alongside.people.models import Family
from alongside.story.pdf import typesetting

HERE = Path(__file__).parent
SHARP = 144  # points to the inch of a picture; twice as fine as it is drawn
LARGEST = 9000  # pixels across: wider pictures are drawn less fine


def on_paper(shown: Shown, family: Family) -> bytes:
    """Return the genogram as a PDF that meets PDF/UA-1, its words as the picture's text and below it."""
    foot = f"{family.name} ({family.reference}) · as it stood on {day(timezone.localdate())}"
    given = _given(shown) | {"told": shown.told, "foot": foot, "short": shown.in_short}
    return typesetting.as_pdf(HERE / "genogram.typ", genogram=given)


def picture(shown: Shown) -> bytes:
    """Return the genogram as a PNG."""
    fine = min(SHARP, LARGEST / shown.drawn.width * 72)
    return typesetting.as_picture(HERE / "picture.typ", fine=fine, genogram=_given(shown))


def _given(shown: Shown) -> dict[str, object]:
    drawn = shown.drawn
    return {
        "svg": str(drawn.svg),
        "title": shown.title,
        "alt": shown.all_words,
        "width": drawn.width,
        "height": drawn.height,
    }
