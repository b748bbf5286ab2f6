"""What somebody says before they give a paper of the family's to somebody outside."""

from django.db import transaction
from django.utils import timezone

from alongside.access import trail
from alongside.access.models import User
from alongside.people.models import Family
from alongside.story import facts

LOOKED = "exceptions.looked-at"


@transaction.atomic
def looked_at_exceptions(family: Family, *, said: str, what: str, by: User) -> None:
    """Keep that somebody held what the family excepted in words against a paper before they gave it, and what they say.

    :param what: the paper, such as "the plan for Dr Lee"
    """
    facts.record(
        name=LOOKED, family=family, by=by, happened_at=timezone.now(), data={"what": what, "said": said.strip()}
    )
    trail.changed(by=by, action="looked at what a family excepted", family_id=family.pk, subject=what[:200])
