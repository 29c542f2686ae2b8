"""How long commands take and how much memory, each run in a process of its own, start-up included."""

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_SHOWN = 5
"""So many parts of a command are shown; hundreds of files may follow."""


ONCE_IS_ENOUGH = 60.0
"""Seconds: what takes longer runs once, since chance is a small part of it."""


class Failed(Exception):
    """A command that was to be measured ended otherwise than it should."""


class Run(NamedTuple):
    """What one run took: seconds by the clock, seconds of processors, megabytes at its highest."""

    seconds: float
    worked: float
    megabytes: float


class Command(NamedTuple):
    """A command to be measured. `before` is done ahead of each run and is not counted.

    `ends` are the exit statuses with which it did its work; None stands for any.
    """

    arguments: Sequence[str | Path]
    environment: Mapping[str, str] = {}
    before: Callable[[], object] = lambda: None
    ends: tuple[int, ...] | None = (0,)


def measured(command: Command) -> Run:
    """One run. Raises `Failed` where the command did not do its work."""
    command.before()
    arguments = [str(own) for own in command.arguments]
    start = time.perf_counter()
    process = subprocess.Popen(
        arguments,
        env={**os.environ, **command.environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if command.ends is not None and process.returncode not in command.ends:
        raise Failed(f"{' '.join(arguments[:_SHOWN])} ended with {process.returncode}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def interleaved(commands: Mapping[str, Command], runs: int) -> dict[str, Run]:
    """Medians of several runs of each command, in turns, so that whatever slows the machine slows all of them."""
    found: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            if not found[name] or found[name][0].seconds < ONCE_IS_ENOUGH:
                found[name].append(measured(command))
    return {name: _median(own) for name, own in found.items()}


def _median(runs: list[Run]) -> Run:
    return Run(*(statistics.median(numbers) for numbers in zip(*runs, strict=True)))
