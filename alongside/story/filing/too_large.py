"""What is far too large is refused by what it says of its own length, before a byte of it fills memory or disk."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

GetResponse = Callable[[HttpRequest], HttpResponse]


class TooLarge:
    """Answers a request that is larger than several of the largest files, and closes the connection."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _length(request) <= settings.REQUEST_BYTES:
            return self.get_response(request)
        megabytes = settings.FILE_BYTES // 1_000_000
        if request.headers.get("Accept") == "application/json":
            says = f"This is larger than {megabytes} MB. Save it smaller, or in parts, and try again."
            response = HttpResponse(says, "text/plain; charset=utf-8", status=413)
        else:
            context = {"megabytes": megabytes, "together": settings.REQUEST_BYTES // 1_000_000}
            response = render(request, "story/documents/too_large.jinja", context, status=413)
        # What is still on its way is of no use to anybody.
        response["Connection"] = "close"
        return response


def _length(request: HttpRequest) -> int:
    told = request.META.get("CONTENT_LENGTH") or "0"
    return int(told) if told.isdecimal() else 0
