"""Who somebody is, for each request: the account, the posts it holds, and the pack in force, in one query."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Concat

from alongside.access.models import Post, User
from alongside.access.rules import HeldPost
from alongside.packs.queries import in_force, which_is_in_force
from alongside.prepared import Prepared


class SignInBackend(AuthenticationBackend):
    """Email and password through allauth; on every later request, the account with its posts."""

    def get_user(self, user_id: int) -> User | None:
        """Return the account of a session, or None when there is none or it is deactivated."""
        for user in WITH_POSTS.ask(user=user_id):
            user.held_posts = tuple(_held(text) for text in user.posts_as_text)
            in_force.set(user.pack_in_force or "")
            return user
        return None


def with_posts() -> QuerySet[Any]:
    """Return accounts with `posts_as_text`, such as ["7:manager"], and the `pack_in_force` of the moment."""
    as_text = Concat(Cast("team_id", CharField()), Value(":"), "role")
    posts = Post.objects.filter(user=OuterRef("pk")).order_by("pk").values_list(as_text)
    return User.objects.order_by().annotate(
        posts_as_text=ArraySubquery(posts), pack_in_force=Subquery(which_is_in_force())
    )


WITH_POSTS: Prepared[Any] = Prepared(lambda user: with_posts().filter(pk=user, is_active=True))


def _held(text: str) -> HeldPost:
    team, _, role = text.partition(":")
    return HeldPost(int(team), role)
