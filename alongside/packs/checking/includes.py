"""A pack and all that it includes: found as folders beside it, in order, without going round in circles."""

import re
from pathlib import Path

from alongside.packs.checking.keys import did_you_mean
from alongside.packs.checking.parts import OnePack, parts_of
from alongside.packs.problems import Problem, shortened
from alongside.packs.reading.folder import PACK_FILE, read_folder, shown
from alongside.packs.reading.limits import PACKS_TOGETHER

AN_ID = re.compile("(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*")  # as format.base.Id; leads to no folder but one beside


class Family:
    """The packs that belong together, those that are included before those that include them."""

    def __init__(self, root: Path) -> None:
        self.beside = root.parent
        self.packs: dict[str, OnePack] = {}
        self.includes: dict[str, set[str]] = {}
        self.problems: list[Problem] = []
        self.incomplete = False
        self._met: dict[str, OnePack] = {}
        self._bring_in(root.name, ())
        self.root = self.packs[root.name]

    @property
    def unreadable(self) -> bool:
        """Whether some file could not be read, so that what it defines is not known."""
        return self.incomplete or any(pack.folder.unreadable for pack in self.packs.values())

    def builds_on(self, name: str) -> set[str]:
        """Return the names of all packs that this one includes, at first or second hand."""
        return self.includes.get(name, set())

    def _bring_in(self, name: str, above: tuple[str, ...]) -> None:
        pack = self._met[name] = parts_of(read_folder(self.beside / name))
        beyond: set[str] = set()
        for other, line in pack.includes:
            if self._may_include(pack, other, line, (*above, name)):
                if other not in self._met:
                    self._bring_in(other, (*above, name))
                beyond |= {other} | self.builds_on(other)
        self.includes[name] = beyond
        self.packs[name] = pack
        self.problems.extend(pack.problems)

    def _may_include(self, pack: OnePack, other: str, line: int, chain: tuple[str, ...]) -> bool:
        if not AN_ID.fullmatch(other):  # then nothing is looked for: the check of the file itself says so
            self.incomplete = True
            return False
        what, cure = "", ""
        if other in chain:
            circle = " → ".join([*chain[chain.index(other) :], other])
            what, cure = f"the packs include each other in a circle: {circle}", "Take one of these includes out"
        elif not (self.beside / other).is_dir():
            what = f"there is no pack “{shortened(other)}” in a folder beside this one"
            cure = did_you_mean(other, _folders(self.beside), "Those beside it are: ")
        elif len(self._met) >= PACKS_TOGETHER:
            what, cure = f"more than {PACKS_TOGETHER} packs are joined here", "Include fewer"
        if what:
            self.incomplete = True
            self.problems.append(Problem(shown(pack.folder.path / PACK_FILE), line, what, cure))
        return not what

    def names_that_differ(self) -> list[Problem]:
        """Return a problem for each included pack whose id is not the name of its folder."""
        return [
            Problem(
                shown(pack.folder.path / PACK_FILE),
                pack.folder.documents[PACK_FILE].line(("id",)),
                f"the folder is called “{name}” and the pack in it “{pack.header.id}”",
                "Give both the same name, because other packs include this one by it",
            )
            for name, pack in self.packs.items()
            if pack is not self.root and pack.header and pack.header.id != name
        ]


def _folders(beside: Path) -> list[str]:
    return sorted(path.parent.name for path in beside.glob(f"*/{PACK_FILE}"))[:200]
