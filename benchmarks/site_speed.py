"""The time and memory in which `site build` makes the site of the reference architecture, and that of a large company.

Each figure is that of one whole run of the command: seconds by the clock, seconds of all processors together, and
the memory of all its processes together, at its highest.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.plain_corpus import write_corpus

REFERENCE = Path(__file__).parents[1] / "models/reference"
EDITED = "architecture/ltc/manage-opportunities.yaml"
REWORDED = ("Sign nothing", "Do not sign anything")
RENAMED = ("{en: Review contract,", "{en: Examine contract,")
"""What a process is called stands in the navigation of its neighbours, and in the pages and pictures of many others."""
ELEMENTS, FILES = 5_000, 200
MOST_SECONDS = {"from nothing": 20.0, "nothing changed": 5.0, "a text edited": 5.0, "large": 300.0}
MOST_MEMORY = 1.5e9


def build(project: Path, folder: Path) -> tuple[float, float, float]:
    """Seconds by the clock, seconds of processors, and bytes that building a site takes."""
    command = [sys.executable, "-m", "ltcarch", "site", "build", str(project), "-o", str(folder / "site")]
    environment = {**os.environ, "LTCARCH_CACHE": str(folder / "cache")}
    start, worked, most = time.perf_counter(), _worked(), 0.0
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, _memory(process.pid))
            time.sleep(0.05)
    if process.returncode:
        raise SystemExit(f"building {project} failed")
    return time.perf_counter() - start, _worked() - worked, most


def _worked() -> float:
    """Seconds of processors that ended processes took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _memory(process: int) -> float:
    """Bytes of a process and its children that stand in memory, pages that several share counted once."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:  # it has just ended
        return 0.0
    own = next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    return own * 1024 + sum(_memory(int(child)) for child in children)


def _edit(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    if before not in text:
        raise SystemExit(f"{file} does not hold {before!r}")
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


def main() -> None:
    """Print the figures; fail where one is over its limit."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = folder / "reference"
        shutil.copytree(REFERENCE, project)
        figures = {"from nothing": build(project, folder), "nothing changed": build(project, folder)}
        for label, change in (("a text edited", REWORDED), ("a process renamed", RENAMED)):
            _edit(project / EDITED, *change)
            figures[label] = build(project, folder)
        elements = write_corpus(folder / "large", ELEMENTS, FILES)
        figures["large"] = build(folder / "large", folder / "of-large")
        pages = sum(1 for _ in (folder / "of-large/site").rglob("*.html"))
    for label, (seconds, worked, memory) in figures.items():
        print(f"{label:18}{seconds:7.1f} s   {worked:7.1f} s of processors   {memory / 1e6:6,.0f} MB")
    print(f"large: {elements:,} elements on {pages:,} pages in two languages")
    if any(seconds > MOST_SECONDS.get(label, seconds) for label, (seconds, _, _) in figures.items()):
        raise SystemExit("too slow")
    if any(memory > MOST_MEMORY for _, _, memory in figures.values()):
        raise SystemExit("too much memory")


if __name__ == "__main__":
    main()
