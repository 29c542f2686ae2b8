"""Killing commands at random moments, and what must hold after that. As a program: many times, by `make faults`."""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from tests.whole.trials import TRIALS, Trial, files, finish, left_aside, start

_LONGEST_AFTER_FIRST_WRITE = 0.06
"""Seconds: writing takes a small part of a run, so half of the moments lie there."""
_SLOW = {"site build": 3, "handbook": 1.5}
"""How many times as long some commands take; they are killed as many times less often."""
_EXISTS_ALREADY = 2


class Undisturbed(NamedTuple):
    """What a run makes of a folder that nobody disturbs."""

    before: dict[str, bytes]
    after: dict[str, bytes]
    status: int
    output: str
    seconds: float


class Killed(NamedTuple):
    """What became of one run: whether it was killed before its end, and amid its writing."""

    in_time: bool
    amid: bool


def undisturbed(trial: Trial, ready: Path, work: Path) -> Undisturbed:
    """Make a folder ready for a trial, and run its command in a copy, in the place where all copies will lie."""
    work.mkdir(parents=True)
    trial.prepare(work)
    work.rename(ready)
    shutil.copytree(ready, work)
    began = time.monotonic()
    status, output, told = finish(work, trial.arguments)
    seconds = time.monotonic() - began
    assert status in (0, 1), told
    assert left_aside(work) == []
    found = Undisturbed(files(ready), files(work), status, output, seconds)
    assert found.before != found.after
    shutil.rmtree(work)
    return found


def kill_once(trial: Trial, usual: Undisturbed, ready: Path, work: Path, chance: random.Random) -> Killed:
    """Kill one run in a copy of the folder, and hold what is there then, and after one more run, against the usual."""
    shutil.copytree(ready, work)
    in_time = _kill(trial, usual, work, chance)
    after_kill = files(work)
    for name in usual.before.keys() | usual.after.keys() | after_kill.keys():
        known = (usual.before.get(name), usual.after.get(name))
        assert after_kill.get(name) in known, f"{name} is neither as before nor as after"
    amid = bool(left_aside(work)) or after_kill not in (usual.before, usual.after)
    _run_again(trial, usual, work)
    shutil.rmtree(work)
    return Killed(in_time, amid)


def _kill(trial: Trial, usual: Undisturbed, work: Path, chance: random.Random) -> bool:
    waits_for_writing = chance.random() < 0.5
    longest = _LONGEST_AFTER_FIRST_WRITE if waits_for_writing else usual.seconds
    moment = chance.uniform(0, longest)
    process = start(work, trial.arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if waits_for_writing:
        _wait_for_change(work / trial.watched, process)
    time.sleep(moment)
    in_time = process.poll() is None
    os.killpg(process.pid, signal.SIGKILL) if in_time else None
    process.wait()
    return in_time


def _wait_for_change(folder: Path, process: subprocess.Popen[bytes]) -> None:
    before = _stamp(folder)
    while process.poll() is None and _stamp(folder) == before:
        time.sleep(0.0005)


def _stamp(folder: Path) -> int:
    try:
        return folder.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def _run_again(trial: Trial, usual: Undisturbed, work: Path) -> None:
    status, output, told = finish(work, trial.arguments)
    is_done = status == _EXISTS_ALREADY and "exists already" in told and files(work) == usual.after
    assert status == usual.status or is_done, f"the next run ended with {status}: {told}"
    assert "Traceback" not in told, told
    assert files(work) == usual.after, "the next run does not give what an undisturbed one gives"
    if not is_done:
        assert left_aside(work) == []
    if trial.arguments[0] == "validate" and "--fix" not in trial.arguments:
        assert output == usual.output, "what was kept misled the next run"


def main() -> None:
    """Kill each command its share of times, and tell what was found."""
    parser = argparse.ArgumentParser(description="Kill commands at random moments, and check what is left.")
    parser.add_argument("--kills", type=int, default=240, help="how many in all")
    parser.add_argument("--seed", type=int, default=None, help="what moments are chosen by; told at the beginning")
    parser.add_argument("--only", choices=TRIALS, default=None, help="one command")
    wanted = parser.parse_args()
    seed = wanted.seed if wanted.seed is not None else random.SystemRandom().randrange(10**6)
    print(f"seed {seed}", flush=True)
    names = [wanted.only] if wanted.only else list(TRIALS)
    shares = {name: 1 / _SLOW.get(name, 1) for name in names}
    found = [_told(name, -(-wanted.kills * share // sum(shares.values())), seed) for name, share in shares.items()]
    sys.exit(1 if sum(found) else 0)


def _told(name: str, kills: float, seed: int) -> int:
    """Kill one command so many times; how many faults were found."""
    chance = random.Random(f"{seed} {name}")
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as place:
        ready = Path(place, "ready")
        usual = undisturbed(TRIALS[name], ready, Path(place, "work"))
        for turn in range(int(kills)):
            work = Path(place, "work")
            shutil.rmtree(work, ignore_errors=True)
            try:
                killed = kill_once(TRIALS[name], usual, ready, work, chance)
                counts.update(kills=int(killed.in_time), amid=int(killed.amid))
            except AssertionError as fault:
                counts.update(kills=1, faults=1)
                print(f"  {name}, turn {turn}: {fault}", flush=True)
    told = f"{counts['kills']} kills within {usual.seconds:.1f} s, {counts['amid']} of them amid writing"
    print(f"{name}: {told}, {counts['faults']} faults", flush=True)
    return counts["faults"]


if __name__ == "__main__":
    main()
