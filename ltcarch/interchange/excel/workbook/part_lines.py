"""A part on one line: what it is about, and in brackets what else it says: `order (from: customer, optional)`."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from ltcarch.model.fields import Declaration
from ltcarch.model.record import declarations

_UNCLEAR = re.compile(r'[,，()（）"\n\r:：]')
_FIELD = re.compile(r'(?:"(?:\\.|[^"\\])*"|[^,，"])+')
_LINE = re.compile(r'\s*("(?:\\.|[^"\\])*"|[^(（"]*?)\s*(?:[(（](.*)[)）])?\s*', re.DOTALL)
_NAMED = re.compile(r"\s*([a-z_]+)(?:\s+([A-Za-z-]+))?\s*[:：]\s*(.*)", re.DOTALL)


class Unclear(ValueError):
    """A line that cannot be understood; the text is a plain sentence."""


def part_line(of: type | None, item: Mapping[str, Any]) -> str:
    """A part as a line."""
    short = getattr(of, "SHORT_FORM", "")
    known = declarations(of or object)
    told = [field for key, value in item.items() if key != short for field in _fields(key, known[key][1], value)]
    head = _clear(str(item.get(short, "")))
    return f"{head} ({', '.join(told)})" if told else head


def part_of(of: type | None, line: str) -> dict[str, Any]:
    """The part that a line says. Raises Unclear."""
    found = _LINE.fullmatch(line)
    if found is None:
        raise Unclear(f"`{line}` is not understood: write `id` or `id (from: id, optional)`")
    head, inside = _plain(found[1]), found[2] or ""
    item: dict[str, Any] = {getattr(of, "SHORT_FORM", "id"): head} if head else {}
    for field in _FIELD.findall(inside):
        if field.strip():
            _add(item, declarations(of or object), field.strip())
    return {key: item[key] for key in declarations(of or object) if key in item}


def _fields(key: str, declared: Declaration, value: Any) -> Iterator[str]:
    if declared.form == "flag":
        yield key if value else f"{key}: no"
    elif isinstance(value, Mapping):
        for language, text in value.items():
            yield f"{key} {language}: {_clear(text)}"
    else:
        yield f"{key}: {_clear(str(value))}"


def _add(item: dict[str, Any], known: Mapping[str, Any], field: str) -> None:
    named = _NAMED.fullmatch(field)
    key, language, value = named.groups() if named else (field, None, None)
    declared = known[key][1] if key in known else None
    if declared is None:
        raise Unclear(f"`{key}` says nothing of it: use {', '.join(known)}")
    if declared.form == "flag":
        item[key] = value is None or value.strip().lower() not in ("no", "false", "否")
    elif value is None:
        raise Unclear(f"`{key}` needs a value: `{key}: ...`")
    elif language:
        if declared.form != "text":
            raise Unclear(f"`{key}` is the same in every language: `{key}: ...`")
        texts = item.setdefault(key, {})
        if not isinstance(texts, dict):
            raise Unclear(f"`{key}` is said with a language and without one")
        texts[language] = _plain(value)
    else:
        item[key] = _plain(value)


def _clear(text: str) -> str:
    is_clear = text and text == text.strip() and not _UNCLEAR.search(text)
    return text if is_clear else json.dumps(text, ensure_ascii=False)


def _plain(text: str) -> str:
    text = text.strip()
    if text.startswith('"'):
        try:
            return str(json.loads(text))
        except ValueError as fault:
            raise Unclear(f"the quotes in `{text}` do not match") from fault
    return text
