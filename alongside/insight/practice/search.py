"""Finding something in the pack in force by plain words."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from django.urls import reverse

from alongside.insight.practice.questions import shown_form
from alongside.insight.practice.reading import lists_of, shown_standards
from alongside.packs.format.base import Source
from alongside.packs.format.pack import Pack
from alongside.packs.telling.rules import level_name
from alongside.packs.telling.words import capital

MOST = 30  # of one kind on a page


Addresses = Callable[..., str]


def in_force(name: str, *args: str) -> str:
    """Return the address of a page of Practice in the version in force."""
    return reverse(name, args=args)


@dataclass(frozen=True)
class Found:
    """One thing of the pack: its title, a line that says more, what else it is found by, and where it stands."""

    title: str
    line: str
    words: str
    href: str
    said: tuple[str, ...] = ()  # sentences of it, of which the one that was looked for is shown


@dataclass(frozen=True)
class FoundKind:
    """What was found of one kind, and how many more there are than are shown."""

    title: str
    found: list[Found]
    more: int


def search(pack: Pack, asked: str, *, at: Addresses = in_force) -> list[FoundKind]:
    """Return what holds every word asked for, each at the beginning of a word, titles that hold them first.

    :param at: makes the address of a page of Practice, in the version that is searched
    """
    wanted = [re.compile(rf"\b{re.escape(word)}") for word in plainly(asked).split()]
    kinds = (("Forms", _forms), ("Questions", _questions), ("Standards", _standards), ("Thresholds", _thresholds))
    found = []
    for title, things in (*kinds, ("Levels, scales and stars", _scales), ("Contacts and lists", _lists)):
        hits = [one for one in things(pack, at) if _holds(f"{one.title} {one.words}", wanted)]
        hits.sort(key=lambda one: not _holds(one.title, wanted))
        if hits:
            shown = [_with_what_was_found(one, wanted) for one in hits[:MOST]]
            found.append(FoundKind(title, shown, max(0, len(hits) - MOST)))
    return found


def _with_what_was_found(one: Found, wanted: list[re.Pattern[str]]) -> Found:
    if _holds(f"{one.title} {one.line}", wanted):
        return one
    holding = next((said for said in one.said if any(word.search(plainly(said)) for word in wanted)), "")
    return replace(one, line=f"{one.line}: {holding}") if holding else one


def plainly(words: str) -> str:
    """Return words in small letters and with plain apostrophes, so that they are found however they are typed."""
    return words.casefold().replace("’", "'").replace("‘", "'")


def _holds(words: str, wanted: Iterable[re.Pattern[str]]) -> bool:
    text = plainly(words)
    return all(word.search(text) for word in wanted)


def _forms(pack: Pack, at: Addresses) -> Iterator[Found]:
    for form in pack.forms:
        shown = shown_form(form, pack)
        words = f"{shown.purpose} {shown.signs} {shown.considers} {_source(form.source)}"
        yield Found(form.title, shown.purpose, words, at("practice-form", form.id))


def _questions(pack: Pack, at: Addresses) -> Iterator[Found]:
    for form in pack.forms:
        here = at("practice-form", form.id)
        for section in shown_form(form, pack).sections:
            for one in section.questions:
                said = (one.hint, one.purpose, *one.prompts, *one.options, section.title)
                yield Found(one.label, form.title, " ".join(said), f"{here}#q-{one.id}", said)


def _standards(pack: Pack, at: Addresses) -> Iterator[Found]:
    here = at("practice-standards")
    for one in shown_standards(pack):
        words = f"{' '.join(one.rule)} {one.owner} {one.standard.help or ''} {_source(one.standard.source)}"
        yield Found(one.standard.title, one.rule[0], words, f"{here}#standard-{one.standard.id}")


def _thresholds(pack: Pack, at: Addresses) -> Iterator[Found]:
    here, parts = at("practice-thresholds"), {one.id: one.title for one in pack.thresholds.domains}
    for sign in pack.thresholds.indicators:
        line = f"{capital(level_name(sign.level, pack))}, {parts.get(sign.domain, '').lower()}"
        words = " ".join((line, sign.hint or "", *sign.everyday))
        yield Found(sign.label, line, words, f"{here}#sign-{sign.id}", tuple(sign.everyday))
    for rule in pack.thresholds.rules:
        yield Found(rule.says, capital(level_name(rule.level, pack)), _source(rule.source), f"{here}#rule-{rule.id}")


def _scales(pack: Pack, at: Addresses) -> Iterator[Found]:
    overview, here = at("practice"), at("practice-scales")
    for level in pack.levels:
        words = f"{level.means} {level.assessment or ''} {level.contact_route or ''}"
        yield Found(f"Level {level.number}: {level.title}", level.means, words, f"{overview}#level-{level.id}")
    for scale in pack.scales:
        words = f"{scale.question} {scale.lowest_means} {scale.highest_means} {_source(scale.source)}"
        yield Found(scale.title, scale.question, words, f"{here}#scale-{scale.id}")
    for star in pack.stars:
        words = " ".join(f"{area.title} {area.question} {area.hint or ''}" for area in star.areas)
        yield Found(star.title, ", ".join(area.title for area in star.areas), words, f"{here}#star-{star.id}")


def _lists(pack: Pack, at: Addresses) -> Iterator[Found]:
    here = at("practice-lists")
    for contact in pack.contacts:
        words = f"{contact.use_when} {contact.email or ''}"
        yield Found(contact.name, f"{contact.number}: {contact.use_when}", words, f"{here}#contacts")
    for one in lists_of(pack):
        for title, beside in one.rows:
            yield Found(title, one.title, beside, f"{here}#list-{one.id}")


def _source(source: Source | None) -> str:
    return f"{source.document} {source.passage} {source.note or ''}" if source else ""
