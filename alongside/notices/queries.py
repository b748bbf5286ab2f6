"""Reading one's own notices."""

from dataclasses import dataclass

from alongside.access.models import User
from alongside.notices.models import Notice
from alongside.people.models import Family

A_PAGE = 50


@dataclass(frozen=True)
class Shown:
    """A notice as its reader may see it today: who may no longer see the family is not told its name."""

    notice: Notice
    open: bool

    @property
    def title(self) -> str:
        return self.notice.title if self.open else "About a family that you can no longer open"


def notices_of(user: User, *, before: int | None = None) -> list[Shown]:
    """Return somebody's notices, newest first, from behind the one with this id; one page and one more."""
    found = Notice.objects.filter(to=user).select_related("by")
    if before is not None:
        found = found.filter(pk__lt=before)
    page = list(found[: A_PAGE + 1])
    wanted = {one.family_id for one in page if one.family_id}
    seen = set(Family.objects.for_user(user).filter(pk__in=wanted).values_list("pk", flat=True)) if wanted else set()
    return [Shown(one, one.family_id is None or one.family_id in seen) for one in page]
