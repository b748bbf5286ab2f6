"""Going on from the guide: the choice becomes the answer to a question of a record, and is typed no second time."""

from collections.abc import Sequence

from django.db import transaction

from alongside.access import rules as access
from alongside.access.models import Team, User
from alongside.packs.format.forms import Form, FormField
from alongside.packs.format.pack import Pack
from alongside.people.models import Family
from alongside.people.queries import Member
from alongside.story import actions as story
from alongside.story import rules
from alongside.story.models import Entry
from alongside.story.standing import standing_of
from alongside.thresholds.choice import Choice

UNNAMED = "unnamed"


def question_of(form: Form) -> FormField | None:
    """Return the question of a form that takes signs, asked once; None when it has none."""
    asked = (field for section in form.sections if not section.for_each for field in section.fields)
    return next((field for field in asked if field.type == "indicators"), None)


def forms_for(pack: Pack, family: Family | None) -> list[Form]:
    """Return the forms that take signs and may be begun for this family now, or for a family that is not named."""
    forms = [form for form in pack.forms if question_of(form)]
    if family is None:
        return [form for form in forms if UNNAMED in form.about]
    now = standing_of(family)
    about = [form for form in forms if "family" in form.about]
    return [form for form in about if rules.offered_at(form, level=now.level, pathway_open=now.pathway_open)]


@transaction.atomic
def write_into(
    *, choice: Choice, form: Form, by: User, family: Family | None, children: Sequence[Member | None] = ()
) -> Entry:
    """Begin a draft that holds the signs already. A family must have been reached through `open_family`.

    :param children: for each child of the choice in order, who it is in the family, or None
    """
    team = family.team if family else Team.objects.filter(pk__in=access.teams_where(by, "work_with_families")).first()
    question = question_of(form)
    assert team is not None
    assert question is not None
    about = "family" if family else UNNAMED
    entry = story.start(form_id=form.id, by=by, team=team, family=family, about=about)
    people = [(one.person.pk, one.name) if one else None for one in children]
    value = choice.as_answer(people)
    if family:
        value["rows"] = [row for row in value["rows"] if row["id"]]
    story.save_answer(entry_id=entry.pk, key=question.id, value=value, revision=0, by=by)
    return entry
