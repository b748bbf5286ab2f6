"""Who must have a second step, as the setting MFA_REQUIRED says."""

from typing import Any

from django.conf import settings

from alongside.access.rules import posts_of


def must_have(user: Any) -> bool:
    """Say whether somebody's roles ask for a second step: "all", "none", or roles with commas between."""
    roles = {role.strip() for role in settings.MFA_REQUIRED.split(",")}
    return "all" in roles or any(post.role in roles for post in posts_of(user))
