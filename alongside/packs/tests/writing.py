"""Packs written for a test: a small one that is right, in which a test changes what it is about."""

from collections.abc import Mapping
from pathlib import Path

PACK = """\
id: small
title: Small pack
version: "1"
about: A pack for trying things out
source:
  document: A handbook
  passage: Its first page
levels:
  - id: level-1
    number: 1
    title: Community help
    means: Everyday services are enough
roles:
  - id: worker
    title: Worker
columns:
  - id: worries
    title: Worries
    question: What are we worried about?
note_kinds:
  - id: note
    title: Note
document_categories:
  - id: papers
    title: Papers
"""

FORM = """\
id: note
title: Note
purpose: To keep a note
kind: note
source:
  document: A handbook
  passage: Notes
sections:
  - id: first
    title: The note
    fields:
      - id: seen-on
        type: date
        label: When did you see {name}?
      - id: how
        type: choice
        label: How was it?
        options:
          - id: good
            label: Good
          - id: bad
            label: Bad
      - id: words
        type: narrative
        label: What happened?
"""

STANDARDS = """\
standards:
  - id: seen
    title: Seeing the family
    owner: worker
    per: family
    after: pathway.opened
    within: 5 working days
    met_by: visit.made
    source:
      document: A handbook
      passage: Visits
"""

SCALES = """\
scales:
  - id: life
    title: Life
    question: How is life?
    lowest: 0
    highest: 10
    direction: higher-is-better
    lowest_means: Hard
    highest_means: Good
stars:
  - id: star
    title: Our star
    scale: life
    areas:
      - id: health
        title: Health
        question: How is our health?
      - id: home
        title: Home
        question: How is our home?
      - id: friends
        title: Friends
        question: How are our friends?
"""

THRESHOLDS = """\
domains:
  - id: development
    title: The child’s development
rules:
  - id: goes-on
    level: level-1
    says: Counts only when it goes on despite help
indicators:
  - id: misses-school
    label: Misses school
    level: level-1
    domain: development
    continuing: true
"""

SMALL = {
    "pack.yaml": PACK,
    "forms/note.yaml": FORM,
    "standards.yaml": STANDARDS,
    "scales.yaml": SCALES,
    "thresholds.yaml": THRESHOLDS,
}


def write_pack(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write these files into a pack folder and return it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def changed(text: str, old: str, new: str) -> str:
    """Return the text with one passage replaced, which must be there."""
    assert text.count(old) >= 1, old
    return text.replace(old, new, 1)
