"""The time of `ltcarch validate` in each format on a project with more than 10,000 findings, beside one line a finding.

Processor time of a whole process, start-up included, as the least of three runs; a format may take three times as long
as the plain run.
"""

import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.plain_corpus import write_corpus
from ltcarch.report.formats import FORMATS

ELEMENTS, FILES, RUNS, MOST = 6_000, 50, 3, 3.0
PLAIN = "concise"


def write_faulty_corpus(folder: Path) -> None:
    """A project in which every activity has two unknown roles and makes what nobody has heard of."""
    write_corpus(folder, ELEMENTS, FILES)
    for file in (folder / "architecture").glob("part-*.yaml"):
        text = re.sub(r"role: role_(\d+)", r"role: [no_such_\1, other_\1]", file.read_text(encoding="utf-8"))
        file.write_text(re.sub(r"outputs: \[(\w+)\]", r"outputs: [un\1]", text), encoding="utf-8")


def processor_time(project: Path, name: str, target: Path) -> float:
    """Seconds that one run takes, the least of several."""
    command = [sys.executable, "-m", "ltcarch", "validate", str(project), "--format", name]
    return min(_run(command, target) for _ in range(RUNS))


def _run(command: list[str], target: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with target.open("wb") as output:
        subprocess.run(command, stdout=output, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print a table; fail where a format takes too long."""
    slow = []
    with tempfile.TemporaryDirectory() as folder:
        project, target = Path(folder) / "project", Path(folder) / "report"
        write_faulty_corpus(project)
        plain = processor_time(project, PLAIN, target)
        findings = target.read_bytes().count(b"\n")
        print(f"{findings:,} findings\n{'format':8} {'seconds':>8} {'times plain':>12} {'megabytes':>10}")
        for name in FORMATS:
            seconds = plain if name == PLAIN else processor_time(project, name, target)
            size = target.stat().st_size / 1e6
            print(f"{name:8} {seconds:8.2f} {seconds / plain:12.2f} {size:10.1f}")
            if seconds > MOST * plain:
                slow.append(name)
    if slow or findings < 10_000:
        raise SystemExit(f"too slow: {', '.join(slow)}" if slow else "too few findings")


if __name__ == "__main__":
    main()
