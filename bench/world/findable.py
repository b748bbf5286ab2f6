"""A million things that can be found: words as often as they are in a language, over all families and six years."""

from django.db import connection

from alongside.access.models import Post, User
from alongside.people.models import Involvement
from bench.world import accounts
from bench.world.families import JOINED, lead, make_families

# Made-up words, each used the less the later it stands in the list, as words of every language are; on top of them some
# whose share is known. The rows are written as the product writes them, but by the database itself.
FILL = """
    INSERT INTO finding_row (kind, source, family_id, day, title, text, words)
    SELECT kind, number, family, day, title, said,
        setweight(to_tsvector('english', title) || to_tsvector('simple', title), 'A') || to_tsvector('english', said)
            || array_to_tsvector(
                ARRAY['§k' || kind, '§w' || to_char(day, 'IYYYIW'), '§m' || to_char(day, 'YYYYMM'), '§t' || team,
                    '§f' || family]
            )
    FROM (
        SELECT number, team, family,
            (ARRAY['record', 'record', 'statement', 'action', 'document'])[1 + number %% 5] AS kind,
            (ARRAY['Home visit', 'Note', 'Telephone call', 'Review'])[1 + number %% 4] AS title,
            -- The last written comes last in the table, as it does in a product that is used.
            current_date - (2190 - number * 2190 / %(rows)s)::int AS day,
            (SELECT string_agg('word' || translate((power(random(), 3) * 30000 + place * 0)::int::text,
                    '0123456789', 'abcdefghij'), ' ')
             FROM generate_series(1, (10 + number * 0 + random() * 100)::int) AS place)
            || CASE WHEN random() < 0.3 THEN ' school' ELSE '' END
            || CASE WHEN random() < 0.1 THEN ' breakfast' ELSE '' END
            || CASE WHEN random() < 0.01 THEN ' bedtimes' ELSE '' END
            || CASE WHEN random() < 0.001 THEN ' trampoline' ELSE '' END
            || CASE WHEN number %% (%(rows)s / 20) = 7 THEN ' xylophone' ELSE '' END AS said
        FROM (
            SELECT number, families.team_id AS team, families.id AS family
            FROM generate_series(%(first)s::bigint, %(last)s) AS number
            JOIN (SELECT id, team_id, row_number() OVER (ORDER BY id) - 1 AS place FROM people_family) AS families
                ON families.place = number * 7919 %% (SELECT count(*) FROM people_family)
        ) AS numbered
    ) AS made
    ORDER BY number
"""
AT_ONCE = 50_000


def fill(rows: int) -> None:
    """Write so many rows over all the families there are; the index is made at the end, as by a rebuild."""
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX IF EXISTS finding_row_words")
        for first in range(0, rows, AT_ONCE):
            last = min(first + AT_ONCE, rows) - 1
            cursor.execute(FILL, {"rows": rows, "first": first, "last": last})
        cursor.execute("CREATE INDEX finding_row_words ON finding_row USING gin (words) WITH (fastupdate = off)")


def make_searchers(families: int) -> dict[str, User]:
    """Make families over teams of about a thousand, and who searches among them, by how much they see."""
    teams = accounts.make_teams()
    worker = accounts.make_worker(teams[0])
    made = make_families(families, teams, by=worker)
    lead([one for one in made if one.family.team_id == teams[0].pk][:15], by=worker)
    alone, senior = (
        User.objects.create_user(email=f"{role}@alderbridge.example", name=role) for role in ("partner", "senior")
    )
    Post.objects.create(user=alone, team=teams[0], role="partner")
    Post.objects.create(user=senior, team=teams[0], role="senior-manager")
    Involvement.objects.bulk_create(
        Involvement(family=one.family, user=alone, role="professional", from_date=JOINED, recorded_by=worker)
        for one in made[: 15 * len(teams) : len(teams)]
    )
    manager = User.objects.filter(posts__team=teams[0], posts__role="manager").get()
    who = {"15 families": alone, "a practitioner": worker, "a manager": manager, "who sees all": senior}
    return {seen: User.objects.get(pk=user.pk) for seen, user in who.items()}
