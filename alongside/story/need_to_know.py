"""Which entries someone may read: those of families they may see, and those about no family of their own teams."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q

from alongside.people import need_to_know
from alongside.people.models import Family
from alongside.people.need_to_know import Viewer
from alongside.prepared import Among

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from alongside.access.models import User


class EntryQuerySet(models.QuerySet):
    def for_user(self, user: "User | AnonymousUser") -> "EntryQuerySet":
        """Return the entries this user may read; the one door to entries for every page."""
        who = need_to_know.viewer(user)
        return self.readable_by(who) if who else self.none()

    def readable_by(self, who: Viewer) -> "EntryQuerySet":
        """Return the entries that somebody may read.

        A draft about no family is its author's until it is final; then it is their team's. A single record may have
        been put before somebody who does not see its family.
        """
        from alongside.story.models import LetIn

        of_family = Exists(Family.objects.filter(need_to_know.seen_by(who), pk=OuterRef("family")))
        of_team = Q(family=None) & Q(Among("team", who.sees)) & ~Q(status="draft")
        put_before = Exists(LetIn.objects.filter(user=who.user, entry=OuterRef("pk")))
        return self.filter(Q(of_family) | Q(family=None, author=who.user) | of_team | Q(put_before))

    def on_the_story(self) -> "EntryQuerySet":
        """Return what stands on the story now: final, and not replaced by a later version."""
        return self.filter(status="final", superseded_at=None)
