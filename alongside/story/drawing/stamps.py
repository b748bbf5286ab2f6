"""Pictures to put into a drawing, each our own: a name, and shapes in a square of 100.

`fill` takes the colour that the child chose, `line` is drawn in ink over it, `dark` is filled with ink.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Stamp:
    """One picture: its name, and path data for what is coloured, what is drawn over it, and what is dark."""

    name: str
    fill: str = ""
    line: str = ""
    dark: str = ""


_FACE = "M50 8A42 42 0 1 0 50 92A42 42 0 1 0 50 8Z"
_EYES = "M36 36A5 6 0 1 0 36 48A5 6 0 1 0 36 36ZM64 36A5 6 0 1 0 64 48A5 6 0 1 0 64 36Z"

STAMPS = {
    "happy": Stamp("Happy face", _FACE, "M28 58C36 78 64 78 72 58", _EYES),
    "sad": Stamp("Sad face", _FACE, "M32 74C38 58 62 58 68 74", _EYES),
    "worried": Stamp("Worried face", _FACE, "M32 70Q38 62 44 69T56 69T68 68M26 34L42 28M74 34L58 28", _EYES),
    "cross": Stamp("Cross face", _FACE, "M34 72C42 64 58 64 66 72M26 26L44 35M74 26L56 35", _EYES),
    "child": Stamp(
        "Child",
        "M50 10A16 16 0 1 0 50 42A16 16 0 1 0 50 10ZM50 44C36 44 32 56 30 72L70 72C68 56 64 44 50 44Z",
        "M42 72V92M58 72V92M34 54L18 66M66 54L82 66M44 30Q50 36 56 30",
        "M43 23A2.5 3 0 1 0 43 29A2.5 3 0 1 0 43 23ZM57 23A2.5 3 0 1 0 57 29A2.5 3 0 1 0 57 23Z",
    ),
    "grown-up": Stamp(
        "Grown-up",
        "M50 4A13 13 0 1 0 50 30A13 13 0 1 0 50 4ZM50 32C36 32 33 42 32 64L68 64C67 42 64 32 50 32Z",
        "M42 64V96M58 64V96M35 40L20 60M65 40L80 60M45 20Q50 25 55 20",
        "M45 13A2 2.5 0 1 0 45 18A2 2.5 0 1 0 45 13ZM55 13A2 2.5 0 1 0 55 18A2 2.5 0 1 0 55 13Z",
    ),
    "baby": Stamp(
        "Baby",
        "M50 12A20 20 0 1 0 50 52A20 20 0 1 0 50 12ZM30 56C22 66 24 92 50 92C76 92 78 66 70 56C62 64 38 64 30 56Z",
        "M44 40Q50 45 56 40M50 12Q56 6 52 2M32 74L68 74",
        "M42 28A3 3.5 0 1 0 42 35A3 3.5 0 1 0 42 28ZM58 28A3 3.5 0 1 0 58 35A3 3.5 0 1 0 58 28Z",
    ),
    "dog": Stamp(
        "Dog",
        "M22 46C22 30 34 26 46 28L50 28L54 28C66 26 78 30 78 46C78 72 66 88 50 88C34 88 22 72 22 46Z"
        "M30 28C16 24 8 34 12 58C22 56 28 44 30 28ZM70 28C84 24 92 34 88 58C78 56 72 44 70 28Z",
        "M50 66V72M50 72Q42 80 36 73M50 72Q58 80 64 73",
        "M39 44A4 5 0 1 0 39 54A4 5 0 1 0 39 44ZM61 44A4 5 0 1 0 61 54A4 5 0 1 0 61 44Z"
        "M42 60Q50 56 58 60Q56 68 50 68Q44 68 42 60Z",
    ),
    "cat": Stamp(
        "Cat",
        "M22 14L38 28Q50 24 62 28L78 14L82 52C82 76 66 88 50 88C34 88 18 76 18 52Z",
        "M50 66V70M50 70Q44 78 38 72M50 70Q56 78 62 72M6 58L28 62M6 74L28 70M94 58L72 62M94 74L72 70",
        "M38 44A4 6 0 1 0 38 56A4 6 0 1 0 38 44ZM62 44A4 6 0 1 0 62 56A4 6 0 1 0 62 44ZM45 61L55 61L50 67Z",
    ),
    "heart": Stamp("Heart", "M50 88C14 62 8 44 12 30C18 10 42 10 50 30C58 10 82 10 88 30C92 44 86 62 50 88Z"),
    "star": Stamp("Star", "M50 6L62 37L95 39L69 60L78 92L50 74L22 92L31 60L5 39L38 37Z"),
    "sun": Stamp(
        "Sun",
        "M50 28A22 22 0 1 0 50 72A22 22 0 1 0 50 28Z",
        "M50 6V18M50 82V94M6 50H18M82 50H94M19 19L27 27M73 73L81 81M81 19L73 27M27 73L19 81",
    ),
    "rain": Stamp(
        "Rain cloud",
        "M28 60C10 60 8 38 26 36C26 18 52 12 60 28C78 22 88 38 82 46C96 50 92 62 78 60Z",
        "M30 70L25 84M50 70L45 90M70 70L65 84",
    ),
    "lightning": Stamp("Lightning", "M56 4L20 56L46 56L38 96L80 38L54 38Z"),
    "flower": Stamp(
        "Flower",
        "M50 34C44 10 64 6 62 26C80 14 88 34 66 40C82 54 64 66 54 50C50 70 30 64 40 46C18 48 20 24 40 34Z",
        "M52 50C52 70 50 84 50 96M50 82C62 84 70 76 72 68M50 88C40 88 32 82 30 74",
        "M51 35A5 5 0 1 0 51 45A5 5 0 1 0 51 35Z",
    ),
    "tree": Stamp(
        "Tree",
        "M50 6C74 4 86 24 78 40C90 56 72 72 56 66L44 66C28 72 10 56 22 40C14 24 26 4 50 6Z",
        "M45 66L42 96M55 66L58 96M50 64V46M50 54L62 44",
    ),
    "house": Stamp(
        "House", "M50 10L92 46L82 46L82 92L18 92L18 46L8 46Z", "M42 92V66H58V92M28 54H40V66H28ZM60 54H72V66H60Z"
    ),
    "bed": Stamp("Bed", "M8 56C8 48 92 48 92 56L92 76L8 76Z", "M8 28V90M92 46V90M8 76H92M14 50C14 38 38 38 38 50"),
    "ball": Stamp(
        "Ball",
        "M50 10A40 40 0 1 0 50 90A40 40 0 1 0 50 10Z",
        "M18 26C44 34 44 66 18 74M82 26C56 34 56 66 82 74M10 50H90",
    ),
    "question": Stamp(
        "Question mark",
        "M30 34C30 2 74 4 72 34C70 50 56 50 56 66L44 66C44 44 58 46 58 34C58 20 44 20 44 36Z"
        "M50 74A8 8 0 1 0 50 90A8 8 0 1 0 50 74Z",
    ),
}
