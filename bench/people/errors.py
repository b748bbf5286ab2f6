"""How names are typed wrongly. Drawn with a fixed seed, from all of the people; written before the search was tuned.

The search was tuned to what `TUNED` draws; what is reported is another draw, which it was never tuned to.

A sound-alike is made by one or two of the spellings that English uses for one sound. Short forms are what families
say, from a list written for this and not read by the product; spellings of one name in other scripts are those that
are met in registers. Typing one half of a double-barrelled name was first drawn among dropped hyphens; it is told for
itself since, because many have that half for their whole name.
"""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from anyascii import anyascii

from bench.people.population import Somebody

TUNED, SEED = 97, 2026
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SOUNDS = (
    ("ph", "f"), ("ck", "k"), ("ie", "y"), ("ey", "y"), ("y", "ie"), ("ee", "ea"), ("ea", "ee"), ("ai", "ay"),
    ("ay", "ai"), ("ei", "ie"), ("th", "t"), ("gh", "g"), ("kn", "n"), ("wr", "r"), ("wh", "w"), ("c", "k"),
    ("k", "c"), ("z", "s"), ("x", "ks"), ("ou", "ow"), ("ow", "ou"), ("oo", "u"), ("sch", "sh"),
    ("sh", "sch"), ("dge", "ge"), ("j", "g"), ("tt", "t"), ("ll", "l"), ("nn", "n"), ("ss", "s"), ("mm", "m"),
    ("l", "ll"), ("n", "nn"), ("t", "tt"), ("e", "ee"), ("son", "sen"), ("er", "or"), ("or", "er"),
    ("an", "en"), ("en", "an"), ("i", "y"), ("qu", "kw"), ("ae", "ay"),
)  # fmt: skip
SHORT = {
    "david": "Dave", "christopher": "Chris", "andrew": "Andy", "michael": "Mike", "stephen": "Steve",
    "matthew": "Matt", "richard": "Rick", "robert": "Bob", "daniel": "Danny", "james": "Jim",
    "benjamin": "Ben", "thomas": "Tom", "william": "Bill", "joseph": "Joe", "anthony": "Tony",
    "nicholas": "Nick", "simon": "Si", "samuel": "Sam", "timothy": "Tim", "edward": "Ted", "gregory": "Greg",
    "jonathan": "Jon", "kenneth": "Ken", "peter": "Pete", "philip": "Phil", "ronald": "Ron", "susan": "Sue",
    "rebecca": "Becky", "jennifer": "Jenny", "katherine": "Kate", "catherine": "Cathy", "elizabeth": "Liz",
    "victoria": "Vicky", "samantha": "Sam", "alexandra": "Sandra", "margaret": "Maggie", "patricia": "Trish",
    "christine": "Chris", "deborah": "Debbie", "jacqueline": "Jackie", "kimberley": "Kim", "kathleen": "Kath",
    "pamela": "Pam", "amanda": "Mandy", "abigail": "Abbie", "charlotte": "Lottie", "josephine": "Jo",
    "joanne": "Jo", "natalie": "Nat", "jessica": "Jess", "olivia": "Liv", "alexander": "Alex",
    "mohammed": "Mo", "muhammad": "Mo", "katarzyna": "Kasia", "małgorzata": "Gosia", "aleksandra": "Ola",
    "agnieszka": "Aga", "joanna": "Asia", "jakub": "Kuba", "tomasz": "Tomek", "stanisław": "Staszek",
    "wojciech": "Wojtek", "oluwaseun": "Seun", "babatunde": "Tunde", "abimbola": "Bimbo", "temitope": "Temi",
    "chukwuemeka": "Emeka", "ifeanyi": "Ify", "alexandru": "Alex", "francisco": "Paco", "giuseppe": "Beppe",
    "ferenc": "Feri", "lászló": "Laci", "ioana": "Oana", "teresa": "Terri", "leonard": "Len",
    "lawrence": "Larry", "frederick": "Fred", "harold": "Harry", "geoffrey": "Geoff", "jeffrey": "Jeff",
    "douglas": "Doug", "gerald": "Gerry", "terence": "Terry", "raymond": "Ray", "zachary": "Zak",
    "joshua": "Josh", "gillian": "Gill", "sandra": "Sandy", "barbara": "Barb", "maureen": "Mo",
    "theresa": "Tess", "lesley": "Les", "dorothy": "Dot", "valerie": "Val", "marilyn": "Maz",
    "francesca": "Fran", "bethany": "Beth", "eleanor": "Ellie", "gemma": "Gem", "melissa": "Mel",
    "melanie": "Mel", "georgina": "Georgie", "antonia": "Toni", "gabrielle": "Gabby", "donna": "Don",
    "duncan": "Dunc", "cameron": "Cam",
}  # fmt: skip
OTHER_LETTERS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("å", "aa"), ("ø", "oe"))
OTHER_SPELLINGS = {
    "ali": "Aly", "hussain": "Hussein", "ahmed": "Ahmad", "ahmad": "Ahmed", "mohammad": "Mohammed",
    "hassan": "Hasan", "yousuf": "Yusuf", "usman": "Osman", "umar": "Omar", "aisha": "Ayesha",
    "bilal": "Belal", "khalid": "Khaled", "rashid": "Rasheed", "saeed": "Said", "karim": "Kareem",
    "nadim": "Nadeem", "salim": "Saleem", "tariq": "Tarek", "abdullahi": "Abdullah", "fatima": "Fatimah",
    "mustafa": "Mostafa", "ibrahim": "Ebrahim", "zainab": "Zaynab", "lakshmi": "Laxmi",
    "chowdhury": "Choudhury", "sheikh": "Shaikh", "malik": "Malek", "qureshi": "Kureshi",
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """Somebody who is looked for, and what is typed for them."""

    who: Somebody
    typed: str


def drawn(people: Iterable[Somebody], each: int, *, seed: int = SEED) -> dict[str, list[Case]]:
    """Return, for each kind of error, so many people typed with it, drawn evenly; fewer where it is rare."""
    chance = random.Random(seed)
    order = list(people)
    chance.shuffle(order)
    found: dict[str, list[Case]] = {kind: [] for kind in KINDS}
    for who in order:
        lacking = [kind for kind, cases in found.items() if len(cases) < each]
        if not lacking:
            break
        for kind in lacking:
            if typed := KINDS[kind](who, chance):
                found[kind].append(Case(who, typed))
    return found


def as_recorded(who: Somebody, chance: random.Random) -> str:
    return f"{_first(who)} {who.last}"


def one_slip(who: Somebody, chance: random.Random) -> str:
    """One letter left out, added, changed, or swapped with its neighbour, in either name."""
    first, last = _first(who), who.last
    if not (_latin(first) and _latin(last)):
        return ""
    return f"{slipped(first, chance)} {last}" if chance.random() < 0.5 else f"{first} {slipped(last, chance)}"


def slip_in_each(who: Somebody, chance: random.Random) -> str:
    first, last = _first(who), who.last
    return f"{slipped(first, chance)} {slipped(last, chance)}" if _latin(first) and _latin(last) else ""


def sound_alike(who: Somebody, chance: random.Random) -> str:
    """One of the names spelt as it is heard, and half of the time a second sound of it too."""
    first, last = _first(who), who.last
    if not (_latin(first) and _latin(last)):
        return ""
    in_first = chance.random() < 0.5
    changed = _heard(first if in_first else last, chance)
    if chance.random() < 0.5:
        changed = _heard(changed, chance) or changed
    if not changed or changed.lower() in (first.lower(), last.lower()):
        return ""
    return f"{changed} {last}" if in_first else f"{first} {changed}"


def swapped(who: Somebody, chance: random.Random) -> str:
    return f"{who.last} {_first(who)}"


def nickname(who: Somebody, chance: random.Random) -> str:
    short = SHORT.get(_first(who).lower())
    return f"{short} {who.last}" if short else ""


def hyphen_dropped(who: Somebody, chance: random.Random) -> str:
    """The two parts apart, or as one."""
    if "-" not in who.last:
        return ""
    one, _, other = who.last.partition("-")
    return f"{_first(who)} {chance.choice((f'{one} {other}', one + other.lower()))}"


def one_half(who: Somebody, chance: random.Random) -> str:
    """One of the two parts only, told for itself: many have that part for their whole name, and may be meant."""
    one, hyphen, other = who.last.partition("-")
    return f"{_first(who)} {chance.choice((one, other))}" if hyphen else ""


def transliterated(who: Somebody, chance: random.Random) -> str:
    """In Latin letters what is kept in others, without marks what has them, or in another spelling met in registers."""
    name = as_recorded(who, chance)
    if not name.isascii():
        spelt = name
        if chance.random() < 0.5:
            for mark, letters in OTHER_LETTERS:
                spelt = spelt.replace(mark, letters)
        return anyascii(spelt).strip()
    for word in (_first(who), who.last):
        if other := OTHER_SPELLINGS.get(word.lower()):
            return name.replace(word, other, 1)
    return ""


def slipped(word: str, chance: random.Random) -> str:
    """The word with one slip of a finger; never the same word."""
    while True:
        place, kind = chance.randrange(len(word)), chance.choice(("left out", "added", "changed", "exchanged"))
        letter = chance.choice(LETTERS)
        made = {
            "left out": word[:place] + word[place + 1 :],
            "added": word[:place] + letter + word[place:],
            "changed": word[:place] + letter + word[place + 1 :],
            "exchanged": word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
        }[kind]
        if made.lower() != word.lower():
            return made


def _heard(word: str, chance: random.Random) -> str:
    word = word.lower()
    apt = [(here, there) for here, there in SOUNDS if here in word]
    if not apt:
        return ""
    here, there = chance.choice(apt)
    return word.replace(here, there, 1)


def _first(who: Somebody) -> str:
    return who.given.split()[0]


def _latin(word: str) -> bool:
    """Whether a slip can be made in it that leaves something: Latin letters, and three of them."""
    return len(word) >= 3 and anyascii(word).isalpha() and word[0] < "\u0250"


KINDS: dict[str, Callable[[Somebody, random.Random], str]] = {
    "as recorded": as_recorded,
    "one slip in either name": one_slip,
    "a slip in each name": slip_in_each,
    "sound-alike": sound_alike,
    "names swapped": swapped,
    "nickname": nickname,
    "hyphen dropped": hyphen_dropped,
    "transliterated": transliterated,
    "one half of two": one_half,
}
