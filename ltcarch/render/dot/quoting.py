"""Text from outside made safe for DOT."""

import re

from ltcarch.render.markup import escaped

_CONTROL = re.compile("[\0-\x1f\x7f\ud800-\udfff]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_CENTRE, _LEFT = "\\n", "\\l"


def quoted(text: str) -> str:
    """Text as an id or a plain attribute."""
    return f'"{_plain(text)}"'


def label(lines: tuple[str, ...], *, at_left: bool = False) -> str:
    """Lines of a label or tool tip."""
    shown = [_ENTITY.sub("&amp;", _plain(line)) for line in lines]
    return f'"{"".join(f"{line}{_LEFT}" for line in shown) if at_left else _CENTRE.join(shown)}"'


def markup(lines: tuple[str, ...]) -> str:
    """Lines at the left of a cell in a label that is written as a table."""
    return "".join(f'{cell_text(line)}<br align="left"/>' for line in lines)


def cell_text(text: str) -> str:
    """Text inside a table, or in an attribute of one of its cells."""
    return escaped(_CONTROL.sub("\ufffd", text))


def _plain(text: str) -> str:
    return _CONTROL.sub("\ufffd", text).replace("\\", "\\\\").replace('"', '\\"')
