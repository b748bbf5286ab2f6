"""What the documents beside the code promise: links that lead somewhere, commands that exist, tables that are true."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from alongside.access.rules import CAPABILITIES, ROLES
from alongside.cli.main import COMMANDS
from alongside.demo.sign_ins import SIGN_INS
from alongside.journey.standards import STATES
from alongside.launch import options
from alongside.plans.models import Action
from alongside.story.models import Entry, Statement

ROOT = Path(settings.ROOT)
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
COMMAND_LINE = re.compile(r"^(?: {4})?((?:\./|\.venv/bin/|alongside ).+)$|`([^`\n]+)`", re.MULTILINE)
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
# Where packages are had from, and folders of the machines that this was written on.
NEVER = re.compile(
    r"https?://(?:pypi\.org/simple|files\.pythonhosted|registry\.(?:npmjs|yarnpkg))|(?<![\w.-])/(?:work|root|Users)/|/tmp/w/"
)


def text_of(document: Path) -> str:
    return document.read_text(encoding="utf-8")


def named(document: Path) -> str:
    return str(document.relative_to(ROOT))


def anchor(heading: str) -> str:
    """The address that a heading gets on the page of a repository."""
    return re.sub(r"[^\w\- ]", "", heading.lower().replace("`", "")).replace(" ", "-")


def links_of(document: Path) -> Iterator[str]:
    """Links within the project; what leads out of it is not followed."""
    return (link for link in LINK.findall(text_of(document)) if "://" not in link and not link.startswith("mailto:"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_link_leads_to_something(document: Path) -> None:
    for link in links_of(document):
        path, _, place = link.partition("#")
        target = (document.parent / path).resolve() if path else document
        assert target.exists(), f"{named(document)} links to {link}, which is not there"
        if place:
            assert place in map(anchor, HEADING.findall(text_of(target))), f"{link} has no such heading"


def test_every_guide_is_reached_from_the_readme() -> None:
    seen: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        document = waiting.pop()
        if document in seen:
            continue
        seen.add(document)
        targets = [(document.parent / link.partition("#")[0]).resolve() for link in links_of(document)]
        waiting += [target for target in targets if target.suffix == ".md"]
        waiting += [one for target in targets if target.is_dir() for one in target.glob("*.md")]
    assert {named(one) for one in DOCUMENTS} == {named(one) for one in seen}


def commands_in(document: Path) -> Iterator[list[str]]:
    """What begins with a command of ours, on lines of its own and in running text, as words without its remark."""
    for line in COMMAND_LINE.findall(text_of(document)):
        words = next(filter(None, line)).split("#")[0].split()
        if words and words[0] in ("./run", "./test", "alongside", ".venv/bin/alongside"):
            yield words


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_command_exists(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)  # with it, --fresh is refused
    for words in commands_in(document):
        if words[0] == "./run":
            options.parse(words[1:])
        elif words[0] != "./test" and len(words) > 1 and words[1].islower():
            assert words[1] in COMMANDS, f"{named(document)} has `{' '.join(words)}`, and there is no such command"


def test_the_readme_names_every_option_of_run(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        options.parse(["--help"])
    known = set(re.findall(r"--[a-z]+", capsys.readouterr().out)) - {"--help"}
    assert known <= {word for words in commands_in(ROOT / "README.md") for word in words}


def test_the_readme_names_every_sign_in_of_the_demo() -> None:
    readme = text_of(ROOT / "README.md")
    for sign_in in SIGN_INS:
        assert f"| {sign_in.role} | {sign_in.name} | `{sign_in.email}` |" in readme
        assert sign_in.password in readme


def table_after(document: Path, heading: str) -> list[list[str]]:
    """The rows of the first table whose head begins with these words, without its head."""
    lines = text_of(document).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith(heading))
    rows = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows


def test_the_table_of_roles_is_the_one_that_decides() -> None:
    written = {
        title: (where, set(re.findall(r"`(\w+)`", may)))
        for title, where, may in table_after(ROOT / "docs/how-to/administer.md", "| role | where | may |")
    }
    assert written == {
        role.title: ("every team" if role.everywhere else "its team", set(role.may)) for role in ROLES.values()
    }


def test_the_table_of_what_one_may_do_is_the_one_that_decides() -> None:
    rows = table_after(ROOT / "docs/how-to/administer.md", "| name | who has it may |")
    assert {name.strip("`"): means for name, means in rows} == CAPABILITIES


@pytest.mark.parametrize("states", [Entry.Status, Statement.State, Action.State])
def test_the_tables_of_states_name_each_state(states: type[Entry.Status]) -> None:
    document = text_of(ROOT / "docs/reference/states.md")
    for state in states:
        assert f"{state.label} (`{state.value}`)" in document


def test_the_table_of_what_is_due_names_each_state() -> None:
    rows = table_after(ROOT / "docs/reference/states.md", "| state | what it means |")
    document = text_of(ROOT / "docs/reference/states.md")
    assert rows
    for state in STATES:
        assert f"{state.capitalize()} (`{state}`)" in document


def test_decisions_are_numbered_once_and_say_what_was_decided() -> None:
    numbers = Counter(decision.name[:4] for decision in DECISIONS)
    assert all(number.isdigit() and times == 1 for number, times in numbers.items()), numbers
    assert sorted(map(int, numbers)) == list(range(1, len(DECISIONS) + 1))
    for decision in DECISIONS:
        assert text_of(decision).startswith("# ")
        assert "**Deci" in text_of(decision), f"{decision.name} does not say what was decided"


def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is not a checkout")
    found = []
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path == Path(__file__).resolve() or not path.is_file() or path.suffix in (".png", ".woff2", ".ttf"):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if NEVER.search(line):
                found.append(f"{name}:{number}: {line.strip()[:100]}")
    assert not found
