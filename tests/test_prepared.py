"""Prepared queries answer as the ORM does, whatever they are asked with, however often."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db.models import Count, Q, Value

from alongside.people.models import Family, Membership
from alongside.people.tests.makers import make_family, make_member
from alongside.prepared import Among, Prepared

MEMBERS: Prepared[Membership] = Prepared(
    lambda family, day: (
        Membership.objects.filter(family=family, joined_on__lte=day).select_related("person").order_by("pk")
    )
)
NAMES: Prepared[tuple[int, str]] = Prepared(
    lambda ids, name: Family.objects.filter(Among("pk", ids) | Q(name=name)).order_by("pk").values_list("pk", "name")
)


@pytest.fixture
def families(db: None) -> list[Family]:
    return [make_family(name) for name in ("Hayes", "Rowan", "O’Brien; DROP TABLE people_family; --")]


def test_models_come_with_what_they_are_related_to(families: list[Family], django_assert_num_queries: Any) -> None:
    first, second, _ = families
    maya, noah = make_member(first), make_member(second, given_names="Noah")
    for family, person in ((first, maya), (second, noah), (first, maya)):
        with django_assert_num_queries(1):
            found = MEMBERS.ask(family=family.pk, day=date.today())
            assert [(one.person, one.person.name) for one in found] == [(person, person.name)]
    assert MEMBERS.ask(family=first.pk, day=date(2000, 1, 1)) == []


def test_lists_of_any_length_are_one_value(families: list[Family]) -> None:
    ids = [family.pk for family in families]
    assert NAMES.ask(ids=[], name="nobody") == []
    assert NAMES.ask(ids=ids[:1], name="nobody") == [(ids[0], "Hayes")]
    assert [pk for pk, _ in NAMES.ask(ids=list(range(ids[0], ids[0] + 5000)), name="nobody")][:3] == ids


def test_what_is_asked_with_is_only_ever_a_value(families: list[Family]) -> None:
    hostile = families[2]
    assert NAMES.ask(ids=[], name=hostile.name) == [(hostile.pk, hostile.name)]
    assert Family.objects.count() == 3


def test_counts_over_everything_come_in_one_row(families: list[Family]) -> None:
    counted: Prepared[tuple[int]] = Prepared(
        lambda name: (
            Family.objects.order_by().values(one=Value(1)).annotate(n=Count("pk", filter=Q(name=name))).values_list("n")
        )
    )
    assert counted.ask(name="Hayes") == [(1,)]
    assert counted.ask(name="Nobody") == [(0,)]


def test_a_value_that_the_query_changes_before_it_goes_in_is_refused(families: list[Family]) -> None:
    changed: Prepared[Family] = Prepared(lambda day: Family.objects.filter(recorded_at__date=day + timedelta(days=1)))
    with pytest.raises(ValueError, match="does not stand in it"):
        changed.ask(day=date.today())
