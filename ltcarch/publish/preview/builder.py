"""The site's builder at work in the background, building anew what changes in its folder."""

import contextlib
import socket
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from ltcarch.publish.site.building import BUILDER, BuildFault
from ltcarch.publish.site.configuration import SETTINGS

RESULT = "site"
_END_OF_PAGE = b"</html>"
_LOOK = 0.01
"""Seconds between looks at what the builder has done."""


class Builder:
    """A process that watches the sources of one language and builds every page whose source changes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def result(self) -> Path:
        """The folder with the pages."""
        return self._folder / RESULT

    def start(self) -> None:
        """Begin to build, if that is not done already."""
        if self._process is None or self._process.poll() is not None:
            address = f"127.0.0.1:{_free_port()}"  # it serves there too; nobody asks it
            self._process = subprocess.Popen(
                [sys.executable, "-m", BUILDER, "serve", "--config-file", SETTINGS, "--dev-addr", address],
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    def stamps(self, names: Iterable[str]) -> dict[str, int]:
        """When each of some pages was built last; 0 for one that was not."""
        return {name: _stamp(self.result / name) for name in names}

    def wait(self, before: dict[str, int], patience: float) -> None:
        """Come back when each of these pages is built anew, or when patience is over. Raises BuildFault."""
        end = time.monotonic() + patience
        left = dict(before)
        while left and time.monotonic() < end:
            if self._process is None or self._process.poll() is not None:
                raise BuildFault(f"{BUILDER} has ended")
            left = {name: stamp for name, stamp in left.items() if _stamp(self.result / name) == stamp}
            if left:
                time.sleep(_LOOK)

    def read(self, name: str, patience: float) -> bytes | None:
        """A file that was built, None where there is none. One that is being written is whole within this patience."""
        root = self.result.resolve()
        path = (root / name).resolve()
        end = time.monotonic() + patience
        while path.is_relative_to(root):
            data = _content(path)
            is_whole = data is not None and (not patience or data.rstrip().endswith(_END_OF_PAGE))
            if is_whole or time.monotonic() >= end:
                return data
            time.sleep(_LOOK)
        return None

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=2)
            self._process.kill()
            self._process.wait()
            self._process = None


def _stamp(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
