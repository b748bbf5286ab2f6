"""How a standard may be written, and what is said when it does not hang together."""

import json

import pytest
from pydantic import ValidationError

from alongside.journey.tests.standards.histories import EXAMPLES
from alongside.journey.tests.standards.telling import standard
from alongside.packs.checking.standard_sense import IN_A_FAMILY
from alongside.packs.format.standards import Standard
from alongside.people.models import Membership

FINE = {"after": "visit.made", "within": "6 weeks", "met_by": "review.held"}


@pytest.mark.parametrize(
    ("keys", "at", "said"),
    [
        ({**FINE, "within": 10}, "within", "10 of what"),
        ({**FINE, "within": "10 days"}, "within", "write “10 working days”"),
        ({**FINE, "within": None}, "id", "does not say by when"),
        ({**FINE, "every": "6 weeks"}, "every", "“within” and “every” cannot both be the limit"),
        ({**FINE, "after": None}, "id", "does not say what it is counted from"),
        ({**FINE, "before": "conference.held"}, "before", "both after and before"),
        ({**FINE, "after": None, "before": "conference.held"}, "before", "the limit is called “at_least”"),
        ({"after": "a.b", "met_by": "c.d", "at_least": "3 weeks"}, "at_least", "write “within” instead"),
        ({**FINE, "met_by": None}, "id", "does not say what meets it"),
        ({"after": "a.b", "recorded_within": "3 weeks", "met_by": "c.d"}, "met_by", "take it out"),
        ({**FINE, "met_by": {"later_of": ["a.b", "c.d"]}}, "met_by", "take them out of met_by"),
        ({**FINE, "after": {"later_of": ["a.b", "c.d"]}, "happens": "each time"}, "after", "write “happens: once”"),
        ({**FINE, "after": {"event": "a.b", "same": ["form"]}}, "after", "belongs to met_by"),
        ({**FINE, "first": "1 week"}, "first", "add “every: …”"),
        ({**FINE, "per": "event", "happens": "once"}, "happens", "per event means each time"),
        ({**FINE, "target": "24 hours"}, "id", "hours and days are mixed"),
        ({**FINE, "within": "24 hours", "day_one": "same"}, "day_one", "hours run by the clock"),
        ({**FINE, "target": "8 weeks"}, "target", "longer than the limit"),
        ({**FINE, "within": None, "checkpoints": ["4 weeks", "2 weeks"]}, "checkpoints", "write the soonest first"),
        ({**FINE, "values": [{"when": {"level": "3"}, "every": "1 week"}]}, "values", "the standard itself has no"),
        ({**FINE, "values": [{"when": {"level": "3"}}]}, "values", "change nothing"),
        ({**FINE, "while": {"age_under": 18}}, "per", "write “per: child”"),
        ({**FINE, "while": {}}, "while", "says no condition"),
        ({**FINE, "after": {"any_of": []}}, "after", "names no event"),
        ({**FINE, "after": {"later_of": ["a.b"]}}, "after", "has only one event"),
        ({**FINE, "wihtin": "6 weeks"}, "wihtin", "not permitted"),
    ],
)
def test_what_does_not_hang_together(keys, at, said):
    with pytest.raises(ValidationError) as raised:
        standard(**keys)
    error = raised.value.errors()[0]
    place = (*error["loc"], *error.get("ctx", {}).get("at", ()))
    assert place[0] == at
    assert said in error["msg"]


def test_whom_a_standard_may_be_about_is_what_somebody_can_be_in_a_family():
    assert list(IN_A_FAMILY) == Membership.Role.values


def test_every_kind_survives_being_stored_as_json():
    for one in EXAMPLES:
        assert Standard.model_validate(json.loads(one.model_dump_json())) == one


def test_what_a_standard_names_can_be_asked():
    one = standard(**FINE, **{"while": {"level": 3, "since": "a.b"}}, extended_by="c.d")
    assert one.levels == ["3"]
    assert one.owners == ["lead-practitioner"]
    assert sorted(one.events) == ["a.b", "c.d", "review.held", "visit.made"]
