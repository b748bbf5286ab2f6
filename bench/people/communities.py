"""Which names there are and how often, community by community.

Shares follow the census of 2021 for England (Office for National Statistics, ethnic group and country of birth),
rounded. Names are lists that faker keeps for each country; those of English people have the weights of its British
list, and a long tail made of the parts that English family names are made of: no list that may be used has the hundred
thousand that there are. Other lists are taken in the order they stand in, the first most often.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import accumulate

FIRST = (
    "Ash", "Black", "Brad", "Brough", "Burn", "Cart", "Chad", "Clay", "Colt", "Cran", "Dal", "East", "Elm",
    "Fair", "Farn", "Gold", "Green", "Hal", "Hart", "Hazel", "Hazel", "Hol", "Hunt", "Kel", "Lang", "Lin",
    "Lock", "Mar", "Mid", "Mor", "New", "Nor", "Oak", "Old", "Pem", "Pres", "Rad", "Red", "Rock", "Rush",
    "Sand", "Sel", "Shel", "Snow", "South", "Stan", "Stock", "Sut", "Thorn", "Tun", "Wake", "Wal", "War",
    "West", "Whit", "Wil", "Win", "Wood", "Wy", "Yar", "Ben", "Cal", "Dun", "Ever",
)  # fmt: skip
LAST = (
    "acre", "beck", "berry", "borough", "bourne", "bridge", "brook", "burn", "bury", "by", "combe", "cott",
    "croft", "dale", "den", "don", "field", "ford", "gate", "ford", "gate", "ham", "hurst", "land", "ley",
    "lock", "low", "man", "marsh", "mere", "mond", "more", "over", "ridge", "shaw", "son", "stead", "stone",
    "ton", "well", "wick", "wood", "worth", "wright", "yard",
)  # fmt: skip


@dataclass(frozen=True)
class Names:
    """Names with how often each is borne, ready to be drawn from."""

    names: tuple[str, ...]
    heaped: tuple[float, ...]

    def draw(self, chance: random.Random, number: int) -> list[str]:
        """Return so many names, each as likely as it is borne."""
        return chance.choices(self.names, cum_weights=self.heaped, k=number)


@dataclass(frozen=True)
class Community:
    """Some of the population: their share, where the lists of their names are, how many keep their own script."""

    called: str
    share: float
    countries: tuple[str, ...]
    own_script: float = 0.0
    hyphens: float = 0.0


COMMUNITIES = (
    Community("British", 0.738, ("en_GB",), hyphens=0.05),
    Community("Irish", 0.012, ("en_IE",), hyphens=0.02),
    Community("Indian", 0.033, ("en_IN",)),
    Community("Pakistani, Bangladeshi, Arab and Somali", 0.062, ("en_PK",)),
    Community("Nigerian", 0.018, ("yo_NG", "ig_NG", "ha_NG"), hyphens=0.02),
    Community("Ghanaian", 0.008, ("tw_GH",)),
    Community("Caribbean and of several heritages", 0.040, ("en_GB",), hyphens=0.08),
    Community("Polish", 0.014, ("pl_PL",), hyphens=0.02),
    Community("Romanian", 0.012, ("ro_RO",)),
    Community("Turkish", 0.006, ("tr_TR",)),
    Community("Portuguese", 0.006, ("pt_PT",)),
    Community("Italian", 0.006, ("it_IT",)),
    Community("Spanish", 0.004, ("es_ES",), hyphens=0.2),
    Community("French", 0.004, ("fr_FR",), hyphens=0.05),
    Community("German", 0.005, ("de_DE",), hyphens=0.03),
    Community("Hungarian", 0.003, ("hu_HU",)),
    Community("Lithuanian", 0.004, ("lt_LT",)),
    Community("Vietnamese", 0.002, ("vi_VN",)),
    Community("Ukrainian", 0.005, ("uk_UA",), own_script=0.5),
    Community("Bulgarian", 0.003, ("bg_BG",), own_script=0.5),
    Community("Greek", 0.003, ("el_GR",), own_script=0.5),
    Community("Chinese", 0.006, ("zh_CN",), own_script=0.5),
    Community("Tamil", 0.003, ("ta_IN",), own_script=0.5),
    Community("Hindi", 0.003, ("hi_IN",), own_script=0.5),
)


@cache
def given_names(community: Community) -> Names:
    """Return the given names of a community."""
    return _joined([_falling(_list(country, "first_names")) for country in community.countries])


@cache
def family_names(community: Community) -> Names:
    """Return the family names of a community; of the British, half by the weighted list and half by the long tail."""
    if community.countries == ("en_GB",):
        return _joined([_weighted("en_GB"), _falling(_tail()), _falling(_list("en_IE", "last_names"))], (0.5, 0.4, 0.1))
    return _joined([_falling(_list(country, "last_names")) for country in community.countries])


def _list(country: str, kind: str) -> list[str]:
    provider = import_module(f"faker.providers.person.{country}").Provider
    if kind == "first_names":
        sexes = [_of(provider, f"first_names_{sex}") for sex in ("female", "male")]
        if all(sexes):
            # In turns, so that neither sex takes all the first places.
            return list(dict.fromkeys(name for pair in zip(*sexes, strict=False) for name in pair))
    # Where names of men and women differ faker keeps both lists, and a stranger to the country in the common one.
    return list(dict.fromkeys(_of(provider, f"male_{kind}") + _of(provider, f"female_{kind}") or _of(provider, kind)))


def _of(provider: object, kind: str) -> list[str]:
    return [str(name) for name in getattr(provider, kind, ())]


def _weighted(country: str) -> tuple[list[str], list[float]]:
    names = import_module(f"faker.providers.person.{country}").Provider.last_names
    return list(names), list(names.values())


def _tail() -> list[str]:
    made = [first + last for first in FIRST for last in LAST]
    random.Random(1837).shuffle(made)
    return made


def _falling(names: Sequence[str]) -> tuple[list[str], list[float]]:
    """Names with weights that fall with their place, as the frequencies of names do (Zipf's law, softened)."""
    return list(names), [1 / (place + 10) for place in range(len(names))]


def _joined(lists: Sequence[tuple[list[str], list[float]]], shares: Sequence[float] = ()) -> Names:
    names: list[str] = []
    weights: list[float] = []
    for place, (some, heavy) in enumerate(lists):
        whole = sum(heavy)
        names += some
        weights += [(shares[place] if shares else 1.0) * one / whole for one in heavy]
    return Names(tuple(names), tuple(accumulate(weights)))
