"""The other commands, from the outside."""

import subprocess
import sys

import pytest

from ltcarch.version import __version__
from tests.cli.commands import ROOT, ltcarch


def test_version():
    assert ltcarch("--version").stdout == f"ltcarch {__version__}\n"


def test_version_imports_nothing_heavy():
    code = (
        "import sys; sys.argv[1:] = ['--version']; import ltcarch.__main__ as m; m.main(); print(sorted(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not any(f"'{heavy}'" in run.stdout for heavy in ("typer", "yaml", "rich", "ltcarch.model", "argparse"))


@pytest.mark.parametrize(
    "command", ["init", "validate", "rules", "rule", "tree", "show", "schema", "render", "handbook", "site"]
)
def test_every_command_explains_itself_with_an_example(command):
    run = ltcarch(command, "--help")
    assert run.returncode == 0
    assert "Example: ltcarch " in run.stdout


def test_rules_lists_every_rule():
    from ltcarch.rules import RULES

    printed = ltcarch("rules").stdout
    assert all(f"\n{rule.code} " in "\n" + printed for rule in RULES)


def test_rule_by_code_in_any_writing():
    assert ltcarch("rule", "own-05").stdout == ltcarch("rule", "OWN05").stdout
    assert "Bad\n" in ltcarch("rule", "OWN05").stdout


def test_an_unknown_rule_is_answered_with_the_nearest():
    run = ltcarch("rule", "OWM05")
    assert run.returncode == 2
    assert "did you mean `OWN05`?" in run.stderr


def test_tree():
    printed = ltcarch("tree", "LTC.1", "--depth", "1", "--project", "models/reference", "--lang", "zh").stdout
    assert printed.splitlines() == [
        "LTC.1  管理线索",
        "├── LTC.1.1  收集线索",
        "├── LTC.1.2  分发线索",
        "└── LTC.1.3  跟踪与培育线索",
    ]


def test_show_names_what_it_refers_to():
    printed = ltcarch("show", "LTC.1.2.A1", "--project", "models/reference").stdout
    assert "Validate lead / 验证线索" in printed
    assert "Lead administrator (lead_admin)" in printed
    assert "to LTC.1.2.A2" in printed


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "LTC.1.22"), "did you mean `LTC.1.2`?"),
        (("tree", "lead_admin"), "is of kind role"),
        (("tree", "--lang", "fr"), "its languages: en, zh"),
    ],
)
def test_wrong_names_are_answered_with_what_fits(arguments, words):
    run = ltcarch(*arguments, "--project", "models/reference")
    assert (run.returncode, run.stdout) == (2, "")
    assert words in run.stderr


def test_schema_prints_and_writes(tmp_path):
    assert ltcarch("schema", "project").stdout == (ROOT / "schemas/project.schema.json").read_text(encoding="utf-8")
    (tmp_path / "ltcarch.yaml").write_text("ltcarch: 1\nname: Example\n")
    ltcarch("schema", "--write", cwd=tmp_path)
    assert sorted(path.name for path in (tmp_path / ".ltcarch").iterdir()) == [
        "architecture.schema.json",
        "project.schema.json",
    ]


@pytest.mark.parametrize("template", ["starter", "reference"])
def test_init_makes_a_project_that_validates(tmp_path, template):
    made = ltcarch("init", "mine", "--template", template, cwd=tmp_path)
    assert made.returncode == 0
    assert "ltcarch validate mine" in made.stdout
    run = ltcarch("validate", "mine", "--fail-on", "info", cwd=tmp_path)
    assert run.stdout.startswith("clean: "), run.stdout
    for file in (tmp_path / "mine").rglob("*.yaml"):
        modeline, _, _ = file.read_text(encoding="utf-8").partition("\n")
        assert modeline.startswith("# yaml-language-server: $schema=")
        assert (file.parent / modeline.partition("=")[2]).is_file()


def test_init_never_overwrites(tmp_path):
    ltcarch("init", cwd=tmp_path)
    run = ltcarch("init", cwd=tmp_path)
    assert run.returncode == 2
    assert "exists already" in run.stderr


def test_a_reader_that_goes_away_is_no_fault():
    command = f"{sys.executable} -m ltcarch tree --project models/reference | head -1"
    run = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "Traceback" not in run.stderr
    assert "BrokenPipe" not in run.stderr
