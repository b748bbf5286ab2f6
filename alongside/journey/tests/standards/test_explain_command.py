"""`alongside standards explain`, as a practice lead types it; the examples of the how-to guide are its contract."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from alongside.cli.main import main

EXAMPLES = Path(__file__).parents[4] / "docs" / "examples" / "standards"
TRY_OUT, ROWAN = str(EXAMPLES / "try-out"), str(EXAMPLES / "rowan.yaml")
KEYS = ["standard", "title", "who", "per", "from", "target", "due", "met", "state", "why", "source"]


def explain(*arguments):
    return main(["standards", "explain", *arguments])


@pytest.mark.requirement("ALL-03")
def test_the_example_of_the_guide_for_people(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    assert explain(TRY_OUT, "--facts", ROWAN, "--today", "2026-04-30") == 0
    assert capsys.readouterr().out == (EXAMPLES / "rowan.txt").read_text(encoding="utf-8")


@pytest.mark.requirement("ALL-03")
def test_the_example_of_the_guide_for_programs(capsys):
    assert explain(TRY_OUT, "--facts", ROWAN, "--today", "2026-04-30", "--json") == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == json.loads((EXAMPLES / "rowan.json").read_text(encoding="utf-8"))
    assert all(list(row) == KEYS for row in printed)


@pytest.mark.parametrize(
    ("standard", "per", "due", "state"),
    [
        # Reckoned by hand from rowan.yaml; 3 March 2026 is a Tuesday, 4 May a bank holiday.
        ("agreement", "family", "2026-03-10", "met"),  # 4, 5, 6 | 9, 10 March
        ("allocation-meeting", "family", "2026-03-04", "met"),  # the Wednesday after Tuesday
        ("plan", "family", "2026-05-15", "due"),  # 9 March and 8 weeks is 4 May; extended
        ("family-seen", "family", "2026-04-02", "suspended"),  # 26 March and a week, at the new level
        ("child-seen", "ben", "2026-05-20", "due"),  # a month from 20 April, when he joined
        ("child-seen", "ava", "2026-04-10", "overdue"),  # a month from 10 March
        ("report", "gp", "2026-05-01", "due"),  # back from 7 May: 6, 5 | 1 May
        ("report", "school", "2026-05-01", "met"),
        ("concern-told", "ava", "2026-03-29T13:00+01:00", "met"),  # 24 hours, the clocks going forward
        ("look-at-assessment", "family", "2026-04-09", "overdue"),  # 11 to 31 March make 15, 1, 2 | 7, 8, 9 April
        ("audit", "family", None, "not started"),
    ],
)
def test_what_the_example_says(standard, per, due, state):
    rows = json.loads((EXAMPLES / "rowan.json").read_text(encoding="utf-8"))
    assert (due, state) in [
        (row["due"], row["state"]) for row in rows if (row["standard"], row["per"]) == (standard, per)
    ]


def test_every_standard_of_the_example_is_in_the_guide():
    guide = (EXAMPLES.parents[1] / "how-to" / "try-a-standard.md").read_text(encoding="utf-8")
    rows = json.loads((EXAMPLES / "rowan.json").read_text(encoding="utf-8"))
    assert {row["standard"] for row in rows if f"`{row['standard']}`" not in guide} == set()


def test_mistakes_in_the_history_end_with_1_and_name_the_line(capsys, tmp_path):
    history = tmp_path / "history.yaml"
    history.write_text("events:\n  - event: visit.made\n    happened: yesterday\n")
    assert explain(TRY_OUT, "--facts", str(history), "--today", "2026-04-30") == 1
    assert f"{history}:3: “yesterday” is neither a day nor a moment" in capsys.readouterr().err


def test_mistakes_in_the_pack_end_with_1(capsys, tmp_path):
    assert explain(str(tmp_path), "--facts", ROWAN, "--today", "2026-04-30") == 1
    assert "pack.yaml" in capsys.readouterr().err


def test_days_beyond_the_calendar_end_with_1(capsys, tmp_path):
    history = tmp_path / "history.yaml"
    history.write_text("events: [{event: pathway.opened, happened: 1950-01-01}]")
    assert explain(TRY_OUT, "--facts", str(history), "--today", "2026-04-30") == 1
    assert "Working days are known from 1 January 1980" in capsys.readouterr().err


def test_what_looks_like_a_slip_is_noted(capsys, tmp_path):
    history = tmp_path / "history.yaml"
    history.write_text(
        "events: [{event: visit.maed, happened: 2026-03-03}, "
        "{event: level.decided, happened: 2026-03-03, data: {level: 3}}]"
    )
    assert explain(TRY_OUT, "--facts", str(history), "--today", "2026-04-30") == 0
    noted = capsys.readouterr().err
    assert "no standard of this pack looks at “visit.maed”. Did you mean “visit.made”?" in noted
    assert "this pack has no level “3”" in noted


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("{event: level.decided, happened: 2026-03-03}", "“level.decided” of 3 March 2026 decides no level"),
        (
            "{event: extension.approved, happened: 2026-03-03, data: {until: 2026-04-01}}",
            "“extension.approved” of 3 March 2026 extends nothing. Give in its data both until, a day, and a reason",
        ),
        (
            "{event: conference.arranged, happened: 2026-03-03, data: {held_on: 4 April}}",
            "“conference.arranged” of 3 March 2026 has no day under “held_on” in its data",
        ),
        ("{event: person.joined, happened: 2026-03-03, data: {role: parent}}", "nobody in a family is “parent”"),
    ],
)
def test_data_that_change_nothing_are_noted(event, said, capsys, tmp_path):
    history = tmp_path / "history.yaml"
    history.write_text(f"events: [{event}]")
    assert explain(TRY_OUT, "--facts", str(history), "--today", "2026-04-30") == 0
    assert said in capsys.readouterr().err


def test_people_are_told_all_that_programs_are():
    """Standard, from when, target and due of each row stand in the text too, in the same order."""
    rows = json.loads((EXAMPLES / "rowan.json").read_text(encoding="utf-8"))
    told = (EXAMPLES / "rowan.txt").read_text(encoding="utf-8").splitlines()
    said = [line.strip(" []") for line in told if line.strip().startswith("[")]
    assert [one.split(",")[0] for one in said] == [row["standard"] for row in rows]
    for one, row in zip(said, rows, strict=True):
        assert (", from " in one, ", target " in one) == (bool(row["from"]), bool(row["target"]))


@pytest.mark.parametrize("arguments", [[], [TRY_OUT], [TRY_OUT, "--facts", ROWAN, "--today", "30 April"]])
def test_a_mistyped_command_ends_with_2(arguments):
    with pytest.raises(SystemExit) as ended:
        explain(*arguments)
    assert ended.value.code == 2


def test_it_needs_no_database_and_no_django():
    code = (
        "import sys; from alongside.cli.main import main; "
        f"ended = main(['standards', 'explain', {TRY_OUT!r}, '--facts', {ROWAN!r}, '--today', '2026-04-30']); "
        "sys.exit(3 if 'django' in sys.modules else ended)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
