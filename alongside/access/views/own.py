"""What a person sees of their own account."""

from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from alongside.access import queries
from alongside.access.guards import own, signed_in
from alongside.access.rules import CAPABILITIES, ROLES


@own
@require_GET
def your_account(request: HttpRequest) -> HttpResponse:
    """Who I am here, what I may do and where, my password and my second step."""
    posts = [
        {"team": post.team.name, "role": ROLES[post.role]}
        for post in queries.posts_of_account(signed_in(request))
        if post.role in ROLES
    ]
    context = {
        "posts": posts,
        "may": {role.id: [CAPABILITIES[name] for name in CAPABILITIES if name in role.may] for role in ROLES.values()},
        "second_step": is_mfa_enabled(request.user),
    }
    return render(request, "access/your_account.jinja", context)
