"""Tables as users ask for them: drawn, for spreadsheets, and on the terminal."""

import csv

import pytest

from ltcarch.cli.render import Format, Kind
from ltcarch.publish.diagrams import DIAGRAMS
from ltcarch.render import FORMATS
from tests.cli.commands import ROOT, ltcarch

REFERENCE, BUYING = ROOT / "models/reference", ROOT / "examples/procure-to-pay"


def test_the_command_knows_every_diagram_and_every_format():
    assert [own.value for own in Kind] == [*DIAGRAMS, "all"]
    assert [own.value for own in Format] == list(FORMATS)


def test_a_matrix_fits_the_screen_as_letters():
    printed = ltcarch("show", "P2P.1.3", "--raci", "-p", BUYING, "--lang", "en").stdout
    assert "RACI matrix" in printed
    assert "Responsible: does the work" in printed
    assert max(map(len, printed.splitlines())) <= 120


def test_a_matrix_that_is_too_wide_lists_names_by_letter():
    printed = ltcarch("show", "LTC.2", "--raci", "-p", REFERENCE).stdout
    line = next(line for line in printed.splitlines() if "Decide price" in line)
    assert "Sales decision team" in line
    assert "Head of sales" in line
    assert max(map(len, printed.splitlines())) <= 120


def test_a_sipoc_is_shown_in_five_columns():
    printed = ltcarch("show", "LTC.2.7", "--sipoc", "-p", REFERENCE, "--lang", "zh").stdout
    for head in ("供应方", "输入", "流程", "输出", "客户方"):
        assert head in printed


def test_an_element_without_activities_gets_what_fits():
    run = ltcarch("show", "customer", "--raci", "-p", REFERENCE)
    assert run.returncode == 2
    assert "is of kind external" in run.stderr
    assert "these fit: LTC" in run.stderr


def test_a_table_goes_into_a_spreadsheet(tmp_path):
    run = ltcarch("render", "authority", BUYING, "--lang", "zh", "-o", tmp_path / "authority.csv")
    assert run.returncode == 0, run.stderr
    assert "open" in run.stdout
    with (tmp_path / "authority.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.reader(file))[:3] == ["上级", "编号", "决策活动"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("house", REFERENCE, "-f", "csv"), "there is no house as csv"),
        (("goals", ROOT / "examples/starter"), "the project has no goal"),
        (("segregation", ROOT / "examples/starter"), "keeps no duties apart"),
        (("role", "-p", REFERENCE), "a role needs an element"),
    ],
)
def test_what_cannot_be_shown_is_told_in_one_line(tmp_path, arguments, told):
    run = ltcarch("render", *arguments, cwd=tmp_path)
    assert run.returncode == 2
    assert told in run.stderr
    assert not list(tmp_path.iterdir())


def test_all_tables_of_a_kind_go_into_a_folder(tmp_path):
    run = ltcarch("render", "raci", "--all", "-f", "md", "-p", REFERENCE, "-o", tmp_path / "raci")
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "raci" / "raci-LTC.2.7.md").exists()
