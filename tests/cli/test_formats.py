"""Formats of findings and the files that they go into, from the outside."""

import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import jsonschema_rs
import pytest

from ltcarch.cli.outputs import chosen_outputs
from ltcarch.report.formats import FORMATS
from tests.cli.commands import ROOT, ltcarch
from tests.projects import write_project
from tests.report.published_schemas import junit_faults, sarif_faults

PROJECT = "ltcarch: 1\nname: Example\nprofile: standard\n"
ACTIVITY = """\
classifications:
  - id: L
    name: {en: Lead to cash, zh: 从线索到回款}
    owner: boss
    groups:
      - id: L.1
        name: Manage leads
        processes:
          - id: L.1.1
            name: 管理线索
            activities:
              - {id: L.1.1.A1, name: 登记, role: [r, rr]}
              - id: L.1.1.A2
                name: Judge
                role: [r, s]
                waivers: [{rule: OWN05, reason: agreed, owner: boss, expires: "2999-01-01"}]
roles: [{id: r, name: R}, {id: s, name: S}]
positions: [{id: boss, name: Head of sales}]
"""
FILES = {"ltcarch.yaml": PROJECT, "流程/a b.yaml": ACTIVITY}


@pytest.fixture
def project(tmp_path) -> Path:
    (tmp_path / ".git").mkdir()
    return write_project(tmp_path / "models", FILES)


def test_several_files_beside_text_on_the_terminal(project):
    files = ["-o", "out/findings.sarif", "-o", "junit.xml", "-o", "gitlab:q.json", "-o", "findings.json", "-o", "a.txt"]
    run = ltcarch("validate", *files, cwd=project)
    assert run.returncode == 1
    assert "error OWN05 activity L.1.1.A1 has two responsible roles" in run.stdout
    assert run.stderr.splitlines() == [
        f"{name} written as {own}"
        for name, own in (
            ("out/findings.sarif", "sarif"),
            ("junit.xml", "junit"),
            ("q.json", "gitlab"),
            ("findings.json", "json"),
            ("a.txt", "text"),
        )
    ]
    read = {path.name: path.read_text(encoding="utf-8") for path in project.rglob("*.*") if path.is_file()}
    assert sarif_faults(read["findings.sarif"]) == []
    assert junit_faults(read["junit.xml"]) == []
    assert read["a.txt"] == run.stdout
    schema = json.loads(ltcarch("schema", "report").stdout)
    jsonschema_rs.Draft202012Validator(schema).validate(json.loads(read["findings.json"]))
    assert json.loads(read["q.json"])[0]["location"]["path"] == "models/流程/a b.yaml"


def test_what_sarif_tells_of_a_real_run(project):
    [run] = json.loads(ltcarch("validate", "-f", "sarif", cwd=project).stdout)["runs"]
    rules = run["tool"]["driver"]["rules"]
    kept, waived = (result for result in run["results"] if result["ruleId"] == "OWN05")
    rule = rules[kept["ruleIndex"]]
    assert rule["help"]["markdown"].startswith("# OWN05 not-one-responsible-role\n")
    assert rule["defaultConfiguration"] == {"level": "error"}
    address = kept["locations"][0]["physicalLocation"]["artifactLocation"]
    assert address["uri"] == "models/%E6%B5%81%E7%A8%8B/a%20b.yaml"
    assert waived["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "agreed; boss; until 2999-01-01"}
    ]


def test_what_junit_tells_of_a_real_run(project):
    root = ElementTree.fromstring(ltcarch("validate", "-f", "junit", cwd=project).stdout)
    cases = {case.get("name"): case for case in root.iter("testcase")}
    assert cases["OWN05 not-one-responsible-role"].find("failure") is not None
    assert cases["STR01 missing-parent"].find("failure") is None


def test_github_and_text_together(project):
    run = ltcarch("validate", "-f", "text", "-f", "github", cwd=project)
    assert "\n::error file=models/流程/a b.yaml,line=12," in run.stdout
    assert "among 9 elements" in run.stdout


def test_the_counts_alone_and_beside(project):
    alone = ltcarch("validate", "-f", "summary", cwd=project)
    assert alone.returncode == 1
    assert alone.stdout.splitlines()[0].split() == ["Rule", "errors", "warnings"]
    assert "L.1.1 管理线索" in alone.stdout
    assert "Head of sales" in alone.stdout
    beside = ltcarch("validate", "--summary", cwd=project).stdout
    assert beside.endswith("\n\n" + alone.stdout)


def test_the_terminal_lists_so_many_at_most_and_files_all(project):
    run = ltcarch("validate", "--max-findings", "1", "-f", "text", "-f", "concise", "-o", "all.txt", cwd=project)
    assert run.returncode == 1
    amount = (project / "all.txt").read_text(encoding="utf-8").count("   help: ")
    more = f"only the gravest finding is shown; there are {amount - 1} more\n"
    assert amount > 2
    assert f"note: {more}\n" in run.stdout
    assert run.stdout.endswith(f"\n{more}")
    assert run.stdout.count("   help: ") == 1


def test_a_clean_project_writes_its_files_too(tmp_path):
    write_project(tmp_path, {"ltcarch.yaml": PROJECT, "a.yaml": "roles: []\n"})
    run = ltcarch("validate", "-o", "a.sarif", "-o", "gl-code-quality-report.json", "-o", "concise:b", cwd=tmp_path)
    assert (run.returncode, run.stdout[:7]) == (0, "clean: ")
    assert json.loads((tmp_path / "gl-code-quality-report.json").read_text()) == []
    assert json.loads((tmp_path / "a.sarif").read_text())["runs"][0]["results"] == []
    assert (tmp_path / "b").read_text() == ""


def test_a_file_that_cannot_be_written_is_told_and_the_former_one_stands(project):
    (project / "folder.sarif").mkdir()
    run = ltcarch("validate", "-o", "folder.sarif", cwd=project)
    assert run.returncode == 2
    assert "cannot write folder.sarif" in run.stderr
    assert (project / "folder.sarif").is_dir()


def test_no_link_in_the_repository_leads_an_output_elsewhere(project, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "kept.sarif").write_text("kept")
    (project / "a.sarif").symlink_to(elsewhere / "kept.sarif")
    (project / "new.sarif").symlink_to(elsewhere / "new.sarif")
    (project / "out").symlink_to(elsewhere)
    (project / "hook.sarif").symlink_to(project.parent / ".git/hooks.sarif")
    (project / "inside.sarif").symlink_to(project / "b.sarif")
    for name in ("a.sarif", "new.sarif", "out/kept.sarif", "hook.sarif"):
        run = ltcarch("validate", "-o", "first.xml", "-o", name, cwd=project)
        assert (run.returncode, run.stdout) == (2, "")
        assert f"{name} is a link that leads out of the repository" in run.stderr
    assert [path.name for path in elsewhere.iterdir()] == ["kept.sarif"]
    assert (elsewhere / "kept.sarif").read_text() == "kept"
    assert list((project.parent / ".git").iterdir()) == []
    assert not (project / "first.xml").exists()
    outside = elsewhere / "real.sarif"
    assert ltcarch("validate", "-o", "inside.sarif", "-o", outside, cwd=project).returncode == 1
    assert (project / "b.sarif").exists() and outside.exists()


def test_same_findings_same_bytes(project):
    files = [word for name in FORMATS for word in ("-o", f"{name}:{name}.found")]
    for seed in ("1", "2"):
        assert ltcarch("validate", *files, cwd=project, PYTHONHASHSEED=seed).returncode == 1
        for name in FORMATS:
            (project / f"{name}.found").rename(project.parent / f"{name}.{seed}")
    for name in FORMATS:
        assert (project.parent / f"{name}.1").read_bytes() == (project.parent / f"{name}.2").read_bytes(), name


@pytest.mark.parametrize("name", FORMATS)
def test_any_encoding_of_the_pipe_gives_utf_8(name, project):
    run = ltcarch("validate", "-f", name, cwd=project, PYTHONIOENCODING="ascii")
    assert (run.returncode, run.stderr) == (1, "")
    assert "\\u7ba1" not in run.stdout  # a Chinese character as an escape


def files_of(formats: list[str], files: list[str], **more) -> tuple[list[str], list[str]]:
    chosen = chosen_outputs(formats, files, **more)
    return [own.name for own in chosen.terminal], [own.name for _, own in chosen.files]


@pytest.mark.parametrize(
    ("formats", "files", "terminal", "written"),
    [
        ([], [], ["text"], []),
        (["concise"], [], ["concise"], []),
        (["text", "github"], [], ["text", "github"], []),
        (["json"], [], ["json"], []),
        ([], ["a.sarif", "b.XML", "c.json", "d.log"], ["text"], ["sarif", "junit", "json", "text"]),
        ([], ["sarif:a.json", "github:b"], ["text"], ["sarif", "github"]),
        ([], ["x/gl-code-quality-report.json"], ["text"], ["gitlab"]),
        ([], ["results.sarif.json"], ["text"], ["sarif"]),
        (["sarif"], ["a.json"], ["text"], ["sarif"]),
        (["json"], ["a.json"], ["text"], ["json"]),
        (["sarif"], ["a"], ["text"], ["sarif"]),
        (["json"], ["a.sarif"], ["json"], ["sarif"]),
        (["sarif"], ["sarif:a.json"], ["sarif"], ["sarif"]),
        (["concise"], ["a.sarif"], ["concise"], ["sarif"]),
        (["concise"], ["a.txt"], ["concise"], ["concise"]),
        (["github"], ["a.json"], ["github"], ["json"]),
        ([], [r"json:C:\reports\a.txt"], ["text"], ["json"]),
        ([], [r"C:\reports\a.sarif"], ["text"], ["sarif"]),
    ],
)
def test_what_goes_where(formats, files, terminal, written):
    assert files_of(formats, files) == (terminal, written)


def test_the_counts_come_last():
    assert files_of(["concise"], [], summary=True)[0] == ["concise", "summary"]
    assert files_of([], ["a.sarif"], summary=True)[0] == ["text", "summary"]
    assert files_of(["summary"], [], summary=True)[0] == ["summary"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-f", "sarfi"), "did you mean `sarif`?"),
        (("-f", "pdf"), "there are text, concise,"),
        (("-f", "json", "-f", "text"), "write it into a file: `--output json:FILE`"),
        (("-f", "junit", "--summary"), "junit is a document of its own"),
        (("-o", "findings"), "the name findings does not tell its format"),
        (("-o", "sarfi:findings"), "`sarfi` is no format"),
        (("-o", "-"), "needs the name of a file"),
        (("-o", "json:"), "needs the name of a file"),
        (("-o", "a.sarif", "-o", "json:./a.sarif"), "is named twice"),
    ],
)
def test_wrong_use_is_told_before_anything_is_done(arguments, words, tmp_path):
    run = ltcarch("validate", ROOT / "examples/broken", *arguments, cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert words in run.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_name_of_a_file_cannot_move_the_cursor_or_begin_a_line(project):
    name = "\x1b[31m\n::error::\u202ex"
    (project / name).mkdir()
    for run in (
        ltcarch("validate", cwd=project / name),
        ltcarch("validate", f"{name}/nowhere", cwd=project),
        ltcarch("validate", "--baseline", f"{name}/x", cwd=project),
        ltcarch("validate", "--since", name, cwd=project),
        ltcarch("validate", "-o", f"{name}/a.sarif", cwd=project),
        ltcarch("validate", "-o", name, cwd=project),
        ltcarch("validate", "--select", name, cwd=project),
        ltcarch("validate", "--write-baseline", "--baseline", f"{name}/b.txt", cwd=project),
    ):
        assert not {"\x1b", "\u202e"} & set(run.stdout + run.stderr)
        assert not [line for line in (run.stdout + run.stderr).splitlines() if line.startswith("::")]


def test_the_help_names_every_format():
    told = " ".join(ltcarch("validate", "--help").stdout.split())
    assert all(name in told for name in FORMATS)
    assert "-o findings.sarif -o junit.xml" in told


def test_every_command_of_the_page_about_findings_runs(project):
    page = (ROOT / "docs/findings.md").read_text(encoding="utf-8")
    commands = re.findall(r"^\$ ltcarch (.*)$", page, re.MULTILINE)
    for command in commands:
        expected = {0, 1} if {"--fix", "--diff"} & {*command.split()} else {1}
        assert ltcarch(*command.split(), cwd=project).returncode in expected, command
    assert len(commands) > 5
    assert sarif_faults((project / "build/report.json").read_text(encoding="utf-8")) == []


def test_the_page_about_findings_names_every_format_and_ending():
    page = (ROOT / "docs/findings.md").read_text(encoding="utf-8")
    for name, own in FORMATS.items():
        assert f"| `{name}` |" in page
        assert any(f"`{end}`" in page for end in own.ends) or not own.ends
