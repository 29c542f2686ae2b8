"""A Python that has imported all of ltcarch already, and runs each command in a copy of itself.

To start Python and import everything takes longer than most commands: hundreds of them are run here. Each still is a
process of its own, with its own arguments, folder, environment, output and exit status.
"""

import atexit
import importlib
import json
import os
import pkgutil
import socket
import subprocess
import sys
import tempfile
import traceback
from functools import cache
from pathlib import Path

_MOST = 1 << 20


class ReadyProgram:
    """The Python that waits, as seen from the tests."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, __file__, str(theirs.fileno())], pass_fds=[theirs.fileno()], start_new_session=True
            )
        atexit.register(self.end)

    def run(
        self, arguments: list[str], cwd: Path, environment: dict[str, str], timeout: float
    ) -> subprocess.CompletedProcess[str]:
        """The finished run of a command."""
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            wanted = json.dumps({"arguments": arguments, "cwd": str(cwd), "environment": environment}).encode()
            self._socket.settimeout(timeout)
            socket.send_fds(self._socket, [wanted], [out.fileno(), err.fileno()])
            status = int(self._socket.recv(_MOST))
            return subprocess.CompletedProcess(arguments, status, _text(out), _text(err))

    def end(self) -> None:
        """Wait no more."""
        self._socket.close()
        self._process.wait()


@cache
def ready_program() -> ReadyProgram:
    """The one of this process."""
    return ReadyProgram()


def _text(file) -> str:
    file.seek(0)
    return file.read().decode().replace("\r\n", "\n")


def _serve(calls: socket.socket) -> None:
    """Run what is asked for, one command after the other, until nobody asks any more."""
    while True:
        wanted, files, _, _ = socket.recv_fds(calls, _MOST, 2)
        if not wanted:
            return
        own = os.fork()
        if not own:
            calls.close()
            _run(files, **json.loads(wanted))
        for file in files:
            os.close(file)
        calls.sendall(str(os.waitstatus_to_exitcode(os.waitpid(own, 0)[1])).encode())


def _run(files: list[int], arguments: list[str], cwd: str, environment: dict[str, str]) -> None:
    """Become the command."""
    status = 1
    try:
        with Path(os.devnull).open("rb") as nothing:
            os.dup2(nothing.fileno(), 0)
        for number, file in enumerate(files, start=1):
            os.dup2(file, number)
            os.close(file)
        os.chdir(cwd)
        os.environ.clear()
        os.environ.update(environment)
        sys.argv = ["ltcarch", *arguments]
        from ltcarch.__main__ import main

        main()
        sys.stdout.flush()
        status = 0
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parents[2])
    import ltcarch

    for module in pkgutil.walk_packages(ltcarch.__path__, "ltcarch."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    with socket.socket(fileno=int(sys.argv[1])) as own_end:
        _serve(own_end)
