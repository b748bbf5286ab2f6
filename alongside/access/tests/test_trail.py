"""The trail as a contract: the database keeps it, and verify finds whatever a superuser did to it behind our back."""

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.access import trail
from alongside.access.models import ChainHead, Change, Look, User
from alongside.access.trail.canonical import canonical_text

pytestmark = pytest.mark.django_db

TABLE = "access_change"
AWKWARD = "Zoë 🏠 “quoted” \\ \n\t 7:seven,-,"


@pytest.fixture
def ada() -> User:
    return User.objects.create_user(email="ada@alderbridge.example", name="Ada Okafor")


@pytest.fixture
def five_changes(ada):
    for number in range(1, 6):
        trail.changed(by=ada, action="changed a note", family_id=7, subject=f"entry {number}", detail={"n": number})
    seal()


def seal() -> None:
    """What a commit does, inside a test that never commits."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def run_and_seal(sql: str) -> None:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(sql)
        seal()


def behind_its_back(sql: str) -> None:
    """Run a statement as a superuser who has switched the triggers off."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(sql)
        cursor.execute("SET session_replication_role = origin")


def chain(table: str = TABLE) -> trail.ChainResult:
    return next(result for result in trail.verify() if result.table == table)


def test_a_change_says_who_did_what_to_which_family(ada):
    trail.changed(by=ada, action="made an entry final", family_id=7, subject="entry 17", detail={"version": 2})
    change = Change.objects.get()
    assert (change.user_id, change.user_name, change.action) == (ada.pk, "Ada Okafor", "made an entry final")
    assert (change.family_id, change.subject, change.detail) == (7, "entry 17", {"version": 2})
    assert change.at is not None


def test_what_the_product_does_by_itself_is_said_so():
    trail.changed(by=None, action="reckoned what is due")
    assert Change.objects.get().user_name == "Alongside, by itself"


def test_the_trail_outlives_the_account(ada):
    trail.looked(by=ada, what="the family's record", family_id=7)
    seal()
    number = ada.pk
    ada.delete()
    assert (Look.objects.get().user_id, Look.objects.get().user_name) == (number, "Ada Okafor")


def test_a_change_goes_when_its_transaction_fails(ada):
    with transaction.atomic():
        trail.changed(by=ada, action="changed a note")
        transaction.set_rollback(True)
    assert not Change.objects.exists()
    assert chain() == trail.ChainResult(TABLE, 0, "", None)


@pytest.mark.parametrize("table", ["access_change", "access_look"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE {table} SET user_name = 'Somebody Else'",
        "UPDATE {table} SET number = number + 1",
        "UPDATE {table} SET hash = NULL, number = NULL",
        "DELETE FROM {table}",
        "TRUNCATE {table}",
        "UPDATE access_chainhead SET count = 0",
        "DELETE FROM access_chainhead",
        "TRUNCATE access_chainhead",
        "INSERT INTO {table} (user_name, what, subject, detail, emergency, path, number)"
        " VALUES ('A', 'b', '', '{{}}', false, '', 1)",
    ],
)
def test_the_database_refuses(ada, table, statement):
    trail.changed(by=ada, action="changed a note")
    trail.looked(by=ada, what="the family's record", family_id=7)
    seal()
    with pytest.raises(DatabaseError, match=r"lasting record|numbered by the database"):
        run_and_seal(statement.format(table=table))


def test_the_database_refuses_a_change_before_it_is_sealed(ada):
    trail.changed(by=ada, action="changed a note")
    with pytest.raises(DatabaseError, match="lasting record"), transaction.atomic():
        Change.objects.update(action="did nothing", number=1)


def test_an_untouched_trail_is_whole(ada, five_changes):
    trail.changed(by=ada, action=AWKWARD, subject=AWKWARD, detail={AWKWARD: [AWKWARD, None, 1.50, True], "a": {}})
    trail.looked(by=None, what=AWKWARD, family_id=None, emergency=True)
    changes, looks = chain(), chain("access_look")
    assert changes.whole
    assert (changes.rows, looks.rows) == (6, 1)
    assert bytes(ChainHead.objects.get(table=TABLE).hash).hex() == changes.last_hash


def test_what_one_transaction_wrote_is_chained_in_its_order_and_without_gaps(ada):
    Change.objects.bulk_create([Change(user_name="A", action=f"step {number}") for number in range(30)])
    with transaction.atomic():
        trail.changed(by=ada, action="thought better of it")
        transaction.set_rollback(True)
    trail.changed(by=ada, action="step 30")
    seal()
    trail.changed(by=ada, action="step 31")
    seal()
    rows = list(Change.objects.order_by("number").values_list("number", "action"))
    assert rows == [(number + 1, f"step {number}") for number in range(32)]
    assert chain().whole


CONTENT = "id, at, user_id, user_name, what, family_id, subject, detail, emergency, path"
TAMPERING = {
    "a name altered": ("UPDATE access_change SET user_name = 'B' WHERE number = 3", 3, "altered"),
    "a family altered": ("UPDATE access_change SET family_id = 8 WHERE number = 1", 1, "altered"),
    "a family taken away": ("UPDATE access_change SET family_id = NULL WHERE number = 5", 5, "altered"),
    "a detail altered": ("UPDATE access_change SET detail = '{}' WHERE number = 2", 2, "altered"),
    "a moment altered": ("UPDATE access_change SET at = at + interval '1 microsecond' WHERE number = 4", 4, "altered"),
    "an address altered": ("UPDATE access_change SET path = '/' WHERE number = 4", 4, "altered"),
    "an emergency hidden": ("UPDATE access_change SET emergency = NOT emergency WHERE number = 4", 4, "altered"),
    "the first deleted": ("DELETE FROM access_change WHERE number = 1", 1, "missing"),
    "one in the middle deleted": ("DELETE FROM access_change WHERE number = 3", 3, "missing"),
    "the last deleted": ("DELETE FROM access_change WHERE number = 5", 5, "missing"),
    "all deleted": ("DELETE FROM access_change", 1, "missing"),
    "one deleted and the gap closed": (
        "DELETE FROM access_change WHERE number = 3; UPDATE access_change SET number = number - 1 WHERE number > 3",
        3,
        "re-ordered",
    ),
    "two swapped": ("UPDATE access_change SET number = 7 - number WHERE number IN (3, 4)", 3, "re-ordered"),
    "two swapped with what comes before them": (
        "UPDATE access_change c SET number = o.number, previous = o.previous FROM access_change o"
        " WHERE c.number IN (3, 4) AND o.number = 7 - c.number",
        3,
        "altered",
    ),
    "one put in without a number": (
        f"INSERT INTO access_change ({CONTENT}) SELECT id + 1000, {CONTENT[4:]} FROM access_change WHERE number = 2",
        6,
        "inserted",
    ),
    "one put in with a number": (
        f"INSERT INTO access_change (number, previous, hash, {CONTENT})"
        f" SELECT number, previous, hash, id + 1000, {CONTENT[4:]} FROM access_change WHERE number = 2",
        2,
        "inserted",
    ),
    "one put in at the end": (
        f"INSERT INTO access_change (number, previous, hash, {CONTENT})"
        f" SELECT 6, hash, hash, id + 1000, {CONTENT[4:]} FROM access_change WHERE number = 5",
        6,
        "altered",
    ),
    "the end moved back": ("UPDATE access_chainhead SET count = 4 WHERE \"table\" = 'access_change'", 5, "inserted"),
    "the end's hash altered": (
        "UPDATE access_chainhead SET hash = '\\x00' WHERE \"table\" = 'access_change'",
        5,
        "altered",
    ),
    "the end lost": ("DELETE FROM access_chainhead", 5, "inserted"),
}


@pytest.mark.parametrize("case", TAMPERING)
def test_verify_names_the_first_broken_link(five_changes, case):
    sql, number, what = TAMPERING[case]
    behind_its_back(sql)
    broken = chain().broken
    assert broken is not None
    assert (broken.table, broken.number, broken.what) == (TABLE, number, what)
    assert broken.why


def test_rows_put_in_with_a_right_hash_are_found_by_the_end_of_the_chain(five_changes):
    """A superuser who knows how the hash is made still has to move the end of the chain as well."""
    behind_its_back(
        f"INSERT INTO access_change (number, previous, hash, {CONTENT})"
        " SELECT 6, c.hash, sha256(convert_to(access_trail_text('access_change', 6, c.hash, c.id + 1000, c.at,"
        " c.user_id, c.user_name, c.what, c.family_id, c.subject, c.detail, c.emergency, c.path), 'UTF8')),"
        f" c.id + 1000, {CONTENT[4:]} FROM access_change c WHERE number = 5"
    )
    broken = chain().broken
    assert broken is not None
    assert (broken.number, broken.what) == (6, "inserted")


def test_after_the_end_was_lost_new_rows_do_not_hide_it(ada, five_changes):
    behind_its_back("DELETE FROM access_chainhead")
    trail.changed(by=ada, action="changed a note")
    broken = chain().broken
    assert broken is not None
    assert broken.what == "inserted"


def test_texts_that_look_alike_when_joined_are_told_apart():
    assert canonical_text(["a", "b"]) != canonical_text(["ab", ""])
    assert canonical_text([None]) != canonical_text([""]) != canonical_text(["-"])
