"""What a killed start leaves behind never stops the next one, and nothing else on the machine is touched."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from alongside.launch.home import Home, lasting_home, throw_away_home
from alongside.launch.locks import is_held, only_one
from alongside.launch.places import ROOT
from alongside.launch.postgres.leftovers import clear_the_way
from alongside.launch.processes import began, remember, spawn, stop_left_behind
from alongside.launch.steps import CannotGoOn

SLEEP = ["sleep", "60"]


@pytest.fixture
def sleeper(tmp_path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that works in a data folder, as a database server would."""
    process = subprocess.Popen(SLEEP, cwd=tmp_path, start_new_session=True)
    yield process
    process.kill()
    process.wait()


def _ended(process: subprocess.Popen[bytes]) -> bool:
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        return False
    return True


def _is_gone(pid: int) -> bool:
    limit = time.monotonic() + 5
    while began(pid) and time.monotonic() < limit:
        time.sleep(0.02)
    return not began(pid)


@pytest.mark.parametrize("content", ["", "not a number\n", "999999999\n/somewhere\n"])
def test_a_pid_file_that_names_nothing_is_removed(tmp_path, content):
    (tmp_path / "postmaster.pid").write_text(content)
    clear_the_way(tmp_path)
    assert not (tmp_path / "postmaster.pid").exists()


def test_a_pid_file_whose_number_is_now_something_elses(tmp_path):
    (tmp_path / "postmaster.pid").write_text(f"{os.getpid()}\n")
    clear_the_way(tmp_path)
    assert not (tmp_path / "postmaster.pid").exists()


def test_a_server_left_on_the_data_is_ended(tmp_path, sleeper):
    (tmp_path / "postmaster.pid").write_text(f"{sleeper.pid}\n")
    clear_the_way(tmp_path)
    assert _ended(sleeper)


def test_processes_on_the_list_are_ended(tmp_path):
    child = spawn("sleeper", SLEEP, log=tmp_path / "log", folder=tmp_path, environment=os.environ)
    remember([child], tmp_path / "processes.json")
    assert stop_left_behind(tmp_path / "processes.json")
    assert child.popen.wait(timeout=5) == -signal.SIGTERM
    assert not (tmp_path / "processes.json").exists()


def test_a_number_that_belongs_to_another_process_now_is_left_alone(tmp_path, sleeper):
    row = {"name": "web server", "pid": sleeper.pid, "began": "long ago", "ends_on": int(signal.SIGTERM)}
    (tmp_path / "processes.json").write_text(json.dumps([row]))
    stop_left_behind(tmp_path / "processes.json")
    assert sleeper.poll() is None


@pytest.mark.parametrize("content", ["", "[{"])
def test_a_list_that_was_being_written(tmp_path, content):
    (tmp_path / "processes.json").write_text(content)
    assert stop_left_behind(tmp_path / "processes.json")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the next start ends them")
def test_children_end_when_we_are_killed(tmp_path):
    program = (
        "import os, pathlib, time; from alongside.launch.processes import spawn\n"
        f"folder = pathlib.Path({str(tmp_path)!r})\n"
        "child = spawn('sleeper', ['sleep', '60'], log=folder / 'log', folder=folder, environment=os.environ)\n"
        "print(child.popen.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    assert _is_gone(pid)


def test_a_child_that_stops_by_itself_is_told_with_the_end_of_its_log(tmp_path):
    child = spawn("web server", ["sh", "-c", "echo oh dear"], log=tmp_path / "log", folder=tmp_path, environment={})
    child.popen.wait()
    with pytest.raises(CannotGoOn, match=r"The web server has stopped by itself(.|\n)*oh dear"):
        child.check()


def test_one_data_folder_is_for_one_start(tmp_path):
    lock = tmp_path / "run.lock"
    with only_one(lock, "already running"):
        assert is_held(lock)
        with pytest.raises(CannotGoOn, match="already running"), only_one(lock, "already running"):
            pass
    assert not is_held(lock)


def test_a_second_start_is_told_which_data_are_in_use(tmp_path, monkeypatch):
    monkeypatch.setattr("alongside.launch.home.VAR", tmp_path)
    with (
        lasting_home(fresh=False),
        pytest.raises(CannotGoOn, match=f"already running on the data in {tmp_path}"),
        lasting_home(fresh=True),
    ):
        pass


def test_throw_away_folders_of_killed_processes_are_swept(tmp_path, monkeypatch):
    monkeypatch.setattr("alongside.launch.home.VAR", tmp_path)
    left = tmp_path / "throw-away" / "test-1"
    left.mkdir(parents=True)
    left.with_suffix(".lock").touch()
    with throw_away_home("test") as home:
        assert home.folder.exists()
        assert not left.exists()
    assert not home.folder.exists()


def test_secrets_are_made_once_and_are_ours_alone(tmp_path):
    made = Home(tmp_path).secrets
    assert Home(tmp_path).secrets == made
    assert len(made["secret_key"]) >= 50
    assert (tmp_path / "secrets.json").stat().st_mode & 0o777 == 0o600
