"""A run in which nothing has changed tells the former findings again; any change is noticed."""

import os
import shutil
from importlib import import_module
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from ltcarch.cli.validate import validate as command
from ltcarch.rules import RULES
from tests.cli.commands import ROOT, ltcarch
from tests.projects import write_project

load = import_module("ltcarch.loading.load")
checking = import_module("ltcarch.cli.checking")
app = typer.Typer()
app.command()(command)
FAULTY = "groups: [{id: LTC.1, name: Manage leads, parent: NOWHERE}]\n"
CLEAN = "glossary: [{id: lead, term: Lead, meaning: A hint}]\n"


@pytest.fixture
def project(tmp_path):
    return write_project(tmp_path / "project", {"groups.yaml": FAULTY})


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """A project after a run without options."""
    folder = write_project(tmp_path_factory.mktemp("known") / "project", {"groups.yaml": FAULTY})
    validate(folder)
    assert not validate(folder)[1]
    return folder


def validate(project: Path, *options: str, cache: str = "cache"):
    """A run with a cache beside the project, and whether it checked anything itself."""
    settings = {"LTCARCH_CACHE": str(project.parent / cache), "PYTHONPROFILEIMPORTTIME": "1"}
    done = ltcarch("validate", project, *options, cwd=project, **settings)
    told = [line for line in done.stderr.splitlines() if not line.startswith("import time:")]
    checked = "ltcarch.engine" in done.stderr
    return (done.returncode, done.stdout, told), checked


@pytest.mark.parametrize("options", [(), ("-f", "json"), ("-f", "sarif"), ("-f", "summary"), ("--profile", "draft")])
def test_the_second_run_says_the_same_without_checking(project, options):
    first, checked_first = validate(project, *options)
    second, checked_again = validate(project, *options)
    assert first == second
    assert (checked_first, checked_again) == (True, False)
    assert first[0] == 1


def test_files_that_are_written_are_the_same(project):
    validate(project, "-o", "first.sarif")
    _, checked = validate(project, "-o", "second.sarif")
    assert not checked
    assert (project / "first.sarif").read_bytes() == (project / "second.sarif").read_bytes()


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "groups.yaml").write_text(FAULTY.replace("Manage", "Handle")),
        lambda folder: (folder / "more.yaml").write_text(CLEAN),
        lambda folder: (folder / "groups.yaml").rename(folder / "renamed.yaml"),
        lambda folder: (folder / "ltcarch.yaml").write_text("ltcarch: 1\nname: Example\nprofile: draft\n"),
        lambda folder: (folder / "ltcarch-baseline.yaml").write_text("ltcarch_baseline: 1\nfindings: []\n"),
    ],
    ids=["text", "new file", "renamed file", "project file", "baseline"],
)
def test_a_change_is_noticed(project, change):
    validate(project)
    change(project)
    changed, checked = validate(project)
    assert checked
    assert changed == validate(project, "--no-cache")[0]


def test_a_file_that_is_as_it_was_again_is_known_again(project):
    first, _ = validate(project)
    (project / "groups.yaml").write_text(CLEAN)
    assert validate(project)[0] != first
    (project / "groups.yaml").write_text(FAULTY)
    assert validate(project) == (first, False)


def test_only_a_file_that_changed_is_parsed_again(project, monkeypatch):
    for name in ("one", "other"):
        (project / f"{name}.yaml").write_text(f"roles: [{{id: {name}, name: Role}}]\n")
    monkeypatch.setenv("LTCARCH_CACHE", str(project.parent / "cache"))
    parsed, read_text = [], load.read
    monkeypatch.setattr(load, "read", lambda path, data: parsed.append(path) or read_text(path, data))
    first = run_here(project)
    assert sorted(parsed) == ["groups.yaml", "ltcarch.yaml", "one.yaml", "other.yaml"]
    parsed.clear()
    (project / "one.yaml").write_text("roles: [{id: one, name: Role}, {id: two, name: Role}, {id: two, name: Role}]\n")
    second = run_here(project)
    assert parsed == ["one.yaml"]
    assert second != first
    parsed.clear()
    assert run_here(project, "--no-cache") == second
    assert len(parsed) == 4


def run_here(project: Path, *options: str) -> str:
    """What a run in this process says."""
    return CliRunner().invoke(app, [str(project), *options]).stdout


@pytest.mark.parametrize(
    "options",
    [
        ("--profile", "strict"),
        ("--select", "REF"),
        ("--ignore", "REF"),
        ("--today", "2026-06-30"),
        ("--fail-on", "info"),
        ("-f", "summary"),
        ("--no-baseline",),
        ("--no-cache",),
        ("--diff",),
    ],
    ids=" ".join,
)
def test_other_options_are_another_run(known, options):
    assert validate(known, *options)[1]


def test_another_folder_with_the_same_files_is_told_by_its_own_paths(project):
    validate(project)
    other = write_project(project.parent / "other", {"groups.yaml": FAULTY})
    found = ltcarch("validate", other, cwd=project.parent, LTCARCH_CACHE=str(project.parent / "cache"))
    assert found.stdout.startswith("other/groups.yaml:1:")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_cannot_be_read_is_looked_at_each_time(project):
    (project / "groups.yaml").chmod(0)
    assert validate(project)[1]
    assert validate(project)[1]


def test_a_spoilt_cache_is_no_cache(project):
    first, _ = validate(project)
    for file in (project.parent / "cache").rglob("*.kept"):
        file.write_bytes(b"spoilt")
    assert validate(project) == (first, True)
    assert validate(project) == (first, False)


def test_without_a_cache_folder_it_works_too(project):
    (project.parent / "file").write_text("in the way")
    first = validate(project, cache="file")
    assert first == validate(project, cache="file")
    assert first[1]


@pytest.fixture
def company(tmp_path, monkeypatch):
    """A project without findings, and the rules that each run over it takes as known to be silent."""
    monkeypatch.setenv("LTCARCH_CACHE", str(tmp_path / "cache"))
    taken, run = [], checking.engine.run
    noted = lambda *given, **more: taken.append(more["silent"]) or run(*given, **more)  # noqa: E731
    monkeypatch.setattr(checking.engine, "run", noted)
    shutil.copytree(ROOT / "examples/starter", tmp_path / "company")
    run_here(tmp_path / "company")
    assert taken == [frozenset()]
    return tmp_path / "company", taken


EDITED = "architecture/order-to-cash.yaml"
WORDED = ("Turn every order into satisfied customers and cash", "Serve whoever orders, and be paid for it")
CHANGES = [
    ("role: order_clerk ", "role: [order_clerk, order_planner] ", "OWN05"),
    ("inputs: [delivery_plan]", "inputs: []", "FLW05"),
    ("next: [{end: accepted}]", "next: [{end: declined}]", "ACT01"),
    ("name: {en: Handle orders, zh: 处理订单}", "name: {en: Handle orders}", "IDN04"),
    ("name: {en: Register order", "name: {en: Check order", "IDN05"),
    ("purpose: {en: Promise only what we can keep, zh: 只承诺能够兑现的交付}", "purpose: ''", "SCH"),
    ("lifecycle: ", "lifecycle: # soon", ""),
]


def replace_in(file: Path, former: str, latter: str) -> None:
    text = file.read_text()
    assert former in text
    file.write_text(text.replace(former, latter, 1))


def test_after_a_change_of_words_only_the_rules_that_read_them_look_again(company):
    folder, taken = company
    replace_in(folder / EDITED, *WORDED)
    run_here(folder)
    assert {"ACT01", "FLW05", "OWN01", "STR01"} <= taken[-1]
    assert not taken[-1] & {rule.code for rule in RULES if not rule.may_stay_silent}


@pytest.mark.parametrize(("former", "latter", "code"), CHANGES, ids=[change[0] for change in CHANGES])
def test_after_any_change_a_run_finds_what_it_finds_without_a_cache(company, former, latter, code):
    folder, _ = company
    replace_in(folder / EDITED, *WORDED)
    run_here(folder)
    replace_in(folder / EDITED, former, latter)
    found = run_here(folder)
    assert found == run_here(folder, "--no-cache")
    assert code in found


@pytest.mark.parametrize("options", [("--profile", "draft"), ("--today", "2026-06-30"), ("--select", "FLW")])
def test_other_options_let_every_rule_look(company, options):
    folder, taken = company
    replace_in(folder / EDITED, *WORDED)
    run_here(folder, *options)
    assert taken[-1] == frozenset()


def test_settings_that_changed_let_every_rule_look(company):
    folder, taken = company
    replace_in(folder / EDITED, *WORDED)
    (folder / "ltcarch.yaml").write_text((folder / "ltcarch.yaml").read_text() + "rules: {STR01: off}\n")
    run_here(folder)
    assert taken[-1] == frozenset()


def test_a_file_that_is_called_otherwise_lets_every_rule_look(company):
    folder, taken = company
    (folder / EDITED).rename(folder / "architecture/renamed.yaml")
    run_here(folder)
    assert taken[-1] == frozenset()
