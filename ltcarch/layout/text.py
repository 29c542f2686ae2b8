"""How wide text is, and where it breaks into lines."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ltcarch.layout.glyph_widths import character_width
from ltcarch.layout.theme import TextStyle

ELLIPSIS = "…"
_MARGIN = 1.03
"""Readers' fonts differ a little from ours, so text is taken to be this much wider than it is."""
_BESIDE_WIDE = 1.09
"""Where a line holds Chinese, its Latin letters come from the Chinese font, which draws them wider."""
_JOINER = "\u200d"
_CLOSING = frozenset("，。、；：？！）》」』】〉〕｝”’…%,.;:?!)]}·")
_OPENING = frozenset("（《「『【〈〔｛“‘([{")
_BREAK_AFTER = frozenset("-/_")


@lru_cache(maxsize=20_000)
def text_width(text: str, style: TextStyle) -> float:
    """The width of a line of text in pixels."""
    narrow = sum(character_width(character, style.bold) for character in text if not is_wide(character))
    wide = sum(character_width(character, style.bold) for character in text if is_wide(character))
    margin = _BESIDE_WIDE if wide else _MARGIN
    return (narrow * margin + wide) * style.size / 1000


@lru_cache(maxsize=20_000)
def wrap(text: str, style: TextStyle, width: float, most: int) -> tuple[str, ...]:
    """The text in lines that fit a width, about equally long; at most so many, the last ending in an ellipsis if cut.

    Lines break between words, and beside any Chinese, Japanese or Korean character except where punctuation forbids;
    a word that is too long for a line breaks anywhere. A single character is never cut, even if it does not fit.
    """
    pieces = tuple(_pieces(" ".join(text.split()), style, width))
    lines = _fill(pieces, style, width)
    if len(lines) > most:
        return (*lines[: most - 1], _cut(lines[most - 1], style, width))
    return _fill(pieces, style, _balanced(pieces, style, width, len(lines))) if len(lines) > 1 else lines


def widest(lines: tuple[str, ...], style: TextStyle) -> float:
    """The width of the longest line."""
    return max((text_width(line, style) for line in lines), default=0.0)


def longest_piece(text: str, style: TextStyle) -> float:
    """The width of the longest stretch that no line break may part."""
    return max((text_width(piece, style) for word in text.split() for piece in _parts(word)), default=0.0)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch that stays together, and whether a blank parts it from the one before."""

    text: str
    blank: bool


def characters(text: str) -> list[str]:
    """The text in pieces that readers see as one character each: accents, joiners and flags stay with their base."""
    found: list[str] = []
    for character in text:
        if found and (_continues(character) or found[-1].endswith(_JOINER) or _is_flag(found[-1], character)):
            found[-1] += character
        else:
            found.append(character)
    return found


def _continues(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me", "Mc", "Cf") or 0x1F3FB <= ord(character) <= 0x1F3FF


def _is_flag(first: str, second: str) -> bool:
    return len(first) == 1 and all(0x1F1E6 <= ord(letter) <= 0x1F1FF for letter in (first, second))


def _pieces(text: str, style: TextStyle, width: float) -> Iterator[_Piece]:
    for word in text.split(" "):
        blank = True
        for piece in _parts(word):
            for fitting in _broken(piece, style, width):
                yield _Piece(fitting, blank)
                blank = False


def _parts(word: str) -> Iterator[str]:
    """The stretches of a word between which a line may break."""
    held = ""
    for character in characters(word):
        if held and _may_break(held, character):
            yield held
            held = ""
        held += character
    if held:
        yield held


def _may_break(before: str, character: str) -> bool:
    if character[0] in _CLOSING or before[-1] in _OPENING:
        return False
    return is_wide(character[0]) or is_wide(before[-1]) or before[-1] in _BREAK_AFTER


def is_wide(character: str) -> bool:
    """Whether a character takes a whole square, as Chinese, Japanese and Korean ones do."""
    return unicodedata.east_asian_width(character) in "WF"


def _broken(piece: str, style: TextStyle, width: float) -> Iterator[str]:
    if text_width(piece, style) <= width:
        yield piece
        return
    held = ""
    for character in characters(piece):
        if held and text_width(held + character, style) > width:
            yield held
            held = ""
        held += character
    yield held


def _fill(pieces: tuple[_Piece, ...], style: TextStyle, width: float) -> tuple[str, ...]:
    lines: list[str] = []
    for piece in pieces:
        longer = f"{lines[-1]}{' ' if piece.blank else ''}{piece.text}" if lines else piece.text
        if lines and text_width(longer, style) <= width:
            lines[-1] = longer
        elif lines:
            lines.append(piece.text)
        else:
            lines = [piece.text]
    return tuple(lines)


def _balanced(pieces: tuple[_Piece, ...], style: TextStyle, width: float, count: int) -> float:
    """The least width that gives the same number of lines, so that no line is left with one lonely character."""
    low, high = width / 4, width
    while high - low > 1:
        middle = (low + high) / 2
        if len(_fill(pieces, style, middle)) <= count and widest(_fill(pieces, style, middle), style) <= width:
            high = middle
        else:
            low = middle
    return high


def _cut(text: str, style: TextStyle, width: float) -> str:
    held = ""
    for character in characters(text):
        if held and text_width(held + character + ELLIPSIS, style) > width:
            break
        held += character
    return held.rstrip() + ELLIPSIS
