"""Numbers people are known by, each checked by its own rule."""

from stdnum.gb import nhs, upn

from alongside.people.models import Identifier
from alongside.people.names import tidy

# A British number with 44 before it has so many figures.
WITH_THE_COUNTRY = 12
# Letters that close a temporary pupil number: those a check letter may be.
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def read_number(kind: str, text: str) -> str:
    """Return a typed number as it is kept.

    :raises ValueError: saying what is wrong with it and what to do
    """
    if kind == Identifier.Kind.NHS_NUMBER:
        return read_nhs_number(text)
    if kind == Identifier.Kind.UPN:
        return read_pupil_number(text)
    return read_local_number(text)


def shown_number(kind: str, value: str) -> str:
    """Return a kept number as people read it aloud: an NHS number in threes and fours."""
    return nhs.format(value) if kind == Identifier.Kind.NHS_NUMBER else value


def read_nhs_number(text: str) -> str:
    """Return the ten digits of an NHS number. Its last digit checks the others by modulus 11.

    Source: NHS Data Dictionary, NHS number. One digit ten times over is refused too: some of them pass the check,
    and all of them are what people type when they have none.

    :raises ValueError: saying what is wrong with it
    """
    number = nhs.compact(text)
    if not (number.isascii() and number.isdigit()) or len(number) != 10:
        raise ValueError("An NHS number has 10 digits, such as 943 476 5919")
    if len(set(number)) == 1 or not nhs.is_valid(number):
        raise ValueError("This is not an NHS number: its last digit does not fit the others. Check each digit")
    return number


def read_pupil_number(text: str) -> str:
    """Return a unique pupil number, permanent or temporary, in capitals.

    Source: Department for Education, unique pupil numbers: a check letter, twelve characters of which a temporary
    number's last is a letter. Only the check letter is taken from the library: its list of authorities is old.

    :raises ValueError: saying what is wrong with it
    """
    number = upn.compact(text).replace("-", "")
    digits, last = number[1:-1], number[-1:]
    if len(number) != 13 or not (digits.isascii() and digits.isdigit()) or not _closes_pupil_number(last):
        raise ValueError("A unique pupil number has a letter and 12 digits; a temporary one ends with another letter")
    if upn.calc_check_digit(number[1:]) != number[0]:
        raise ValueError("This is not a unique pupil number: its first letter does not fit the rest. Check it")
    return number


def read_local_number(text: str) -> str:
    """Return a number of another system as it was typed, without stray spaces.

    :raises ValueError: when it is empty or too long
    """
    number = tidy(text)
    if not number or len(number) > 60:
        raise ValueError("Enter the number as the other system shows it, up to 60 characters")
    return number


def plain_number(text: str) -> str:
    """Return letters and digits only, in capitals: how a number is found whatever its spaces and dashes."""
    return "".join(letter for letter in text.upper() if letter.isalnum())[:60]


def plain_telephone(text: str) -> str:
    """Return the digits of a telephone number as it is dialled within the United Kingdom, 0044 and +44 being one 0."""
    digits = "".join(letter for letter in text if letter in "0123456789")
    for abroad in ("0044", "44") if text.strip()[:1] in "+0(" or len(digits) == WITH_THE_COUNTRY else ():
        if digits.startswith(abroad):
            return "0" + digits.removeprefix(abroad).removeprefix("0")
    return digits


def _closes_pupil_number(last: str) -> bool:
    return last in UPN_LETTERS or (last.isascii() and last.isdigit())
