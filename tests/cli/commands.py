"""Running ltcarch as a user does: in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.ready_program import ready_program

ROOT = Path(__file__).parents[2]
_TIMEOUT = 120


def ltcarch(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """The finished run of a command. Nothing of the caller's terminal leaks into it.

    What is set for Python itself or for terminals is read when Python starts: then it starts anew.
    """
    kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    own = {**kept, "PYTHONPATH": str(ROOT), **environment}
    words = [str(argument) for argument in arguments]
    if all(key.startswith("LTCARCH_") for key in environment):
        return ready_program().run(words, cwd or ROOT, own, _TIMEOUT)
    return subprocess.run(
        [sys.executable, "-m", "ltcarch", *words],
        cwd=cwd or ROOT,
        env=own,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_TIMEOUT,
        check=False,
    )
