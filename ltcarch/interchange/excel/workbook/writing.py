"""From an architecture to its workbook."""

from collections.abc import Iterator
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ltcarch.interchange.excel.workbook.archive import packed
from ltcarch.interchange.excel.workbook.cells import is_cut
from ltcarch.interchange.excel.workbook.column_notes import about
from ltcarch.interchange.excel.workbook.dropdowns import SHEET as LISTS
from ltcarch.interchange.excel.workbook.dropdowns import Lists
from ltcarch.interchange.excel.workbook.element_sheet import FIRST_ROW, Layout, layout_of, write_grid
from ltcarch.interchange.excel.workbook.grids import Grid, grids
from ltcarch.interchange.excel.workbook.guide_sheet import Entry, write_guide
from ltcarch.interchange.excel.workbook.kept_export import SHEET as KEPT
from ltcarch.interchange.excel.workbook.kept_export import KeptExport, export_cells
from ltcarch.interchange.excel.workbook.look import Look
from ltcarch.interchange.excel.workbook.plan import SETTINGS, languages_of
from ltcarch.interchange.excel.workbook.settings_sheet import write_settings
from ltcarch.interchange.excel.workbook.table_sheet import View, views, write_view
from ltcarch.interchange.excel.workbook.words import sheet_title
from ltcarch.interchange.records import Records, records_of
from ltcarch.model import Architecture

_ORDER = (
    "classification", "group", "process", "subprocess", "activity", "task", ".next", ".ends", ".triggers",
    ".exceptions", ".elements", ".authority.limits", "unit", "position", "role", "team", "external", "artifact",
    ".states", "flow", "system", "kpi", ".measures", "goal", "key_task", "risk", "control", "segregation", "policy",
    "scenario", ".values", "phase", "grouping", ".parts", "capability", "change", ".steps", "term", "retired",
    ".lifecycle.history", ".waivers",
)  # fmt: skip
"""How the sheets stand: processes, people, things, measures, controls, views, and the rest."""


class Exported(NamedTuple):
    """A workbook, how many elements are in it, and the cells whose text is too long for Excel."""

    data: bytes
    elements: int
    too_long: tuple[str, ...]


def workbook_of(architecture: Architecture, words: str) -> Exported:
    """The workbook of an architecture. `words` is the language of heads and explanations."""
    records = records_of(architecture)
    languages = languages_of(records)
    heads = tuple(dict.fromkeys((words, *(own for own in languages if own in ("en", "zh")))))
    book = Workbook()
    guide = book.worksheets[0]
    guide.title = sheet_title("guide", words)
    writer = _Writer(book, Look(book), records, languages, words, heads)
    entries = [*writer.elements(), writer.settings(), *writer.views(tuple(views(architecture, words)))]
    write_guide(guide, writer.look, architecture.company.label(words), entries, words)
    writer.keep()
    _set_properties(book, architecture, words)
    return Exported(packed(book), len(records.elements), tuple(writer.too_long))


class _Writer:
    """Writes sheet after sheet."""

    def __init__(
        self, book: Workbook, look: Look, records: Records, languages: tuple[str, ...], words: str,
        heads: tuple[str, ...],
    ) -> None:  # fmt: skip
        self.book, self.look, self.records = book, look, records
        self.languages, self.words, self.heads = languages, words, heads
        self.too_long: list[str] = []

    def elements(self) -> Iterator[Entry]:
        """The sheets of elements and parts, with their lists to choose from."""
        by_id = {own.sheet.id: own for own in grids(self.records, self.languages, self.words)}
        lists = Lists(self.book.create_sheet(LISTS), self.records, self.words)
        for own in by_id.values():
            if own.sheet.kind:
                lists.add_sheet(own.sheet.kind, sheet_title(own.sheet.id, self.words), len(own.rows))
        for grid in (by_id[name] for name in _ORDER):
            sheet = self._sheet(grid.sheet.id)
            layout = layout_of(grid)
            write_grid(sheet, self.look, grid, layout, self.heads)
            lists.put(sheet, layout, len(grid.rows))
            self.too_long += _too_long(sheet, grid, layout)
            yield self._entry(grid.sheet.id, sheet, len(grid.rows))

    def settings(self) -> Entry:
        """The sheet of the project file."""
        sheet = self._sheet(SETTINGS)
        rows = write_settings(sheet, self.look, self.records.settings, self.languages, self.heads)
        return self._entry(SETTINGS, sheet, rows)

    def views(self, found: tuple[View, ...]) -> Iterator[Entry]:
        """The sheets that are only for reading."""
        for view in found:
            sheet = self._sheet(view.sheet)
            write_view(sheet, self.look, view, self.words)
            yield self._entry(view.sheet, sheet, sheet.max_row - 2)

    def keep(self) -> None:
        """What was exported, and the lists, behind everything else."""
        kept = self.book.create_sheet(KEPT)
        for row, text in enumerate(export_cells(KeptExport(self.records, self.words)), start=1):
            kept.cell(row, 1, text)
        lists = self.book[LISTS]
        self.book.move_sheet(lists, len(self.book.sheetnames))
        kept.sheet_state = lists.sheet_state = "veryHidden"

    def _sheet(self, name: str) -> Worksheet:
        sheet: Worksheet = self.book.create_sheet(sheet_title(name, self.words))
        return sheet

    def _entry(self, name: str, sheet: Worksheet, rows: int) -> Entry:
        return Entry(name, sheet.title, rows, about(name, self.words))


def _too_long(sheet: Worksheet, grid: Grid, layout: Layout) -> Iterator[str]:
    for number, row in enumerate(grid.rows, start=FIRST_ROW):
        for index, column in enumerate(layout.columns, start=1):
            if is_cut(row.get(column.key)):
                yield f"{sheet.title}!{get_column_letter(index)}{number}"


def _set_properties(book: Workbook, architecture: Architecture, words: str) -> None:
    book.properties.title = architecture.company.label(words)[:255]
    book.properties.creator = "ltcarch"
    book.properties.language = words
