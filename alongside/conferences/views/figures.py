"""The report for the partnership: how each agency's reports came, and how conferences were."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.access import trail
from alongside.access.guards import allowed
from alongside.conferences.deciding.feedback import Answered, Results
from alongside.conferences.queries.figures import Figures, Quarter, Timeliness, figures_of, quarters_until
from alongside.conferences.queries.packs import terms
from alongside.design.pictures import Bar, Part, shares
from alongside.design.words import today
from alongside.design.workbook import Sheet, sent_as_workbook, workbook

SEE = "see_conference_figures"
CAME = (Part("In time", "#0b5d58"), Part("Late", "#e9a820", "striped"), Part("Not here yet", "#a3291c", "crossed"))
# From the best answer to the worst, as the pack has them: full, striped, crossed, and plain for one more.
LOOKS = (("#0b5d58", "full"), ("#e9a820", "striped"), ("#a3291c", "crossed"), ("#4a5a5a", "full"))


@allowed(SEE)
@require_GET
def figures(request: HttpRequest) -> HttpResponse:
    """Show the figures of one quarter, or of the last two years."""
    found = _asked(request)
    context = {
        "figures": found,
        "came": shares([_bar(one) for one in found.agencies], CAME, title="How each agency’s reports came"),
        "over_time": shares([_bar(one) for _, one in found.by_quarter], CAME, title="Quarter by quarter"),
        "answers": _pictures(found.feedback),
        "came_as": next((one for one in found.feedback.questions if one.id == terms().came_as), None)
        if found.feedback
        else None,
    }
    return render(request, "conferences/figures.jinja", context)


@allowed(SEE)
@require_GET
def sheet(request: HttpRequest) -> HttpResponse:
    """The same figures as a workbook; taking them out is kept in the trail."""
    found = _asked(request)
    trail.looked(by=request.user, what="figures of conferences, as a workbook", family_id=None)
    return sent_as_workbook(_workbook(found), "conferences")


def _asked(request: HttpRequest) -> Figures:
    """What an address asks for; what is no quarter is as if none had been asked."""
    chosen = next((one for one in quarters_until(today()) if one.key == request.GET.get("quarter")), None)
    return figures_of(today(), chosen)


def _bar(line: Timeliness) -> Bar:
    return Bar(line.title, line.numbers, "" if line.share is None else f"{line.share}%")


def _pictures(given: Results | None) -> list[Any]:
    """A picture for each question; who came has too many kinds for one, and is said in words."""
    questions = [one for one in given.questions if one.id != terms().came_as] if given else []
    return [shares([Bar("Answers", tuple(one.counts.values()))], _parts(one), title=one.label) for one in questions]


def _parts(question: Answered) -> list[Part]:
    return [Part(words, *LOOKS[place % len(LOOKS)]) for place, words in enumerate(question.counts)]


def _workbook(found: Figures) -> bytes:
    heads = ("In time", "Late", "Not here yet", "All", "In time, of a hundred")
    return workbook(
        Sheet("Agencies", ("Agency", *heads), [_row(one.title, one) for one in found.agencies]),
        Sheet("Quarters", ("Quarter", *heads), [_row(one.title, line) for one, line in found.by_quarter]),
        Sheet(
            "Agencies by quarter", ("Quarter", "Agency", *heads),
            [(quarter, *_row(who, line)) for quarter, who, line in found.each],
        ),
        Sheet(
            "Feedback", ("Quarter", "Answers", "On paper", "Question", "Option", "How often"),
            [row for one, given in found.feedback_by_quarter for row in _answers(one, given)],
        ),
    )  # fmt: skip


def _row(title: str, line: Timeliness) -> tuple[Any, ...]:
    return title, *line.numbers, line.all, line.share


def _answers(quarter: Quarter, given: Results) -> list[tuple[Any, ...]]:
    """One row for each option; a quarter with few answers says only how many there were."""
    if given.too_few:
        return [(quarter.title, given.number, given.on_paper, "Too few to show", "", None)]
    return [
        (quarter.title, given.number, given.on_paper, one.label, option, number)
        for one in given.questions
        for option, number in one.counts.items()
    ]
