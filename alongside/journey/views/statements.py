"""One statement of the map: what became of it, and the forms that change it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from alongside.access import rules as access
from alongside.access.guards import allowed, need_to_know, signed_in
from alongside.design.forms import Form
from alongside.journey.cards import card_of
from alongside.journey.glance import glance_at
from alongside.journey.pictures import of_statements
from alongside.journey.statement_forms import MergeForm, MoveForm, RewordForm, WhyForm
from alongside.packs.format.pack import Pack
from alongside.people.models import Family
from alongside.people.queries import open_family
from alongside.story.actions import statements as actions
from alongside.story.models import Statement
from alongside.story.queries import ratings_told
from alongside.story.queries.map import map_card
from alongside.story.queries.statements import Told, others_living, statement_of
from alongside.story.rules import BECOMING


@dataclass(frozen=True)
class Change:
    """One way to change a statement: its button, the title and help of its page, and what is said when it is done."""

    button: str
    title: str
    help: str
    done: str


CHANGES = {
    "reword": Change(
        "Reword", "Say it in other words", "The words it had stay in its history, and in the records they came from.",
        "The map has the new words. The old ones are in its history.",
    ),
    "resolve": Change(
        "Sorted out", "Mark it as sorted out", "It leaves what still stands and can be brought back.",
        "Marked as sorted out.",
    ),
    "move": Change(
        "Move", "Move it to another column", "It keeps its words, its ratings and where it came from.",
        "Moved to the other column.",
    ),
    "merge": Change(
        "Merge", "Merge it with one that says the same", "The two can be separated again at any time.",
        "Merged. The one you chose speaks for both.",
    ),
    "take-back": Change(
        "Take back", "Take it back",
        "For what should not stand on the map, such as something that turned out not to be so. Records keep it.",
        "Taken back from the map.",
    ),
    "bring-back": Change(
        "Bring back", "Bring it back", "It will stand on the map again.", "It stands on the map again.",
    ),
    "unmerge": Change(
        "Separate", "Separate the two again", "It will stand on the map by itself again, in the words it had.",
        "The two stand by themselves again.",
    ),
}  # fmt: skip
SIMPLE: dict[str, Callable[..., Statement]] = {
    "resolve": actions.resolve,
    "take-back": actions.take_back,
    "bring-back": actions.bring_back,
    "unmerge": actions.unmerge,
}
# What leaves the card where it stands on the map, so that it can be done there.
IN_PLACE = ("reword", "resolve")


@need_to_know
@require_GET
def statement(request: HttpRequest, family_id: int, statement_id: UUID) -> HttpResponse:
    """Show one statement: where it comes from, its ratings over time, all that became of it, and what can be done."""
    family = open_family(request, family_id, what="a statement")
    told, pack = _found(family, statement_id), glance_at(family).pack
    writes = access.may(request.user, "work_with_families")
    its_own = {told.statement.pk, *(one.pk for one in told.merged)}
    readings = [one for one in ratings_told(family) if one.statement in its_own]
    context = {
        "family": family,
        "told": told,
        "statement": told.statement,
        "columns": {column.id: column.title for column in pack.columns},
        "readings": readings[::-1],
        "pictures": of_statements(readings, pack) if len(readings) > 1 else [],
        "becoming": [(id, CHANGES[id]) for id in BECOMING[told.statement.state]] if writes else [],
    }
    return render(request, "journey/map/statement.jinja", context)


def _found(family: Family, id: UUID) -> Told:
    told = statement_of(family, id)
    if told is None:
        raise Http404("This family has no such statement.")
    return told


@require_http_methods(["GET", "POST"])
@allowed("work_with_families")
def change_statement(request: HttpRequest, family_id: int, statement_id: UUID, change: str) -> HttpResponse:
    """Ask for one change of a statement and make it; on the map itself when only that part is asked for."""
    family = open_family(request, family_id, what="a statement")
    found, pack = _found(family, statement_id).statement, glance_at(family).pack
    if change not in CHANGES:
        raise Http404("A statement cannot be changed like this.")
    form = _form(request, change, found, pack)
    context: dict[str, Any] = {"family": family, "statement": found, "change": change, "asked": CHANGES[change]}
    context |= {"form": form, "theirs": None, "part": _is_part(request, change)}
    if request.method == "POST" and form.is_valid() and _made(request, change, found, form, pack, context):
        return _done(request, family, found, pack, change)
    wrong = bool(form.errors) or context["theirs"] is not None
    template = "journey/map/change_part.jinja" if context["part"] else "journey/map/change.jinja"
    # A part that arrives with an error's status would not be put on the page.
    return render(request, template, context, status=422 if wrong and not context["part"] else 200)


def _is_part(request: HttpRequest, change: str) -> bool:
    return bool(request.htmx) and change in IN_PLACE  # type: ignore[attr-defined]


def _form(request: HttpRequest, change: str, found: Statement, pack: Pack) -> Form:
    posted = request.POST if request.method == "POST" else None
    initial = {"seen": found.revision, "words": found.words if change == "reword" else ""}
    if change == "reword":
        return RewordForm(posted, initial=initial)
    if change == "move":
        return MoveForm(posted, initial=initial, pack=pack, statement=found)
    if change == "merge":
        return MergeForm(posted, initial=initial, pack=pack, statement=found, others=others_living(found))
    return WhyForm(posted, initial=initial)


def _made(request: HttpRequest, change: str, found: Statement, form: Form, pack: Pack, context: dict[str, Any]) -> bool:
    """Try the change. What is wrong stands beside its question; what somebody else wrote, beside what was typed."""
    try:
        _change(request, change, found, form, pack)
    except ValidationError as refused:
        form.add_error(None, refused)
    except actions.ChangedMeanwhile as meanwhile:
        # Sent once more, the form says that its writer has now seen the other's words.
        form.data = {**form.data.dict(), "seen": str(meanwhile.statement.revision)}  # type: ignore[attr-defined]
        context["theirs"] = meanwhile.statement.changes.select_related("by").order_by("-pk").first()
    else:
        return True
    return False


def _change(request: HttpRequest, change: str, found: Statement, form: Form, pack: Pack) -> None:
    given = form.cleaned_data
    said = {"why": given["why"], "seen": given["seen"], "by": signed_in(request)}
    if change == "reword":
        actions.reword(statement=found, words=given["words"], **said)
    elif change == "move":
        actions.move(statement=found, column=given["column"], pack=pack, **said)
    elif isinstance(form, MergeForm):
        actions.merge(statement=found, into=form.others[given["into"]], words=given["words"], **said)
    else:
        SIMPLE[change](statement=found, **said)


def _done(request: HttpRequest, family: Family, found: Statement, pack: Pack, change: str) -> HttpResponse:
    if _is_part(request, change):
        card = card_of(map_card(family, found.pk), pack, writes=access.may(request.user, "work_with_families"))
        return render(request, "journey/map/card_part.jinja", {"it": card, "said": CHANGES[change].done})
    messages.success(request, CHANGES[change].done)
    return redirect("family-statement", family_id=family.pk, statement_id=found.pk)
