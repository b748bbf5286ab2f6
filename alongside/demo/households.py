"""The people of a story made into a family: members, relationships, homes, numbers."""

from datetime import date, timedelta
from itertools import count
from random import Random
from typing import Any

from stdnum.gb import upn

from alongside.access.models import User
from alongside.demo.format import FamilyStory, Somebody
from alongside.people import actions
from alongside.people.models import Family, Person

TEST_NHS = 999_000_000  # the range that the NHS keeps for tests
TELEPHONES = 7_700_900_000  # the range that is kept free for stories


class Households:
    """Makes families; keeps whom it made, for people who belong to two."""

    def __init__(self, today: date, rng: Random) -> None:
        self._today, self._rng = today, rng
        self._made: dict[str, Person] = {}
        self._numbers = count(1)

    def make(self, key: str, story: FamilyStory, *, family: Family, by: User, on: date) -> dict[str, Person]:
        """Give a family its people as they were on a day, and return them by their keys in the story."""
        people = {}
        for name, told in story.people.items():
            person = self._made.get(told.same_as) or self._person(story, told, by, on)
            people[name] = self._made[f"{key}/{name}"] = person
            actions.add_member(
                family=family, person=person, by=by, joined_on=on, lives_here=told.lives_here,
                role="unborn-child" if person.unborn else told.role,
            )  # fmt: skip
            if not told.same_as:
                self._reach(story, told, person, by)
        for who, kind, of, *responsible in story.related:
            actions.relate(
                person=people[who], kind=kind, of_person=people[of], by=by, sure=True,
                parental_responsibility={"yes": True, "no": False}.get(responsible[0]) if responsible else None,
            )  # fmt: skip
        return people

    def _person(self, story: FamilyStory, told: Somebody, by: User, on: date) -> Person:
        awaited = told.due_in_weeks is not None or self._born(told) is None or (self._born(told) or on) > on
        family_name = told.family if told.family is not None else story.name
        details: dict[str, Any] = {
            "given_names": "" if awaited else told.given, "family_name": family_name,
            "preferred_name": "" if awaited else told.called,
            "sex": "" if awaited else told.sex, "ethnicity": told.ethnicity, "religion": told.religion,
            "pronouns": "" if awaited else {"she": "she/her", "he": "he/him"}.get(told.pronouns, "they/them"),
            "first_language": told.language, "other_languages": told.other_languages,
            "interpreter_needed": True if told.interpreter else None, "interpreter_languages": told.interpreter,
            "education_setting": told.school, "year_group": told.year, "employment_status": told.work,
            "gp_practice": told.gp, "disabilities": told.disabilities, "needs": told.needs,
            "how_to_contact": told.contact,
        }  # fmt: skip
        if awaited:
            details |= {"unborn": True, "due_date": self._due(told)}
        else:
            details["date_of_birth"] = self._born(told)
        person = actions.add_person(by=by, **details)
        if told.also_known_as:
            given, _, last = told.also_known_as.partition(" ")
            actions.add_other_name(person=person, kind="previous", given_names=given, family_name=last, by=by)
        return person

    def _born(self, told: Somebody) -> date | None:
        if told.born_weeks_ago is not None:
            return self._today - timedelta(weeks=told.born_weeks_ago)
        if told.years is None and not told.months and not told.weeks:
            return None
        # Drawn from the name, so that somebody asked for twice has one birthday.
        days = sum(map(ord, told.given + told.called)) * 37 % (330 if told.years else 20)
        back = timedelta(days=(told.years or 0) * 365.25 + told.months * 30.4 + told.weeks * 7 + days)
        return self._today - back

    def _due(self, told: Somebody) -> date:
        if told.due_in_weeks is not None:
            return self._today + timedelta(weeks=told.due_in_weeks)
        return self._today - timedelta(weeks=told.born_weeks_ago or 0) + timedelta(days=4)

    def _reach(self, story: FamilyStory, told: Somebody, person: Person, by: User) -> None:
        """Where they live, how they are reached, and numbers that other services know them by."""
        home = told.address or (story.home if told.lives_here else "")
        moved_in = self._today - timedelta(days=self._rng.randrange(700, 3000))
        if home and not person.unborn:
            lines, _, postcode = home.rpartition(", ")
            actions.move(
                person=person, by=by, lines=lines.replace(", ", "\n"), postcode=postcode,
                from_date=max(person.date_of_birth or date.min, moved_in),
                never_show=bool(told.hidden_because), never_show_reason=told.hidden_because,
            )  # fmt: skip
        if told.phone:
            number = f"0{TELEPHONES + next(self._numbers)}"
            safe = "no" if told.hidden_because and not told.lives_here else "yes"
            actions.add_contact_point(
                person=person, kind="mobile", value=f"{number[:5]} {number[5:]}", safe=safe, by=by
            )
        if told.role == "child" and not person.unborn:
            actions.add_identifier(person=person, kind="nhs-number", value=self._nhs_number(), by=by)
            if told.year:
                actions.add_identifier(person=person, kind="upn", value=self._pupil_number(), by=by)

    def _nhs_number(self) -> str:
        """The next number that passes its check, from the range kept for tests."""
        while True:
            nine = str(TEST_NHS + next(self._numbers))
            check = 11 - sum(int(digit) * (10 - place) for place, digit in enumerate(nine)) % 11
            if check != 10:
                return nine + str(check % 11)

    def _pupil_number(self) -> str:
        digits = f"999{self._rng.randrange(10**9):09d}"
        return upn.calc_check_digit(digits) + digits


def birth(story: FamilyStory, name: str, person: Person, *, by: User, on: date) -> None:
    """Record that a child whom the family awaited has been born."""
    told = story.people[name]
    family_name = told.family if told.family is not None else story.name
    actions.record_birth(
        person=person, date_of_birth=on, by=by, given_names=told.given, family_name=family_name, sex=told.sex
    )
