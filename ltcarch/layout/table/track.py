"""The room of one column, and wrapped lines in it."""

from dataclasses import dataclass

from ltcarch.layout.picture import Box, TextBlock
from ltcarch.layout.text import text_width, widest
from ltcarch.layout.theme import TEXTS, THEME

_SIZES = THEME.table


@dataclass(frozen=True, slots=True)
class Track:
    """The room of one column of the picture, between its left and right side."""

    x: float
    width: float

    @property
    def inner(self) -> float:
        """The room for text."""
        return self.width - 2 * _SIZES.padding


def text_lines(lines: tuple[str, ...], style: str, track: Track, y: float, is_centred: bool) -> tuple[TextBlock, ...]:
    """Wrapped lines at the left of a track's room, or each in its middle."""
    height = TEXTS[style].line
    if not is_centred:
        box = Box(track.x + _SIZES.padding, y, widest(lines, TEXTS[style]), height * len(lines))
        return (TextBlock(style, lines, box),)
    made = []
    for index, line in enumerate(lines):
        width = text_width(line, TEXTS[style])
        made.append(
            TextBlock(style, (line,), Box(track.x + (track.width - width) / 2, y + index * height, width, height))
        )
    return tuple(made)
