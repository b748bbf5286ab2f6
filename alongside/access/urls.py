"""Addresses of sign-in, accounts, teams and the trail.

Of allauth only the pages that we want are here, each with a template of ours: nobody signs up or changes their address.
"""

from allauth.account import views as account
from allauth.socialaccount import views as service
from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, re_path

from alongside.access.views import accounts, own, sign_in, teams, trail

signing_in: list[URLPattern | URLResolver] = [
    path("sign-in/", sign_in.sign_in, name="account_login"),
    path("sign-in/closed/", account.account_inactive, name="account_inactive"),
    path("sign-out/", account.logout, name="account_logout"),
    path("confirm-it-is-you/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/set/", account.password_set, name="account_set_password"),
    path("password/forgotten/", account.password_reset, name="account_reset_password"),
    path("password/forgotten/sent/", account.password_reset_done, name="account_reset_password_done"),
    path("password/chosen/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/choose/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("second-step/", include("allauth.mfa.urls")),
]
if settings.OIDC_SERVER_URL:
    signing_in += [
        path("sign-in-service/cancelled/", service.login_cancelled, name="socialaccount_login_cancelled"),
        path("sign-in-service/error/", service.login_error, name="socialaccount_login_error"),
        path("", include("allauth.socialaccount.providers.openid_connect.urls")),
    ]

urlpatterns: list[URLPattern | URLResolver] = [
    *signing_in,
    path("your-account/", own.your_account, name="your-account"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/new/", accounts.new_account, name="new-account"),
    path("accounts/<int:pk>/", accounts.account, name="account"),
    path("accounts/<int:pk>/posts/", accounts.give_post, name="give-post"),
    path("accounts/<int:pk>/posts/<int:post>/end/", accounts.end_post, name="end-post"),
    path("accounts/<int:pk>/close/", accounts.close, name="close-account"),
    path("accounts/<int:pk>/open-again/", accounts.open_again, name="open-account-again"),
    path("accounts/<int:pk>/invite/", accounts.invite, name="invite"),
    path("accounts/<int:pk>/forget-second-step/", accounts.forget_second_step, name="forget-second-step"),
    path("teams/", teams.teams, name="teams"),
    path("teams/new/", teams.new_team, name="new-team"),
    path("teams/<int:pk>/", teams.team, name="team-people"),
    path("trail/", trail.trail, name="trail"),
    path("families/<int:pk>/who-has-looked/", trail.who_has_looked, name="who-has-looked"),
]
