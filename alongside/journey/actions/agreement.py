"""What follows when a family withdraws its agreement, or does not give it: those who answer for the help are told."""

from django.urls import reverse

from alongside.access import rules as access
from alongside.access.models import User
from alongside.notices.actions import tell
from alongside.people.queries import lead_practitioner_of
from alongside.story.models import Entry, Fact

NOT_AGREED = frozenset({"agreement.withdrawn", "agreement.refused"})
MANAGING = [role.id for role in access.ROLES.values() if "sign_off" in role.may and not role.everywhere]


def tell_of_agreement(entry: Entry, *, by: User) -> None:
    """Tell the lead practitioner and the team's managers, in the transaction in which the record is final."""
    family = entry.family
    if family is None or not Fact.objects.filter(entry=entry, name__in=NOT_AGREED).exists():
        return
    lead = lead_practitioner_of(family)
    managers = User.objects.filter(posts__team=family.team_id, posts__role__in=MANAGING, is_active=True).distinct()
    people = [*managers, *([lead.user] if lead and lead.user else [])]
    tell(
        to=people, kind="agreement", title=f"{family.name}: what the family agrees to has changed",
        href=reverse("family-ending", args=[family.pk]), by=by, family=family,
    )  # fmt: skip
