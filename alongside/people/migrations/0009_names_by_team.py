"""Words and pairs of names stand once for each team that holds a family of the person, with an index that begins so."""

import django.db.models.deletion
from django.db import migrations, models

# Checks that wait for the end of the transaction would forbid the changes of the table that follow.
BY_TEAM = """
SET CONSTRAINTS ALL IMMEDIATE;
INSERT INTO {table} (person_id, team_id, {column})
SELECT DISTINCT known.person_id, family.team_id, known.{column}
FROM {table} known JOIN people_membership place USING (person_id) JOIN people_family family ON family.id = family_id;
DELETE FROM {table} WHERE team_id IS NULL;
SET CONSTRAINTS ALL DEFERRED;
"""


def by_team(
    model: str, column: str, *, was_once: str, is_once: str, index: str
) -> list[migrations.operations.base.Operation]:
    """What it takes in the table of one model: its column with the names, its constraint before and after, its index."""

    def team(**options: bool) -> models.ForeignKey:
        return models.ForeignKey(
            "access.Team",
            on_delete=django.db.models.deletion.CASCADE,
            related_name="+",
            db_index=False,
            db_constraint=False,
            **options,
        )

    fill = BY_TEAM.format(table=f"people_{model}", column=column)
    return [
        migrations.RemoveConstraint(model_name=model, name=was_once),
        migrations.AddField(model_name=model, name="team", field=team(null=True)),
        migrations.RunSQL(fill, migrations.RunSQL.noop),
        migrations.AlterField(model_name=model, name="team", field=team()),
        migrations.AddConstraint(
            model_name=model, constraint=models.UniqueConstraint(fields=["person", "team", column], name=is_once)
        ),
        migrations.AddIndex(
            model_name=model,
            index=models.Index(
                fields=["team", column, "person"],
                name=index,
                opclasses=["int8_ops", "varchar_pattern_ops", "int8_ops"],
            ),
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [("access", "0003_unread_notices_and_links"), ("people", "0008_consonants_as_they_are_heard")]

    operations = [
        *by_team(
            "nameword",
            "word",
            was_once="a_name_word_stands_once",
            is_once="a_name_word_is_once_in_a_team",
            index="name_word_in_team",
        ),
        *by_team(
            "namepair",
            "pair",
            was_once="a_name_pair_stands_once",
            is_once="a_name_pair_is_once_in_a_team",
            index="name_pair_in_team",
        ),
    ]
