"""Text from outside made safe for labels of Mermaid."""

import re
import unicodedata

_PLAIN = frozenset(" ,.()-/+?!")
_LIST = re.compile(r"^(?:[-+]|\d+[.)])(?=\s|$)")


def quoted(lines: tuple[str, ...]) -> str:
    """Lines as a label. Whatever Mermaid, Markdown or HTML would read as a mark is written as an entity."""
    return f'"{"<br/>".join(_line(line.strip()) for line in lines) or " "}"'


def _line(line: str) -> str:
    listed = _LIST.match(line)
    marks = range(listed.start(), listed.end()) if listed else range(0)
    return "".join(_safe(character, index in marks) for index, character in enumerate(line))


def _safe(character: str, is_mark: bool) -> str:
    if character in _PLAIN:
        return f"#{ord(character)};" if is_mark and character != " " else character
    category = unicodedata.category(character)
    if category in ("Cc", "Cs"):
        return "\ufffd"
    return f"#{ord(character)};" if ord(character) < 128 and not character.isalnum() else character
