"""What is wrong with a pack is named: the file, the line, and what would be right."""

from pathlib import Path

import pytest

from alongside.cli.main import main
from alongside.packs.checking.fields import EXAMPLES
from alongside.packs.format.field_types import FIELD_TYPES
from alongside.packs.loader import load
from alongside.packs.problems import PackError
from alongside.packs.tests.writing import SMALL, changed, write_pack

PACK, FORM, STANDARDS = "pack.yaml", "forms/note.yaml", "standards.yaml"
SCALES, THRESHOLDS = "scales.yaml", "thresholds.yaml"
FIELD = "      - id: words\n        type: narrative\n        label: What happened?\n"

# What is changed in which file, on which line the problem is shown, and words of the problem and of its cure.
BAD = {
    # — the text is not what YAML can read —
    "not YAML": (PACK, "title: Small pack", "title: 'Small pack", 2, "never closed", "Close it"),
    "a second colon": (PACK, "title: Small pack", "title: Small: pack", 2, "second colon", "quotation marks"),
    "a key without a colon": (PACK, "id: small\n", "id small\n", 2, "does not fit the one above", "lacks its colon"),
    "a tab": (PACK, "    title: Worker", "\ttitle: Worker", 15, "begins with a tab", "Use spaces"),
    "an odd first character": (PACK, "title: Small pack", "title: @home", 2, "keeps for itself", "quotation marks"),
    "braces unquoted": (FORM, "label: What happened?", "label: {child}", 25, "a group of keys", "quotation marks"),
    "braces and more": (FORM, "label: What happened?", "label: {child} at home", 25, "", "quotation marks"),
    "an anchor": (PACK, "title: Small pack", "title: &small Small pack", 2, "gives this part a name", "in full"),
    "an alias": (PACK, "title: Small pack", "title: *small", 2, "stands for text", "in full"),
    "a tag": (PACK, "title: Small pack", "title: !!str Small pack", 2, "YAML tag", "without the tag"),
    "python in a tag": (PACK, "title: Small pack", "title: !!python/name:os.system ''", 2, "YAML tag", "without"),
    "a second document": (PACK, "levels:", "---\nlevels:", 8, "second document", "one document"),
    "a key twice": (PACK, "about:", "title: Again\nabout:", 4, "stands twice here, first on line 2", "Keep one"),
    "a list as a key": (PACK, "title: Small pack", "? [a, b]\n: c", 2, "a key is wanted", "plain word"),
    "an indented key": (PACK, "version:", "   version:", 3, "", ""),
    # — keys and values —
    "an unknown key": (PACK, "about:", "abuot:", 4, "“abuot” is not a key", "Did you mean “about”?"),
    "an unknown key of a field": (FORM, "        label: What happened?", "        labels: What happened?", 25,
                                  "“labels” is not a key", "“label”"),
    "a key that is like no other": (PACK, "about:", "zzz: x\nabout:", 4, "“zzz” is not a key", "The keys here are: id"),
    "a missing key": (FORM, "purpose: To keep a note\n", "", 1, "“purpose” is missing", "Add a line “purpose: …”"),
    "a number for text": (PACK, 'version: "1"', "version: 1", 3, "the number 1 where text is wanted", '"1"'),
    "a fraction for text": (PACK, 'version: "1"', "version: 1.5", 3, "the number 1.5", '"1.5"'),
    "true for text": (PACK, "title: Small pack", "title: true", 2, "true or false where text", '"true"'),
    "a list for text": (PACK, "title: Small pack", "title: [Small, pack]", 2, "a list where text", "quotation marks"),
    "nothing for text": (PACK, "title: Small pack", "title:", 2, "“title” is empty", "Write it after the colon"),
    "spaces for text": (PACK, "title: Small pack", 'title: "  "', 2, "“title” is empty", "Write it"),
    "text for a number": (SCALES, "lowest: 0", "lowest: none", 5, "“lowest” is “none” where a whole",
                          "such as 5"),
    "text for true": (THRESHOLDS, "continuing: true", "continuing: maybe", 13, "where true or false", "true or false"),
    "text for a list": (PACK, "levels:\n", "levels: none\nrest:\n", 8, "where a list is wanted", "“- ”"),
    "text for a group": (PACK, "source:\n  document: A handbook\n  passage: Its first page", "source: A handbook", 5,
                         "where a group of keys", "below it"),
    "a file that is a list": (PACK, SMALL[PACK], "- id: small\n", 1, "this is a list", "its keys"),
    "an id with capitals": (FORM, "id: words", "id: Some Words", 23, "cannot be an id", "“some-words”"),
    "an unknown choice": (SCALES, "higher-is-better", "higher is better", 7, "higher is better", "Did you mean"),
    "no options left": (FORM, "label: How was it?", "label: How was it?\n        needed: sometimes", 18,
                        "“needed” is “sometimes”", "no, yes, or-reason, when-late, when-overdue"),
    "a day that is none": (PACK, "levels:", "calendar:\n  closures:\n    - {name: x, first: 2026-02-30}\nlevels:", 10,
                           "where a day is wanted", "2026-12-24"),
    "a bare number for a day": (PACK, "levels:", "calendar:\n  closures:\n    - {name: x, first: 20261224}\nlevels:",
                                10, "20261224 is not a day", "2026-12-24"),
    "a closure backwards": (PACK, "levels:",
                            "calendar:\n  closures:\n    - {name: x, first: 2026-12-24, last: 2026-12-23}\nlevels:", 10,
                            "runs from", "later"),
    "a time that is none": (PACK, "levels:", "contacts:\n  - {id: a, name: A, number: '1', use_when: x, hours: "
                            "[{days: [monday], opens: 25:00, closes: 17:00}]}\nlevels:", 9, "a time of day", "08:30"),
    "a number too large": (PACK, "    number: 1\n", "    number: 99\n", 10, "“number” does not fit", "Change it"),
    # — ids that stand twice —
    "a role twice": (PACK, "columns:", "  - id: worker\n    title: Other\ncolumns:", 16,
                     "“worker” is already used in line 14", "another id"),
    "a field twice": (FORM, "id: words", "id: how", 23, "two fields have the id “how”", "another id"),
    "a section twice": (FORM, FIELD, FIELD + "  - id: first\n    title: More\n    fields:\n"
                        "      - {id: more, type: text, label: More}\n", 26, "two sections have the id", "another id"),
    "an option twice": (FORM, "id: bad", "id: good", 21, "two options have the id “good”", "another id"),
    "a standard twice": (STANDARDS, "      passage: Visits\n", "      passage: Visits\n  - id: seen\n", 12,
                         "“seen” is already used in line 2", "another id"),
    "a star's area twice": (SCALES, "id: home", "id: health", 18, "two areas have the id", "another id"),
    # — what leads nowhere —
    "a kind of note": (FORM, "kind: note", "kind: notes", 4, "no kind of note “notes”", "Did you mean “note”?"),
    "a category": (FORM, "kind: note", "kind: note\nfiles_copy_in: paper", 5, "no document category", "“papers”"),
    "a level": (FORM, "kind: note", "kind: note\nlevels: [level-9]", 5, "no level “level-9”", "“level-1”"),
    "a level after closing": (PACK, "levels:",
                              "settings: {emergency_access_hours: 8, level_after_closing: l-1}\nlevels:", 8,
                              "no level “l-1”", "“level-1”"),
    "a choice of levels": (FORM, "kind: note", "kind: note\nlevel_after: how", 20, "no level “good”", "level-1"),
    "a choice that is none": (FORM, "kind: note", "kind: note\nlevel_after: words", 5, "not a choice of this form",
                              "how"),
    "a role that signs": (FORM, "kind: note", "kind: note\nsign_off:\n  role: workers\n  says: Look", 6,
                          "no role “workers”", "“worker”"),
    "a form that follows": (FORM, "kind: note", "kind: note\ngrows_into: [notes]", 5, "no form “notes”", "“note”"),
    "a column": (FORM, FIELD, FIELD + "      - {id: w, type: statements, column: worry, label: W}\n", 26,
                 "no column of the map “worry”", "“worries”"),
    "a scale": (FORM, FIELD, FIELD + "      - {id: w, type: rating, scale: star, label: W}\n", 26,
                "no scale “star”", "life"),
    "a star": (FORM, FIELD, FIELD + "      - {id: w, type: star, scale: life, label: W}\n", 26, "no star “life”",
               "star"),
    "an offer of no form": (FORM, FIELD, FIELD + "        offers: [notes.words]\n", 26, "no form “notes”", "“note”"),
    "an offer of no field": (FORM, FIELD, FIELD + "        offers:\n          - note.word\n", 27,
                             "the form “note” has no field “word”", "“words”"),
    "settled on no scale": (
        FORM, FIELD, FIELD + "      - {id: w, type: statements, column: worries, each_settled: true, label: W}\n", 26,
        "no scale says it", "Add “scale:”"),
    "an offer of no column": (FORM, FIELD, FIELD + "        offers: [worry]\n", 26, "neither a column", "“worries”"),
    "a condition on no field": (FORM, FIELD, FIELD + "        only: {field: hows, any_of: [good]}\n", 26,
                                "not another choice", "“how”"),
    "a condition on no option": (FORM, FIELD, FIELD + "        only: {field: how, any_of: [goood]}\n", 26,
                                 "no option “goood”", "“good”"),
    "a date that is none": (FORM, FIELD, FIELD + "records:\n  - {fact: visit.made, when: words}\n", 27,
                            "not a date field", "seen-on"),
    "a fact with no dot": (FORM, FIELD, FIELD + "records:\n  - fact: visited\n", 27, "not the name of a fact",
                           "review.held"),
    "a field type": (FORM, "type: narrative", "type: narative", 24, "no field type “narative”", "“narrative”"),
    "a key of another type": (FORM, "type: narrative", "type: narrative\n        several: true", 25,
                              "“several” has no meaning for a field of type narrative", "Take it out"),
    "a choice of nothing": (FORM, "type: narrative", "type: choice", 23, "needs “options”", "Add “options:”"),
    "options twice over": (FORM, "label: How was it?", "label: How was it?\n        options_from: levels", 18,
                           "also taken from a list", "Keep one"),
    "a condition on no level": (FORM, FIELD, FIELD + "        only: {field: level, any_of: [level-9]}\n"
                                "      - {id: level, type: choice, label: L, options_from: levels}\n", 26,
                                "no option “level-9”", "“level-1”"),
    "ratings on nothing": (FORM, "type: narrative", "type: rating", 23, "needs “scale”", "scales.yaml"),
    "an unknown gap": (FORM, "What happened?", "What happened to {chlid}?", 25, "{chlid} in the wording", "{child}"),
    "a stray bracket": (FORM, "What happened?", "What happened }?", 25, "} in the wording", "no curly brackets"),
    "an owner": (STANDARDS, "owner: worker", "owner: wrker", 4, "no role “wrker”", "“worker”"),
    "a level of a standard": (STANDARDS, "    met_by: visit.made", "    met_by: visit.made\n    while:\n"
                              "      level: [level-1, level-7]", 10, "no level “level-7”", "“level-1”"),
    "a star's scale": (SCALES, "scale: life", "scale: lives", 13, "no scale “lives”", "“life”"),
    "an indicator's domain": (THRESHOLDS, "domain: development", "domain: home", 12, "no domain “home”", "development"),
    "an indicator's level": (THRESHOLDS, "    level: level-1\n    domain", "    level: level-2\n    domain", 11,
                             "no level “level-2”", "“level-1”"),
    # — what a standard or a scale says of itself —
    "no unit": (STANDARDS, "within: 5 working days", "within: 5", 7, "5 of what", "“10 working days”"),
    "days of which kind": (STANDARDS, "within: 5 working days", "within: 5 days", 7, "which days", "“5 working days”"),
    "no limit": (STANDARDS, "    within: 5 working days\n", "", 2, "by when", "within"),
    # — what a standard says that cannot be meant —
    "nobody it is about": (STANDARDS, "per: family", "per: chlid", 5, "nobody in a family is “chlid”", "“child”"),
    "every, for each event": (STANDARDS, "per: family\n    after: pathway.opened\n    within",
                              "per: event\n    after: pathway.opened\n    every", 7, "per event means each", "family"),
    "every third, again and again": (STANDARDS, "after: pathway.opened\n    within",
                                     "after: {event: a.b, every_nth: 3}\n    every", 6, "count nothing", "Keep one"),
    "every third, once": (STANDARDS, "after: pathway.opened", "after: {event: a.b, every_nth: 3}\n    happens: once", 7,
                          "would not be heeded", "take “happens” out"),
    "no gap": (STANDARDS, "within: 5 working days", "every: 0 weeks", 7, "no gap", "longer"),
    "a target after its limit": (STANDARDS, "after: pathway.opened\n    within: 5 working days",
                                 "before: pathway.opened\n    at_least: 5 working days\n    target: 2 working days", 8,
                                 "comes after the limit", "Change the two about"),
    "a target beyond the limit": (STANDARDS, "    met_by: visit.made", "    met_by: visit.made\n    values:\n"
                                  "      - when: {level: level-1}\n        target: 3 weeks", 11, "longer than the",
                                  "limit here too"),
    "the later of one": (STANDARDS, "after: pathway.opened", "after: {later_of: [a.b, a.b]}", 6, "one event twice",
                         "differ"),
    "an extension every third time": (STANDARDS, "    met_by: visit.made", "    met_by: visit.made\n"
                                      "    extended_by: {event: a.b, every_nth: 3}", 9, "a plain event", "every_nth"),
    "resuming from nothing": (STANDARDS, "    met_by: visit.made",
                              "    met_by: visit.made\n    on_resuming: start again", 9, "there is none",
                              "suspended_while"),
    "no such age": (STANDARDS, "    per: family", "    per: child\n    while: {age_from: 10, age_under: 5}", 6,
                    "at least 10 and under 5", "lower"),
    "a condition that must be the same": (STANDARDS, "    met_by: visit.made", "    met_by: visit.made\n    while:\n"
                                          "      since: {event: a.b, same: [form]}", 9, "to met_by", "Take it out"),
    "hours from a day": (FORM, "kind: note", "kind: note\nasked_of_others: {within: 48 hours, remind: 1 week, "
                         "opens_for: 4 weeks, introduction: Please}", 5, "run by the clock", "in days or weeks"),
    "a scale backwards": (SCALES, "lowest: 0", "lowest: 11", 2, "from 11 to 10", "smaller"),
}  # fmt: skip


@pytest.mark.requirement("ALL-01")
@pytest.mark.parametrize("name", BAD)
def test_names_file_line_and_cure(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, old, new, line, what, cure = BAD[name]
    folder = write_pack(tmp_path / "small", {**SMALL, file: changed(SMALL[file], old, new)})
    assert main(["packs", "check", str(folder)]) == 1
    said = capsys.readouterr().out
    here = [one for one in said.splitlines() if one.startswith(f"{folder / file}:{line}: ")]
    assert here, f"nothing on line {line}: {said}"
    assert any(what.lower() in one.lower() and cure.lower() in one.lower() for one in here), said


def test_the_small_pack_is_right(tmp_path: Path) -> None:
    assert load(write_pack(tmp_path / "small", SMALL)).form("note").title == "Note"


def test_every_problem_is_reported_at_once(tmp_path: Path) -> None:
    files = {
        "pack.yaml": changed(SMALL["pack.yaml"], "about:", "abuot:"),
        "forms/note.yaml": changed(SMALL["forms/note.yaml"], "kind: note", "kind: nothing"),
        "standards.yaml": changed(SMALL["standards.yaml"], "5 working days", "5 days"),
    }
    with pytest.raises(PackError) as raised:
        load(write_pack(tmp_path / "small", {**SMALL, **files}))
    assert {Path(one.file).name for one in raised.value.problems} == {"pack.yaml", "note.yaml", "standards.yaml"}


def test_an_unreadable_file_is_not_blamed_on_the_others(tmp_path: Path) -> None:
    """Roles stand in pack.yaml: while it cannot be read, nobody can say that a standard's role is missing."""
    folder = write_pack(tmp_path / "small", {**SMALL, "pack.yaml": "id: [small"})
    with pytest.raises(PackError) as raised:
        load(folder)
    assert {Path(one.file).name for one in raised.value.problems} == {"pack.yaml"}


def test_words_that_other_readers_of_yaml_would_change_stay_words(tmp_path: Path) -> None:
    form = changed(SMALL["forms/note.yaml"], "label: What happened?", "label: No\n        needed: no")
    pack = load(write_pack(tmp_path / "small", {**SMALL, "forms/note.yaml": form}))
    assert pack.form("note").fields[-1].label == "No"
    assert pack.form("note").fields[-1].needed == "no"


def test_every_key_that_a_type_must_have_comes_with_an_example_of_it() -> None:
    assert {key for kind in FIELD_TYPES.values() for key in kind.must} <= set(EXAMPLES)
