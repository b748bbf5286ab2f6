"""Finding what somebody is still writing: theirs alone, so it is looked for where it stands and kept nowhere else."""

from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from alongside.access.models import User
from alongside.finding.asked import Asked, Wanted
from alongside.finding.folding import fold
from alongside.finding.models import Kind
from alongside.story.models import Entry

MOST = 5
NOT_FINAL = (Entry.Status.DRAFT, Entry.Status.AWAITING_SIGN_OFF)
# Here the database itself takes accents off, of the letters of Europe.
ACCENTED = "".join(letter for letter in map(chr, range(0xC0, 0x17F)) if fold(letter).isascii())
PLAIN = fold(ACCENTED)
SAYS = """
    (SELECT to_tsvector('english', story_entry.title) || jsonb_to_tsvector('english', said, '["string"]')
        || jsonb_to_tsvector('simple', said, '["string"]') @@ %s::tsquery
     FROM (
        SELECT translate(coalesce(jsonb_agg(value), '[]')::text, %s, %s)::jsonb AS said
        FROM story_answer WHERE entry_id = story_entry.id
     ) AS answers)
"""


def drafts_found(user: User, wanted: Wanted, asked: Asked) -> list[Entry]:
    """Return what this user is writing, or has sent to be signed, that fits; the last touched first, at most five."""
    if asked.kind not in ("", Kind.RECORD) or not wanted.query:
        return []
    mine = Entry.objects.for_user(user).filter(author=user, status__in=NOT_FINAL)
    if asked.family:
        mine = mine.filter(family=asked.family)
    if asked.since or asked.until:
        mine = mine.filter(happened_on__range=asked.days)
    # Only its values come from outside, and those are parameters.
    says = RawSQL(SAYS, [wanted.query, ACCENTED, PLAIN], output_field=BooleanField())  # noqa: S611
    return list(mine.alias(says=says).filter(says=True).select_related("family").order_by("-changed_at")[:MOST])
