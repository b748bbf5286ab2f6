"""Which entries someone may read: those of families they may see, and those about no family of their own teams."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from alongside.access import rules
from alongside.people.models import Family

if TYPE_CHECKING:
    from alongside.access.models import User


class EntryQuerySet(models.QuerySet):
    def for_user(self, user: "User") -> "EntryQuerySet":
        """Return the entries this user may read; the one door to entries for every page.

        A draft about no family is its author's until it is final; then it is their team's.
        """
        own_team = Q(family=None, team__in=rules.teams_where(user, "see_team_families"))
        return self.filter(
            Q(family__in=Family.objects.for_user(user)) | Q(family=None, author=user) | (own_team & ~Q(status="draft"))
        )

    def on_the_story(self) -> "EntryQuerySet":
        """Return what stands on the story now: final, and not replaced by a later version."""
        return self.filter(status="final", superseded_at=None)
