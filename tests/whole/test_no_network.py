"""No command asks anything of a network."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.whole.commands import COMMANDS, ROOT, run

REFUSING = """
import socket

class Refused(socket.socket):
    def connect(self, address, *more):
        raise SystemExit(f"a connection to {address}")
    connect_ex = connect

socket.socket = Refused
socket.create_connection = lambda address, *more, **others: Refused().connect(address)
socket.getaddrinfo = lambda *asked, **others: Refused().connect(asked)
"""


@pytest.fixture(scope="module")
def refusing(tmp_path_factory) -> Path:
    """A folder whose code every Python process runs at its start, and which refuses connections."""
    folder = tmp_path_factory.mktemp("refusing")
    (folder / "sitecustomize.py").write_text(REFUSING)
    return folder


@pytest.mark.parametrize("name", [own for own in COMMANDS if own not in ("drawio", "png", "csv")])
def test_a_command_works_without_connections(name, refusing, tmp_path):
    project = shutil.copytree(ROOT / "examples/starter", tmp_path / "project")
    done = run(name, project, tmp_path / "out", PYTHONPATH=f"{refusing}:{ROOT}", LTCARCH_CACHE=str(tmp_path / "cache"))
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_connection_would_be_seen(refusing, tmp_path):
    asked = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
    done = subprocess.run(
        [sys.executable, "-c", asked], env={"PYTHONPATH": str(refusing)}, capture_output=True, text=True
    )
    assert "a connection to" in done.stderr
