"""Who manages the team that holds a family."""

from alongside.access import rules
from alongside.access.models import User
from alongside.people.models import Family


def managers_to_tell(family: Family, *, besides: User) -> list[User]:
    """Return the managers of the family's team; when there is none, whoever manages every team."""
    managing = {role.id for role in rules.ROLES.values() if "restrict_family" in role.may}
    everywhere = {role.id for role in rules.ROLES.values() if "restrict_family" in role.may and role.everywhere}
    others = User.objects.filter(is_active=True).exclude(pk=besides.pk).order_by("name", "pk").distinct()
    of_team = list(others.filter(posts__team=family.team_id, posts__role__in=managing))
    return of_team or list(others.filter(posts__role__in=everywhere))
