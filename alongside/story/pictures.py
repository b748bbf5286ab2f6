"""A family's numbers as the design draws them, for pages and PDFs alike."""

from collections.abc import Mapping, Sequence

from alongside.design import pictures
from alongside.packs.format.scales import Scale, Star
from alongside.story.blocks import Picture


def drawn(scale: Scale) -> pictures.Scale:
    """Return a scale of the pack as pictures take it."""
    return pictures.Scale(
        lowest=scale.lowest,
        highest=scale.highest,
        higher_is_better=scale.direction == "higher-is-better",
        lowest_means=scale.lowest_means,
        highest_means=scale.highest_means,
    )


def spread(places: Sequence[tuple[str, int]], scale: Scale) -> Picture:
    """Return everyone's place on one line: who, and where."""
    ratings = [pictures.Rating(name, value) for name, value in places]
    return _block(pictures.scale_spread(ratings, drawn(scale), title=scale.title))


def star(places: Mapping[str, int], before: Mapping[str, int], star: Star, scale: Scale, *, then: str) -> Picture:
    """Return a star as it is now, against what it was before; both by area id."""
    areas = [pictures.Area(area.title, before.get(area.id), places.get(area.id)) for area in star.areas]
    return _block(pictures.star(areas, drawn(scale), title=star.title, then=then or "Then", now="Now"))


def _block(picture: pictures.Picture) -> Picture:
    return Picture(str(picture.svg), f"{picture.title}. {picture.note}".strip())
