"""Which role may do what: the one table, and the questions asked of it.

Which families somebody may see is decided in one place too, `alongside/people/need_to_know.py`, which asks here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

CAPABILITIES: Mapping[str, str] = {
    "work_with_families": "start conversations and write in the records of families you work with",
    "decide_level": "decide a family's level of need",
    "close": "close a family's support",
    "see_team_families": "see the families of your team",
    "see_all_families": "see every family that is not restricted",
    "sign_off": "sign off records",
    "oversee_practice": "see how practice stands, as numbers, in your team or in every team",
    "answer_front_door": "take calls at the front door, and see what was sent to it",
    "see_conference_figures": "see how reports for conferences came and how conferences were, as numbers",
    "allocate": "give a family to a practitioner or a team",
    "restrict_family": "restrict who sees a family",
    "merge_people": "make two records of one person one, and undo it",
    "see_who_looked": "see who has looked at a family's record",
    "emergency_access": "open a family's record in an emergency",
    "read_trail": "read the trail of looks and changes",
    "manage_accounts": "make and close accounts",
    "publish_packs": "publish practice packs",
    "keep_directory": "keep the service directory",
}

PRACTICE = frozenset({"work_with_families", "decide_level", "close", "see_team_families", "emergency_access"})
MANAGEMENT = PRACTICE | {
    "sign_off",
    "oversee_practice",
    "see_conference_figures",
    "allocate",
    "restrict_family",
    "see_who_looked",
    "merge_people",
}


@dataclass(frozen=True)
class Role:
    """A role somebody can hold in a team: what it may do, and whether there or in every team."""

    id: str
    title: str
    means: str
    may: frozenset[str]
    everywhere: bool = False


ROLES: Mapping[str, Role] = {
    role.id: role
    for role in (
        Role("practitioner", "Practitioner", "works with families", PRACTICE),
        Role(
            "partner",
            "Partner",
            "works with families in a school, in health or in another service",
            frozenset({"work_with_families"}),
        ),
        Role("adviser", "Front door adviser", "takes first calls and gives advice", PRACTICE | {"answer_front_door"}),
        Role(
            "duty-manager",
            "Duty manager",
            "oversees and allocates what comes in, for every team",
            MANAGEMENT | {"see_all_families", "answer_front_door"},
            everywhere=True,
        ),
        Role("manager", "Manager", "leads a team and signs off its work", MANAGEMENT),
        Role(
            "senior-manager",
            "Senior manager",
            "answers for every team",
            MANAGEMENT | {"see_all_families", "answer_front_door"},
            everywhere=True,
        ),
        Role(
            "practice-lead",
            "Practice lead",
            "looks after the practice packs",
            frozenset({"publish_packs", "oversee_practice", "see_conference_figures", "keep_directory"}),
            everywhere=True,
        ),
        # Sees no family: whoever makes accounts must not profit from it.
        Role(
            "administrator",
            "Administrator",
            "looks after accounts and teams",
            frozenset({"manage_accounts", "keep_directory"}),
            everywhere=True,
        ),
        Role(
            "auditor",
            "Auditor",
            "reads who looked at what and who changed what",
            frozenset({"read_trail", "see_who_looked"}),
            everywhere=True,
        ),
        Role(
            "chair",
            "Conference chair",
            "chairs conferences they are invited to",
            frozenset({"work_with_families", "see_conference_figures"}),
        ),
        Role("minute-taker", "Minute-taker", "writes for a conference", frozenset({"work_with_families"})),
    )
}


@dataclass(frozen=True)
class HeldPost:
    """A role that somebody holds in a team."""

    team_id: int
    role: str


def posts_of(user: Any) -> tuple[HeldPost, ...]:
    """Return the posts somebody holds; read once for each user object, with the user when they sign in by a session."""
    if not user.is_authenticated or not user.is_active:
        return ()
    held: tuple[HeldPost, ...] | None = getattr(user, "held_posts", None)
    if held is None:
        held = tuple(HeldPost(team, role) for team, role in user.posts.order_by("pk").values_list("team_id", "role"))
        user.held_posts = held
    return held


def may(user: Any, capability: str, team: Any = None) -> bool:
    """Say whether somebody may do this: in that team (a Team or its id), or in any team when none is named.

    :raises KeyError: when no capability has that name
    """
    CAPABILITIES[capability]
    team_id = getattr(team, "pk", team)
    return any(
        capability in role.may and (team_id is None or role.everywhere or post.team_id == team_id)
        for post in posts_of(user)
        if (role := ROLES.get(post.role))
    )


def teams_where(user: Any, capability: str) -> frozenset[int]:
    """Return the teams in which somebody holds a post that may do this. Of every team, `may` without a team tells.

    :raises KeyError: when no capability has that name
    """
    CAPABILITIES[capability]
    return frozenset(
        post.team_id for post in posts_of(user) if post.role in ROLES and capability in ROLES[post.role].may
    )


def roles_everywhere(user: Any, capability: str) -> list[str]:
    """Return the roles somebody holds in every team and that may do this.

    :raises KeyError: when no capability has that name
    """
    CAPABILITIES[capability]
    held = {post.role for post in posts_of(user)}
    return [role.id for role in ROLES.values() if role.id in held and role.everywhere and capability in role.may]


def holds(user: Any, role: str, team: Any = None) -> bool:
    """Say whether somebody holds this role: in that team, or in any when none is named."""
    team_id = getattr(team, "pk", team)
    return any(post.role == role and team_id in (None, post.team_id) for post in posts_of(user))
