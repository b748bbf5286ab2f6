"""One's own notices."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from alongside.access.guards import own, signed_in
from alongside.notices import actions
from alongside.notices.models import MailChoice, Notice
from alongside.notices.queries import A_PAGE, notices_of


@own
@require_GET
def notices(request: HttpRequest) -> HttpResponse:
    """Show what somebody was told, newest first, and when they want mail about it."""
    user = signed_in(request)
    page = notices_of(user, before=_number(request.GET.get("before", "")))
    choice = MailChoice.objects.filter(user=user).first()
    context = {
        "notices": page[:A_PAGE],
        "older": f"?before={page[A_PAGE - 1].notice.pk}" if len(page) > A_PAGE else "",
        "newest": page[0].notice.pk if page else 0,
        "unread": user.unread_notices,
        "choices": MailChoice.When.choices,
        "chosen": choice.when if choice else MailChoice.When.AT_ONCE,
    }
    return render(request, "notices/notices.jinja", context)


@own
@require_POST
def open_notice(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Mark a notice as read and go where it leads."""
    notice = Notice.objects.filter(to=signed_in(request), pk=notice_id).first()
    if notice is None:
        raise Http404("You have no such notice.")
    actions.read(notice=notice, by=signed_in(request))
    safe = url_has_allowed_host_and_scheme(notice.href, allowed_hosts=None)
    return redirect(notice.href if safe else "notices")


@own
@require_POST
def read_notices(request: HttpRequest) -> HttpResponse:
    """Mark everything that the page showed as read."""
    actions.read_all(up_to=_number(request.POST.get("up_to", "")) or 0, by=signed_in(request))
    return redirect("notices")


@own
@require_POST
def choose_mail(request: HttpRequest) -> HttpResponse:
    """Take when mails come; what is none of the choices changes nothing."""
    when = request.POST.get("when", "")
    if when in MailChoice.When.values:
        actions.choose_mail(when=when, by=signed_in(request))
    return redirect("notices")


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 15 else None
