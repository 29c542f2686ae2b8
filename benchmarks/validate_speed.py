"""Wall time and peak memory of `ltcarch validate` on projects of known size, as medians of five runs.

Each run is a process of its own, start-up included, and the time of a bare interpreter stands beside it.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.corpora import CORPORA, write_corpus

RUNS = 5


def measured(command: list[str]) -> tuple[float, float]:
    """Seconds of wall time and megabytes of peak memory of one run."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{' '.join(command)} failed")
    return seconds, usage.ru_maxrss / 1024


def median(command: list[str]) -> tuple[float, float]:
    """Medians of several runs, after one that is not counted."""
    measured(command)
    runs = [measured(command) for _ in range(RUNS)]
    return statistics.median(run[0] for run in runs), statistics.median(run[1] for run in runs)


def main() -> None:
    """Print a table."""
    bare, _ = median([sys.executable, "-c", "pass"])
    print(f"{'corpus':8} {'elements':>9} {'seconds':>8} {'times bare':>11} {'peak MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for name, (elements, files) in CORPORA.items():
            project = Path(folder) / name
            made = write_corpus(project, elements, files)
            seconds, megabytes = median([sys.executable, "-m", "ltcarch", "validate", str(project)])
            print(f"{name:8} {made:9,} {seconds:8.2f} {seconds / bare:11.0f} {megabytes:8.0f}")


if __name__ == "__main__":
    main()
