"""How wide characters are, in thousandths of the font size.

The Latin widths are those that Helvetica, Arial and the fonts made to their measure share.
"""

import unicodedata
from functools import lru_cache

_FIRST = 32
_REGULAR = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
_BOLD = (
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
)  # fmt: skip
_SIGNS = {
    "–": 556, "—": 1000, "…": 1000, "‘": 278, "’": 278, "“": 500, "”": 500, "·": 333, "•": 350, "×": 584,
    "→": 1000, "←": 1000, "↑": 600, "↓": 600, "≤": 549, "≥": 549, "€": 556, "£": 556, "¥": 556, "°": 400,
    "±": 584, "²": 333, "³": 333, "§": 556, "«": 556, "»": 556, "ß": 611, "æ": 889, "Æ": 1000, "ø": 611,
    "Ø": 778, "©": 737, "®": 737, "™": 1000, "ı": 278, "ł": 278, "Ł": 556, "đ": 611, "Đ": 722,
}  # fmt: skip
_FULL_WIDTH = 1000
_EMOJI = 1300
_FIRST_EMOJI = 0x1F000
_NO_WIDTH = frozenset(("Mn", "Me", "Cf", "Cc"))
_OTHER_CAPITAL, _OTHER_LETTER = 880, 680


@lru_cache(maxsize=20_000)
def character_width(character: str, bold: bool) -> int:
    """The width of one character; rather too wide than too narrow for what the table does not hold."""
    base = unicodedata.normalize("NFD", character)[0]
    index = ord(base) - _FIRST
    if 0 <= index < len(_REGULAR):
        return (_BOLD if bold else _REGULAR)[index]
    if character in _SIGNS:
        return _SIGNS[character]
    category = unicodedata.category(character)
    if category in _NO_WIDTH:
        return 0
    if ord(character) >= _FIRST_EMOJI and category == "So":
        return _EMOJI
    if unicodedata.east_asian_width(character) in "WF" or category[0] not in "LN":
        return _FULL_WIDTH
    return _OTHER_CAPITAL if category == "Lu" else _OTHER_LETTER
