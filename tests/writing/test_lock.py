"""One run at a time in a folder, and no lock outlives its run."""

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from ltcarch.writing import CannotWrite, lock, write_tree
from ltcarch.writing.lock import locked

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no locks on folders")


def holder(folder: Path) -> subprocess.Popen[str]:
    """A process that holds the lock on a folder until it is ended."""
    program = (
        "import sys, time\nfrom pathlib import Path\nfrom ltcarch.writing.lock import locked\n"
        "with locked(Path(sys.argv[1]), 0) as is_ours:\n print(is_ours, flush=True)\n time.sleep(60)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", program, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "True\n"
    return process


def test_a_lock_is_ours_until_its_process_ends(tmp_path):
    process = holder(tmp_path)
    with locked(tmp_path, 0) as is_ours:
        assert not is_ours
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with locked(tmp_path, 5) as is_ours:
        assert is_ours
    assert list(tmp_path.iterdir()) == []


def test_who_waits_long_enough_gets_it(tmp_path):
    process = holder(tmp_path)
    threading.Timer(0.3, process.kill).start()
    with locked(tmp_path, 20) as is_ours:
        assert is_ours
    process.communicate()


def test_a_folder_is_not_written_while_another_run_writes_it(tmp_path, monkeypatch):
    write_tree(tmp_path / "site", {"a.md": b"a"})
    process = holder(tmp_path / "site")
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    with pytest.raises(CannotWrite, match="another run"):
        write_tree(tmp_path / "site", {"a.md": b"other"})
    process.kill()
    process.communicate()
    write_tree(tmp_path / "site", {"a.md": b"other"})
    assert (tmp_path / "site/a.md").read_bytes() == b"other"


def test_two_runs_at_the_same_time_do_not_mix(tmp_path):
    program = (
        "import sys\nfrom pathlib import Path\nfrom ltcarch.writing import write_tree\n"
        "for turn in range(15):\n"
        " names = [f'{sys.argv[2]}-{turn % 2}-{at}.md' for at in range(20)]\n"
        " write_tree(Path(sys.argv[1]), dict.fromkeys(names, sys.argv[2].encode()))\n"
    )
    runs = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "out"), name]) for name in ("one", "two")]
    assert [run.wait(timeout=120) for run in runs] == [0, 0]
    names = {path.name.rpartition("-")[0] for path in (tmp_path / "out").glob("*.md")}
    assert len(names) == 1
    assert len(list((tmp_path / "out").glob("*.md"))) == 20
