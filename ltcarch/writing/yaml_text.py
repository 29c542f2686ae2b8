"""Plain data as YAML text, as a careful architect writes it.

Block style, with brackets for what is short enough for one line; long texts are folded; nothing is quoted without
need. The same data gives the same text.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ltcarch.writing.yaml_scalars import key, refuse_unseen, scalar

WIDTH = 120
STEP = 2
_FOLDABLE = re.compile(r"\S+( \S+)*")
_LITERAL = re.compile(r"\S[^\r]*[^\n\r]\n?")
"""What can stand line by line: further line ends after the last one would be hard to see."""


class Items(list[Any]):
    """A list of elements: each stands in lines of its own. `spaced` puts a blank line between them."""

    def __init__(self, items: Sequence[Any] = (), *, spaced: bool = False) -> None:
        super().__init__(items)
        self.spaced = spaced


def yaml_text(data: Mapping[str, Any], *, comments: Sequence[str] = ()) -> str:
    """The text of a file: comment lines, then the data. Raises NotWritable."""
    lines = [f"# {comment}".rstrip() for comment in comments]
    return "\n".join([*lines, *mapping_lines(data, 0)]) + "\n" if data or lines else "{}\n"


def mapping_lines(data: Mapping[str, Any], indent: int) -> list[str]:
    """The lines of a map in block style."""
    lines: list[str] = []
    for name, value in data.items():
        if isinstance(value, Items) and value.spaced and lines:
            lines.append("")
        lines += entry_lines(name, value, indent)
    return lines


def entry_lines(name: str, value: Any, indent: int) -> list[str]:
    """The lines of one entry of a map in block style."""
    head = f"{' ' * indent}{key(name)}:"
    if isinstance(value, (Mapping, list, tuple)):
        return _collection(head, value, indent)
    return _text(head, value, indent)


def item_lines(value: Any, indent: int) -> list[str]:
    """The lines of one item of a list in block style."""
    head = f"{' ' * indent}-"
    if isinstance(value, Mapping) and value and not _fits(f"{head} {in_brackets(value)}"):
        return _dashed(mapping_lines(value, indent + STEP), indent)
    if isinstance(value, (Mapping, list, tuple)):
        return [f"{head} {in_brackets(value)}"]
    return _text(head, value, indent)


def element_lines(value: Mapping[str, Any], indent: int) -> list[str]:
    """The lines of one element of a list, each attribute in lines of its own."""
    return _dashed(mapping_lines(value, indent + STEP), indent)


def in_brackets(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return (
            "{" + ", ".join(f"{key(name, in_brackets=True)}: {in_brackets(own)}" for name, own in value.items()) + "}"
        )
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(in_brackets, value)) + "]"
    return scalar(value, in_brackets=True)


def _collection(head: str, value: Any, indent: int) -> list[str]:
    if isinstance(value, Items) and value:
        return [head, *_elements(value, indent + STEP)]
    line = f"{head} {in_brackets(value)}"
    if not value or (_fits(line) and not _is_list_of_maps(value)):
        return [line]
    if isinstance(value, Mapping):
        return [head, *mapping_lines(value, indent + STEP)]
    return [head, *(line for item in value for line in item_lines(item, indent + STEP))]


def _is_list_of_maps(value: Any) -> bool:
    """Whether items say so much that each needs a line of its own."""
    return not isinstance(value, Mapping) and sum(isinstance(item, Mapping) for item in value) > 1


def _elements(items: Items, indent: int) -> list[str]:
    lines: list[str] = []
    for item in items:
        if items.spaced and lines:
            lines.append("")
        lines += element_lines(item, indent)
    return lines


def _dashed(lines: list[str], indent: int) -> list[str]:
    return [f"{' ' * indent}- {lines[0][indent + STEP :]}", *lines[1:]] if lines else [f"{' ' * indent}- {{}}"]


def _text(head: str, value: Any, indent: int) -> list[str]:
    line = f"{head} {scalar(value)}"
    if not isinstance(value, str) or ("\n" not in value and _fits(line)):
        return [line]
    refuse_unseen(value)
    inner = " " * (indent + STEP)
    if "\n" in value and _LITERAL.fullmatch(value):
        return _literal(head, value, inner)
    if " " in value and _FOLDABLE.fullmatch(value):
        return [f"{head} >-", *(inner + line for line in _folded(value, WIDTH - len(inner)))]
    return [line]


def _literal(head: str, value: str, inner: str) -> list[str]:
    """Lines as they are; the sign tells whether the last one ends."""
    lines = value.removesuffix("\n").split("\n")
    sign = " |" if value.endswith("\n") else " |-"
    return [head + sign, *(inner + line if line else "" for line in lines)]


def _folded(text: str, width: int) -> list[str]:
    """The words of a text in lines; a word of greater width has a line of its own."""
    lines, line = [], ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def _fits(line: str) -> bool:
    return len(line) <= WIDTH
