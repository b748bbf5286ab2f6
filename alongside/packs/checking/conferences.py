"""Whether what the pack says of conferences leads to forms and questions that are there."""

from collections.abc import Iterator

from alongside.packs.checking.keys import did_you_mean
from alongside.packs.checking.known import Known
from alongside.packs.checking.parts import Located
from alongside.packs.problems import Problem, shortened

FORMS = ("report", "agency_report", "pre_meeting", "notes", "feedback")
# In which of the forms each question stands.
QUESTIONS = {
    "told_family": "report",
    "agency_told_family": "agency_report",
    "restricted": "agency_report",
    "came_as": "feedback",
}


def check_conferences(part: Located, everything: Known) -> Iterator[Problem]:
    """Yield a problem for each form and question that is not there."""
    for place in FORMS:
        yield from everything.look_up("forms", getattr(part.item, place), part, place)
    for key, place in QUESTIONS.items():
        fields = everything.fields.get(getattr(part.item, place))
        id = getattr(part.item, key)
        if fields is not None and id not in fields:
            yield part.problem(f"the form has no question “{shortened(id)}”", did_you_mean(id, list(fields)), key)
