"""What pages of other apps show of visits."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from markupsafe import Markup

from alongside.access import rules as access
from alongside.people.models import Family
from alongside.visits.queries import seen_glance


def seen(family: Family, request: HttpRequest) -> Markup:
    """Return when a family and each child were last seen and are due next, as markup; need to know is the page's."""
    context = {
        "family": family,
        "seen": seen_glance(family),
        "writes": access.may(request.user, "work_with_families"),
    }
    return Markup(render_to_string("visits/seen.jinja", context, request=request))  # noqa: S704
