"""Tables as CSV and Markdown: complete, safe, and fit for what opens them."""

import csv
from dataclasses import replace
from io import StringIO

import pytest

from ltcarch.render import FORMATS, Finish, markdown
from ltcarch.render import csv as csv_format
from ltcarch.views.tables.table import Cell, Column, Fact, Line, Mark, Row, Table, cell, quiet, strong
from tests.pictures import ALL, HOSTILE_NAMES, OF_TABLES, TABLES, placed

tables = pytest.mark.parametrize(("project", "language", "kind"), TABLES)
EMPTY = Table("Title", "Subtitle", "", "en", "Row", (), ())


def lines_of(table: Table) -> list[list[str]]:
    return list(csv.reader(StringIO(csv_format.draw(table).removeprefix("\ufeff"), newline="")))


def test_these_are_all_tables():
    assert {own[2] for own in ALL if own[1] == "en" and placed(*own).table} == set(OF_TABLES)


@tables
def test_every_line_of_a_csv_is_equally_long_and_no_formula(project, language, kind):
    table = placed(project, language, kind).table
    assert table is not None
    lines = lines_of(replace(table, facts=()))
    assert len({len(line) for line in lines}) == 1
    assert len(lines) == 1 + sum(not row.is_heading for row in table.rows)
    for text in (text for line in lines for text in line):
        assert not text.lstrip().startswith(("=", "+", "-", "@"))
        assert "\0" not in text


@tables
def test_every_row_of_a_markdown_table_has_all_cells_and_no_html_of_others(project, language, kind):
    table = placed(project, language, kind).table
    assert table is not None
    drawn = markdown.draw(table)
    rows = [line for line in drawn.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in rows} == {len(table.columns) + 2}
    assert len(rows) == len(table.rows) + 2
    assert "<script" not in drawn


def test_excel_is_told_that_it_is_utf_8():
    picture = placed("models/reference", "zh", "raci")
    drawn = FORMATS["csv"].draw(picture, Finish())
    assert drawn.startswith(b"\xef\xbb\xbf")
    assert "活动" in drawn.decode("utf-8-sig")
    assert b"\r\n" in drawn


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1", "＝1", "\n=1"])
def test_what_a_spreadsheet_would_run_is_text(text):
    table = replace(EMPTY, columns=(Column("a", text),), rows=(Row("r", text, (cell(text),), code=text),))
    for line in lines_of(table):
        assert all(found.startswith("'") or found in ("Row", "No.") for found in line)


def test_headings_become_a_column_and_merged_cells_are_repeated():
    rows = (
        Row("h", "Outer", code="1", is_heading=True),
        Row("i", "Inner", code="1.1", is_heading=True, depth=1),
        Row(
            "x", "X", (Cell((Line("both"),), rows=2), Cell(marks=(Mark("R", "does it"), Mark("A", "answers")))), depth=2
        ),
        Row("y", "X", (Cell(), cell("one", quiet("two"))), continues=True),
        Row("j", "Other", code="2", is_heading=True),
        Row("z", "Z", (Cell(), Cell())),
    )
    table = replace(EMPTY, columns=(Column("a", "A", "Group"), Column("b", "B")), rows=rows)
    assert lines_of(table) == [
        ["Part of", "Row", "Group: A", "B"],
        ["1 Outer > 1.1 Inner", "X", "both", "R A"],
        ["1 Outer > 1.1 Inner", "X", "both", "one\ntwo"],
        ["2 Other", "Z", "", ""],
    ]


def test_markdown_shows_facts_marks_and_legend():
    table = replace(
        EMPTY,
        columns=(Column("a", "A|B", is_centred=True),),
        rows=(Row("x", "X_1", (Cell((strong("loud"), quiet("still")), (Mark("R", "does it"),)),)),),
        facts=(Fact("Rule", (Line("*one*"),)),),
        legend=(Mark("R", "does it"),),
    )
    assert markdown.draw(table) == (
        "# Title\n\nSubtitle\n\n- **Rule**: &#42;one&#42;\n\n"
        "| Row | A&#124;B |\n| --- | :-: |\n| X_1 | **R**<br><strong>loud</strong><br><small>still</small> |\n\n"
        "**R** does it\n"
    )


def test_hostile_names_stay_whole_in_csv():
    table = placed("hostile", "en", "goals").table
    assert table is not None
    names = {line[0].removeprefix("'") for line in lines_of(table)[1:]}
    assert names == set(HOSTILE_NAMES)


def test_only_tables_fit_rows_and_columns():
    house, matrix = placed("models/reference", "en", "house"), placed("models/reference", "en", "raci")
    assert [FORMATS[name].fits(house) for name in ("svg", "csv", "md")] == [True, False, False]
    assert all(FORMATS[name].fits(matrix) for name in ("svg", "csv", "md"))
