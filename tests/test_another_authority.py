"""An authority that does not exist writes its own pack from nothing, by the two how-to guides, with no code.

Nearly everything is unlike the packs that come with Alongside: three levels, a working week with Saturday, bank
holidays that are worked, and a timescale of each kind.
"""

from pathlib import Path

import pytest

from alongside.cli.main import main
from alongside.journey.standards import Due, Fact, evaluate
from alongside.journey.tests.standards.telling import child, fact
from alongside.packs.format.pack import Pack
from alongside.packs.loader import load
from alongside.packs.tests.writing import write_pack
from alongside.working_time import london_day

FILES = {
    "pack.yaml": """\
id: northmoor
title: Northmoor together
version: "1"
about: How the invented authority of Northmoor works with families.
source: {document: Northmoor together, passage: The whole book}
levels:
  - {id: near, number: 1, title: Near, means: Neighbours and everyday services}
  - {id: beside, number: 2, title: Beside, means: A friendly worker walks along, pathway: true}
  - {id: around, number: 3, title: Around, means: Several services stand around the family, pathway: true}
roles:
  - {id: companion, title: Companion}
  - {id: keeper, title: Keeper}
  - {id: school, title: School}
columns:
  - {id: clouds, title: Clouds, question: What hangs over us?}
  - {id: sunshine, title: Sunshine, question: What is bright?}
note_kinds:
  - {id: walk, title: Walk}
document_categories:
  - {id: papers, title: Papers}
risk_factors:
  - {id: river, title: The river, hint: It floods}
calendar:
  week: [monday, tuesday, wednesday, thursday, friday, saturday]
  bank_holidays: worked
  closures:
    - {name: The fair, first: 2026-06-20, last: 2026-06-23}
settings:
  emergency_access_hours: 8
  level_after_closing: near
""",
    "forms/walk.yaml": """\
id: walk
title: A walk together
purpose: To keep what was said on a walk.
source: {document: Northmoor together, passage: Walking}
about: [family, person]
kind: walk
levels: [beside, around]
sections:
  - id: said
    title: What was said
    fields:
      - {id: clouds, type: statements, column: clouds, label: What hangs over us?}
      - {id: sunshine, type: statements, column: sunshine, label: What is bright?}
      - {id: river, type: checklist, label: What is there to think of?, options_from: risk_factors}
      - {id: next-gathering, type: date, label: When do we gather?}
sign_off: {role: keeper, says: Was it a good walk?}
grows_into: [farewell]
records:
  - {fact: family.walked-with}
  - {fact: gathering.set, when: next-gathering}
""",
    "forms/farewell.yaml": """\
id: farewell
title: Farewell
purpose: To say goodbye well.
source: {document: Northmoor together, passage: Goodbye}
about: [family]
kind: walk
stands_in: closure
needs_pathway: true
closes_pathway: true
asks_when: When do we say goodbye?
sections:
  - id: thanks
    title: Thanks
    fields:
      - {id: thanks, type: narrative, label: "What do we thank {name} for?", needed: yes}
  - id: each
    title: "For {name}"
    for_each: child
    fields:
      - {id: present, type: text, label: "What does {name} take along?", size: line, needed: or-reason}
records:
  - {fact: farewell.said}
""",
    "standards.yaml": """\
standards:
  - id: first-word
    title: A first word
    owner: companion
    per: family
    after: pathway.opened
    within: 4 working days
    day_one: same
    met_by: family.walked-with
    source: {document: Northmoor together, passage: Hello}
  - id: walks
    title: A walk
    owner: companion
    per: family
    after: pathway.opened
    first: 3 weekdays
    every: 3 weeks
    values:
      - when: {level: [around]}
        first: 1 calendar day
        every: 10 calendar days
    met_by: family.walked-with
    while: {since: pathway.opened, until: pathway.closed}
    source: {document: Northmoor together, passage: Walking}
  - id: letter
    title: A letter before we gather
    owner: companion
    per: family
    before: gathering.set
    at_least: 6 working days
    met_by: letter.sent
    source: {document: Northmoor together, passage: Gathering}
  - id: keeper-looks
    title: The keeper looks
    owner: keeper
    per: family
    after: pathway.opened
    checkpoints: [1 week, 1 month, 6 months]
    met_by: keeper.looked
    source: {document: Northmoor together, passage: Keeping watch}
  - id: drawing
    title: A drawing
    owner: companion
    per: child
    after: pathway.opened
    target: 2 fridays
    within: 1 month
    met_by: drawing.made
    while: {age_under: 12}
    source: {document: Northmoor together, passage: Children}
  - id: flood
    title: A call about the flood
    owner: companion
    per: event
    after: flood.warned
    within: 6 hours
    met_by: family.called
    source: {document: Northmoor together, passage: The river}
  - id: written
    title: The walk, written down
    owner: companion
    per: event
    after: family.walked-with
    recorded_within: 2 working days
    source: {document: Northmoor together, passage: Walking}
  - id: school-told
    title: A word with the school
    owner: companion
    per: agency
    after: {later_of: [pathway.opened, agreement.given]}
    within: 5 working days
    if_closed: next
    met_by: school.told
    extended_by: more-time.given
    source: {document: Northmoor together, passage: Schools}
  - id: gathered
    title: After a gathering
    owner: companion
    per: family
    after: gathering.held
    happens: each time
    deadlines:
      - {id: told, title: Those who were away are told, within: 1 working day, met_by: away.told}
      - {id: thanked, title: Everybody is thanked, within: next saturday, met_by: all.thanked, owner: keeper}
    source: {document: Northmoor together, passage: Gathering}
  - id: looked-over
    title: Every second gathering, looked over
    owner: keeper
    per: family
    after: {event: gathering.held, every_nth: 2}
    within: 1 week
    met_by: gathering.looked-over
    source: {document: Northmoor together, passage: Keeping watch}
  - id: rests
    title: A line to the family
    owner: companion
    per: family
    after: pathway.opened
    every: 1 week
    met_by: line.sent
    suspended_while: {since: rest.begun, until: rest.ended}
    on_resuming: start again
    while: {since: pathway.opened, until: pathway.closed}
    source: {document: Northmoor together, passage: Resting}
""",
}


@pytest.fixture
def northmoor(tmp_path: Path) -> Pack:
    return load(write_pack(tmp_path / "northmoor", FILES))


@pytest.mark.requirement("ALL-01")
def test_the_check_finds_all_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "check", str(write_pack(tmp_path / "northmoor", FILES))]) == 0
    assert "2 forms, 11 standards, 3 levels" in capsys.readouterr().out


def test_its_own_levels_words_and_form(northmoor: Pack) -> None:
    assert [level.id for level in northmoor.levels] == ["near", "beside", "around"]
    form = northmoor.form("walk")
    assert [option.hint for option in form.fields[2].options] == ["It floods"]
    assert form.sign_off
    assert northmoor.role(form.sign_off.role).title == "Keeper"


def test_its_own_timescales_of_each_kind(northmoor: Pack) -> None:
    """Support opens on Good Friday, which Northmoor works."""
    facts = [
        child("ada", date_of_birth="2018-05-05"),
        child("sol", date_of_birth="2010-05-05"),
        fact("level.decided", "2026-04-03", level="beside"),
        fact("pathway.opened", "2026-04-03"),
        fact("family.walked-with", "2026-04-07"),
        fact("gathering.set", "2026-06-26"),
        fact("flood.warned", "2026-04-08 22:00"),
    ]
    rows = asked(northmoor, facts, "first-word walks letter keeper-looks drawing flood")
    days = [(row.standard, row.person, str(row.due)[:16]) for row in rows]
    assert days == [
        ("first-word", None, "2026-04-07"),  # Friday itself, Saturday, Easter Monday, Tuesday
        ("walks", None, "2026-04-08"),  # three weekdays
        ("walks", None, "2026-04-28"),  # three weeks after the first one
        ("letter", None, "2026-06-16"),  # six days back over the fair, Sunday left out
        ("keeper-looks", None, "2026-04-10"),
        ("keeper-looks", None, "2026-05-03"),
        ("keeper-looks", None, "2026-10-03"),
        ("drawing", "ada", "2026-05-03"),  # Sol is too old for it
        ("flood", None, "2026-04-09 03:00"),  # six hours, at four in the morning in London
    ]


def test_another_level_has_other_lengths(northmoor: Pack) -> None:
    facts = [
        fact("level.decided", "2026-04-03", level="around"),
        fact("pathway.opened", "2026-04-03"),
        fact("family.walked-with", "2026-04-07"),
    ]
    rows = asked(northmoor, facts, "walks")
    walks = [(str(row.due), row.state) for row in rows]
    assert walks == [("2026-04-04", "met late"), ("2026-04-17", "due")]


def test_the_other_kinds_of_timescale_it_has(northmoor: Pack) -> None:
    """Written up in time, the later of two, an extension, several from one event, every second, and a clock at rest."""
    facts = [
        fact("agency.joined", "2026-04-03", agency="hill", name="Hill School", role="school"),
        fact("level.decided", "2026-04-03", level="beside"),
        fact("pathway.opened", "2026-04-03"),
        fact("agreement.given", "2026-04-08"),
        fact("rest.begun", "2026-04-08"),
        fact("family.walked-with", "2026-04-09", recorded="2026-04-13 10:00"),
        fact("rest.ended", "2026-04-15"),
        fact("more-time.given", "2026-04-15", agency="hill", standard="school-told", until="2026-04-20", reason="Snow"),
        fact("gathering.held", "2026-04-16"),
        fact("gathering.held", "2026-04-22"),
    ]  # fmt: skip
    rows = asked(northmoor, facts, "written school-told gathered looked-over rests")
    assert [(row.standard, str(row.due), row.state) for row in rows] == [
        ("written", "2026-04-11", "met late"),  # Friday, Saturday
        ("school-told", "2026-04-20", "overdue"),  # Tuesday the 14th, and then as was given
        ("gathered", "2026-04-17", "overdue"),
        ("gathered", "2026-04-23", "due"),
        ("gathered", "2026-04-18", "overdue"),
        ("gathered", "2026-04-25", "due"),
        ("looked-over", "2026-04-29", "due"),
        ("rests", "2026-04-22", "due"),  # a week anew, when the rest has ended
    ]


def asked(pack: Pack, facts: list[Fact], standards: str) -> list[Due]:
    """What these standards ask on the day of the last fact, in the order of the pack."""
    chosen = [pack.standard(id) for id in standards.split()]
    return list(evaluate(chosen, facts, london_day(facts[-1].happened), pack.working_calendar()))
