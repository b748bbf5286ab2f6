"""Reading what a page of choices sent: which of the signs it showed are ticked for which child."""

from collections.abc import Iterable
from dataclasses import replace

from django.http import QueryDict

from alongside.packs.format.pack import Pack
from alongside.packs.format.thresholds import Indicator
from alongside.packs.signs import rule_of
from alongside.thresholds.choice import LONGEST_NAME, LONGEST_WHY, MOST_CHILDREN, Choice, ChosenChild


def children_from(data: QueryDict, choice: Choice) -> Choice:
    """Return the choice with as many children as were said, named or not; who keeps their place keeps their signs.

    A row that was filled counts even beyond that number, and so does one that has signs; there is always one child.
    """
    number = int(data.get("number", "1")) if data.get("number", "1").isdecimal() else 1
    rows = []
    for place in range(MOST_CHILDREN):
        before = choice.children[place] if place < len(choice.children) else ChosenChild()
        name, age = (_line(data.get(f"{what}-{place}", "")) for what in ("name", "age"))
        rows.append(replace(before, name=name, age=age[:20]))
    filled = [place for place, row in enumerate(rows) if row.name or row.age or row.signs]
    wanted = max([number, 1, *(place + 1 for place in filled)])
    kept = tuple(row for place, row in enumerate(rows[:wanted]) if not data.get(f"drop-{place}"))
    return replace(choice, children=kept or (ChosenChild(),))


def signs_from(data: QueryDict, choice: Choice, pack: Pack, shown: Iterable[Indicator]) -> Choice:
    """Return the choice after a page that showed these signs: of them, those ticked are chosen, and no others."""
    on_page = {sign.id for sign in shown}
    children = []
    for place, child in enumerate(choice.children):
        ticked = (set(data.getlist(f"signs-{place}")) & on_page) | (set(child.signs) - on_page)
        signs = tuple(sign.id for sign in pack.thresholds.indicators if sign.id in ticked)
        children.append(replace(child, signs=signs))
    return replace(choice, children=tuple(children))


def answers_from(data: QueryDict, choice: Choice, pack: Pack) -> Choice:
    """Return the choice with the answers to the questions it rests on; what was not asked stays as it was."""
    children = []
    for place, child in enumerate(choice.children):
        answers = dict(child.answers)
        for rule in pack.thresholds.rules:
            given = data.get(f"answer-{place}-{rule.id}")
            if given in {answer.id for answer in rule.answers}:
                answers[rule.id] = str(given)
        signs = (sign for sign in pack.thresholds.indicators if sign.id in child.signs)
        rests_on = {found.id for sign in signs if (found := rule_of(pack, sign))}
        children.append(replace(child, answers={key: value for key, value in answers.items() if key in rests_on}))
    return replace(choice, children=tuple(children))


def decision_from(data: QueryDict, choice: Choice, pack: Pack) -> tuple[Choice, dict[str, str]]:
    """Return the choice with the level decided and why, and what is lacking by the name of its question."""
    level, why = data.get("level", ""), " ".join(data.get("why", "").split())[:LONGEST_WHY]
    decided = replace(choice, level=level if level in {one.id for one in pack.levels} else "", why=why)
    problems = {}
    if not decided.level:
        problems["level"] = "Choose the level that you decide on"
    if not why:
        problems["why"] = "Write why, in a few words: the guide explains, and you decide"
    return decided, problems


def _line(words: str) -> str:
    return " ".join(words.split())[:LONGEST_NAME]
