"""The conversation with the front door, as the default pack has it."""

from pathlib import Path

import pytest

from alongside.packs.format.pack import Pack
from alongside.packs.loader import load

PACKS = Path(__file__).parents[3] / "packs"


@pytest.fixture(scope="module")
def default() -> Pack:
    return load(PACKS / "default")


def test_it_may_be_about_a_family_or_about_none(default: Pack) -> None:
    assert {str(about) for about in default.form("front-door-conversation").about} == {
        "family", "unnamed", "place", "peer-group",
    }  # fmt: skip


def test_toolkits_are_a_list_of_the_pack_that_the_form_offers(default: Pack) -> None:
    (field,) = [one for one in default.form("front-door-conversation").fields if one.id == "toolkits"]
    assert [option.id for option in field.options] == [toolkit.id for toolkit in default.toolkits]
    assert next(option.hint for option in field.options if option.id == "child-on-child-abuse")


def test_an_authority_that_is_invented_gives_no_real_number() -> None:
    """The guides' own numbers belong to real services: nobody may ring one from the pack of Alderbridge."""
    pack = load(PACKS / "default")
    assert pack.danger
    numbers = [contact.number for contact in pack.contacts] + [one.number for one in pack.danger.numbers]
    assert all(number == "999" or number.startswith("01632 960") for number in numbers), numbers
