"""What a pack holds, in a few lines."""

from alongside.packs.format.pack import Pack

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
    return "\n".join(lines)


def _count(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"
