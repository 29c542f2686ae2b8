"""Work that is killed before each of its steps on the disk, one after the other."""

import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterator

_STEPS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "shutil.rmtree"}


def killed_at_each_step(prepare: Callable[[], None], work: Callable[[], object]) -> Iterator[int]:
    """Prepare anew, then kill the work before its first step, its second, and so on, until it ends unharmed."""
    step = 0
    while True:
        prepare()
        if not _killed(step, work):
            return
        yield step
        step += 1


def _killed(step: int, work: Callable[[], object]) -> bool:
    """Whether the work, in a process that begins as a copy of this one, was killed before a step."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # other threads of the tests hold nothing that the copy needs
        child = os.fork()
    if not child:
        _work_until(step, work)
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def _work_until(step: int, work: Callable[[], object]) -> None:
    left = step

    def count(event: str, arguments: tuple) -> None:
        nonlocal left
        if event in _STEPS:
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

    try:
        sys.addaudithook(count)
        work()
        os._exit(0)
    finally:
        os._exit(1)
