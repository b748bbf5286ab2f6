"""A wrong word to ./run is told at once, with what would be right."""

import socket
import subprocess
import sys

import pytest

from alongside.launch.options import parse
from alongside.launch.places import ROOT
from alongside.launch.ports import address_of, port_to_use
from alongside.launch.steps import CannotGoOn


@pytest.fixture(autouse=True)
def no_database_named(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)


def test_without_words_it_is_for_this_machine_only():
    options = parse([])
    assert (options.host, options.port) == ("127.0.0.1", 8000)
    assert [options.fresh, options.empty, options.check] == [False, False, False]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--port", "http"], "a port is a number from 1 to 65535, not 'http'"),
        (["--port", "0"], "a port is a number from 1 to 65535"),
        (["--port", "65536"], "a port is a number from 1 to 65535"),
        (["--prot", "8000"], "unrecognized arguments: --prot"),
        (["--check", "--empty"], "--check always starts on new data"),
        (["--check", "--fresh"], "--check always starts on new data"),
    ],
)
def test_wrong_words(words, told, capsys):
    with pytest.raises(SystemExit) as stopped:
        parse(words)
    assert stopped.value.code == 2
    assert told in capsys.readouterr().err


def test_fresh_never_deletes_a_database_that_somebody_named(monkeypatch, capsys):
    monkeypatch.setenv("DATABASE_URL", "postgresql://somewhere/real")
    with pytest.raises(SystemExit):
        parse(["--fresh"])
    assert "DATABASE_URL names another" in capsys.readouterr().err


def test_the_command_itself_ends_with_2_on_a_wrong_word():
    done = subprocess.run(
        [sys.executable, "-m", "alongside.launch", "run", "--prot"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "--prot" in done.stderr


def test_a_taken_port_is_named_with_one_to_try():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CannotGoOn, match=rf"Port {port} on 127.0.0.1 is taken .* --port {port + 1}"):
            port_to_use("127.0.0.1", port)


def test_a_port_that_is_let_go_of_in_time_is_used():
    other = socket.socket()
    other.bind(("127.0.0.1", 0))
    port = other.getsockname()[1]
    other.close()
    assert port_to_use("127.0.0.1", port, patience=1) == port


@pytest.mark.parametrize("host", ["192.0.2.1", "no such name.invalid"])
def test_an_address_of_another_machine(host):
    with pytest.raises(CannotGoOn, match="is not an address of this machine"):
        port_to_use(host, 8000)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/"),
        ("0.0.0.0", "http://127.0.0.1:8000/"),
        ("::", "http://[::1]:8000/"),
        ("alongside.example", "http://alongside.example:8000/"),
    ],
)
def test_the_address_to_open(host, address):
    assert address_of(host, 8000) == address
