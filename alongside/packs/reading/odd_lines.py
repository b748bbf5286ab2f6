"""What stands in a line without being seen: tabs, and breaks that most editors do not show."""

import re

# YAML begins a new line at each of these and editors do not, so the lines of problems would not be those one sees.
OTHER_LINE_ENDS = re.compile("[\x85\u2028\u2029]|\r(?!$)")


def first_odd_line(text: str) -> tuple[int, str, str] | None:
    """Return the number of the first line that cannot be read as it is seen, what is wrong and what would be right."""
    for number, row in enumerate(text.split("\n"), start=1):
        if "\t" in row[: len(row) - len(row.lstrip())]:
            return number, "this line begins with a tab", "Use spaces, two for each step inwards"
        if OTHER_LINE_ENDS.search(row):
            what = "a line break that most editors do not show stands in this line"
            return number, what, "Type the line again, or save the file with ordinary line endings"
    return None
