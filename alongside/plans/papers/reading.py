"""What was agreed about sharing the plan, and with whom, as it stands."""

from dataclasses import dataclass
from typing import Any

from alongside.people.models import Family, Involvement
from alongside.people.queries import involved_with
from alongside.plans.papers.rules import GIVEN, TAKEN_BACK, May, may_see, speaks_of, stands
from alongside.story.models import Answer, Entry, Fact


@dataclass(frozen=True)
class Sharing:
    """Whether agreement stands, what the family excepted in words, and what each around the family may see."""

    agreed: bool
    excepted: list[str]
    agencies: list[tuple[Involvement, May]]

    def of(self, involvement: int) -> tuple[Involvement, May] | None:
        """Return somebody around the family with what they may see, or None for anybody else."""
        return next((one for one in self.agencies if one[0].pk == involvement), None)


def sharing_of(family: Family) -> Sharing:
    """Return what stands about sharing this family's plan; three queries.

    What was said before agreement was last withdrawn or refused counts no longer.
    """
    told = _facts(family)
    agreed = stands(name for name, _ in told)
    ended = max((entry for name, entry in told if name in TAKEN_BACK and entry), default=0)
    answers = [value for entry, value in _answers(family) if entry > ended]
    around = [one for one in involved_with(family) if one.is_around]
    return Sharing(
        agreed,
        [answer["except"] for answer in answers if answer.get("except")],
        [(one, may_see(one.pk, answers, agreed=agreed)) for one in around],
    )


def minutes_for(family: Family, *, user_id: int | None, name: str) -> tuple[Involvement | None, May]:
    """Return who somebody outside the family is among those around it, and how much of a meeting's minutes they read.

    Minutes hold the plan, so what the family said of the plan holds for them. Whoever came to the table and of whom no
    agreement speaks reads what was agreed there, unless the family has taken its agreement back; three queries.
    """
    told = _facts(family)
    if told and told[-1][0] in TAKEN_BACK:
        return None, "nothing"
    ended = max((entry for fact, entry in told if fact in TAKEN_BACK and entry), default=0)
    answers = [value for entry, value in _answers(family) if entry > ended]
    who = next((one for one in involved_with(family) if one.is_around and is_same(one, user_id, name)), None)
    return who, "plan" if who is None or not speaks_of(who.pk, answers) else may_see(who.pk, answers, agreed=True)


def is_same(one: Involvement, user_id: int | None, name: str) -> bool:
    """Return whether somebody around the family is the one who is meant, by account or else by name."""
    if user_id or one.user_id:
        return one.user_id == user_id
    return bool(name.strip()) and one.name.strip().casefold() == name.strip().casefold()


def _facts(family: Family) -> list[tuple[str, int | None]]:
    standing = Fact.objects.filter(family=family, name__in=[GIVEN, *TAKEN_BACK], replaced_by=None)
    return list(standing.order_by("happened_at", "pk").values_list("name", "entry_id"))


def _answers(family: Family) -> list[tuple[int, dict[str, Any]]]:
    """The answers that say who agrees, of records that stand, the latest first."""
    found = Answer.objects.filter(
        entry__family=family, entry__status=Entry.Status.FINAL, entry__superseded_at=None, value__has_key="covers"
    )
    return list(found.order_by("-entry__happened_on", "-entry_id").values_list("entry_id", "value"))
