"""Work that is killed before each of its steps on the disk, one after the other.

The work is done in copies of a small process, since to copy the large one of the tests takes longer than the work.
"""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
_STEPS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "shutil.rmtree"}


def killed_at_each_step(prepare: Callable[[], None], work: Callable[[], object]) -> Iterator[int]:
    """Prepare anew, then kill the work before its first step, its second, and so on, until it ends unharmed.

    The work is a function of a module, a method, or one of them with arguments: what `pickle` can hand over.
    """
    command = [sys.executable, "-m", "tests.writing.kills", pickle.dumps(work).hex()]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as small:
        step = 0
        while True:
            prepare()
            small.stdin.write(f"{step}\n")
            small.stdin.flush()
            status = int(small.stdout.readline())
            assert status in (0, -signal.SIGKILL)
            if status == 0:
                return
            yield step
            step += 1


def _killed(step: int, work: Callable[[], object]) -> int:
    """With what the work ended, in a process that begins as a copy of this one and is killed before a step."""
    child = os.fork()
    if not child:
        _work_until(step, work)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _work_until(step: int, work: Callable[[], object]) -> None:
    left = step

    def count(event: str, arguments: tuple) -> None:
        nonlocal left
        if event in _STEPS:
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

    os.fsync = lambda _: None  # what a killed process has written is there, on the disk or on its way
    try:
        sys.addaudithook(count)
        work()
        os._exit(0)
    finally:
        os._exit(1)


if __name__ == "__main__":
    known = pickle.loads(bytes.fromhex(sys.argv[1]))
    for line in sys.stdin:
        print(_killed(int(line), known), flush=True)
