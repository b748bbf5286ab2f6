"""What somebody of the family reads before they comment: a letter made from the record as it stands now."""

from alongside.contributions.models import Contribution
from alongside.story.blocks import ShownEntry
from alongside.story.letters import letter_called
from alongside.story.models import Entry
from alongside.story.queries.entries import filled


def letter_shown(contribution: Contribution) -> ShownEntry | None:
    """Return the letter that the form shows above its questions; None where it shows none, or the record has none."""
    letter = contribution.terms.shows_letter
    if letter is None or contribution.for_kind != Contribution.For.ENTRY:
        return None
    around = Entry.objects.select_related("pack_version", "family__team", "team", "author", "person")
    found = around.filter(pk=contribution.for_id, family=contribution.family_id)
    entry = found.exclude(status=Entry.Status.SET_ASIDE).first()
    return letter_called(entry, filled(entry), letter) if entry else None
