"""The administrator's screens: accounts and their posts. No family is ever seen from here."""

from collections.abc import Callable
from smtplib import SMTPException
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from alongside.access import actions, queries
from alongside.access.forms import AccountForm, NewAccountForm, PostForm
from alongside.access.guards import allowed, signed_in
from alongside.access.models import Post, User
from alongside.access.rules import ROLES


@allowed("manage_accounts")
@require_GET
def accounts(request: HttpRequest) -> HttpResponse:
    """Everybody who has an account, by name."""
    text, closed = request.GET.get("q", "").strip(), request.GET.get("closed") == "yes"
    context = {"accounts": queries.accounts(text=text, closed=closed), "text": text, "closed": closed, "roles": ROLES}
    return render(request, "access/accounts.jinja", context)


@allowed("manage_accounts")
def new_account(request: HttpRequest) -> HttpResponse:
    """Make an account with its first post, and invite its owner."""
    form = NewAccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        with transaction.atomic():
            account = actions.add_account(
                name=given["name"],
                email=given["email"],
                job_title=given["job_title"],
                agency=given["agency"],
                by=signed_in(request),
            )
            actions.give_post(account=account, team=given["team"], role=given["role"], by=signed_in(request))
        _invite(request, account)
        return redirect("account", account.pk)
    return render(request, "access/new_account.jinja", {"form": form}, status=422 if form.errors else 200)


@allowed("manage_accounts")
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: who it is, its posts, and what can be done about it."""
    account = get_object_or_404(User, pk=pk)
    form = AccountForm(request.POST or None, account=account, initial=_as_initial(account))
    if request.method == "POST" and form.is_valid():
        actions.change_account(account=account, by=signed_in(request), **form.cleaned_data)
        messages.success(request, "The account is changed.")
        return redirect("account", pk)
    return _account_page(request, account, form=form)


@allowed("manage_accounts")
@require_POST
def give_post(request: HttpRequest, pk: int) -> HttpResponse:
    """Give somebody one more role in a team."""
    account = get_object_or_404(User, pk=pk)
    form = PostForm(request.POST)
    if not form.is_valid():
        return _account_page(request, account, post_form=form)
    return _do(request, account, "The role is given.", actions.give_post, **form.cleaned_data)


@allowed("manage_accounts")
@require_POST
def end_post(request: HttpRequest, pk: int, post: int) -> HttpResponse:
    """Take one role in a team away."""
    held = get_object_or_404(Post.objects.select_related("user", "team"), pk=post, user=pk)
    try:
        actions.end_post(post=held, by=signed_in(request))
    except actions.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The role is taken away.")
    return redirect("account", pk)


@allowed("manage_accounts")
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    account = get_object_or_404(User, pk=pk)
    return _do(request, account, "The account is closed, and signed out everywhere.", actions.close_account)


@allowed("manage_accounts")
@require_POST
def open_again(request: HttpRequest, pk: int) -> HttpResponse:
    return _do(request, get_object_or_404(User, pk=pk), "The account is open again.", actions.open_account_again)


@allowed("manage_accounts")
@require_POST
def forget_second_step(request: HttpRequest, pk: int) -> HttpResponse:
    account = get_object_or_404(User, pk=pk)
    return _do(request, account, "They set up a new second step when they next sign in.", actions.forget_second_step)


@allowed("manage_accounts")
@require_POST
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the link for choosing a password once more."""
    _invite(request, get_object_or_404(User, pk=pk, is_active=True))
    return redirect("account", pk)


def _do(request: HttpRequest, account: User, done: str, action: Callable[..., Any], **given: Any) -> HttpResponse:
    try:
        action(account=account, by=signed_in(request), **given)
    except actions.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("account", account.pk)


def _invite(request: HttpRequest, account: User) -> None:
    """Send the invitation; where email does not work, show the link, so that it can be handed over."""
    link = _link_to_choose_password(request, account)
    try:
        actions.invite(account=account, link=link, by=signed_in(request))
        sent = bool(settings.EMAIL_HOST)
    except (OSError, SMTPException):
        sent = False
    if sent:
        messages.success(request, f"An invitation is on its way to {account.email}.")
    else:
        how = f"Give {account.name} this link, which works for 3 days"
        messages.warning(request, f"No email could be sent. {how}: {link}")


def _link_to_choose_password(request: HttpRequest, account: User) -> str:
    key = {"uidb36": user_pk_to_url_str(account), "key": default_token_generator.make_token(account)}
    return request.build_absolute_uri(reverse("account_reset_password_from_key", kwargs=key))


def _as_initial(account: User) -> dict[str, str]:
    return {"name": account.name, "email": account.email, "job_title": account.job_title, "agency": account.agency}


def _account_page(
    request: HttpRequest, account: User, *, form: AccountForm | None = None, post_form: PostForm | None = None
) -> HttpResponse:
    context = {
        "account": account,
        "posts": queries.posts_of_account(account),
        "roles": ROLES,
        "form": form or AccountForm(account=account, initial=_as_initial(account)),
        "post_form": post_form or PostForm(),
        "second_step": is_mfa_enabled(account),
        "own": account.pk == request.user.pk,
    }
    wrong = (form and form.errors) or (post_form and post_form.errors)
    return render(request, "access/account.jinja", context, status=422 if wrong else 200)
