"""The first sheet: what the workbook is, how one works with it, and where everything stands."""

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from ltcarch.interchange.excel.workbook.element_sheet import set_print
from ltcarch.interchange.excel.workbook.look import Look, dress, plain_colour, tone_of
from ltcarch.layout.theme import LIGHT
from ltcarch.views.words import is_chinese

_ABOUT = (
    "The whole process architecture: every element stands in the sheet of its kind, one to a row. Change what you "
    "like, save, and give the file back: `ltcarch import excel FILE --update` takes in what was changed and lists it, "
    "with `--dry-run` it only lists it.",
    "这里是完整的流程架构：每个要素占一行，按类别分列于各工作表。直接修改、保存并交回即可："
    "执行 ltcarch import excel 文件名 --update 会列出每一处变更并写入；加上 --dry-run 则只列出、不写入。",
)
_HOW_HEAD = ("How to work with it", "填写方法")
_HOW = (
    (
        "A new element is a new row, anywhere in its sheet. Without an id it gets one when it is read.",
        "新增要素：在对应工作表任意位置加一行。标识可以留空，读入时自动生成。",
    ),
    (
        "An element whose row is deleted is removed. A deleted column or sheet leaves everything as it was.",
        "删除要素：删除整行。删除整列或整个工作表不算修改，原有内容保持不变。",
    ),
    (
        "An element moves, with all below it, when another id stands under “Belongs to”.",
        "移动要素：修改“上级”一列中的标识，下级随之移动。",
    ),
    (
        "An element gets another id when its id is changed here; whatever names it elsewhere follows.",
        "更改标识：直接修改“标识”一列，其他地方的引用随之更新。",
    ),
    (
        "Rows may be sorted and filtered at will: the order of elements is the number under “Place”.",
        "可以随意排序和筛选：要素的先后次序只看“排序”一列的数字。",
    ),
    (
        "Several entries in one cell stand on a line each (Alt+Enter begins a line).",
        "一个单元格中的多项内容，每项占一行（按Alt+Enter换行）。",
    ),
    (
        "Point at a head to read what belongs there. Columns that nobody has filled are folded up at the right: "
        "the + above them shows them.",
        "将鼠标移到表头即可看到填写说明。尚无内容的列折叠在右侧，点击上方的“+”展开。",
    ),
    (
        "Grey columns and the last sheets are for reading only. Columns of your own are left alone and not taken in.",
        "灰色列和最后几张工作表仅供阅读。自行添加的列不影响使用，读入时忽略。",
    ),
)
_CONTENTS = ("Contents", "目录")
_HEADS = (("Sheet", "Rows", "What stands there"), ("工作表", "行数", "内容"))


class Entry(NamedTuple):
    """One sheet of the workbook: its id, its name, how many rows it has, and what it is about."""

    sheet: str
    title: str
    rows: int
    about: str


def write_guide(sheet: Worksheet, look: Look, name: str, entries: Sequence[Entry], words: str) -> None:
    """Write the guide in one language."""
    at = is_chinese(words)
    tone = LIGHT.tones[0]
    for letter, width in (("A", 3), ("B", 34), ("C", 9), ("D", 88)):
        sheet.column_dimensions[letter].width = width
    look.put(sheet.cell(2, 2), name, "title", tone)
    look.put(sheet.cell(3, 2), _ABOUT[at], "prose")
    look.put(sheet.cell(5, 2), _HOW_HEAD[at], "heading", tone)
    for row in (2, 3):
        sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=4)
    sheet.row_dimensions[2].height, sheet.row_dimensions[3].height = 30, 48
    row = 6
    for line in _HOW:
        look.put(sheet.cell(row, 2), f"•  {line[at]}", "prose")
        sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=4)
        sheet.row_dimensions[row].height = 18
        row += 1
    _write_contents(sheet, look, row + 1, entries, at)
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = plain_colour(tone.strong)
    set_print(sheet, None)


def _write_contents(sheet: Worksheet, look: Look, row: int, entries: Sequence[Entry], at: bool) -> None:
    look.put(sheet.cell(row, 2), _CONTENTS[at], "heading", LIGHT.tones[0])
    for index, head in enumerate(_HEADS[at], start=2):
        look.put(sheet.cell(row + 1, index), head, "head", LIGHT.tones[0])
    for number, entry in enumerate(entries, start=row + 2):
        link = sheet.cell(number, 2)
        look.put(link, entry.title, "link", tone_of(entry.sheet))
        link.hyperlink = Hyperlink(ref=link.coordinate, location=f"{quote_sheetname(entry.title)}!A1")
        dress(link, look.style("link", False, tone_of(entry.sheet)))
        look.put(sheet.cell(number, 3), entry.rows, "place")
        look.put(sheet.cell(number, 4), entry.about, "text")
