"""What search looks up: one row for each thing that can be found, and the words there are, to help who misspells."""

from django.conf import settings
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q


class Kind(models.TextChoices):
    """What was found."""

    RECORD = "record", "Record"
    STATEMENT = "statement", "Statement on the map"
    ACTION = "action", "Action"
    EVENT = "event", "Event of the chronology"
    DOCUMENT = "document", "Document"


class Row(models.Model):
    """One thing that can be found, as it is now; `source` is the id of what it tells of.

    `words` holds what it is found by. Beside the words stand scopes that nobody can type (scopes.py): they let one
    index narrow a search to a family, a team, a kind or a month. Who may see a row is its family's to say, not theirs.
    A row about no family says whose it is: the team's and the author's.
    """

    kind = models.CharField(max_length=20, choices=Kind.choices)
    source = models.CharField(max_length=40)
    family = models.ForeignKey("people.Family", on_delete=models.CASCADE, null=True, related_name="+", db_index=False)
    entry = models.ForeignKey("story.Entry", on_delete=models.CASCADE, null=True, related_name="+")
    team = models.ForeignKey("access.Team", on_delete=models.CASCADE, null=True, related_name="+", db_index=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+", db_index=False
    )
    day = models.DateField()
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    words = SearchVectorField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "source"], name="a_thing_is_found_once"),
            models.CheckConstraint(
                condition=Q(family__isnull=False, team=None, author=None)
                | Q(family=None, team__isnull=False, author__isnull=False),
                name="a_row_is_a_familys_or_a_teams",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class WordKey(models.Model):
    """A key under which a word of some row is met again when it is misspelt; kept once for each distinct word."""

    key = models.CharField(max_length=31)
    word = models.CharField(max_length=30)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "word"], name="a_word_key_stands_once")]

    def __str__(self) -> str:
        return f"{self.key} → {self.word}"
