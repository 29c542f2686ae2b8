"""A file that cannot be read is told, and nothing false of the others is concluded from it."""

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from ltcarch.diagnostics import Diagnostic
from ltcarch.diagnostics.baseline import Baseline
from ltcarch.engine import run
from ltcarch.loading.files import PROJECT_FILE, Files, FilesOnDisk
from ltcarch.loading.load import Loaded, load_files
from ltcarch.loading.memory import Memory
from ltcarch.source.faults import UNREADABLE, Fault, Unusable
from tests.projects import write_project

ROOT = Path(__file__).parents[1]
PROJECTS = ("examples/starter", "examples/it-service-policy", "examples/procure-to-pay", "models/reference")
FEW = 4
"""So many files of each project are broken here; by hand, all were."""
MEMORY = Memory()


def _in_the_middle(data: bytes) -> bytes:
    lines = data.split(b"\n")
    half = len(lines) // 2
    return b"\n".join([*lines[:half], b" }x: [", *lines[half:]])


def _not_at_all(data: bytes) -> bytes:
    raise Unusable(Fault(UNREADABLE, "the file cannot be read"))


BREAKS: dict[str, Callable[[bytes], bytes]] = {
    "at its end": lambda data: data + b"\n[unclosed\n",
    "by a quote": lambda data: data + b'\nx: "unclosed\n',
    "in the middle": _in_the_middle,
    "as GBK": lambda data: data + "# 流程".encode("gbk"),
    "as UTF-16": lambda data: data.decode().encode("utf-16"),
    "not at all": _not_at_all,
}


class WithOneBroken(NamedTuple):
    """The files of a project, one of them broken."""

    files: Files
    path: str
    break_: Callable[[bytes], bytes]

    def matching(self, patterns: tuple[str, ...]) -> list[str]:
        return self.files.matching(patterns)

    def read(self, path: str) -> bytes:
        data = self.files.read(path)
        return self.break_(data) if path == self.path else data


def judged(loaded: Loaded) -> set[tuple[str, str | None, str]]:
    found = run(loaded, profile="strict", today=date(2026, 6, 30)).diagnostics
    return {(own.code, own.element, own.message) for own in found if own.code[:3] != "SRC"}


@cache
def whole(project: str) -> tuple[Loaded, frozenset]:
    loaded = load_files(FilesOnDisk(ROOT / project), MEMORY)
    return loaded, frozenset(judged(loaded))


def new_findings(project: str, path: str, how: str) -> set[tuple[str, str | None, str]]:
    loaded = load_files(WithOneBroken(FilesOnDisk(ROOT / project), path, BREAKS[how]), MEMORY)
    assert [own.location.source.path for own in loaded.diagnostics if own.code[:3] == "SRC"] == [path]
    return judged(loaded) - whole(project)[1]


@pytest.mark.parametrize("project", PROJECTS)
def test_a_broken_file_gives_no_finding_about_others(project):
    files = (PROJECT_FILE, *whole(project)[0].files)
    for index, path in enumerate(files[:: max(len(files) // FEW, 1)]):
        how = list(BREAKS)[index % len(BREAKS)]
        assert new_findings(project, path, how) == set(), f"{path} broken {how}"


@pytest.mark.parametrize("how", BREAKS)
def test_every_way_to_break_a_file(how):
    for path in (PROJECT_FILE, *whole("examples/starter")[0].files):
        assert new_findings("examples/starter", path, how) == set(), path


def found(folder: Path, files: dict[str, str], **more) -> list[Diagnostic]:
    return list(run(load_files(FilesOnDisk(write_project(folder, files))), **more).diagnostics)


OF_GROUP = "ltcarch: 1\nname: Example\nprofile: strict\nlifecycle: {status: %s, version: 1.0.0}\n"
PARTS = """\
processes:
  - {id: P, name: Sell, parent: G, purpose: p, next: [{to: Q}]}
  - {id: Q, name: Ship, parent: %s}
"""


@pytest.mark.parametrize(("project", "group"), [("published", "draft"), ("draft", "published")])
def test_the_lifecycle_of_a_group_that_cannot_be_read_is_not_guessed(project, group, tmp_path):
    """Neither is what belongs to it judged as published, nor what it goes on to as a draft."""
    files = {
        "ltcarch.yaml": OF_GROUP % project,
        "a.yaml": PARTS % "G",
        "b.yaml": f"groups: [{{id: G, name: Trade, lifecycle: {{status: {group}, version: 1.0.0}}, purpose: [}}]\n",
    }
    codes = {own.code for own in found(tmp_path, files) if own.location and own.location.source.path == "a.yaml"}
    assert codes == set()


ACTING = """\
groups: [{id: G, name: Trade, parent: C}]
processes: [{id: P, name: Sell, parent: G}]
subprocesses: [{id: S, name: Sell at once, parent: P}, {id: U, name: Close, parent: O}]
activities:
  - {id: A, name: Ask, parent: S, role: r, value_class: non_value_adding}
  - {id: B, name: Tell, parent: S, role: r, value_class: non_value_adding}
  - {id: F, name: File, parent: S, role: r, value_class: non_value_adding}
  - {id: I, name: Inform, parent: U, role: r}
"""
MORE = """\
classifications: [{id: C, name: Trade}]
groups: [{id: H, name: Buy, parent: C}]
processes: [{id: Q, name: Return, parent: G}]
subprocesses: [{id: T, name: Sell later, parent: P}]
activities:
  - {id: D, name: Show, parent: S, role: q}
  - {id: J, name: Join, parent: U, role: q}
  - {id: E, name: Give, parent: P, role: q}
roles: [{id: r, name: R}, {id: q, name: Q}]
"""


def test_parts_may_stand_in_a_file_that_cannot_be_read(tmp_path):
    project = {"ltcarch.yaml": OF_GROUP % "published", "a.yaml": ACTING}
    kinds = {"STR07", "STR09", "STR10", "STR14", "MAT06"}
    alone = {own.code for own in found(tmp_path, {**project, "b.yaml": MORE.splitlines()[0]})}
    assert alone & kinds == kinds
    assert {own.code for own in found(tmp_path, {**project, "b.yaml": MORE + "x: ["})} & kinds == set()


def test_a_baseline_is_not_called_mended_where_a_file_could_not_be_read(tmp_path):
    files = {"ltcarch.yaml": OF_GROUP % "published", "a.yaml": ACTING}
    baseline = Baseline.of(found(tmp_path, files))
    broken = load_files(FilesOnDisk(write_project(tmp_path, {"a.yaml": ACTING + "]", "b.yaml": "roles: []"})))
    assert run(broken, baseline=baseline).mended == ()
    mended = load_files(FilesOnDisk(write_project(tmp_path, {"a.yaml": "roles: []", "b.yaml": "roles: []"})))
    assert run(mended, baseline=baseline).mended != ()


def test_without_settings_no_rule_is_applied(tmp_path):
    files = {"ltcarch.yaml": (OF_GROUP % "published") + "rules: {STR09: off\n", "a.yaml": ACTING + "x: 1\n"}
    assert {own.code for own in found(tmp_path, files)} == {"SRC04", "SCH01"}


def test_a_pattern_that_leads_out_of_the_project_hides_what_it_meant(tmp_path):
    project = (OF_GROUP % "published") + "sources: [a.yaml, ../b.yaml]\n"
    codes = {own.code for own in found(tmp_path, {"ltcarch.yaml": project, "a.yaml": ACTING})}
    assert "SRC01" in codes
    assert "REF01" not in codes


CHECK = """\
checks: [{id: CO01, name: no-parts, for: [process], assert: element.children.activity > 0, message: it has no steps}]
"""


def test_a_check_of_the_company_does_not_ask_for_what_may_stand_there(tmp_path):
    project = {"ltcarch.yaml": (OF_GROUP % "published") + CHECK, "a.yaml": "processes: [{id: P, name: Sell}]\n"}
    activity = "activities: [{id: A, name: Ask, parent: P}]\n"
    for broken, expected in (("roles: [", True), (activity + "x: [", False)):
        assert ("CO01" in {own.code for own in found(tmp_path, {**project, "b.yaml": broken})}) is expected
