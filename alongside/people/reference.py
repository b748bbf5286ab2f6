"""Family references: short, said over the telephone, and with a check digit that catches a slip."""

from stdnum import luhn

LETTER = "F"


def as_reference(number: int) -> str:
    """Return the reference for a running number: 1234 becomes F1234-4."""
    return f"{LETTER}{number}-{luhn.calc_check_digit(str(number))}"


def read_reference(text: str) -> str | None:
    """Return a typed reference as it is stored, or None when it cannot be one (spaces, dash and capitals are free)."""
    digits = text.upper().replace(" ", "").replace("-", "").removeprefix(LETTER)
    if len(digits) < 2 or not digits.isascii() or not digits.isdigit() or not luhn.is_valid(digits):
        return None
    return f"{LETTER}{digits[:-1]}-{digits[-1]}"
