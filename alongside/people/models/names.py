"""What search looks up: each word of each name, folded, and the keys under which near misses meet.

Measured choice: keys over the distinct words (one for every left-out letter, and one for the sound) find a misspelt
name by plain index look-ups, with no extension of the database.
"""

from django.db import models

from alongside.people.models.person import Person


class NameWord(models.Model):
    """One word of one of a person's names, without accents, hyphens or capitals, once for each team that may see them.

    A team stands beside the word so that who sees the families of one team reads the names of its people alone. It
    holds a family that the person belongs, or has belonged, to; who belongs to none is found by nobody.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="name_words", db_index=False)
    team = models.ForeignKey(
        "access.Team", on_delete=models.CASCADE, related_name="+", db_index=False, db_constraint=False
    )
    word = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "team", "word"], name="a_name_word_is_once_in_a_team")]
        indexes = [
            # This kind of index serves “begins with” under every collation of the database.
            models.Index(
                fields=["word", "person"], name="name_word_prefix", opclasses=["varchar_pattern_ops", "int8_ops"]
            ),
            models.Index(
                fields=["team", "word", "person"],
                name="name_word_in_team",
                opclasses=["int8_ops", "varchar_pattern_ops", "int8_ops"],
            ),
        ]

    def __str__(self) -> str:
        return self.word


class NamePair(models.Model):
    """Two words of one person's names, in either order, so that two names typed find them by one look-up.

    Of the five hundred with the one name and the five thousand with the other, only those with both are ever read.
    A team stands beside it as beside a word.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="name_pairs", db_index=False)
    team = models.ForeignKey(
        "access.Team", on_delete=models.CASCADE, related_name="+", db_index=False, db_constraint=False
    )
    pair = models.CharField(max_length=122)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "team", "pair"], name="a_name_pair_is_once_in_a_team")]
        indexes = [
            models.Index(
                fields=["pair", "person"], name="name_pair_prefix", opclasses=["varchar_pattern_ops", "int8_ops"]
            ),
            models.Index(
                fields=["team", "pair", "person"],
                name="name_pair_in_team",
                opclasses=["int8_ops", "varchar_pattern_ops", "int8_ops"],
            ),
        ]

    def __str__(self) -> str:
        return self.pair


class AddressKey(models.Model):
    """A line of an address, folded, beginning with its number and again with its street. Never of a hidden address."""

    address = models.ForeignKey("people.Address", on_delete=models.CASCADE, related_name="keys")
    key = models.CharField(max_length=120)

    class Meta:
        indexes = [
            models.Index(
                fields=["key", "address"], name="address_key_prefix", opclasses=["varchar_pattern_ops", "int8_ops"]
            )
        ]

    def __str__(self) -> str:
        return self.key


class FamilyWord(models.Model):
    """One word of the name a family goes by, folded likewise."""

    family = models.ForeignKey("people.Family", on_delete=models.CASCADE, related_name="words", db_index=False)
    word = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["family", "word"], name="a_family_word_stands_once")]
        indexes = [
            models.Index(
                fields=["word", "family"], name="family_word_prefix", opclasses=["varchar_pattern_ops", "int8_ops"]
            )
        ]

    def __str__(self) -> str:
        return self.word


class NameKey(models.Model):
    """A key under which a word is found when it is misspelt; kept once for each distinct word."""

    key = models.CharField(max_length=61)
    word = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "word"], name="a_name_key_stands_once")]
        indexes = [models.Index(fields=["word"], name="name_key_of_word")]

    def __str__(self) -> str:
        return f"{self.key} → {self.word}"
