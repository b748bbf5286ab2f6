"""A history in a file: what it may say, and what is said when it cannot be read."""

import json

import pytest

from alongside.journey.standards.history_file import facts_of
from alongside.journey.standards.history_reading import read_history
from alongside.journey.tests.standards.telling import days, due, standard, utc
from alongside.packs.problems import PackError


def written(tmp_path, text, name="history.yaml"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_one_event_with_several_people_is_a_fact_for_each(tmp_path):
    path = written(
        tmp_path,
        """
people: [{id: ava, role: child}, {id: ben, role: child}]
events: [{event: child.seen, happened: 2026-07-01, people: [ava, ben]}]
""",
    )
    facts = [fact for fact in facts_of(read_history(path)) if fact.name == "child.seen"]
    assert [(fact.person, fact.happened) for fact in facts] == [
        ("ava", utc(2026, 7, 1, 11)),  # noon in London's summer
        ("ben", utc(2026, 7, 1, 11)),
    ]


def test_an_event_of_several_people_is_taken_back_for_each(tmp_path):
    path = written(
        tmp_path,
        """
people: [{id: ava, role: child}, {id: ben, role: child}]
events:
  - {event: fact.withdrawn, happened: 2026-07-02, replaces: seen}
  - {event: child.seen, happened: 2026-07-01, people: [ava, ben], id: seen}
""",
    )
    facts = facts_of(read_history(path))
    replaced = {fact.replaces for fact in facts if fact.replaces}
    assert {fact.id for fact in facts if fact.name == "child.seen"} <= replaced


def test_ids_given_in_the_file_never_meet_those_of_others(tmp_path):
    path = written(
        tmp_path,
        """
people: [{id: gp, role: child}]
agencies: [{id: gp}]
events:
  - {event: visit.made, happened: 2026-03-03, id: gp-joined}
  - {event: call.made, happened: 2026-03-03, people: [gp], id: event-003}
  - {event: call.made, happened: 2026-03-03}
  - {event: visit.made, happened: 2026-03-03, id: a}
""",
    )
    facts = facts_of(read_history(path))
    assert len({fact.id for fact in facts}) == 6
    # Of one moment, the first in the file is the first; who belongs to the family belongs before anything happens.
    in_order = [fact.name for fact in sorted(facts, key=lambda fact: fact.id)]
    assert sorted(in_order[:2]) == ["agency.joined", "person.joined"]
    assert in_order[2:] == ["visit.made", "call.made", "call.made", "visit.made"]


def test_an_event_may_take_the_place_of_one_about_several_people(tmp_path):
    path = written(
        tmp_path,
        """
people: [{id: ava, role: child}, {id: ben, role: child}]
events:
  - {event: child.seen, happened: 2026-07-01, people: [ava, ben], id: seen}
  - {event: child.seen, happened: 2026-07-02, person: ava, replaces: seen}
""",
    )
    rule = standard(per="child", after="child.seen", within="1 week", met_by="a.b")
    assert days(due(rule, facts_of(read_history(path)), "2026-07-08")) == [("2026-07-02", "2026-07-09", "due")]


def test_who_left_before_anything_happened_was_never_there(tmp_path):
    path = written(
        tmp_path,
        "people: [{id: ava, role: child, left: 2026-02-01}]\nevents: [{event: visit.made, happened: 2026-03-03}]",
    )
    rule = standard(per="child", after="visit.made", within="1 week", met_by="a.b")
    assert due(rule, facts_of(read_history(path))) == []


def test_json_as_programs_write_it(tmp_path):
    path = written(tmp_path, json.dumps({"family": "Zoë 😀", "events": []}), "history.json")
    assert read_history(path).family == "Zoë 😀"


def test_people_belong_from_the_first_event_on(tmp_path):
    path = written(
        tmp_path, "people: [{id: ava, role: child}]\nevents: [{event: visit.made, happened: 2026-03-03 10:15}]"
    )
    joined, visit = facts_of(read_history(path))
    assert (joined.name, joined.happened, joined.data["role"]) == ("person.joined", visit.happened, "child")


def test_json_is_read_too(tmp_path):
    told = {"events": [{"event": "visit.made", "happened": "2026-03-03 10:15", "recorded": "2026-03-05"}]}
    path = written(tmp_path, json.dumps(told, indent="\t"), "history.json")
    (fact,) = facts_of(read_history(path))
    assert (fact.happened, fact.recorded) == (utc(2026, 3, 3, 10, 15), utc(2026, 3, 5, 12))


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (
            "events:\n  - event: visit.made\n    happened: 2026-03-03\n    recoded: 2026-03-04",
            4,
            "Did you mean “recorded”?",
        ),
        ("events:\n  - event: Visit\n    happened: 2026-03-03", 2, "not the name of a fact"),
        ("events:\n  - event: visit.made\n    happened: 3 March", 3, "Write it as 2026-03-03"),
        ("events:\n  - event: visit.made\n    happened: 2026-02-30", 3, "is not in the calendar"),
        ("events:\n  - event: visit.made\n    happened: 2026-03-03 25:00", 3, "hours and minutes"),
        ("events:\n  - event: visit.made\n    happened: 0026-03-03", 3, "The year of 0026-03-03 cannot be right"),
        ("events:\n  - event: visit.made", 2, "“happened” is missing"),
        (
            "people: [{id: ava, role: child}]\nevents:\n  - event: a.b\n    happened: 2026-03-03\n    person: avva",
            5,
            "“avva” is not listed under people. Did you mean “ava”?",
        ),
        ("events:\n  - event: a.b\n    happened: 2026-03-03\n    people: [zed]", 4, "“zed” is not listed under people"),
        ("events:\n  - event: a.b\n    happened: 2026-03-03\n    agency: gp", 4, "“gp” is not listed under agencies"),
        (
            "events:\n  - event: a.b\n    happened: 2026-03-03\n    replaces: x",
            4,
            "No event in this file has the id “x”",
        ),
        (
            "events:\n  - {event: a.b, happened: 2026-03-03, id: x}\n  - {event: a.b, happened: 2026-03-03, id: x}",
            3,
            "already the id of another event",
        ),
        ("people:\n  - {id: a, role: child}\n  - {id: a, role: child}", 3, "listed twice under people"),
        ("people:\n  - {id: a, role: child, joined: 2026-03-05,\n     left: 2026-03-01}", 3, "before they joined"),
        (
            "people: [{id: a, role: child}]\nevents:\n  - {event: a.b, happened: 2026-03-03, people: [a,\n      a]}",
            4,
            "“a” is named twice in this event",
        ),
        ("events:\n  - {event: a.b, happened: 2026-03-03, id: x,\n     replaces: x}", 3, "takes back itself"),
        ("events:\n  - {event: fact.withdrawn,\n     happened: 2026-03-03}", 2, "does not say which"),
        (
            "events:\n  - {event: a.b, happened: 2026-03-03, id: x}\n"
            "  - {event: fact.withdrawn, happened: 2026-03-03, replaces: x, id: y}\n"
            "  - {event: fact.withdrawn, happened: 2026-03-03, replaces: y}",
            4,
            "cannot be brought back",
        ),
        ("events:\n  - event: a.b\n    happened:", 3, "The day is empty. Write it as 2026-03-03"),
        ("events:\n  - event: a.b\n    happened: 2026-03-03 14:30:61", 3, "hours and minutes"),
        ("events:\n\t- event: a.b", 2, "begins with a tab. Use spaces"),
        ("people:\n  - id: ava\n    role: child\n    date_of_birth: 1.5.2018", 4, "such as 2026-03-03"),
        ("events: [", 2, "does not fit"),
        ("- event: visit.made", 1, "does not hold a history"),
        ("", 1, "does not hold a history"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path, text, line, said):
    with pytest.raises(PackError) as raised:
        read_history(written(tmp_path, text))
    problem = raised.value.problems[0]
    assert problem.line == line
    assert said in str(problem)


@pytest.mark.parametrize(
    ("text", "said"),
    [('{"events": [}', "This is not JSON"), ("[" * 100_000, "not JSON"), ('{"events": [{"evnt": 1}]}', "not a key")],
)
def test_what_is_wrong_with_json(tmp_path, text, said):
    with pytest.raises(PackError, match=said):
        read_history(written(tmp_path, text, "history.json"))


def test_a_file_that_cannot_be_read(tmp_path):
    with pytest.raises(PackError, match="cannot be read"):
        read_history(tmp_path / "nowhere.yaml")
    (tmp_path / "large.yaml").write_bytes(b"#" * 1_000_001)
    with pytest.raises(PackError, match="larger than a megabyte"):
        read_history(tmp_path / "large.yaml")
    (tmp_path / "latin.yaml").write_bytes(b"family: Jos\xe9")
    with pytest.raises(PackError, match="UTF-8"):
        read_history(tmp_path / "latin.yaml")
