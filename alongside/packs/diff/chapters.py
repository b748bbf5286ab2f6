"""Everything that differs between two packs, chapter by chapter."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from alongside.packs.diff.changes import Change, Chapter, Differences, Thing
from alongside.packs.diff.forms import form_changes, questions_gone
from alongside.packs.diff.parts import differences_of, in_another_order
from alongside.packs.diff.standards import standard_changes
from alongside.packs.diff.words import name_of
from alongside.packs.format.pack import Pack
from alongside.packs.format.pack_file import Head
from alongside.packs.telling.rules import rule_in_words

# Each list of a pack: its title, what one of it is called, and what it means when one is there no longer.
LISTS = {
    "joined": ("The packs it builds on", "pack", ""),
    "forms": ("Forms", "form", "Records written in it stay as they are, but no new one can be begun."),
    "standards": ("Standards", "standard", "What it asked of families is asked no longer."),
    "levels": ("Levels", "level", "Decisions that named it stand in the history. Look for families who stand there."),
    "roles": ("Roles", "role", ""),
    "columns": ("Columns of the map", "column", "Statements in it stay with their records, and none can be added."),
    "note_kinds": ("Kinds of note", "kind of note", "Notes of this kind keep it, but no new ones can be written."),
    "document_categories": ("Document categories", "category", "Documents filed there stay, but none can be added."),
    "closure_reasons": ("Reasons for closing", "reason", "Families closed for it keep it; it cannot be chosen again."),
    "outcomes": ("Outcomes", "outcome", "Plans that name it keep it, but it can be chosen no longer."),
    "event_kinds": ("Kinds of event", "kind of event", "Events of this kind keep it, but none can be added."),
    "risk_factors": ("Risk factors", "risk factor", "Records that name it keep it, but it is asked no longer."),
    "toolkits": ("Toolkits", "toolkit", ""),
    "contacts": ("Contacts", "contact", ""),
    "terms": ("Words of the authority", "word", ""),
    "scales": ("Scales", "scale", "Ratings given on it stay with their records, but no new ones can be given."),
    "stars": ("Stars", "star", "Stars that were filled in stay with their records, but no new one can be begun."),
}
THRESHOLDS = {
    "domains": ("Thresholds: parts of the matrix", "part", ""),
    "levels_of_need": ("Thresholds: levels of need", "level of need", ""),
    "rules": ("Thresholds: how to read the signs", "rule", ""),
    "kinds_of_help": ("Thresholds: kinds of help", "kind of help", ""),
    "indicators": ("Thresholds: signs", "sign", "Decisions that rest on it keep it, but it can be chosen no longer."),
}
SINGLE = {
    "danger": "Words about danger",
    "calendar": "Calendar",
    "settings": "Settings",
    "starting": "How help begins",
    "front_door": "The front door",
    "claim": "Claims",
    "room": "The live room",
    "conferences": "Conferences",
}
Teller = Callable[[Any, Any], Iterable[Change]]


def differences(old: Pack, new: Pack) -> Differences:
    """Return all that differs between two packs. Two packs with the same content have no differences."""
    tellers: dict[str, Teller] = {
        "forms": form_changes,
        "standards": lambda before, after: standard_changes(before, after, old, new),
    }
    chapters = [_head(old, new)]
    chapters += [
        _list(LISTS[key], getattr(old, key), getattr(new, key), tellers.get(key, differences_of), new) for key in LISTS
    ]
    chapters += [
        _list(said, getattr(old.thresholds, key), getattr(new.thresholds, key), differences_of, new)
        for key, said in THRESHOLDS.items()
    ]
    chapters += [_single(title, getattr(old, key), getattr(new, key)) for key, title in SINGLE.items()]
    still = {form.id: form for form in new.forms}
    gone = [question for form in old.forms for question in questions_gone(form, still.get(form.id))]
    return Differences([chapter for chapter in chapters if chapter.things], gone)


def _head(old: Pack, new: Pack) -> Chapter:
    others = " ".join(key for key in Pack.model_fields if key not in Head.model_fields or key == "includes")
    changes = list(differences_of(old, new, skip=others))
    return Chapter("The pack itself", [Thing(name_of(new), changes)] if changes else [])


def _list(said: tuple[str, str, str], before: Sequence[Any], after: Sequence[Any], tell: Teller, new: Pack) -> Chapter:
    title, noun, warning = said
    old_ones, new_ones = {one.id: one for one in before}, {one.id: one for one in after}
    things = [Thing(name_of(one), list(_came(one, noun, new))) for id, one in new_ones.items() if id not in old_ones]
    for id, one in old_ones.items():
        if id not in new_ones:
            things.append(Thing(name_of(one), [Change(f"This {noun} is no longer there.", warning)]))
        elif changes := list(tell(one, new_ones[id])):
            things.append(Thing(name_of(new_ones[id]), changes))
    if in_another_order(list(old_ones), list(new_ones)):
        things.append(Thing("All together", [Change("They stand in another order.")]))
    return Chapter(title, things)


def _came(one: Any, noun: str, pack: Pack) -> Iterator[Change]:
    if noun == "standard":
        yield Change(f"This standard is new: {' '.join(rule_in_words(one, pack))}")
    elif noun == "form":
        number = len(one.fields)
        yield Change(f"This form is new, with {number} question{'' if number == 1 else 's'}: {one.purpose}")
    else:
        yield Change(f"This {noun} is new.")


def _single(title: str, before: Any, after: Any) -> Chapter:
    if before == after:
        return Chapter(title, [])
    if before is None or after is None:
        said = "They are new." if before is None else "They are no longer there."
        return Chapter(title, [Thing(title, [Change(said.replace("They are", "This is"))])])
    return Chapter(title, [Thing(title, list(differences_of(before, after)))])
