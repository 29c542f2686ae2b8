"""What stands in a cell for a value: text as it is, lists with one entry on each line, maps as `key: value` lines.

An entry that could be misread, such as one that has lines of its own, stands in double quotes as in JSON.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from ltcarch.interchange.excel.workbook.part_lines import part_line
from ltcarch.interchange.excel.workbook.plan import Column, stands_in_cell
from ltcarch.interchange.excel.workbook.words import NO, YES
from ltcarch.views.words import is_chinese

CellValue = str | int | float | bool | None
MOST_CHARACTERS = 32_767
"""What Excel holds in a cell."""
_MOST_DIGITS = 15
_CUT_MARK = " […]"
_UNSEEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def cell_of(column: Column, value: Any, words: str) -> CellValue:
    """What a column shows of a value; None for nothing. Yes and no are said in the language of `words`."""
    if value is None:
        return None
    match column.form:
        case "text" | "scalar":
            return _text(column, value)
        case "texts":
            return _lines(_line(_text(column, own)) for own in value)
        case "strings" | "references":
            return _lines(map(_line, value))
        case "text_map":
            texts = {key: _text(column, own) for key, own in value.items()}
            return _lines(f"{_key(key)}: {_line(own)}" for key, own in texts.items() if own is not None)
        case "value_map":
            return _lines(f"{_key(key)}: {_map_value(own)}" for key, own in value.items())
        case "flag":
            return (YES if value else NO)[is_chinese(words)]
        case "integer" | "number":
            return _number(value)
        case "parts" if column.declared and stands_in_cell(column.declared):
            return _lines(part_line(column.declared.part, own) for own in value)
    return str(value)


def within_limit(value: CellValue) -> CellValue:
    """What of a value fits into a cell: a text that is too long ends in a mark."""
    if isinstance(value, str) and len(value) > MOST_CHARACTERS:
        return value[: MOST_CHARACTERS - len(_CUT_MARK)] + _CUT_MARK
    return value


def is_cut(value: CellValue) -> bool:
    """Whether a text does not fit into a cell, or was made to fit."""
    if not isinstance(value, str):
        return False
    return len(value) > MOST_CHARACTERS or (len(value) == MOST_CHARACTERS and value.endswith(_CUT_MARK))


def for_excel(text: str) -> str:
    """Text as a file can hold it: what Excel would take for an escape is escaped, what no file may hold is replaced."""
    return _ESCAPE.sub("_x005F_", _UNSEEN.sub("\ufffd", text))


def from_excel(text: str) -> str:
    """The text that a file holds, with line ends as everywhere."""
    plain = re.sub("_x005F_(?=x[0-9A-Fa-f]{4}_)", "_", text.replace("_x000D_\n", "\n").replace("_x000d_\n", "\n"))
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def said_the_same(one: CellValue, other: CellValue) -> bool:
    """Whether a cell still says what was written into it, whatever a program made of blanks and line ends."""
    return compared(one) == compared(other)


def compared(value: CellValue) -> CellValue:
    """A value as it is compared."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, (int, float)):
        return number_text(value)
    text = from_excel(for_excel(value)).replace("x005F_", "")
    return "\n".join(line.rstrip() for line in text.split("\n")).strip() or None


def number_text(value: float) -> str:
    """A number as somebody typed it: 1.0 is 1."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else str(value)


def _text(column: Column, value: Any) -> CellValue:
    """Text in the column's language. Text without a language, or a number, stands in the first one's column."""
    if isinstance(value, Mapping):
        return value.get(column.language)
    if not column.is_first_language:
        return None
    return value if isinstance(value, str) else _number(value)


def _number(value: float) -> CellValue:
    return value if len(re.sub(r"\D", "", str(value)).lstrip("0")) <= _MOST_DIGITS else str(value)


def _lines(lines: Iterable[CellValue]) -> str | None:
    return "\n".join("" if own is None else str(own) for own in lines).rstrip("\n") or None


def _line(text: CellValue) -> CellValue:
    """An entry on a line of its own."""
    if not isinstance(text, str):
        return text
    is_clear = text == text.strip() and text and "\n" not in text and "\r" not in text and not text.startswith('"')
    return text if is_clear else json.dumps(text, ensure_ascii=False)


def _key(key: str) -> str:
    return json.dumps(key, ensure_ascii=False) if ":" in key or "：" in key else str(_line(key))


def _map_value(value: Any) -> str:
    return str(_line(value)) if isinstance(value, str) else json.dumps(value)
