"""The bank holidays of England, from the `holidays` package."""

from collections.abc import Iterable
from datetime import date


def england_bank_holidays(years: Iterable[int]) -> frozenset[date]:
    """The days that are bank holidays in England in these years, substitute days and one-off days included.

    Christmas Day and its like are listed on their own date too when that is at a weekend. Source: Banking and
    Financial Dealings Act 1971 and royal proclamations, as kept by the `holidays` package. Its subdivision "ENG" is
    needed: without it Easter Monday, which Scotland does not keep, is missing.
    """
    import holidays  # here, because the package is slow to import and most commands never ask for a working day

    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=list(years), expand=False, language="en_GB"))
