"""What can be chosen to draw with: colours that are told apart by name too, and how thick a line is."""

# A sheet is 1200 units wide and 1000 high. Places are whole tenths of a unit, so that no number is ever rounded.
WIDTH, HEIGHT = 1200, 1000
TENTHS = 10

# Browns among them, so that everybody can draw their own family. Names are what a child hears or reads.
COLOURS = {
    "black": ("Black", "#1f2a2c"),
    "brown": ("Dark brown", "#5d3a22"),
    "tan": ("Light brown", "#b9804f"),
    "peach": ("Peach", "#eebd98"),
    "red": ("Red", "#c9342b"),
    "orange": ("Orange", "#ea8a24"),
    "yellow": ("Yellow", "#f3c623"),
    "green": ("Green", "#3f8f4a"),
    "sky": ("Light blue", "#63b3dc"),
    "blue": ("Dark blue", "#2a5aa6"),
    "purple": ("Purple", "#7c4a9e"),
    "pink": ("Pink", "#e27aa8"),
}


def filling(colour: str) -> str:
    """Return what a little picture is filled with: its lines are black, so a black one stays white between them."""
    return "#ffffff" if colour == "black" else COLOURS[colour][1]


# In units of the sheet.
WIDTHS = {"thin": ("Thin", 9), "middle": ("Middle", 19), "thick": ("Thick", 40)}

# How big a picture or a letter stands on the sheet, in units.
STAMP = 120
LETTER, LINE_OF_WORDS, LETTERS_A_LINE = 44, 54, 24
