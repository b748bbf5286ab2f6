"""Who supervises whom."""

from alongside.access import rules as access
from alongside.access.models import User


def supervises(user: User, worker: User) -> bool:
    """Return whether `user` signs off in a team in which the worker works; nobody supervises themselves."""
    teams = {post.team_id for post in access.posts_of(worker)}
    return user.pk != worker.pk and bool(teams & access.teams_where(user, "sign_off"))


def may_see(user: User, worker: User) -> bool:
    """Return whether somebody may open a worker's supervision: the worker, and who supervises them."""
    return user.pk == worker.pk or supervises(user, worker)
