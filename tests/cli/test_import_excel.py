"""ltcarch import excel: lists become projects, with an account at the terminal."""

import re

import pytest

from tests.cli.commands import ltcarch
from tests.interchange.excel.written_lists import write_workbook

ROWS = [
    ["Our processes"],
    ["No", "Process", "流程名称", "Owner", "Colour"],
    ["1", "Sell", "销售", "Ann", "red"],
    ["1.1", "Ask", "询问", None, None],
    [None, "Footnote", None, None, None],
]


@pytest.fixture
def listed(tmp_path):
    return write_workbook(tmp_path / "list.xlsx", ROWS)


def test_a_list_becomes_a_project_that_validates(tmp_path, listed):
    run = ltcarch("import", "excel", listed, "-o", "made", "--name", "Harbour Teas", cwd=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert re.search(r"^  D +Owner +owner +1 +its heading says so$", run.stdout, re.MULTILINE)
    assert "  Processes!B5: the row has a name and no number: Footnote" in run.stdout
    assert "column E Colour, 1 cell: its heading is not known" in run.stdout
    assert run.stdout.splitlines()[-4:] == [
        "Next:",
        "  ltcarch import excel " + str(listed) + " --dry-run   shows what was not understood",
        "  ltcarch validate made",
        "  ltcarch site serve made",
    ]
    checked = ltcarch("validate", "made", "--profile", "draft", cwd=tmp_path)
    assert checked.returncode == 0 and "clean: 4 elements" in checked.stdout + checked.stderr
    assert "name: Harbour Teas" in (tmp_path / "made/ltcarch.yaml").read_text(encoding="utf-8")


def test_a_dry_run_shows_the_tree_and_writes_nothing(tmp_path, listed):
    run = ltcarch("import", "excel", listed, "--dry-run", cwd=tmp_path)
    assert run.returncode == 0
    assert "L1 1  Sell\n  L2 1.1  Ask\n" in run.stdout
    assert "  L1       1  classification\n  L2       1  group\n" in run.stdout
    assert run.stdout.endswith("Nothing was written. Without `--dry-run` this becomes a project.\n")
    assert [own.name for own in tmp_path.iterdir()] == ["list.xlsx"]


def test_a_mapping_is_saved_changed_and_used(tmp_path, listed):
    saved = ltcarch("import", "excel", listed, "--save-mapping", "m.yaml", cwd=tmp_path)
    assert saved.returncode == 0 and "Nothing was imported" in saved.stdout
    assert not (tmp_path / "list").exists()
    again = ltcarch("import", "excel", listed, "--save-mapping", "m.yaml", cwd=tmp_path)
    assert (again.returncode, again.stderr.splitlines()[0]) == (2, "error: m.yaml exists already")
    text = (tmp_path / "m.yaml").read_text(encoding="utf-8")
    (tmp_path / "m.yaml").write_text(text.replace("E: left out", "E: note"), encoding="utf-8")
    used = ltcarch("import", "excel", listed, "--mapping", "m.yaml", cwd=tmp_path)
    assert used.returncode == 0
    assert "Colour: red" in (tmp_path / "list/architecture/1.yaml").read_text(encoding="utf-8")


def test_a_wrong_mapping_is_told_line_by_line(tmp_path, listed):
    ltcarch("import", "excel", listed, "--save-mapping", "m.yaml", cwd=tmp_path)
    text = (tmp_path / "m.yaml").read_text(encoding="utf-8")
    (tmp_path / "m.yaml").write_text(
        text.replace("B: name.en", "B: nmae").replace("D: owner", "D: ownr"), encoding="utf-8"
    )
    run = ltcarch("import", "excel", listed, "--mapping", "m.yaml", cwd=tmp_path)
    assert run.returncode == 2
    assert "did you mean `name`?" in run.stderr and "did you mean `owner`?" in run.stderr
    assert run.stderr.endswith("nothing was imported\n")
    assert not (tmp_path / "list").exists()


def test_a_folder_with_a_project_is_refused(tmp_path, listed):
    (tmp_path / "list").mkdir()
    (tmp_path / "list/ltcarch.yaml").write_text("mine\n")
    run = ltcarch("import", "excel", listed, cwd=tmp_path)
    assert (run.returncode, run.stderr.splitlines()[0]) == (2, "error: list/ltcarch.yaml exists already")
    assert [own.name for own in (tmp_path / "list").iterdir()] == ["ltcarch.yaml"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "is protected by a password"),
        ("a.xlsx", b"PK\x03\x04nothing", "is damaged"),
        ("a.pdf", b"%PDF", "is neither a workbook (.xlsx) nor a file of values (.csv)"),
        ("a.csv", b"", "is empty"),
        ("a.csv", b"\x1b[31mred,\x07\n", "no process was found"),
    ],
)
def test_what_is_no_list_gets_one_message(tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    run = ltcarch("import", "excel", name, cwd=tmp_path)
    assert run.returncode == 2
    assert said in run.stderr and run.stderr.startswith("error: ") and "Traceback" not in run.stderr
    assert "\x1b" not in run.stdout + run.stderr
    assert [own.name for own in tmp_path.iterdir()] == [name]


def test_a_missing_file_and_options_that_do_not_go_together(tmp_path, listed):
    assert "does not exist" in ltcarch("import", "excel", "none.xlsx", cwd=tmp_path).stderr
    run = ltcarch("import", "excel", listed, "--take", "theirs", cwd=tmp_path)
    assert (run.returncode, run.stderr.splitlines()[0]) == (2, "error: `--take` goes with `--update` only")


def test_an_exported_workbook_makes_a_project_and_updates_one(tmp_path):
    assert ltcarch("init", "tea", cwd=tmp_path).returncode == 0
    assert ltcarch("export", "excel", "tea", "-o", "tea.xlsx", cwd=tmp_path).returncode == 0
    made = ltcarch("import", "excel", "tea.xlsx", "-o", "again", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "again/ltcarch.yaml").is_file()
    updated = ltcarch("import", "excel", "tea.xlsx", "--update", "-p", "tea", cwd=tmp_path)
    assert (updated.returncode, "nothing changes" in updated.stderr) == (0, True)
