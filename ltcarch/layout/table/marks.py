"""The marks in the cells of a table, and the legend: letters and words on a ground of their own, and dots."""

from collections.abc import Iterator
from math import ceil

from ltcarch.layout.picture import Box, Shape, TextBlock
from ltcarch.layout.table.track import Track
from ltcarch.layout.text import text_width
from ltcarch.layout.theme import TEXTS, THEME
from ltcarch.views.tables.table import DOTS, Mark

_SIZES = THEME.table


def badge_role(mark: Mark) -> str:
    """What a mark looks like."""
    if mark.text in DOTS:
        return "dot-loud" if mark.is_loud else "dot-pale"
    return "badge-loud" if mark.is_loud else "badge-pale"


def _badge_width(mark: Mark) -> float:
    if mark.text in DOTS:
        return _SIZES.dot
    return max(_SIZES.badge[0], ceil(text_width(mark.text, TEXTS[badge_role(mark)])) + 2 * _SIZES.badge_padding)


def badges_width(marks: tuple[Mark, ...]) -> float:
    """How wide marks are side by side."""
    return sum(_badge_width(mark) + _SIZES.badge_gap for mark in marks) - _SIZES.badge_gap if marks else 0.0


def badges_in(own: str, marks: tuple[Mark, ...], track: Track, y: float, is_centred: bool) -> Iterator[Shape]:
    """The marks of a cell side by side."""
    x = track.x + ((track.width - badges_width(marks)) / 2 if is_centred else _SIZES.padding)
    for index, mark in enumerate(marks):
        height = _SIZES.dot if mark.text in DOTS else _SIZES.badge[1]
        box = Box(x, y + (_SIZES.badge[1] - height) / 2, _badge_width(mark), height)
        yield _badge(f"{own}:{index + 1}", mark, box)
        x += box.width + _SIZES.badge_gap


def _badge(own: str, mark: Mark, box: Box) -> Shape:
    """A mark in the middle of its box."""
    role = badge_role(mark)
    if mark.text in DOTS:
        return Shape(own, role, box, (), mark.name, mark.tone)
    style = TEXTS[role]
    width = text_width(mark.text, style)
    text = TextBlock(
        role, (mark.text,), Box(box.centre[0] - width / 2, box.centre[1] - style.line / 2, width, style.line)
    )
    return Shape(own, role, box, (text,), mark.name, mark.tone)
