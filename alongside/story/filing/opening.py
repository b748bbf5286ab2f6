"""Opening what is kept: the one way to it, and what is said when the store has lost it or does not answer."""

import logging
from collections.abc import Callable

from django.db.models.fields.files import FieldFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

log = logging.getLogger(__name__)


class NotThere(OSError):
    """What was kept cannot be opened now. `lost`: the store answers, and does not have it."""

    def __init__(self, *, lost: bool) -> None:
        super().__init__("lost" if lost else "no answer")
        self.lost = lost


def opened(kept: FieldFile) -> FieldFile:
    """Open what is kept, to be read.

    :raises NotThere: when the store has lost it, or does not answer; the log says which file
    """
    try:
        kept.open("rb")
    except FileNotFoundError:
        log.error("The store of documents has lost %s", kept.name)
        raise NotThere(lost=True) from None
    except Exception:
        # Each kind of store fails in ways of its own when it cannot be reached.
        log.exception("The store of documents did not hand out %s", kept.name)
        raise NotThere(lost=False) from None
    return kept


class SaysThatItIsNotThere:
    """Answers a request for what cannot be opened now with what to do, in place of a page that says that all broke."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        if not isinstance(problem, NotThere):
            return None
        status = 404 if problem.lost else 503
        return render(request, "story/documents/not_there.jinja", {"lost": problem.lost}, status=status)
