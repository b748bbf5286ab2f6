"""The virus scanner: asked about each file, believed, and never passed over; by its own protocol and with ClamAV."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from alongside.access.models import Change
from alongside.people.tests.makers import make_user
from alongside.story.filing.actions import file_document
from alongside.story.filing.checking import checked
from alongside.story.filing.fitness import scanner_problem
from alongside.story.filing.refused import Infected, Refused
from alongside.story.filing.tests import making as made
from alongside.story.models import Document
from alongside.story.tests.makers import World

CLAMD = shutil.which("clamd") or ("/usr/sbin/clamd" if Path("/usr/sbin/clamd").exists() else None)


@contextmanager
def stand_in(answer: bytes | None) -> Iterator[str]:
    """A server that speaks as clamd does: takes INSTREAM with its pieces, and answers; with None it hangs up."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = server.accept()
        with connection, connection.makefile("rwb") as line:
            assert line.readline() == b"nINSTREAM\n"
            taken = b""
            while size := int.from_bytes(line.read(4), "big"):
                taken += line.read(size)
            if answer is not None:
                found = b"stream: Eicar-Signature FOUND\n" if made.EICAR in taken else answer
                line.write(found)
                line.flush()

    thread = Thread(target=serve, daemon=True)
    thread.start()
    host, port = server.getsockname()
    yield f"{host}:{port}"
    server.close()
    thread.join(5)


def test_a_clean_file_passes(settings: Any) -> None:
    with stand_in(b"stream: OK\n") as settings.CLAMAV_ADDRESS:
        assert checked(made.uploaded(b"A letter"), "letter.txt").size == 8


@pytest.mark.requirement("EP-31")
def test_a_virus_is_refused_told_to_the_administrators_and_on_the_trail(
    settings: Any, world: World, mailoutbox: list[Any]
) -> None:
    administrator = make_user("administrator")
    with (
        stand_in(b"stream: OK\n") as settings.CLAMAV_ADDRESS,
        pytest.raises(Infected, match="administrators were told"),
    ):
        file_document(
            family=world.family,
            file=made.uploaded(made.EICAR),
            name="form.txt",
            category="other",
            by=world.practitioner,
        )
    assert not Document.objects.exists()
    change = Change.objects.get(action="document.refused-as-infected")
    assert (change.family_id, change.user_id) == (world.family.pk, world.practitioner.pk)
    assert change.detail["found"] == "Eicar-Signature"
    (letter,) = mailoutbox
    assert letter.to == [administrator.email]
    assert "Eicar-Signature" in letter.body
    assert world.family.name not in letter.body


@pytest.mark.parametrize("answer", [None, b"INSTREAM size limit exceeded. ERROR\n", b"stream: Broken ERROR\n", b"?\n"])
def test_no_clear_answer_is_not_a_clean_file(settings: Any, answer: bytes | None) -> None:
    with stand_in(answer) as settings.CLAMAV_ADDRESS, pytest.raises(Refused, match="does not answer"):
        checked(made.uploaded(b"A letter"), "letter.txt")


def test_a_scanner_that_gave_up_before_the_end_has_found_nothing_and_passed_nothing(
    settings: Any, mailoutbox: list[Any]
) -> None:
    with (
        stand_in(b"stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\n") as settings.CLAMAV_ADDRESS,
        pytest.raises(Refused, match="could not look into all") as refused,
    ):
        checked(made.uploaded(b"A letter"), "letter.txt")
    assert not isinstance(refused.value, Infected)


@pytest.mark.parametrize("address", ["/nowhere/clamd.ctl", "127.0.0.1:1"])
def test_a_scanner_that_is_not_there_lets_nothing_in(settings: Any, address: str) -> None:
    settings.CLAMAV_ADDRESS = address
    with pytest.raises(Refused, match="try again later"):
        checked(made.uploaded(b"A letter"), "letter.txt")


@pytest.fixture
def clamd(tmp_path: Path) -> Iterator[str]:
    """ClamAV's own daemon with one signature, that of the test file, since it may not reach the others here."""
    if CLAMD is None:
        pytest.skip("ClamAV is not on this machine")
    signature = made.EICAR.hex()
    (tmp_path / "test.ndb").write_text(f"Eicar-Test-Signature:0:*:{signature}\n")
    place = tmp_path / "clamd.sock"
    lines = (
        f"LocalSocket {place}", f"DatabaseDirectory {tmp_path}", "Foreground yes", f"LogFile {tmp_path}/log",
        "OfficialDatabaseOnly no", "StreamMaxLength 1M", "ConcurrentDatabaseReload no",
    )  # fmt: skip
    (tmp_path / "clamd.conf").write_text("\n".join(lines) + "\n")
    daemon = subprocess.Popen([CLAMD, "--config-file", str(tmp_path / "clamd.conf")], stderr=subprocess.DEVNULL)
    until = time.monotonic() + 20
    while not place.exists() and daemon.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    yield str(place)
    daemon.terminate()
    daemon.wait(10)


@pytest.mark.requirement("EP-31")
def test_clamav_itself_finds_its_standard_test_file_and_passes_a_letter(settings: Any, clamd: str) -> None:
    settings.CLAMAV_ADDRESS = clamd
    with pytest.raises(Infected) as found:
        checked(made.uploaded(made.EICAR), "form.txt")
    assert "Eicar-Test-Signature" in found.value.found
    assert checked(made.uploaded(b"A letter"), "letter.txt").name == "letter.txt"
    settings.FILE_BYTES = 900_000
    assert scanner_problem() == ""
    settings.FILE_BYTES = 3_000_000
    assert "does not answer" in scanner_problem(), "its limit is below ours, which an administrator learns beforehand"
    with pytest.raises(Refused, match="does not answer"):
        checked(made.uploaded(b"word " * 300_000), "long.txt")
