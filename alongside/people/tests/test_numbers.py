"""Numbers by which others know a person, postcodes and references: tables of good and bad ones, and properties."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.gb import upn

from alongside.people.numbers import UPN_LETTERS, read_nhs_number, read_pupil_number, shown_number
from alongside.people.postcode import read_postcode
from alongside.people.reference import as_reference, read_reference

DIGITS = st.text("0123456789", min_size=9, max_size=9)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("943 476 5919", "9434765919"),
        ("943-476-5919", "9434765919"),
        (" 9434765919 ", "9434765919"),
        ("987 654 3210", "9876543210"),
    ],
)
def test_nhs_numbers_are_kept_as_ten_digits(typed: str, kept: str) -> None:
    assert read_nhs_number(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "943476591",
        "94347659199",
        "943 476 5918",
        "0000000000",
        "4444444444",
        "94347659I9",
        "٩٤٣٤٧٦٥٩١٩",
        "9434765919\x00",
    ],
)
def test_what_is_no_nhs_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="NHS number"):
        read_nhs_number(typed)


def nhs_number(nine: str) -> str | None:
    """The NHS number of these nine digits: weights ten to two, modulus 11; none where the check would be ten."""
    check = -sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), nine, strict=True)) % 11
    return None if check == 10 else f"{nine}{check}"


@given(DIGITS, st.integers(0, 9), st.integers(1, 9))
def test_every_single_wrong_digit_of_an_nhs_number_is_noticed(nine: str, place: int, step: int) -> None:
    number = nhs_number(nine)
    if number is None or len(set(number)) == 1:
        return
    assert read_nhs_number(number) == number
    wrong = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
    with pytest.raises(ValueError, match="NHS number"):
        read_nhs_number(wrong)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("B801200005001", "B801200005001"),
        ("b8012-0000-5001", "B801200005001"),
        ("B 8012 0000 5001", "B801200005001"),
        # An authority made after the library's list: only the check letter counts.
        ("G941200020001", "G941200020001"),
    ],
)
def test_pupil_numbers_are_kept_in_capitals(typed: str, kept: str) -> None:
    assert upn.calc_check_digit(kept[1:]) == kept[0]
    assert read_pupil_number(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "A801200005001", "B80120000500", "B8012000050011", "B80120000500I", "B80120000500O", "BX01200005001"]
)
def test_what_is_no_pupil_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="unique pupil number"):
        read_pupil_number(typed)


@given(st.text("0123456789", min_size=11, max_size=11), st.sampled_from(UPN_LETTERS))
def test_temporary_pupil_numbers_end_with_a_letter(digits: str, last: str) -> None:
    number = upn.calc_check_digit(digits + last) + digits + last
    assert read_pupil_number(number.lower()) == number


def test_an_nhs_number_is_shown_as_it_is_read_aloud() -> None:
    assert shown_number("nhs-number", "9434765919") == "943 476 5919"
    assert shown_number("local", "M-1") == "M-1"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("  ", ""),
        ("sw1a1aa", "SW1A 1AA"),
        ("SW1A 1AA", "SW1A 1AA"),
        ("m1 1ae", "M1 1AE"),
        ("B33 8TH", "B33 8TH"),
        ("CR2-6XH", "CR2 6XH"),
        ("dn55 1pt", "DN55 1PT"),
        ("W1A 0AX", "W1A 0AX"),
        ("EC1A 1BB", "EC1A 1BB"),
        ("GIR 0AA", "GIR 0AA"),
    ],
)
def test_postcodes_are_kept_in_one_form(typed: str, kept: str) -> None:
    assert read_postcode(typed) == kept


@pytest.mark.parametrize(
    "typed", ["SW1", "1AA SW1", "SW1A 1A", "SW1A 1AAA", "QA1 1AA", "SW1A 1CI", "postcode", "٩W1 1AA"]
)
def test_what_is_no_postcode_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="postcode"):
        read_postcode(typed)


@given(st.integers(1, 10**9), st.integers(0, 20), st.integers(1, 9))
def test_a_slip_in_a_reference_is_noticed(number: int, place: int, step: int) -> None:
    reference = as_reference(number)
    assert read_reference(reference) == reference
    assert read_reference(f" {reference.lower().replace('-', '')} ") == reference
    digits = reference[1:].replace("-", "")
    at = place % len(digits)
    wrong = digits[:at] + str((int(digits[at]) + step) % 10) + digits[at + 1 :]
    assert read_reference("F" + wrong) is None


@given(st.text(max_size=30))
def test_no_text_breaks_reading(text: str) -> None:
    read_reference(text)
    for read in (read_nhs_number, read_pupil_number, read_postcode):
        with suppress(ValueError):
            read(text)
