"""ltcarch export excel, and the way back, as they are typed."""

import shutil
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from ltcarch.cli.app import application

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    shutil.copytree(ROOT / "examples/starter", tmp_path / "starter")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "starter"


def run(*arguments: str):
    return CliRunner().invoke(application(), list(arguments))


def test_export_change_and_update(project):
    result = run("export", "excel", "starter", "-o", "list.xlsx")
    assert result.exit_code == 0
    assert "Wrote list.xlsx: " in result.output and "ltcarch import excel list.xlsx --update" in result.output
    book = load_workbook("list.xlsx")
    sheet = next(own for own in book if own["A1"].value == "role:id")
    sheet["B3"] = "Somebody else"
    book.save("list.xlsx")
    result = run("import", "excel", "list.xlsx", "--update", "-p", "starter")
    assert result.exit_code == 0, result.output
    assert "Somebody else" in "".join(path.read_text(encoding="utf-8") for path in project.rglob("*.yaml"))
    result = run("import", "excel", "list.xlsx", "--update", "-p", "starter")
    assert "nothing changes" in result.output


def test_the_words_of_the_workbook_are_in_the_language_asked_for(project):
    assert run("export", "excel", "starter", "--lang", "zh", "-o", "list.xlsx").exit_code == 0
    assert load_workbook("list.xlsx").sheetnames[:2] == ["使用说明", "流程分类（L1）"]


def test_a_new_project_is_made_of_a_workbook(project):
    run("export", "excel", "starter", "-o", "list.xlsx")
    result = run("import", "excel", "list.xlsx", "-o", "new")
    assert result.exit_code == 0 and Path("new/ltcarch.yaml").is_file()


def test_without_openpyxl_it_says_what_to_install(project, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    result = run("export", "excel", "starter")
    assert result.exit_code == 2
    assert 'pip install "ltcarch[excel]"' in result.output


def test_a_file_that_is_no_workbook_is_refused_in_one_sentence(project):
    Path("list.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old")
    result = run("import", "excel", "list.xlsx", "--update", "-p", "starter")
    assert result.exit_code == 2
    assert "protected by a password" in result.output


def test_a_project_with_findings_is_exported_one_with_unreadable_files_is_not(project):
    more = project / "registers/more.yaml"
    more.write_text("roles:\n  - id: lost\n    name: Lost\n    team: nobody\n", encoding="utf-8")
    assert run("export", "excel", "starter", "-o", "list.xlsx").exit_code == 0
    more.write_text("roles: [", encoding="utf-8")
    result = run("export", "excel", "starter", "-o", "list.xlsx")
    assert result.exit_code == 2 and "cannot be read" in result.output
