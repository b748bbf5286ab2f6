"""The pictures on which a child draws: three houses in lines of our own, and a plain sheet for anything else.

Each is made for a sheet of 1200 by 1000: a wide wall to draw on, and around it what says which house it is without a
word. They are pale, so that whatever is drawn over them is what one sees.
"""

from collections.abc import Callable

from markupsafe import Markup

from alongside.design.pictures.svg import tag

_SOFT = 6.0


def backdrop(sheet: str) -> Markup:
    """Return the picture under a sheet; an id that has no house of its own gets a plain one."""
    return _HOUSES.get(sheet, _plain)()


def _shape(d: str, *, fill: str = "none", stroke: str | None = None, width: float = _SOFT) -> Markup:
    return tag(
        "path", d=d, fill=fill, stroke=stroke, stroke_width=width if stroke else None,
        stroke_linecap="round" if stroke else None, stroke_linejoin="round" if stroke else None,
    )  # fmt: skip


def _round(x: float, y: float, r: float, fill: str, stroke: str | None = None) -> Markup:
    return tag("circle", cx=x, cy=y, r=r, fill=fill, stroke=stroke, stroke_width=_SOFT if stroke else None)


def _sky(colour: str, ground: str, hill: str) -> Markup:
    return tag("rect", width=1200, height=1000, fill=colour) + _shape(hill, fill=ground)


def _good_things() -> Markup:
    """A house in the morning: sun, hearts from the chimney, flowers before the door."""
    line, wall = "#c9953a", "#fffaf0"
    return Markup("").join(
        [
            _sky("#fdf3dc", "#e6efcf", "M0 860C220 820 420 850 620 838C860 822 1020 846 1200 826V1000H0Z"),
            _round(1052, 138, 62, "#f7d778", "#e3b24a"),
            _shape(
                "M1052 28V52M1052 224V248M942 138H966M1138 138H1162M974 60L991 77M1113 199L1130 216M1130 60L1113 77"
                "M991 199L974 216",
                stroke="#e3b24a",
            ),
            _shape("M806 176V92H884V236", fill="#f6ddb4", stroke=line),
            _shape(
                "M846 62C826 46 824 30 834 24C842 20 847 28 846 34C848 28 856 20 864 26C872 34 866 48 846 62Z",
                fill="#eda98f",
            ),
            _shape(
                "M900 26C888 16 886 6 893 2C898 0 901 5 900 9C902 5 906 0 911 3C917 8 912 17 900 26Z", fill="#f3c4b1"
            ),
            _shape("M96 348L600 62L1104 348Z", fill="#f2c98d", stroke=line),
            _shape("M150 348H1050V930H150Z", fill=wall, stroke=line),
            _round(600, 236, 58, "#fff8e4", line),
            _shape("M600 178V294M542 236H658", stroke=line, width=4.0),
            _flower(72, 900, "#e79a8b"),
            _flower(112, 936, "#8fb7d8"),
            _flower(1094, 928, "#b79bd0"),
            _flower(1140, 892, "#e79a8b"),
        ]
    )


def _flower(x: float, y: float, colour: str) -> Markup:
    petals = [_round(x + dx, y + dy, 11, colour) for dx, dy in ((0, -14), (13, -4), (8, 11), (-8, 11), (-13, -4))]
    return Markup("").join([_shape(f"M{x} {y + 8}V{y + 62}", stroke="#9dbb7d"), *petals, _round(x, y, 8, "#f7d778")])


def _worries() -> Markup:
    """A house in the rain: clouds, a bare tree that bends, and a light in the window all the same."""
    line, wall = "#6f8ba0", "#fbfdff"
    cloud = "M{0} {1}c-46 0 -52 -56 -8 -62c2 -48 74 -60 92 -18c44 -18 76 26 56 46c34 8 28 38 -8 34Z"
    drops = [
        (96, 250),
        (196, 300),
        (46, 420),
        (1080, 262),
        (1164, 352),
        (1016, 196),
        (70, 590),
        (1150, 540),
        (140, 150),
    ]
    return Markup("").join(
        [
            _sky("#e3ebf1", "#cdd9d8", "M0 862C200 846 420 872 640 852C860 836 1040 862 1200 846V1000H0Z"),
            _shape(cloud.format(190, 128), fill="#c3d0da", stroke="#93a9b8"),
            _shape(cloud.format(920, 104), fill="#cdd8e0", stroke="#93a9b8"),
            *[_shape(f"M{x} {y}c-16 26 -14 38 0 40c14 -2 16 -14 0 -40Z", fill="#a9c4d8") for x, y in drops],
            _shape("M330 240V104H398V210", fill="#d9dfe3", stroke=line),
            _shape("M84 360L588 74L1116 352Z", fill="#b5c6d2", stroke=line),
            _shape("M152 356H1050V930H152Z", fill=wall, stroke=line),
            _shape("M540 190H660V300H540Z", fill="#fbe7ac", stroke=line),
            _shape("M600 190V300M540 245H660", stroke=line, width=4.0),
            _shape(
                "M1120 930C1112 850 1124 790 1104 720M1114 800C1132 776 1150 768 1164 742M1108 760"
                "C1090 740 1084 724 1082 700",
                stroke="#8a7a6a",
                width=9.0,
            ),
            _shape("M40 930C36 900 44 884 40 862M74 930C70 908 78 894 76 878", stroke="#8fa897"),
        ]
    )


def _dreams() -> Markup:
    """A house on a cloud at night: moon, stars, and a balloon that could take one anywhere."""
    line, wall = "#8d74a6", "#fefcff"
    star = "M{0} {1}l7 17l18 2l-14 12l4 18l-15 -10l-15 10l4 -18l-14 -12l18 -2Z"
    stars = [(92, 84), (214, 196), (66, 300), (1130, 96), (1010, 232), (1150, 330), (330, 60), (70, 560), (1146, 600)]
    return Markup("").join(
        [
            tag("rect", width=1200, height=1000, fill="#ece5f3"),
            *[_shape(star.format(x, y), fill="#f4d987") for x, y in stars],
            _shape(
                "M930 54C884 62 862 118 890 158C912 192 962 196 988 168C942 172 908 122 930 54Z",
                fill="#f9eab8",
                stroke="#d9c071",
            ),
            _shape(
                "M170 60C124 60 96 96 100 136C104 168 134 184 154 212H186C206 184 236 168 240 136"
                "C244 96 216 60 170 60Z",
                fill="#f0b9a6",
                stroke="#c98673",
            ),
            _shape("M170 60C150 92 150 160 162 212M170 60C190 92 190 160 178 212", stroke="#c98673", width=4.0),
            _shape(
                "M156 212L160 240M184 212L180 240M152 240H188V266H152Z", fill="#e7cfa8", stroke="#b3925d", width=4.0
            ),
            _shape("M96 352C250 300 430 210 600 70C770 210 950 300 1104 352Z", fill="#cbb5dd", stroke=line),
            _shape("M150 352H1050V922H150Z", fill=wall, stroke=line),
            _shape(
                "M600 176C612 206 626 214 656 218C630 232 626 246 630 274C610 256 590 256 570 274"
                "C574 246 570 232 544 218C574 214 588 206 600 176Z",
                fill="#fdf3c9",
                stroke=line,
                width=4.0,
            ),
            _shape(
                "M0 1000V930C40 880 110 884 136 916C176 872 262 878 286 922C330 884 420 886 446 926"
                "C490 884 590 884 616 926"
                "C660 884 760 886 784 926C826 884 912 886 936 922C968 880 1050 880 1074 916"
                "C1110 884 1170 888 1200 930V1000Z",
                fill="#ffffff",
                stroke="#d5c6e2",
            ),
        ]
    )


def _plain() -> Markup:
    return tag("rect", x=10, y=10, width=1180, height=980, rx=28, fill="#fffdf8", stroke="#d8ccb9", stroke_width=_SOFT)


_HOUSES: dict[str, Callable[[], Markup]] = {"good-things": _good_things, "worries": _worries, "dreams": _dreams}
