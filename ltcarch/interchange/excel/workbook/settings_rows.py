"""The project file as rows: a path such as `company.purposes[1]`, and what is said there.

Any map whose keys are the project's languages is a text in several languages, and stands in one row.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ltcarch.interchange.excel.workbook.cells import CellValue

Step = str | int
_STEP = re.compile(r'\[(\d+)\]|\.?("(?:\\.|[^"\\])*")|\.?([^.\["]+)')
_PLAIN_KEY = re.compile(r'[^.\["\s](?:[^.\["\n]*[^.\["\s])?')
_TRUTH = {"true": True, "false": False}
_EMPTY = {"{}": dict, "[]": list}
VALUE = ""
"""The column of values that are no text by language."""


class Unclear(ValueError):
    """A row that cannot be understood; the text is a plain sentence."""


class SettingRow(NamedTuple):
    """One row: where something is said, and what, by language; a value that has none is under `VALUE`."""

    path: str
    cells: Mapping[str, CellValue]


def setting_rows(settings: Mapping[str, Any], languages: tuple[str, ...]) -> Iterator[SettingRow]:
    """The rows of a project file."""
    for key, value in settings.items():
        if key != "ltcarch":
            yield from _rows((key,), value, languages)


def settings_from(rows: Iterator[tuple[str, Mapping[str, CellValue]]] | list[SettingRow]) -> dict[str, Any]:
    """The project file that rows say; lists are in the order of their numbers. Raises Unclear."""
    root: dict[Step, Any] = {}
    for path, cells in rows:
        steps = steps_of(path)
        holder = root
        for step in steps[:-1]:
            holder = holder.setdefault(step, {})
            if not isinstance(holder, dict):
                raise Unclear(f"`{path}` says something inside of a value that stands in another row")
        if steps[-1] in holder:
            raise Unclear(f"`{path}` stands in two rows")
        holder[steps[-1]] = _Leaf(_leaf(cells))
    return {"ltcarch": 1, **_built(root)}


def steps_of(path: str) -> list[Step]:
    """The steps of a path. Raises Unclear."""
    steps: list[Step] = []
    at = 0
    while at < len(path):
        found = _STEP.match(path, at)
        if found is None or (not steps and found[1]):
            break
        number, quoted, key = found.groups()
        try:
            steps.append(int(number) if number else json.loads(quoted) if quoted else key.strip())
        except ValueError:
            break
        at = found.end()
    if at < len(path) or not steps:
        raise Unclear(f"`{path}` is no setting: write, for example, `levels.task.used` or `checks[1].name`")
    return steps


class _Leaf(NamedTuple):
    value: Any


def _rows(path: tuple[Step, ...], value: Any, languages: tuple[str, ...]) -> Iterator[SettingRow]:
    if isinstance(value, Mapping) and value:
        if set(value) <= set(languages) and all(isinstance(own, str) for own in value.values()):
            yield SettingRow(_path(path), dict(value))
            return
        for key, own in value.items():
            yield from _rows((*path, key), own, languages)
    elif isinstance(value, (list, tuple)) and value:
        for number, own in enumerate(value, start=1):
            yield from _rows((*path, number), own, languages)
    else:
        yield SettingRow(_path(path), {VALUE: _cell(value)})


def _cell(value: Any) -> CellValue:
    """A single value. Words that would be read as something else stand in quotes."""
    if isinstance(value, str):
        is_clear = value and value not in _EMPTY and value.lower() not in _TRUTH and not _is_quoted(value)
        return value if is_clear else json.dumps(value, ensure_ascii=False)
    return "[]" if isinstance(value, (list, tuple)) else "{}" if isinstance(value, Mapping) else value


def _is_quoted(text: str) -> bool:
    return text.startswith('"') or text != text.strip()


def _leaf(cells: Mapping[str, CellValue]) -> Any:
    said = {key: value for key, value in cells.items() if value is not None}
    if VALUE not in said:
        return {key: str(value) for key, value in said.items()}
    if len(said) > 1:
        raise Unclear("a setting has either one value or texts by language")
    value = said[VALUE]
    if value in ("{}", "[]"):
        return _EMPTY[str(value)]()
    if isinstance(value, str) and value.lower() in _TRUTH:
        return _TRUTH[value.lower()]
    if isinstance(value, str) and value.startswith('"'):
        try:
            return json.loads(value)
        except ValueError as fault:
            raise Unclear(f"the quotes in `{value}` do not match") from fault
    return value


def _built(held: Any) -> Any:
    if isinstance(held, _Leaf):
        return held.value
    if held and all(isinstance(step, int) for step in held):
        return [_built(held[step]) for step in sorted(held)]
    return {str(step): _built(own) for step, own in held.items()}


def _path(path: tuple[Step, ...]) -> str:
    written = ""
    for step in path:
        if isinstance(step, int):
            written += f"[{step}]"
        else:
            key = step if _PLAIN_KEY.fullmatch(step) else json.dumps(step, ensure_ascii=False)
            written += f".{key}" if written else key
    return written
