"""The project file from the rows of its sheet."""

from collections.abc import Iterator, Mapping
from typing import Any

from ltcarch.interchange.excel.workbook.cells import CellValue, said_the_same, within_limit
from ltcarch.interchange.excel.workbook.opening import ReadSheet, ReadWorkbook, Remark
from ltcarch.interchange.excel.workbook.plan import SETTINGS
from ltcarch.interchange.excel.workbook.settings_rows import VALUE, SettingRow, Unclear, setting_rows, settings_from
from ltcarch.interchange.excel.workbook.settings_sheet import setting_columns
from ltcarch.loading.shape import PROJECT, mismatches


def settings_back(book: ReadWorkbook, faults: list[Remark]) -> dict[str, Any]:
    """What the project file is to say; as it was where the sheet cannot be read, which is added to the faults."""
    former = dict(book.kept.records.settings)
    read = book.sheets.get(SETTINGS)
    columns = {own.key: own.language or VALUE for own in setting_columns(book.languages)[1:]}
    path_key = setting_columns(book.languages)[0].key
    if read is None:
        return former
    if missing := [key for key in (path_key, *columns) if key not in read.letters]:
        faults.append(Remark(read.title, f"the column `{missing[0]}` is missing"))
        return former
    was = {own.path: own.cells for own in setting_rows(former, book.languages)}
    rows = list(_rows(read, path_key, columns, was, faults))
    try:
        said = settings_from(rows)
    except Unclear as fault:
        faults.append(Remark(read.title, str(fault)))
        return former
    if said == former:
        return former
    known = {(own.path, own.keyword) for own in mismatches(PROJECT, {**former, "sources": ["**/*.yaml"]})}
    for own in mismatches(PROJECT, {**said, "sources": ["**/*.yaml"]}):
        if (own.path, own.keyword) not in known:
            place = ".".join(str(step + 1 if isinstance(step, int) else step) for step in own.path) or own.subject
            allowed = f"; what fits: {', '.join(own.allowed)}" if own.allowed else ""
            faults.append(Remark(read.title, f"the setting `{place}` does not fit the format ({own.keyword}){allowed}"))
    return said


def _rows(
    read: ReadSheet,
    path_key: str,
    columns: Mapping[str, str],
    was: Mapping[str, Mapping[str, CellValue]],
    faults: list[Remark],
) -> Iterator[SettingRow]:
    for row in read.rows:
        path = str(row.cells.get(path_key, "")).strip()
        cells = {name: row.cells[key] for key, name in columns.items() if key in row.cells}
        if not path and cells:
            faults.append(Remark(read.place(row, path_key), "the row does not say what is set"))
        elif path and cells:
            yield SettingRow(path, _as_it_was(cells, was.get(path, {})))


def _as_it_was(cells: Mapping[str, CellValue], was: Mapping[str, CellValue]) -> Mapping[str, CellValue]:
    """Cells with the blanks and line ends that they had."""
    return {
        name: was[name] if name in was and said_the_same(value, within_limit(was[name])) else _stripped(value)
        for name, value in cells.items()
    }


def _stripped(value: CellValue) -> CellValue:
    return value.strip() if isinstance(value, str) else value
