"""What a pack holds, in a few lines."""

from alongside.packs.format.pack import Pack

# Ofcom keeps these for stories: nobody answers them.
FOR_STORIES = ("01632960", "02079460", "07700900")

COUNTED = (
    ("forms", "form"),
    ("standards", "standard"),
    ("levels", "level"),
    ("scales", "scale"),
    ("stars", "star"),
)


def summary(pack: Pack) -> str:
    """Return the pack's name, what it includes, and how much of each thing is in it."""
    counts = [_count(len(getattr(pack, name)), one) for name, one in COUNTED]
    counts.append(_count(len(pack.thresholds.indicators), "threshold indicator"))
    lines = [f"{pack.title}, version {pack.version} ({pack.id}): all is well."]
    if pack.includes:
        lines.append(f"Builds on {', '.join(pack.includes)}.")
    lines.append(f"Holds {', '.join(counts)}.")
    lines += [f"  form {form.id}: {form.title}, {_count(len(form.fields), 'question')}" for form in pack.forms]
    lines += [f"  standard {standard.id}: {standard.title}" for standard in pack.standards]
    return "\n".join(lines + invented_numbers(pack))


def invented_numbers(pack: Pack) -> list[str]:
    """Return a line that names whose telephone number is one that nobody answers; nothing when each is real.

    Source: Ofcom, telephone numbers for use in drama.
    """
    called = [*pack.contacts, *(pack.danger.numbers if pack.danger else ())]
    names = dict.fromkeys(one.name for one in called if _digits(one.number).startswith(FOR_STORIES))
    if not names:
        return []
    return [f"Before families call: these numbers are invented, and nobody answers them: {', '.join(names)}."]


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdigit())


def _count(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"
