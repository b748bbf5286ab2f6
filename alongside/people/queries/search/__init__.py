"""Finding people and families, however they are typed, among those that the one who looks may see."""

from alongside.people.queries.search.alike import Alike, alike_words, slips_of
from alongside.people.queries.search.families import find_families
from alongside.people.queries.search.found import FoundFamily, FoundPerson
from alongside.people.queries.search.people import find_people

__all__ = ["Alike", "FoundFamily", "FoundPerson", "alike_words", "find_families", "find_people", "slips_of"]
