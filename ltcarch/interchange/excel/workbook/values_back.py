"""From cells to values: the way back of `cells`.

A cell that still says what was written into it means the value that was there, to the last blank. Only where it says
something else is it read anew.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ltcarch.interchange.excel.workbook.cells import CellValue, compared, is_cut, number_text, said_the_same
from ltcarch.interchange.excel.workbook.part_lines import Unclear, part_line, part_of
from ltcarch.interchange.excel.workbook.plan import Column
from ltcarch.interchange.excel.workbook.words import NO, YES

Read = Mapping[str, CellValue]
Resolve = Callable[[Column, str], str]
"""The id that somebody means in a cell: an id, or the name of an element."""

_YES = {*YES, "y", "true", "1", "x", "√", "✓", "●"}
_NO = {*NO, "n", "false", "0"}
_SEVERAL = re.compile(r"[\n,;，；、]")
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?")


class Misread(ValueError):
    """A cell that cannot be understood: its column, and a plain sentence."""

    def __init__(self, column: Column, sentence: str) -> None:
        super().__init__(sentence)
        self.column = column


def value_from(columns: Sequence[Column], read: Read, before: Read, base: Any, resolve: Resolve) -> Any:
    """The value that the columns of one attribute say, None for nothing.

    `before` is what was written there for `base`. Raises Misread.
    """
    changed = [own for own in columns if not said_the_same(read.get(own.key), before.get(own.key))]
    if not changed:
        return base
    for own in changed:
        if is_cut(before.get(own.key)):
            raise Misread(own, "the text was too long for a cell; change it in the YAML file")
    reader = _READERS.get(columns[0].form, _word)
    return reader(tuple(columns), read, base, resolve)


def _by_language(columns: Sequence[Column], read: Read) -> dict[str, str]:
    said = {own.language: _clean(read.get(own.key)) for own in columns}
    return {language: text for language, text in said.items() if text}


def _text(columns: Sequence[Column], read: Read, base: Any, _: Resolve) -> Any:
    return _texted(columns, _by_language(columns, read), base)


def _texted(columns: Sequence[Column], said: Mapping[str, str], base: Any) -> Any:
    """Text by language, or just a text where only the first language says something and always did."""
    first = next((own.language for own in columns if own.is_first_language), "")
    was = base if isinstance(base, Mapping) else {first: base} if isinstance(base, str) else {}
    texts = {language: _as_it_was(text, was.get(language)) for language, text in said.items()}
    if set(texts) == {first} and not isinstance(base, Mapping):
        return texts[first]
    return texts or None


def _way_of(was: Any) -> Any:
    """How an entry was written: by language or not. What it said does not matter, since lines tell every blank."""
    return {} if isinstance(was, Mapping) else None


def _as_it_was(text: str, was: str | None) -> str:
    """A text with the blanks and the last line end that it had."""
    if was is None:
        return text
    if said_the_same(text, was):
        return was
    return f"{text}\n" if was.endswith("\n") else text


def _scalar(columns: Sequence[Column], read: Read, base: Any, resolve: Resolve) -> Any:
    said = _by_language(columns, read)
    first = next((own for own in columns if own.is_first_language), columns[0])
    if set(said) == {first.language} and _NUMBER.fullmatch(said[first.language]):
        return _as_number(said[first.language])
    return _text(columns, read, base, resolve)


def _texts(columns: Sequence[Column], read: Read, base: Any, _: Resolve) -> Any:
    lines = {own.language: _entries(own, read) for own in columns}
    items = []
    for index in range(max(map(len, lines.values()))):
        said = {language: own[index] for language, own in lines.items() if index < len(own) and own[index]}
        if said:
            items.append(said)
    was = list(base or ())
    return [_text_item(columns, said, was, index) for index, said in enumerate(items)] or None


def _text_item(columns: Sequence[Column], said: Mapping[str, str], was: list[Any], index: int) -> Any:
    """An entry as it was anywhere in the list, or by its language."""
    first = next((own.language for own in columns if own.is_first_language), "")
    for own in was:
        known = own if isinstance(own, Mapping) else {first: own}
        if {key: compared(text) for key, text in known.items()} == {key: compared(text) for key, text in said.items()}:
            return own
    return _texted(columns, said, _way_of(was[index] if index < len(was) else None))


def _entries(column: Column, read: Read) -> list[str]:
    """The lines of a cell; empty ones keep their place."""
    text = _plain(read.get(column.key))
    return [_unquoted(column, line.strip()) for line in text.split("\n")] if text else []


def _strings(columns: Sequence[Column], read: Read, _: Any, __: Resolve) -> Any:
    return [own for own in _entries(columns[0], read) if own] or None


def _references(columns: Sequence[Column], read: Read, _: Any, resolve: Resolve) -> Any:
    column = columns[0]
    found: list[str] = []
    for line in _plain(read.get(column.key)).split("\n"):
        parts = [line] if line.strip().startswith('"') else _ids(column, line, resolve)
        found += [resolve(column, _unquoted(column, part.strip())) for part in parts if part.strip()]
    return found or None


def _ids(column: Column, line: str, resolve: Resolve) -> list[str]:
    return _SEVERAL.split(line)


def _reference(columns: Sequence[Column], read: Read, _: Any, resolve: Resolve) -> Any:
    text = _clean(read.get(columns[0].key))
    return resolve(columns[0], text) if text else None


def _word(columns: Sequence[Column], read: Read, _: Any, __: Resolve) -> Any:
    column = columns[0]
    text = _clean(read.get(column.key))
    if column.shape.get("format") == "date" and (found := _DATE.fullmatch(text)):
        return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    for own in column.shape.get("enum", ()):
        if text.lower() == str(own).lower():
            return own
    return text or None


def _flag(columns: Sequence[Column], read: Read, _: Any, __: Resolve) -> Any:
    column = columns[0]
    default = bool(column.declared and column.declared.default)
    text = _clean(read.get(column.key)).lower()
    if text and text not in _YES | _NO:
        raise Misread(column, f"`{text}` is neither yes nor no")
    said = default if not text else text in _YES
    return None if said == default else said


def _number(columns: Sequence[Column], read: Read, _: Any, __: Resolve) -> Any:
    column = columns[0]
    text = _clean(read.get(column.key)).replace(" ", "").replace(",", "")
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        raise Misread(column, f"`{text}` is no number")
    number = _as_number(text)
    if column.form == "integer" and not isinstance(number, int):
        raise Misread(column, f"`{text}` is no whole number")
    return number


def _as_number(text: str) -> int | float:
    number = float(text)
    return int(text) if re.fullmatch(r"[-+]?\d+", text) else int(number) if number.is_integer() else number


def _text_map(columns: Sequence[Column], read: Read, base: Any, _: Resolve) -> Any:
    said: dict[str, dict[str, str]] = {}
    for own in columns:
        for key, text in _pairs(own, read):
            said.setdefault(key, {})[own.language] = text
    was = base or {}
    found = {key: _texted(columns, texts, _way_of(was.get(key))) for key, texts in said.items()}
    return {key: text for key, text in found.items() if text} or None


def _value_map(columns: Sequence[Column], read: Read, base: Any, _: Resolve) -> Any:
    column, was = columns[0], base or {}
    shape = column.shape.get("additionalProperties", {})
    takes_numbers = isinstance(shape, Mapping) and shape.get("type") in ("integer", "number")
    found: dict[str, Any] = {}
    for key, text in _pairs(column, read):
        if key in was and compared(text) == compared(was[key] if isinstance(was[key], str) else json.dumps(was[key])):
            found[key] = was[key]
        elif takes_numbers:
            if not _NUMBER.fullmatch(text):
                raise Misread(column, f"`{key}: {text}` is no number")
            found[key] = _as_number(text)
        else:
            found[key] = text
    return found or None


def _pairs(column: Column, read: Read) -> list[tuple[str, str]]:
    found = []
    for line in _plain(read.get(column.key)).split("\n"):
        if not line.strip():
            continue
        split = re.fullmatch(r'\s*("(?:\\.|[^"\\])*"|[^:：]+?)\s*[:：]\s*(.*?)\s*', line)
        if split is None or not split[2]:
            raise Misread(column, f"`{line.strip()}` is not understood: write `key: value`")
        found.append((_unquoted(column, split[1]), _unquoted(column, split[2])))
    return found


def _parts(columns: Sequence[Column], read: Read, base: Any, resolve: Resolve) -> Any:
    column = columns[0]
    of = column.declared.part if column.declared else None
    was = {compared(part_line(of, own)): own for own in base or ()}
    found = []
    for line in _plain(read.get(column.key)).split("\n"):
        if compared(line) in was:
            found.append(was[compared(line)])
        elif line.strip():
            found.append(_part(column, of, line.strip(), resolve))
    return found or None


def _part(column: Column, of: type | None, line: str, resolve: Resolve) -> dict[str, Any]:
    try:
        item = part_of(of, line)
    except Unclear as fault:
        raise Misread(column, str(fault)) from fault
    if "artifact" in item:
        item["artifact"] = resolve(column, item["artifact"])
    return item


def _unquoted(column: Column, text: str) -> str:
    if not text.startswith('"'):
        return text
    try:
        return str(json.loads(text))
    except ValueError as fault:
        raise Misread(column, f"the quotes in `{text}` do not match") from fault


def _plain(value: CellValue) -> str:
    """A cell as text: numbers as they were typed."""
    if isinstance(value, bool):
        return str(value).lower()
    return number_text(value) if isinstance(value, (int, float)) else value or ""


def _clean(value: CellValue) -> str:
    return str(compared(_plain(value)) or "")


_READERS: Mapping[str, Callable[[Sequence[Column], Read, Any, Resolve], Any]] = {
    "text": _text,
    "scalar": _scalar,
    "texts": _texts,
    "strings": _strings,
    "references": _references,
    "reference": _reference,
    "flag": _flag,
    "integer": _number,
    "number": _number,
    "text_map": _text_map,
    "value_map": _value_map,
    "parts": _parts,
}
