"""How people get on, as lines: what each kind is called, how it is said, and how it looks."""

from dataclasses import dataclass

from alongside.genogram.drawing.look import BLUE, BROWN, GREEN, LINE, PLUM, RED


@dataclass(frozen=True)
class Quality:
    """A kind of tie. `says` is a sentence about {a} and {b}; lines are how many run side by side.

    `to` puts a head at the end: the tie goes from the first to the second. No two are alike without their colours
    either: half of all genograms leave a grey printer.
    """

    id: str
    title: str
    says: str
    colour: str = LINE
    lines: int = 1
    dashes: str = ""
    zigzag: float = 0.0
    crossed: bool = False
    hatched: bool = False
    broken: bool = False
    to: str = ""
    width: float = 2.0


QUALITIES = {
    one.id: one
    for one in (
        Quality("connected", "Connected", "{a} and {b} are in touch", width=1.5),
        Quality("close", "Close", "{a} and {b} are close", GREEN, lines=2),
        Quality("very-close", "Very close", "{a} and {b} are very close", GREEN, lines=3),
        Quality("distant", "Distant", "{a} and {b} are distant", BLUE, dashes="2 6"),
        Quality("cut-off", "Contact broken off", "Contact between {a} and {b} is broken off", BLUE, broken=True),
        Quality(
            "repaired", "Broken off, then mended", "{a} and {b} broke off contact and mended it", GREEN, broken=True
        ),
        Quality("conflict", "In conflict", "{a} and {b} are in conflict", BROWN, zigzag=5.0),
        Quality(
            "hostile", "Hostile", "{a} and {b} are hostile to each other", RED, zigzag=7.0, crossed=True, width=1.8
        ),
        Quality(
            "close-conflict", "Close and in conflict", "{a} and {b} are close and in conflict", BROWN, 2, zigzag=5.0
        ),
        Quality("violent", "Violent", "{a} is or was violent to {b}", RED, zigzag=5.0, to="full", width=2.4),
        Quality("controlling", "Controlling", "{a} controls {b}", PLUM, to="square", width=2.2),
        Quality(
            "harmful",
            "Harmful in another way",
            "{a} harms or harmed {b}",
            RED,
            dashes="5 5",
            zigzag=5.0,
            to="full",
            width=2.4,
        ),
        Quality("cares-for", "Looks after", "{a} looks after {b}", GREEN, to="open"),
        Quality("leans-on", "Leans on", "{a} leans on {b}", BLUE, dashes="9 6", to="open"),
        Quality("strong", "Gives strength", "{a} gives strength to {b}", GREEN, to="open", width=4.0),
        Quality(
            "weak", "Weak or uncertain", "What joins {a} and {b} is weak or uncertain", LINE, dashes="6 5", width=1.5
        ),
        Quality("tense", "Tense", "Things are tense between {a} and {b}", BROWN, hatched=True, width=1.5),
        Quality("works-with", "Works with", "{a} works with {b}", LINE, dashes="10 5 1.5 5", width=1.5),
    )
}
