"""The ethnic groups of the 2021 census of England and Wales, with its codes.

Source: Office for National Statistics, Census 2021 dictionary, ethnic group (19 categories, `ethnic_group_tb`).
A person says their own; “prefers not to say” is an answer too, and an empty value means nobody has asked.
"""

ETHNICITIES: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "Asian or Asian British",
        [
            ("1", "Bangladeshi"),
            ("2", "Chinese"),
            ("3", "Indian"),
            ("4", "Pakistani"),
            ("5", "Any other Asian background"),
        ],
    ),
    (
        "Black, Black British, Caribbean or African",
        [("6", "African"), ("7", "Caribbean"), ("8", "Any other Black, Black British or Caribbean background")],
    ),
    (
        "Mixed or multiple ethnic groups",
        [
            ("9", "White and Asian"),
            ("10", "White and Black African"),
            ("11", "White and Black Caribbean"),
            ("12", "Any other mixed or multiple ethnic background"),
        ],
    ),
    (
        "White",
        [
            ("13", "English, Welsh, Scottish, Northern Irish or British"),
            ("14", "Irish"),
            ("15", "Gypsy or Irish Traveller"),
            ("16", "Roma"),
            ("17", "Any other White background"),
        ],
    ),
    ("Other ethnic group", [("18", "Arab"), ("19", "Any other ethnic group")]),
    ("Not given", [("refused", "Prefers not to say")]),
]
