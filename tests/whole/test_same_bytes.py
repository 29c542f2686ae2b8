"""The same project gives the same bytes, whatever the hash seed, order of files, place on the disk or language.

Nothing is asked of a network: where the bytes are made the second time, every connection is refused.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.whole.commands import COMMANDS, ROOT, content, run

HERE = {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC", "LANG": "C"}
ELSEWHERE = {
    "PYTHONHASHSEED": "4711",
    "LC_ALL": "C.UTF-8",
    "TZ": "Asia/Shanghai",
    "LANG": "zh_CN.UTF-8",
    "COLUMNS": "43",
}
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
SHORT = ("validate", "json", "csv", "bpmn")
"""Commands that do not take long even of the larger example."""


@pytest.fixture(scope="module")
def refusing(tmp_path_factory) -> Path:
    """A folder whose code every Python process runs at its start, and which refuses connections."""
    folder = tmp_path_factory.mktemp("refusing")
    (folder / "sitecustomize.py").write_text(REFUSING)
    return folder


def twice(example: Path, folder: Path) -> tuple[Path, Path]:
    """The same project twice: its files made in one order and in the other, in folders of other names."""
    here, elsewhere = folder / "here/project", folder / "elsewhere/别处 ü"
    files = sorted(path for path in example.rglob("*") if path.is_file())
    for copy, order in ((here, files), (elsewhere, files[::-1])):
        for file in order:
            target = copy / file.relative_to(example)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    return here, elsewhere


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_writes_the_same_bytes_and_needs_no_network(name, refusing, tmp_path):
    made = []
    projects = twice(ROOT / "examples" / ("procure-to-pay" if name in SHORT else "starter"), tmp_path)
    elsewhere = {**ELSEWHERE, "PYTHONPATH": f"{refusing}:{ROOT}"}
    for project, environment in zip(projects, (HERE, elsewhere), strict=True):
        out = tmp_path / f"out-{environment['PYTHONHASHSEED']}"
        done = run(name, project, out, LTCARCH_CACHE=str(tmp_path / f"cache-{out.name}"), **environment)
        assert done.returncode == 0, done.stdout + done.stderr
        made.append(content(out))
    first, second = made
    assert sorted(first) == sorted(second)
    assert [own for own in first if first[own] != second[own]] == []
    assert first


def test_a_connection_would_be_seen(refusing):
    asked = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
    done = subprocess.run(
        [sys.executable, "-c", asked], env={"PYTHONPATH": str(refusing)}, capture_output=True, text=True
    )
    assert "a connection to" in done.stderr
