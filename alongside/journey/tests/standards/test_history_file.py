"""A history in a file: what it may say, and what is said when it cannot be read."""

import json

import pytest

from alongside.journey.standards.history_file import facts_of
from alongside.journey.standards.history_reading import read_history
from alongside.journey.tests.standards.telling import utc
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
