"""The form as somebody outside fills it in: its questions and what they typed, and nothing of the family's record."""

from datetime import date

from django.utils import timezone

from alongside.contributions.models import Contribution
from alongside.people.models import Family
from alongside.people.queries import members_of
from alongside.story.asking import Asking, Someone, sections_of
from alongside.story.models import Answer, Entry
from alongside.story.queries.entries import Filled


def people_asked_about(family: Family) -> tuple[Someone, ...]:
    """Return whom of the family the questions name."""
    return tuple(Someone(one.person.pk, one.name, one.is_child) for one in members_of(family))


def as_typed(contribution: Contribution) -> Filled:
    """Return the form with what was typed so far.

    Without the family's id nothing of its record can be offered beside a question, nor looked up while it is checked.
    """
    asking = Asking(
        form=contribution.form,
        pack=contribution.pack_version.pack,
        people=people_asked_about(contribution.family),
        family_name=contribution.family.name,
    )
    kept = {
        key: Answer(key=key, value=given["value"], revision=given["revision"], saved_by=contribution.asked_by)
        for key, given in contribution.answers.items()
    }
    return Filled(asking, sections_of(asking), kept)


def as_it_will_stand(contribution: Contribution, day: date | None = None) -> Entry:
    """Return the record that it becomes, unsaved, as somebody outside reads it through before they send it."""
    form = contribution.form
    return Entry(
        pack_version=contribution.pack_version, form_id=form.id, kind=form.kind, stands_in=form.stands_in,
        title=form.title, about="family", family=contribution.family, author=contribution.asked_by,
        written_by=contribution.said_by, happened_on=day or timezone.localdate(),
    )  # fmt: skip
