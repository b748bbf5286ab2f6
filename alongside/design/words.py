"""How days, moments, numbers and people's own text read on a page. Days and times are London's."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

from django.utils import timezone
from markupsafe import Markup, escape

LONDON = ZoneInfo("Europe/London")


def london_day(when: dt.date | dt.datetime) -> dt.date:
    """The day in London on which a moment falls; a day stays as it is.

    Raises ValueError for a moment without a time zone: nobody could say which day that is.
    """
    if not isinstance(when, dt.datetime):
        return when
    if when.tzinfo is None:
        raise ValueError(f"{when!r} has no time zone, so the day in London cannot be told")
    return when.astimezone(LONDON).date()


def today() -> dt.date:
    """Today in London."""
    return london_day(timezone.now())


def day(when: dt.date | dt.datetime | None) -> str:
    """A day or moment as `3 March 2026`, in London; nothing for None."""
    if when is None:
        return ""
    date = london_day(when)
    return f"{date.day} {date:%B} {date.year}"


def day_short(when: dt.date | dt.datetime | None) -> str:
    """A day or moment as `3 Mar 2026`, in London; nothing for None."""
    if when is None:
        return ""
    date = london_day(when)
    return f"{date.day} {date:%b} {date.year}"


def weekday(when: dt.date | dt.datetime | None) -> str:
    """A day or moment as `Tuesday 3 March 2026`, in London; nothing for None."""
    return f"{london_day(when):%A} {day(when)}" if when is not None else ""


def clock(when: dt.datetime | None) -> str:
    """A moment's time of day as `16:05`, in London; nothing for None."""
    if when is None:
        return ""
    local = when.astimezone(LONDON)
    return f"{local:%H:%M}"


def moment(when: dt.datetime | None) -> str:
    """A moment as `3 March 2026, 16:05`, in London; nothing for None."""
    return f"{day(when)}, {clock(when)}" if when is not None else ""


def ago(when: dt.date | dt.datetime | None, *, from_day: dt.date | None = None) -> str:
    """How long since (or until) a day, in the words one would say: `today`, `3 days ago`, `in 2 weeks`.

    Counts London calendar days from `from_day` (today unless given); nothing for None.
    """
    if when is None:
        return ""
    days = (london_day(when) - (from_day or today())).days
    if days in _NEAR:
        return _NEAR[days]
    length = _length(abs(days))
    return f"in {length}" if days > 0 else f"{length} ago"


_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def _length(days: int) -> str:
    if days < 14:
        return f"{days} days"
    if days < 60:
        return plural(days // 7, "week")
    if days < 730:
        return plural(round(days / 30.44), "month")
    return plural(int(days / 365.25), "year")


def plural(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 child`, `3 children`. Without `many` an s is added. Thousands have commas."""
    noun = one if number == 1 else many or f"{one}s"
    return f"{number:,} {noun}"


def paragraphs(text: str | None) -> Markup:
    """What somebody typed, as HTML paragraphs: escaped, blank lines part paragraphs, single line ends stay."""
    parts = re.split(r"\n\s*\n", str(text or "").replace("\r\n", "\n").strip())
    kept = [part.strip() for part in parts if part.strip()]
    lines = ("<br>".join(str(escape(line)) for line in part.split("\n")) for part in kept)
    return Markup("".join(f'<p class="govuk-body">{part}</p>' for part in lines))  # noqa: S704


def initials(name: str) -> str:
    """The letters that stand for a person on a small round mark: `Amara Okafor` → `AO`."""
    words = [word for word in name.split() if word[:1].isalpha()]
    return "".join(word[0].upper() for word in (words[:1] + words[-1:] if len(words) > 1 else words))


FILTERS = {
    "day": day,
    "day_short": day_short,
    "weekday": weekday,
    "clock": clock,
    "moment": moment,
    "ago": ago,
    "in_days": ago,
    "plural": plural,
    "paragraphs": paragraphs,
    "initials": initials,
}
