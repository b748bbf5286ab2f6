"""What is due on each day that the story stops, worked out by hand from the guidance and a calendar.

Nothing here was reckoned by the product. A line is how it stands, its day, and what it is; behind the # is how the day
was found. "wd" are working days: Monday to Friday, without England's bank holidays and without the authority's own
closed days, the day of the event not counted. Weeks and months are of the calendar, and stay where they fall.

Closed in these months: Good Friday 18 April, Easter Monday 21 April, 5 May, 26 May, 25 August, 25 and 26 December
2025, the authority's 29 to 31 December; New Year's Day, Good Friday 3 April, Easter Monday 6 April, 4 May and 25 May
2026. The clocks change on 30 March and 26 October 2025 and on 29 March 2026.
"""

from collections import Counter


def table(words: str) -> list[str]:
    """The lines of a table without what explains them, in order."""
    return sorted(line for row in words.strip().splitlines() if (line := " ".join(row.partition("#")[0].split())))


def count(words: str) -> Counter[str]:
    """How many of each: a line is the number, how it was done and what it is."""
    found = [line.split(" ", 1) for line in table(words)]
    return Counter({what: int(number) for number, what in found})
