"""A form's questions as a reader meets them: how each is answered, whether it must be, and when it is asked."""

from dataclasses import dataclass

from alongside.packs.format.field_types import FIELD_TYPES
from alongside.packs.format.forms import Form, FormField, Only, Section
from alongside.packs.format.pack import Pack
from alongside.packs.telling.rules import level_name, role_name
from alongside.packs.telling.words import capital, happened, listed, plain
from alongside.story.asking import Asking

NEEDED = {
    "no": "",
    "yes": "Needed",
    "or-reason": "Needed, or a reason why not",
    "when-late": "Needed when it is written up late",
    "when-overdue": "Needed when it comes after it was due",
}
WORDS_OF = {
    "practitioner": "",
    "family": "In the family’s own words",
    "child": "In the child’s own words",
    "observed": "What was observed, where no words can be given",
}
FOR_EACH = {"child": "Asked for each child", "adult": "Asked for each adult", "person": "Asked for each person"}


@dataclass(frozen=True)
class ShownQuestion:
    """One question with its names filled in; `notes` are short sentences about how it is asked."""

    id: str
    label: str
    hint: str
    purpose: str
    prompts: list[str]
    options: list[str]
    needed: str
    notes: list[str]


@dataclass(frozen=True)
class ShownSection:
    """A section and its questions."""

    title: str
    hint: str
    for_each: str
    questions: list[ShownQuestion]


@dataclass(frozen=True)
class ShownForm:
    """A form: what it is for, its sections, who signs, and what comes of it, each of these a sentence."""

    purpose: str
    sections: list[ShownSection]
    signs: str
    considers: str
    facts: list[tuple[str, str]]


def shown_form(form: Form, pack: Pack) -> ShownForm:
    """Return a form for reading; where a name would stand, it says “the child”."""
    asking = Asking(form=form, pack=pack)
    signing = form.sign_off
    return ShownForm(
        purpose=filled(asking, form.purpose),
        sections=[_section(section, asking) for section in form.sections],
        signs=role_name(signing.role, pack) if signing else "",
        considers=filled(asking, signing.says) if signing else "",
        facts=_facts(form, pack),
    )


def filled(asking: Asking, words: str | None) -> str:
    """Return wording without the places for names, beginning with a capital."""
    return capital(asking.fill(words))


def _section(section: Section, asking: Asking) -> ShownSection:
    return ShownSection(
        title=filled(asking, section.title),
        hint=filled(asking, section.hint),
        for_each=FOR_EACH.get(section.for_each or "", ""),
        questions=[_question(field, asking) for field in section.fields],
    )


def _question(field: FormField, asking: Asking) -> ShownQuestion:
    return ShownQuestion(
        id=field.id,
        label=filled(asking, field.label),
        hint=filled(asking, field.hint),
        purpose=filled(asking, field.purpose),
        prompts=[filled(asking, prompt) for prompt in field.prompts],
        options=[filled(asking, option.label) for option in field.options],
        needed=NEEDED[field.needed],
        notes=[note for note in _notes(field, asking) if note],
    )


def _notes(field: FormField, asking: Asking) -> list[str]:
    return [
        f"Answered with {_answer(field)}",
        WORDS_OF[field.words_of],
        f"On the scale “{_scale(field.scale, asking.pack)}”" if field.scale else "",
        f"Stands in “{_column(field.column, asking.pack)}” of the map" if field.column else "",
        _only(field.only, asking),
        f"Offers what stands in {listed(_offered(one, asking.pack) for one in field.offers)}" if field.offers else "",
    ]


def _answer(field: FormField) -> str:
    if field.type == "choice":
        return "one option or more" if field.several else "one option"
    if field.type == "narrative":
        return "words"
    return FIELD_TYPES[field.type].about if field.type in FIELD_TYPES else plain(field.type)


def _only(only: Only | None, asking: Asking) -> str:
    if only is None:
        return ""
    other = next((field for field in asking.form.fields if field.id == only.field), None)
    options = {option.id: filled(asking, option.label) for option in other.options} if other else {}
    chosen = listed((f"“{options.get(id, plain(id))}”" for id in only.any_of), "or")
    return f"Asked only when “{filled(asking, other.label) if other else plain(only.field)}” holds {chosen}"


def _offered(offer: str, pack: Pack) -> str:
    form_id, _, field_id = offer.partition(".")
    form = next((one for one in pack.forms if one.id == form_id), None)
    if not field_id or form is None:
        return f"“{_column(form_id, pack)}”"
    label = next((field.label for field in form.fields if field.id == field_id), field_id)
    return f"“{filled(Asking(form=form, pack=pack), label)}” ({form.title})"


def _column(id: str, pack: Pack) -> str:
    return next((column.title for column in pack.columns if column.id == id), plain(id))


def _scale(id: str, pack: Pack) -> str:
    titles = {star.id: star.title for star in pack.stars} | {scale.id: scale.title for scale in pack.scales}
    return titles.get(id, plain(id))


def _titled(form_id: str | None, pack: Pack) -> str:
    return next((f"“{one.title}”" for one in pack.forms if one.id == form_id), "")


def _facts(form: Form, pack: Pack) -> list[tuple[str, str]]:
    kind = next((one.title for one in pack.note_kinds if one.id == form.kind), plain(form.kind))
    levels = listed(level_name(level, pack) for level in form.levels)
    grows = listed(f"“{one.title}”" for one in pack.forms if one.id in form.grows_into)
    category = next((one.title for one in pack.document_categories if one.id == form.files_copy_in), "")
    offered = f"{'While support is open' if form.needs_pathway else 'Always'}{f', at {levels}' if levels else ''}"
    history = listed(dict.fromkeys(happened(record.fact) for record in form.records))
    facts = [
        ("About", capital(listed((plain(about.value) for about in form.about), "or"))),
        ("Stands under", kind),
        ("Offered", offered),
        ("Question for the date", form.asks_when),
        ("Adds to the history", capital(history)),
        ("Files a copy under", category),
        ("Ends support", "Yes" if form.closes_pathway else ""),
        ("Leads on to", grows),
        ("Written at", capital(listed((plain(kind) for kind in form.record_of), "or"))),
        ("Goes on the agenda of", capital(plain(form.agenda_of or ""))),
        ("Answers", _titled(form.answers, pack)),
        ("Brings up to date", _titled(form.updates, pack)),
    ]
    return [(title, words) for title, words in facts if words]
