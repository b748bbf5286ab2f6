"""The needs that were identified, each with how things were then."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.packs.format.forms import Form
from alongside.packs.format.pack import Pack
from alongside.story.models import Answer


@dataclass(frozen=True)
class Need:
    """A need found at the start: which outcome it is about, how things were then, and the record that says so."""

    outcome: str
    baseline: str
    entry_id: int
    found_on: date


def needs_of(families: Collection[int], pack: Pack) -> dict[int, list[Need]]:
    """Return, by family, the needs of the latest record that identified any; one query for all families.

    How things were is the answer to the question that the form asks only when that need is chosen.
    """
    if pack.claim is None or not families:
        return {}
    kept: dict[int, dict[int, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
    told: dict[int, tuple[str, date]] = {}
    for family, entry, form, on, key, value in _answers(families, pack):
        kept[family][entry][key] = value
        told[entry] = (form, on)
    return {family: _latest(entries, told, pack) for family, entries in kept.items()}


def _answers(families: Collection[int], pack: Pack) -> Iterator[tuple[int, int, str, date, str, Any]]:
    keys = {key for form_id, needs in _asked(pack) for key in [needs, *_baselines(pack.form(form_id), needs).values()]}
    standing = Answer.objects.filter(
        entry__family__in=families, entry__form_id__in={form for form, _ in _asked(pack)}, key__in=keys,
        entry__status="final", entry__superseded_at=None,
    )  # fmt: skip
    columns = ("entry__family_id", "entry_id", "entry__form_id", "entry__happened_on", "key", "value")
    return iter(standing.order_by("entry__happened_on", "entry_id").values_list(*columns))


def _latest(entries: dict[int, dict[str, Any]], told: dict[int, tuple[str, date]], pack: Pack) -> list[Need]:
    questions = dict(_asked(pack))
    for entry, answers in reversed(entries.items()):
        form, on = told[entry]
        chosen = answers.get(questions[form])
        if isinstance(chosen, list) and chosen:
            baselines = _baselines(pack.form(form), questions[form])
            return [Need(one, str(answers.get(baselines.get(one, ""), "")), entry, on) for one in chosen]
    return []


def _asked(pack: Pack) -> list[tuple[str, str]]:
    """Return the form and the question of each place where needs are identified."""
    found = [asked.split(".", 1) for asked in pack.claim.needs_in] if pack.claim else []
    return [(form, field) for form, field in found]


def _baselines(form: Form, needs: str) -> dict[str, str]:
    """Return, by outcome, the narrative that is asked when that one is chosen."""
    return {
        outcome: field.id
        for field in form.fields
        if field.type == "narrative" and field.only and field.only.field == needs
        for outcome in field.only.any_of
    }
