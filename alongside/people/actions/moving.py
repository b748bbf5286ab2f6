"""Rows that go over to the record that is kept when two become one, and go back when they become two again."""

from typing import Any

from django.db.models import Model, Q

from alongside.people.models import (
    Address,
    ContactPoint,
    EarlierSetting,
    Identifier,
    Membership,
    Merge,
    MovedRow,
    OtherName,
    Person,
    Relationship,
)

# Each table that says who a person is, and its columns that point at them; `Person` is other records merged before.
# Other apps add what lives of a person with them.
MOVES: list[tuple[type[Model], str]] = [
    (OtherName, "person"),
    (Identifier, "person"),
    (Address, "person"),
    (ContactPoint, "person"),
    (EarlierSetting, "person"),
    (Membership, "person"),
    (Relationship, "person"),
    (Relationship, "of_person"),
    (Person, "merged_into"),
]


def moves_too(model: type[Model], column: str = "person") -> None:
    """Let the rows of this table move in a merge; only of one whose rows may change. Said once, as an app starts."""
    if (model, column) not in MOVES:
        MOVES.append((model, column))


def move_all(merge: Merge) -> None:
    """Move whatever is the other record's to the kept one, and write down the way of each row."""
    for model, column in MOVES:
        for row in model._default_manager.filter(**{column: merge.other}).order_by("pk"):
            _move(merge, row, column)


def _move(merge: Merge, row: Model, column: str) -> None:
    """A row of which the kept record has the like already is set aside whole."""
    model, aside = type(row), _has_its_like(merge, row, column)
    MovedRow.objects.create(
        merge=merge,
        table=model._meta.db_table,
        column=column,
        row=str(row.pk),
        set_aside=_as_it_is(row) if aside else None,
    )
    if aside:
        row.delete()
    else:
        model._default_manager.filter(pk=row.pk).update(**{column: merge.kept})


def move_back(row: MovedRow) -> None:
    """Put a row back where it was. One that has been given to somebody else since stays where it is.

    :raises IntegrityError: when something written since has taken its place
    """
    model = _table_of(row)
    standing = model._default_manager.filter(pk=row.row)
    if row.set_aside is not None and not standing.exists():
        _set_aside(row).save(force_insert=True)
        return
    standing.filter(**{row.column: row.merge.kept_id}).update(**{row.column: row.merge.other_id})


def bring_back_what_stands(undone: Merge) -> None:
    """Put in place what other merges set aside because this one had brought the like, which has gone back now."""
    aside = MovedRow.objects.filter(merge__kept=undone.kept_id, merge__undone_at__isnull=True, set_aside__isnull=False)
    for row in aside.exclude(merge=undone).select_related("merge").order_by("pk"):
        again = _set_aside(row)
        if not _table_of(row)._default_manager.filter(pk=row.row).exists() and not _has_its_like(
            row.merge, again, row.column
        ):
            setattr(again, f"{row.column}_id", row.merge.kept_id)
            again.save(force_insert=True)


def _table_of(row: MovedRow) -> type[Model]:
    return next(model for model, _ in MOVES if model._meta.db_table == row.table)


def _set_aside(row: MovedRow) -> Model:
    """The row as it stood when it was set aside, unsaved."""
    model = _table_of(row)
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return model(**{name: fields[name].to_python(value) for name, value in row.set_aside.items()})


def _as_it_is(row: Model) -> dict[str, Any]:
    """The row as text that can be read back; moments to the last of their microseconds, which JSON would cut off."""
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items()}


def _has_its_like(merge: Merge, row: Model, column: str) -> bool:
    """Whether the kept record has the same place in a family, relative or link already; or is this relative."""
    if isinstance(row, Membership):
        same = Membership.objects.filter(person=merge.kept, family=row.family_id)
        return row.left_on is None and same.filter(left_on__isnull=True).exists()
    if isinstance(row, Relationship):
        return _is_related_so(merge, row)
    return bool(row._meta.auto_created) and _is_linked_so(merge, row, column)


def _is_related_so(merge: Merge, row: Relationship) -> bool:
    third = row.of_person_id if row.person_id == merge.other_id else row.person_id
    if third == merge.kept_id:
        return True
    pair = Q(person=merge.kept, of_person=third) | Q(person=third, of_person=merge.kept)
    related = Relationship.objects.filter(pair, kind=row.kind, to_date__isnull=True)
    return row.to_date is None and related.exists()


def _is_linked_so(merge: Merge, row: Model, column: str) -> bool:
    """Of a table that only links two others: whether the kept record is linked to the same thing."""
    ends = [field for field in row._meta.concrete_fields if field.is_relation and field.name != column]
    same = {field.attname: getattr(row, field.attname) for field in ends}
    return type(row)._default_manager.filter(**{column: merge.kept}, **same).exists()
