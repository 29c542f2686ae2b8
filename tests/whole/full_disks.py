"""Disks that take nothing more, and what each command makes of them."""

import contextlib
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ltcarch.writing.cache import FOLDER_SETTING
from tests.whole.trials import files, left_aside, replace

PROJECT = {
    "ltcarch.yaml": "ltcarch: 1\nname: Former name\nlanguages: [en]\nprofile: draft\nsources: [a.yaml, b.yaml]\n",
    "a.yaml": """\
classifications:
  - id: S
    name: Sell
    groups:
      - id: S.1
        name: Handle orders
        processes:
          - id: S.1.1
            name: Accept order
            activities:
              - {id: S.1.1.A1, name: Register order, role: clerk, outputs: [order]}
              - {id: S.1.1.A2, name: Check order, role: planner, inputs: [order]}
""",
    "b.yaml": """\
roles:
  - {id: clerk, name: Clerk}
  - {id: planner, name: Planner}
artifacts:
  - {id: order, name: Order, type: record}
""",
}
OUTPUTS: Mapping[str, tuple[str, ...]] = {
    "handbook": ("handbook", "project", "-o", "handbook"),
    "Word": ("handbook", "project", "-o", "handbook.docx"),
    "PDF": ("handbook", "project", "-o", "handbook.pdf"),
    "one page of Markdown": ("handbook", "project", "-o", "one.md"),
    "a picture": ("render", "house", "-p", "project", "-o", "house.svg"),
    "pictures": ("render", "all", "-p", "project", "-o", "pictures"),
    "tables": ("render", "raci", "--all", "-p", "project", "-o", "tables", "-f", "csv"),
    "Excel": ("export", "excel", "project", "-o", "project.xlsx"),
    "BPMN": ("export", "bpmn", "S.1.1", "-p", "project", "-o", "one.bpmn"),
    "BPMN of all": ("export", "bpmn", "--all", "-p", "project", "-o", "bpmn"),
    "JSON": ("export", "json", "project", "-o", "project.json"),
    "CSV": ("export", "csv", "roles", "-p", "project", "-o", "roles.csv"),
    "findings": ("validate", "project", "-o", "found.sarif"),
    "baseline": ("validate", "project", "--write-baseline"),
}
"""Commands whose output stands there from an earlier run."""
SITE = {"site": ("site", "build", "project", "-o", "site")}
"""Takes longer than the others."""
CHANGES: Mapping[str, tuple[str, ...]] = {
    "mending": ("validate", "with-faults", "--fix"),
    "update from Excel": ("import", "excel", "changed.xlsx", "--update", "-p", "project"),
    "update from BPMN": ("import", "bpmn", "changed.bpmn", "--into", "project", "--update"),
    "import of Excel": ("import", "excel", "project.xlsx", "-o", "new"),
    "import of BPMN": ("import", "bpmn", "changed.bpmn", "-o", "new"),
    "beginning": ("init", "new"),
    "schemas": ("schema", "--write", "-p", "project"),
    "a template": ("handbook", "project", "--copy-template", "site/page.md.jinja"),
}
NEED_NO_DISK: Mapping[str, tuple[str, ...]] = {
    "validate": ("validate", "project", "--no-baseline"),
    "printed": ("export", "json", "project", "-o", "-"),
}
"""Commands that write nothing but caches."""
_TOLD_OF_FILES = {"read-only": ("mending", "update from Excel", "update from BPMN")}
"""What tells of each file that it is read-only, before it would write."""
_FAULT = re.compile(
    r"error: (cannot write|cannot make) .+: (No space left on device|File too large|Read-only file system)"
)


def ready(place: Path, commands: Mapping[str, tuple[str, ...]], *, with_imports: bool = False) -> None:
    """Projects, something to import if wanted, and the output of earlier runs of some commands, of a former name."""
    for folder in ("project", "with-faults"):
        (place / folder).mkdir(parents=True)
        for name, text in PROJECT.items():
            (place / folder / name).write_text(text, encoding="utf-8")
    replace(place / "with-faults/a.yaml", ("role: planner", "role: planer"))
    for arguments in commands.values():
        _assert_ran(place, arguments)
    if with_imports:
        _changed_exports(place)
    replace(place / "project/ltcarch.yaml", ("Former name", "New name"))
    replace(place / "project/b.yaml", ("name: Planner", "name: Planner of orders"))


def _changed_exports(place: Path) -> None:
    from openpyxl import load_workbook

    _assert_ran(place, OUTPUTS["Excel"])
    _assert_ran(place, OUTPUTS["BPMN"])
    book = load_workbook(place / "project.xlsx")
    next(sheet for sheet in book if sheet["A1"].value == "role:id")["B3"] = "Somebody else"
    book.save(place / "changed.xlsx")
    shutil.copy(place / "one.bpmn", place / "changed.bpmn")
    replace(place / "changed.bpmn", ('name="Register order"', 'name="Register the order"'))


def _assert_ran(place: Path, arguments: tuple[str, ...]) -> None:
    status, _, told = forked(place, arguments)
    assert status in (0, 1), told


def assert_refused(place: Path, arguments: tuple[str, ...], limit: int | None = None) -> None:
    """The command tells in one sentence what, where and what to do, and everything is as it was."""
    before = files(place)
    status, _, told = forked(place, arguments, limit)
    lines = [line for line in told.splitlines() if not line.startswith("note:")]
    assert status == 2, (status, told)
    assert len(lines) == 2, told
    assert _FAULT.fullmatch(lines[0]), told
    assert lines[1].startswith(" help: "), told
    assert files(place) == before
    assert left_aside(place) == []


def forked(place: Path, arguments: tuple[str, ...], limit: int | None = None) -> tuple[int, str, str]:
    """The exit status of a command in a process that begins as a copy of this one, its output and what it told."""
    pipes = os.pipe(), os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # other threads of the tests hold nothing that the copy needs
        child = os.fork()
    if not child:
        _become(place, arguments, limit, [write for _, write in pipes])
    for _, write in pipes:
        os.close(write)
    told = [_read(read) for read, _ in pipes]
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), *told


def _become(place: Path, arguments: tuple[str, ...], limit: int | None, outputs: list[int]) -> None:
    """Run a command instead of all that this process would have done."""
    try:
        for descriptor, output in enumerate(outputs, start=1):
            os.dup2(output, descriptor)
            os.close(output)
        sys.stdout, sys.stderr = os.fdopen(1, "w", encoding="utf-8"), os.fdopen(2, "w", encoding="utf-8")
        os.chdir(place)
        os.environ[FOLDER_SETTING] = str(place / "cache")
        sys.argv = ["ltcarch", *arguments]
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        from ltcarch.cli.app import run

        run()
    except BaseException:
        import traceback

        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(70)


def _read(descriptor: int) -> str:
    with os.fdopen(descriptor, encoding="utf-8") as file:
        return file.read()


@contextlib.contextmanager
def small_disk(place: Path, megabytes: int) -> Iterator[bool]:
    """Whether a disk of this size is there now; without the rights to mount one there is none."""
    place.mkdir(parents=True)
    is_there = _mounted("-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place))
    try:
        yield is_there
    finally:
        if is_there:
            subprocess.run(["umount", str(place)], check=False)


def make_read_only(place: Path) -> None:
    """Let nothing be written to a disk that was mounted."""
    assert _mounted("-o", "remount,ro", str(place))


def fill(place: Path) -> None:
    """Leave no room on a disk, nor anything that makes room when it goes, as the folder of the site's builder does."""
    shutil.rmtree(place / "cache/site", ignore_errors=True)
    (place / "cache").mkdir(exist_ok=True)
    with contextlib.suppress(OSError), (place / "cache" / "filler").open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))


DISKS: Mapping[str, Callable[[Path], None]] = {"full": fill, "read-only": make_read_only}


def _mounted(*arguments: str) -> bool:
    try:
        return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def main() -> None:
    """Try every command on every such disk, and tell which do otherwise than they should."""
    faults = [fault for kind in ("limited", *DISKS) for fault in _faults(kind)]
    print("\n".join(faults) or "no faults")
    sys.exit(1 if faults else 0)


def _faults(kind: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as above, small_disk(Path(above, "disk"), 60) as is_there:
        if not is_there and kind in DISKS:
            print(f"{kind}: left out, since no disk can be mounted here")
            return
        place = Path(above, "disk")
        ready(place, OUTPUTS | SITE, with_imports=True)
        commands = (
            OUTPUTS | SITE | {name: own for name, own in CHANGES.items() if name not in _TOLD_OF_FILES.get(kind, ())}
        )
        for name, arguments in commands.items():
            DISKS.get(kind, lambda place: None)(place)
            try:
                assert_refused(place, arguments, 0 if kind == "limited" else None)
            except AssertionError as fault:
                yield f"{kind} disk, {name}: {fault}"
        for name, arguments in NEED_NO_DISK.items():
            if forked(place, arguments, 0 if kind == "limited" else None)[0]:
                yield f"{kind} disk, {name}: fails"
        print(f"{kind} disk: {len(commands) + len(NEED_NO_DISK)} commands", flush=True)


if __name__ == "__main__":
    main()
