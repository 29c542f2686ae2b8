"""Limits are those of whoever runs the command: said in one variable, understood or refused, named where met."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ltcarch.source import limits
from ltcarch.source.limits import LIMITS, WrongLimits, limits_of, to_allow_more
from tests.projects import write_project

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", {}),
        ("nesting=100", {"nesting": 100}),
        (" nesting = 100 , patterns=1,", {"nesting": 100, "patterns": 1}),
        ("nesting=1,nesting=2", {"nesting": 2}),
    ],
)
def test_limits_are_said_with_commas(text, said):
    assert limits_of(text) == said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("depth=3", "`depth` is no limit"),
        ("nesting", "`` is no value for nesting"),
        ("nesting=", "`` is no value"),
        ("nesting=0", "`0` is no value"),
        ("nesting=-1", "`-1` is no value"),
        ("nesting=1e3", "`1e3` is no value"),
        ("nesting=1_0", "`1_0` is no value"),
        ("nesting=٣", "`٣` is no value"),
        ("nesting=151", "`151` is no value"),
        (f"nesting={'9' * 9999}", "is no value"),
        ("=", "`` is no limit"),
    ],
)
def test_what_is_no_limit_is_refused(text, told):
    with pytest.raises(WrongLimits, match=re.escape(told)) as wrong:
        limits_of(text)
    assert wrong.value.help
    assert len(str(wrong.value)) < 200


def test_more_than_is_usual_can_be_said_of_each():
    assert all(0 < own.usual < own.most for own in LIMITS.values())


def test_the_way_to_more_ends_at_the_most(monkeypatch):
    for said, told in (
        (64, "nesting=64; LTCARCH_LIMITS=nesting=128"),
        (100, "nesting=150"),
        (150, "which is the most"),
    ):
        monkeypatch.setattr(limits, "said_limits", lambda said=said: {"nesting": said})
        assert told in to_allow_more("nesting")


def test_the_table_of_security_names_each_limit_with_its_value():
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|\n]+ \| ([^|\n]+) \| `(\w+)` \|", text, re.MULTILINE)
    told = {name: int(re.sub(r"\D", "", value)) for value, name in rows}
    assert told == {name: own.usual for name, own in LIMITS.items()}


def ltcarch(folder: Path, said: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command with these limits in its environment."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), limits.SETTING: said}
    command = [sys.executable, "-m", "ltcarch", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_the_environment_decides_and_earlier_runs_do_not(tmp_path):
    """With the most of nesting, too, nothing but the shape is at fault."""
    write_project(tmp_path, {"a.yaml": f"roles: {'[' * 149}{']' * 149}\n"})
    usual = ltcarch(tmp_path, "", "validate", ".")
    assert "SRC09" in usual.stdout
    assert "LTCARCH_LIMITS=nesting=128 in the environment allows more" in usual.stdout
    more = ltcarch(tmp_path, "nesting=150", "validate", ".", "-f", "concise")
    assert "SCH03" in more.stdout
    assert "SRC09" not in more.stdout
    assert "SRC09" in ltcarch(tmp_path, "", "validate", ".", "-f", "concise").stdout


def test_a_wrong_limit_stops_any_command(tmp_path):
    for arguments in (("validate", "."), ("import", "bpmn", "x.bpmn")):
        stopped = ltcarch(tmp_path, "nesting=deep", *arguments)
        assert stopped.returncode == 2
        assert stopped.stderr.startswith("error: LTCARCH_LIMITS: `deep` is no value for nesting")


def test_patterns_may_be_more(tmp_path):
    patterns = ", ".join(f"a{number}.yaml" for number in range(201))
    project = f"ltcarch: 1\nname: A\nsources: [{patterns}]\n"
    write_project(tmp_path, {"ltcarch.yaml": project, "a200.yaml": "roles: [{id: r}]\n"})
    usual = ltcarch(tmp_path, "", "validate", ".")
    assert "it has at most 200; the limit is patterns=200; LTCARCH_LIMITS=patterns=400" in usual.stdout
    more = ltcarch(tmp_path, "patterns=201", "validate", ".", "-f", "concise")
    assert "SCH05" not in more.stdout
    assert "a200.yaml:1:14" in more.stdout


@pytest.mark.parametrize(
    ("said", "name", "content", "told"),
    [
        ("bpmn_elements=1", "p.bpmn", "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><a/></definitions>",
         "limit is bpmn_elements=1; LTCARCH_LIMITS=bpmn_elements=2"),
        ("list_cells=2", "l.csv", "No,Name\n1,Sell\n", "limit is list_cells=2; LTCARCH_LIMITS=list_cells=4"),
    ],
)  # fmt: skip
def test_imports_have_limits_too(said, name, content, told, tmp_path):
    (tmp_path / name).write_text(content, encoding="utf-8")
    kind = "bpmn" if name.endswith("bpmn") else "excel"
    stopped = ltcarch(tmp_path, said, "import", kind, name, "--dry-run")
    assert stopped.returncode == 2
    assert told in stopped.stderr
