"""The rows of headings of a list, which may stand below a title and may be two."""

from collections.abc import Iterable

from ltcarch.interchange.excel.lists.fields import target_of
from ltcarch.interchange.excel.lists.hierarchy_numbers import path_of
from ltcarch.interchange.excel.lists.sheets import Cell, Sheet, Stored
from ltcarch.interchange.excel.lists.words_of_headings import level_of_words, said_by

_LOOKED_AT = 40
_LONGEST = 60


def headings_of(sheet: Sheet, header: Iterable[int]) -> dict[int, str]:
    """The heading of each column, put together of what its rows say."""
    rows = tuple(header)
    found: dict[int, str] = {}
    for column in sheet.columns:
        parts = [own.text for own in (_over(sheet, row, column, rows) for row in rows) if own]
        text = " ".join(dict.fromkeys(" ".join(parts).split("\n") if len(parts) == 1 else parts))
        if text:
            found[column] = text
    return found


def header_rows(sheet: Sheet) -> tuple[int, ...]:
    """The rows of headings; none where no row looks like it."""
    rows = list(sheet.rows)[:_LOOKED_AT]
    scored = [(_score(sheet, (row,)), -row) for row in rows if _may_be_header(sheet.rows[row])]
    if not scored:
        return ()
    score, negative = max(scored)
    best: tuple[int, ...] = (-negative,)
    for pair in _pairs(rows, best[0]):
        is_above = pair[-1] == best[-1]
        enough = max(score, _score(sheet, best)) + (0 if is_above else 1)
        fits = all(_may_be_header(sheet.rows[row]) for row in pair) and (not is_above or len(sheet.rows[pair[0]]) > 1)
        if fits and _score(sheet, pair) >= enough:
            best = pair
    score = _score(sheet, best)
    single_column = len(sheet.columns) == 1 and score == 1
    return _with_merged(sheet, best) if score >= 2 or single_column else ()


def _pairs(rows: list[int], best: int) -> list[tuple[int, ...]]:
    at = rows.index(best)
    after = [(best, rows[at + 1])] if at + 1 < len(rows) else []
    before = [(rows[at - 1], best)] if at else []
    return [*before, *after]


def _may_be_header(cells: list[Cell]) -> bool:
    texts = [own for own in cells if own.stored is Stored.TEXT and len(own.text) <= _LONGEST]
    numbers = [own for own in texts if (path := path_of(own.text)) and any(map(str.isdigit, path[0]))]
    return len(texts) == len(cells) and len([own for own in numbers if own.text[0].isdecimal()]) == 0


def _score(sheet: Sheet, rows: tuple[int, ...]) -> int:
    """How many different things the headings name that a column can hold."""
    found = set()
    for text in headings_of(sheet, rows).values():
        said = said_by(text)
        level = said.level or level_of_words(said.words)
        target = target_of(text)
        if target or level:
            found.add((target, level))
    return len(found)


def _with_merged(sheet: Sheet, rows: tuple[int, ...]) -> tuple[int, ...]:
    """The rows with those down to which their cells are merged."""
    bottom = max((own.bottom for own in sheet.merged if own.top in rows and own.bottom - own.top < 3), default=rows[-1])
    return tuple(range(rows[0], max(bottom, rows[-1]) + 1))


def _over(sheet: Sheet, row: int, column: int, rows: tuple[int, ...]) -> Cell | None:
    """A heading, or in an upper row the one further left that stands over several columns."""
    own = sheet.heading_over(row, column)
    is_upper = row != rows[-1]
    if own or not is_upper or not sheet.cells.get((rows[-1], column)):
        return own
    for left in range(column - 1, max(column - 6, 0), -1):
        found = sheet.heading_over(row, left)
        if found:
            return found if sheet.cells.get((rows[-1], left)) else None
    return None
