"""The `alongside` command: what it offers, and how the servers are started."""

import argparse
import importlib
import io
import subprocess
import sys

import pytest

from alongside.cli.main import COMMANDS, main
from alongside.cli.serve import gunicorn_options
from alongside.launch.places import ROOT


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_is_there_and_described_alike_in_both_helps(name):
    command = importlib.import_module(f"alongside.cli.{name}")
    subparsers = argparse.ArgumentParser().add_subparsers()
    command.add_parser(subparsers)
    assert name in subparsers.choices
    assert callable(command.run)


def test_without_a_command_it_shows_what_there_is(capsys):
    assert main([]) == 2
    shown = capsys.readouterr().out
    assert all(name in shown for name in COMMANDS)


def test_a_command_that_there_is_not(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["sevre"])
    assert stopped.value.code == 2
    assert "'sevre'" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["serve", "worker"])
def test_a_server_does_not_start_with_unfit_settings(command, tmp_path):
    environ = {"PATH": "/usr/bin", "SECRET_KEY": "short", "ALONGSIDE_DATA_DIR": str(tmp_path)}
    words = [sys.executable, "-m", "alongside.cli.main", command]
    done = subprocess.run(words, cwd=ROOT, env=environ, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "SECRET_KEY can be guessed" in done.stderr
    assert "DATABASE_URL is missing" in done.stderr


@pytest.mark.parametrize(
    ("given", "environ", "expected"),
    [
        ({}, {}, ("127.0.0.1:8000", "4")),
        ({}, {"ALONGSIDE_HOST": "10.0.0.5", "ALONGSIDE_PORT": "80", "ALONGSIDE_THREADS": "9"}, ("10.0.0.5:80", "9")),
        ({"host": "::1", "port": 81, "threads": 2}, {"ALONGSIDE_PORT": "80"}, ("[::1]:81", "2")),
    ],
)
def test_the_web_server_listens_where_it_is_told(given, environ, expected):
    nothing = {"host": None, "port": None, "workers": None, "threads": None}
    options = gunicorn_options(argparse.Namespace(**{**nothing, **given}), environ)
    assert (options[options.index("--bind") + 1], options[options.index("--threads") + 1]) == expected


@pytest.mark.django_db
def test_verify_tells_the_length_and_last_hash_of_each_chain(capsys):
    assert main(["verify"]) == 0
    shown = capsys.readouterr().out
    assert "access_look: " in shown
    assert "access_change: " in shown


@pytest.mark.django_db
def test_the_first_administrator_is_made_once(monkeypatch, capsys):
    words = ["administrator", "--name", "Ada Osei", "--email", "Ada@example.org"]
    monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
    assert main(words) == 1
    assert "password" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", io.StringIO("four quiet green lamps\n"))
    assert main(words) == 0
    assert "ada@example.org" in capsys.readouterr().out
    assert main(words) == 1
    assert "Ask them for an invitation" in capsys.readouterr().err
