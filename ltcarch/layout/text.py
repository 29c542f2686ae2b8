"""How wide text is, and where it breaks into lines."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ltcarch.layout.chinese_words import parts_a_word
from ltcarch.layout.glyph_widths import character_width
from ltcarch.layout.theme import TextStyle

ELLIPSIS = "…"
_MARGIN = 1.03
"""Readers' fonts differ a little from ours, so text is taken to be this much wider than it is."""
_BESIDE_WIDE = 1.09
"""Where a line holds Chinese, its Latin letters come from the Chinese font, which draws them wider."""
_SQUARE_IN_CHINESE = frozenset("·…—“”‘’")
"""Marks that Chinese fonts draw as wide as a Chinese character."""
_JOINER = "\u200d"
_CLOSING = frozenset("，。、；：？！）》」』】〉〕｝”’…%,.;:?!)]}·")
_OPENING = frozenset("（《「『【〈〔｛“‘([{")
_BREAK_AFTER = frozenset("-/_")
_PAUSES = frozenset("，。；：？！）》」』】,.;:?!)]")
_CONJUNCTIONS = frozenset("及与和或且")
_WITHIN_WORDS, _BETWEEN_CHARACTERS, _AT_CONJUNCTION, _IN_A_LIST = 72, 32, 26, 20
"""How bad it is to part Chinese text there, measured in squares of characters that a line is longer."""
_AHEAD = 3
"""How many pieces after a break tell whether it parts a word."""


@lru_cache(maxsize=20_000)
def text_width(text: str, style: TextStyle) -> float:
    """The width of a line of text in pixels."""
    narrow = sum(character_width(character, style.bold) for character in text if not is_wide(character))
    wide = sum(character_width(character, style.bold) for character in text if is_wide(character))
    if not wide:
        return narrow * _MARGIN * style.size / 1000
    marks = [character for character in text if character in _SQUARE_IN_CHINESE]
    wider = sum(1000 - character_width(mark, style.bold) * _BESIDE_WIDE for mark in marks)
    return (narrow * _BESIDE_WIDE + wide + wider) * style.size / 1000


@lru_cache(maxsize=20_000)
def wrap(text: str, style: TextStyle, width: float, most: int) -> tuple[str, ...]:
    """The text in lines that fit a width, about equally long; at most so many, the last ending in an ellipsis if cut.

    Lines break between words, and beside any Chinese, Japanese or Korean character except where punctuation forbids,
    rather between two words of Chinese than within one; a word that is too long for a line breaks anywhere. A single
    character is never cut, even if it does not fit.
    """
    pieces = tuple(_pieces(" ".join(text.split()), style, width))
    lines = _fill(pieces, style, width)
    if len(lines) > most:
        return (*lines[: most - 1], _cut(lines[most - 1], style, width))
    if len(lines) < 2:
        return lines
    if any(map(is_wide, text)):
        return _phrased(pieces, style, width)
    return _fill(pieces, style, _balanced(pieces, style, width, len(lines)))


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


def _phrased(pieces: tuple[_Piece, ...], style: TextStyle, width: float) -> tuple[str, ...]:
    """The fewest lines, about equally long, that part as few phrases as can be."""
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    written: dict[tuple[int, int], str] = {}
    for end in range(1, len(pieces) + 1):
        after, found, line = pieces[end : end + _AHEAD], [], ""
        for start in range(end - 1, -1, -1):
            line = f"{pieces[start].text}{' ' if line and pieces[start + 1].blank else ''}{line}"
            length = text_width(line, style)
            if length > width and start < end - 1:
                break
            written[start, end] = line
            count, cost, _ = best[start]
            found.append(
                (count + 1, cost + (length / style.size) ** 2 + (_parting(line, after) if after else 0), start)
            )
        best.append(min(found))
    lines, end = [], len(pieces)
    while end:
        start = best[end][2]
        lines.append(written[start, end])
        end = start
    return tuple(reversed(lines))


def _parting(before: str, after: tuple[_Piece, ...]) -> int:
    """How bad it is for readers if a line ends before these pieces; numbers stay with their units."""
    first = after[0].text[0]
    if after[0].blank:
        is_amount = before[-1] in "≤≥" or (before[-1].isdigit() and first.isascii() and first.isalpha())
        return _WITHIN_WORDS if is_amount else 0
    if before[-1] in _PAUSES or first in _OPENING:
        return 0
    if before[-1] == "、":
        return _IN_A_LIST
    if before[-1] in _CONJUNCTIONS or parts_a_word(before, "".join(piece.text for piece in after)):
        return _WITHIN_WORDS
    return _AT_CONJUNCTION if first in _CONJUNCTIONS else _BETWEEN_CHARACTERS


def _cut(text: str, style: TextStyle, width: float) -> str:
    held = ""
    for character in characters(text):
        if held and text_width(held + character + ELLIPSIS, style) > width:
            break
        held += character
    return held.rstrip() + ELLIPSIS
