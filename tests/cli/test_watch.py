"""ltcarch validate --watch, as a process of its own with real files that are saved, moved and deleted."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import watchfiles

from ltcarch.cli.moments import moments as own_moments
from tests.cli.commands import ROOT, ltcarch
from tests.projects import write_project

PROJECT = "ltcarch: 1\nname: Example\nprofile: draft\n"
CLEAN = {"ltcarch.yaml": PROJECT, "people.yaml": "roles: [{id: clerk, name: Clerk}]\n", "work.yaml": "activities: []\n"}
NAMELESS = "roles: [{id: clerk}]\n"
BOUND = 10
"""Seconds that a machine may take which does much else; half a second is what people get."""


def _hear_interruptions() -> None:
    """What a shell runs in the background hears no Ctrl-C, and hands that on; on a terminal it is heard."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Watching:
    """A running command and what it says. Every line is waited for, none is slept for."""

    def __init__(self, folder: Path) -> None:
        kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "ltcarch", "validate", "--watch", str(folder)],
            cwd=folder.parent,
            env={**kept, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            preexec_fn=_hear_interruptions,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def until(self, words: str, seconds: float = BOUND) -> list[str]:
        """All lines up to the one that holds these words."""
        found: list[str] = []
        end = time.monotonic() + seconds
        while not found or words not in found[-1]:
            try:
                found.append(self._lines.get(timeout=max(end - time.monotonic(), 0.01)))
            except queue.Empty:
                raise AssertionError(f"no `{words}` within {seconds} s after: {found}") from None
        return found

    def stop(self) -> int:
        """Interrupt it as Ctrl-C does; the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(BOUND)


@pytest.fixture
def project(tmp_path) -> Path:
    return write_project(tmp_path / "project", CLEAN)


@pytest.fixture
def watching(project):
    running = Watching(project)
    running.first = running.until("watching ", 60)
    yield running
    running.process.kill()
    running.process.wait()
    running.process.stdout.close()


def test_each_save_shows_what_is_new_and_what_is_gone(project, watching):
    people, work = project / "people.yaml", project / "work.yaml"
    assert watching.first[0].startswith("clean: ")

    people.write_text(NAMELESS)
    shown = watching.until("1 error among")
    assert shown[1].endswith(" project/people.yaml: 1 new, nothing gone")
    assert shown[2].startswith("project/people.yaml:1:14 error SCH02 ")
    assert "\x1b" not in "".join(shown)

    work.write_text("activities: [{id: A, name: Act, role: cook}]\n")
    shown = watching.until("2 errors among")
    assert "SCH02" not in "".join(shown[:-1])
    assert shown[1].endswith(" project/work.yaml: 1 new, nothing gone")

    people.write_text("\n\n" + NAMELESS)
    assert watching.until("2 errors among")[1].endswith(": nothing new, nothing gone")

    beside = project / "people.yaml.tmp"
    beside.write_text("roles: [{id: clerk, name: Clerk}, {id: cook, name: Cook}]\n")
    beside.rename(people)
    shown = watching.until("clean: ")
    assert shown[1].endswith(": nothing new, 2 gone")
    assert [line.partition(" error ")[0] for line in shown[2:4]] == [
        "gone: project/people.yaml:3:14:",
        "gone: project/work.yaml:1:39:",
    ]


def test_files_come_and_go_and_sources_change(project, watching):
    more = project / "deep/er/more.yaml"
    more.parent.mkdir(parents=True)
    more.write_text("roles: [{id: cook}]\n")
    assert "project/deep/er/more.yaml: 1 new, nothing gone" in watching.until("1 error among")[1]

    (project / "deep").rename(project / ".hidden")
    assert "1 gone" in watching.until("clean: ")[1]

    (project / "ltcarch.yaml").write_text(PROJECT + "sources: ['*.yml']\n")
    watching.until("1 error among 1 element in 0 files")
    (project / "only.yml").write_text("roles: [{id: cook, name: Cook}]\n")
    watching.until("clean: 2 elements in 1 file")


def test_a_broken_project_file_and_a_folder_that_is_gone_for_a_while(project, watching):
    (project / "ltcarch.yaml").write_text("ltcarch: [\n")
    watching.until("SRC04")
    watching.until("error")
    project.rename(project.parent / "aside")
    watching.until("is gone; waiting until it is back")
    write_project(project, CLEAN)
    watching.until("is back")
    watching.until("clean: ")
    (project / "people.yaml").write_text(NAMELESS)
    watching.until("1 error among")


def test_a_setting_that_stops_a_run_does_not_end_the_watch(project, watching):
    (project / "ltcarch-baseline.yaml").write_text("nonsense: [\n")
    watching.until("help:")
    (project / "ltcarch-baseline.yaml").unlink()
    watching.until("clean: ")


def test_an_interruption_ends_it_quietly(watching):
    assert watching.stop() == 0
    assert watching.process.stdout.read() == ""


def test_without_its_package_it_says_what_to_install(project):
    arguments = ["ltcarch", "validate", "--watch", str(project)]
    without = f"import sys; sys.modules['watchfiles'] = None; sys.argv = {arguments!r}"
    code = f"{without}; import ltcarch.__main__ as program; program.main()"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (2, "")
    assert "pip install 'ltcarch[watch]'" in run.stderr


@pytest.mark.parametrize("more", [("--output", "report.sarif"), ("--write-baseline",)])
def test_it_shows_text_and_writes_nothing(project, more):
    run = ltcarch("validate", "--watch", *more, project)
    assert (run.returncode, run.stdout) == (2, "")
    assert "`--watch`" in run.stderr


def test_where_the_system_tells_of_no_changes_the_files_are_looked_at_all_the_same(project, monkeypatch):
    def refuse(*_arguments, **_options):
        raise OSError("no more watches")

    monkeypatch.setattr(watchfiles, "watch", refuse)
    moments = own_moments(project)
    assert [next(moments) for _ in range(3)] == [None] * 3
