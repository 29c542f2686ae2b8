"""Tables are as wide as their content needs, and everything stands in its row and column."""

from itertools import pairwise

import pytest

from ltcarch.layout.paper import sheets
from ltcarch.layout.picture import Picture, Shape, every_shape
from ltcarch.layout.table import place
from ltcarch.views.tables.table import DOT, EMPTY, Cell, Column, Fact, Line, Mark, Row, Table, cell
from tests.pictures import TABLES, placed

tables = pytest.mark.parametrize(("project", "language", "kind"), [own for own in TABLES if own[2] != "sipoc"])


def by_id(picture: Picture) -> dict[str, Shape]:
    return {shape.id: shape for shape in every_shape(picture.shapes)}


def drawn(columns: tuple[Column, ...], rows: tuple[Row, ...], **more) -> dict[str, Shape]:
    return by_id(place(Table("Title", "Subtitle", "All", "en", "Name", columns, rows, **more)))


@tables
def test_cells_stand_under_their_heads_and_beside_their_rows(project, language, kind):
    picture = placed(project, language, kind)
    shapes = by_id(picture)
    assert picture.table is not None
    for row in picture.table.rows:
        for column, own in zip(picture.table.columns, row.cells, strict=bool(row.cells)):
            shape = shapes.get(f"{row.id}:{column.id}")
            assert (shape is None) == own.is_empty
            if shape:
                head = shapes[f"column:{column.id}"].box
                assert head.x <= shape.box.x
                assert shape.box.right <= head.right
                if row.id in shapes:
                    assert shape.box.y >= shapes[row.id].box.y


@tables
def test_rows_follow_one_another_without_overlap(project, language, kind):
    names = [shape for shape in every_shape(placed(project, language, kind).shapes) if shape.role == "row-name"]
    assert all(upper.box.bottom <= lower.box.y + 0.01 for upper, lower in pairwise(names))


@tables
def test_columns_of_marks_are_equally_wide(project, language, kind):
    picture = placed(project, language, kind)
    shapes = by_id(picture)
    assert picture.table is not None
    widths = {shapes[f"column:{own.id}"].box.width for own in picture.table.columns if own.is_centred}
    assert len(widths) <= 1


def test_no_word_of_a_head_is_parted_and_long_texts_wrap():
    long = "A text that tells much more than a narrow column could ever hold in a single line of its own"
    shapes = drawn(
        (Column("a", "Responsibilities", is_centred=True), Column("b", "B")), (Row("r", "R", (EMPTY, cell(long))),)
    )
    assert shapes["column:a"].texts[0].lines == ("Responsibilities",)
    assert 2 <= len(shapes["r:b"].texts[0].lines) <= 5


def test_columns_are_wide_enough_for_chinese_words():
    shapes = drawn((Column("a", "合同生命周期管理系统", is_centred=True),), (Row("r", "R", (EMPTY,)),))
    assert [text.lines[0] for text in shapes["column:a"].texts] == ["合同生命周期", "管理系统"]


def test_the_longest_name_stands_in_one_line_where_there_is_room():
    names = ("Register order", "Collect service requirements", "Draft service level agreement", "Prüfen ändern")
    for name in names:
        shapes = drawn(
            (Column("c", "C"),), (Row("a", name, (EMPTY,), "1.1.1.1"), Row("b", "Short", (EMPTY,), "1.1.1.1.12"))
        )
        assert [text.lines for text in shapes["a"].texts if text.lines != ("1.1.1.1",)] == [(name,)]


def test_names_of_rows_below_begin_right_of_the_name_above():
    rows = (Row("x", "X", (EMPTY,), "10 · PROC"), Row("y", "Y", (EMPTY,), "1.1", depth=1))
    shapes = drawn((Column("a", "A"),), rows)
    assert shapes["y"].texts[-1].box.x > shapes["x"].texts[-1].box.x > shapes["y"].texts[0].box.x


def test_a_cell_over_several_rows_and_a_name_for_several():
    rows = (
        Row("x", "X", (Cell((Line("both"),), is_filled=True, rows=2), cell("one"))),
        Row("y", "X", (EMPTY, cell("two")), continues=True),
    )
    shapes = drawn((Column("a", "A"), Column("b", "B")), rows)
    assert "y" not in shapes
    assert shapes["x"].box.bottom == shapes["y:b"].box.bottom
    assert shapes["x:a"].box.height > shapes["x:b"].box.height


def test_dots_are_drawn_and_letters_are_written():
    marks = (Mark(DOT, "serves", 0, is_loud=True), Mark("R", "does", 0))
    shapes = drawn((Column("a", "A", is_centred=True),), (Row("r", "R", (Cell(marks=marks),)),))
    dot, letter = shapes["r:a:1"], shapes["r:a:2"]
    assert (dot.role, dot.texts, dot.box.width) == ("dot-loud", (), dot.box.height)
    assert letter.texts[0].lines == ("R",)


def test_facts_stand_above_and_an_empty_table_shows_nothing():
    shapes = drawn(
        (Column("a", "A"),), (Row("r", "R", (cell("text"),)),), facts=(Fact("Rule", (Line("one"), Line("two"))),)
    )
    assert shapes["picture:fact-1"].box.bottom < shapes["picture:table"].box.y
    assert not drawn((), ())
    assert not drawn((Column("a", "A"),), (Row("h", "H", is_heading=True),))


def test_every_sheet_of_paper_repeats_the_names():
    pages = sheets(placed("models/reference", "en", "interface-matrix"), "A4")
    assert len(pages) > 1
    for page in pages:
        names = {shape.role for window in page.windows for shape in every_shape(window.part.shapes)}
        assert {"row-name", "head"} <= names


def test_a_sipoc_stands_in_five_columns():
    picture = placed("models/reference", "en", "sipoc")
    heads = [shape for shape in picture.shapes if shape.role == "sipoc-head"]
    assert [shape.texts[0].lines[0] for shape in heads] == list("SIPOC")
    for role, wanted in (("sipoc-party", {0, 4}), ("sipoc-thing", {1, 3}), ("sipoc-part", {2})):
        found = {
            next(at for at, head in enumerate(heads) if head.box.x <= shape.box.centre[0] <= head.box.right)
            for shape in picture.shapes
            if shape.role == role
        }
        assert found == wanted
