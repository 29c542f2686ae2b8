"""Numbers that say where an element stands, such as 4.1.2: read from what people and spreadsheets make of them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ltcarch.interchange.excel.lists.sheets import Cell, Stored
from ltcarch.interchange.identifiers import FITS

Path = tuple[str, ...]
_MARKS = re.compile(r"\s*[.。·・、,/\\_\-‐‑–—>→]\s*")
_SEGMENT = re.compile(r"[A-Za-z]{0,8}[0-9]{1,8}[A-Za-z]{0,2}|[A-Z]{1,8}")
_DEEPEST = 12
_AT_BEGINNING = re.compile(
    r"\s*([A-Za-z]{0,4}[0-9]{1,3}(?:[.．。\-][A-Za-z]{0,2}[0-9]{1,3})*|[A-Z]{1,5}(?:[.．\-][0-9]{1,3})+)"
    r"(?:[.．、:：)）]\s*|\s+)(?=\S)"
)
MOST_ZEROS = 3
"""4.1 may have been 4.10, 4.100 or 4.1000."""


class Numbered(NamedTuple):
    """A number as it is shown, and the path that it means. `doubt` says what was assumed."""

    shown: str
    path: Path
    doubt: str = ""


@lru_cache(maxsize=100_000)
def path_of(text: str) -> Path | None:
    """The path that a number means, without leading zeros; None for what is no such number."""
    plain = tidy(text)
    segments = plain.split(".") if plain else []
    if not segments or len(segments) > _DEEPEST or not all(_SEGMENT.fullmatch(own) for own in segments):
        return None
    return tuple(_segment(own) for own in segments)


def tidy(text: str) -> str:
    """A number with plain digits, and points between its parts."""
    plain = unicodedata.normalize("NFKC", text).strip().strip("()[]【】〔〕 ")
    return _MARKS.sub(".", plain).strip(". ")


def tidied(text: str) -> str:
    """A number as people see it, without marks around it and in plain digits."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip(" .、。:,()") or text


def id_of_number(shown: str, path: tuple[str, ...]) -> str:
    """The id that a number makes: as it is shown, without points at the end and zeros that only fill up."""
    plain = unicodedata.normalize("NFKC", shown).strip("()[] .、")
    parts = tidy(shown).split(".")
    if len(parts) > len(path):
        return ".".join(parts[: len(path)])
    return plain if FITS.fullmatch(plain) else ".".join(parts)


def _segment(text: str) -> str:
    found = re.fullmatch(r"([A-Za-z]*)0*([0-9]+)([A-Za-z]*)", text)
    return "".join(found.groups()).upper() if found else text.upper()


_CHINESE_DIGITS = "[一二三四五六七八九十百]{1,4}"
_OUTLINE = {
    "第一章": rf"第{_CHINESE_DIGITS}[章节条篇]",
    "一、": rf"{_CHINESE_DIGITS}[、.。:：]?",
    "（一）": rf"[(（]{_CHINESE_DIGITS}[)）][、.]?",
    "1.": r"[0-9]{1,3}[、.。．]?",
    "（1）": r"[(（][0-9]{1,3}[)）]",
    "1)": r"[0-9]{1,3}[)）]",
    "①": "[①-⑳]",
}


def outline_style(text: str) -> str:
    """How an outline counts here: by 一、 or （一） or ①, each with a level of its own; empty for anything else."""
    plain = re.sub(r"\s", "", text)
    return next((style for style, pattern in _OUTLINE.items() if re.fullmatch(pattern, plain)), "")


def number_and_name(text: str) -> tuple[str, str] | None:
    """The two parts of `4.1 Manage leads`; None where a text does not begin with a number."""
    narrow = unicodedata.normalize("NFKC", text)
    found = _AT_BEGINNING.match(narrow if len(narrow) == len(text) else text)
    if not found or path_of(found[1]) is None:
        return None
    return text[: found.end(1)].strip(), text[found.end() :].strip()


class NumberReader:
    """Reads the numbers of a list from the top down.

    A spreadsheet keeps 4.10 as 4.1, and 4.1 may have become the fourth of January. What such a cell means is told by
    its number format, by what stands before it, and by the numbers that are kept as text.
    """

    def __init__(self, cells: Iterable[Cell]) -> None:
        cells = list(cells)
        self._trusts_formats = len({_digits(own) for own in cells if own.stored is Stored.FIXED}) > 1 or any(
            own.stored is Stored.NUMBER and "." in own.text for own in cells
        )
        self._texts = {path for own in cells if own.stored is Stored.TEXT and (path := path_of(own.text))}
        self._above = {path[:depth] for path in self._texts for depth in range(1, len(path))}
        self._exact = self._texts | {path for own in cells if (path := self._plain_path(own))}
        self._last: dict[Path, int] = {}
        self._taken: set[Path] = set()
        self._width = _fixed_width(own.text for own in cells)

    def read(self, cell: Cell) -> Numbered | None:
        """What the next cell means; None where it holds no number."""
        found = self._read(cell)
        if found is not None:
            self._taken.add(found.path)
            if found.path[-1].isdecimal():
                self._last[found.path[:-1]] = int(found.path[-1])
        return found

    def _read(self, cell: Cell) -> Numbered | None:
        if cell.stored is Stored.DATE:
            return self._from_date(cell)
        text = self._shown(cell)
        path = self._split(text) if self._width else path_of(text)
        if path is None or (len(path) == 1 and path[0].isalpha() and not self._has_children(path)):
            return None
        path = self._without_padding(path)
        is_kept_short = cell.stored in (Stored.NUMBER, Stored.FIXED)
        longer = self._with_zeros(path, is_kept_short) if len(path) == 2 and "." in text else None
        if longer and cell.text != ".".join(longer):
            return Numbered(
                ".".join(longer), longer, f"{text} is taken for {'.'.join(longer)}, which a spreadsheet shortens"
            )
        if longer is None and is_kept_short and len(path) == 2 and path in self._taken:
            return Numbered(tidied(text), path, f"{text} stands there twice; one may have been {text}0")
        return Numbered(tidied(text), path)

    def _shown(self, cell: Cell) -> str:
        if cell.stored is Stored.FIXED and not self._trusts_formats and "." in cell.text:
            return cell.text.rstrip("0").rstrip(".")
        return unicodedata.normalize("NFKC", cell.text)

    def _plain_path(self, cell: Cell) -> Path | None:
        return path_of(self._shown(cell)) if cell.stored is not Stored.DATE else None

    def _has_children(self, path: Path) -> bool:
        return path in self._above

    def _split(self, text: str) -> Path | None:
        digits = unicodedata.normalize("NFKC", text).strip()
        if not digits.isdecimal() or len(digits) % self._width:
            return path_of(text)
        return tuple(_segment(digits[at : at + self._width]) for at in range(0, len(digits), self._width))

    def _without_padding(self, path: Path) -> Path:
        """4.1.2.0 is 4.1.2, unless a row of its own is 4.1.2."""
        short = path
        while len(short) > 1 and short[-1] == "0":
            short = short[:-1]
        return path if short != path and short in self._exact else short

    def _with_zeros(self, path: Path, is_kept_short: bool) -> Path | None:
        """The number that follows, or has rows below it, and that a spreadsheet would keep as this one."""
        next_one = self._last.get(path[:1], 0) + 1
        for zeros in range(1, MOST_ZEROS + 1):
            longer = (path[0], path[1] + "0" * zeros)
            is_free = longer not in self._taken and longer not in self._texts
            follows = longer[1] == str(next_one)
            if is_free and follows and (is_kept_short or path in self._taken):
                return longer
            if is_free and is_kept_short and path in self._taken and longer in self._above:
                return longer
        return None

    def _from_date(self, cell: Cell) -> Numbered | None:
        """The fourth of January may have been 4.1 or 1.4: the one that follows what stands before it."""
        found = re.match(r"(\d{4})-(\d\d)-(\d\d)$", cell.text)
        if not found:
            return None
        year, month, day = (str(int(own)) for own in found.groups())
        short = str(int(year) % 100)
        for path in ((day, month), (month, day), (day, month, short), (short, month, day), (month, day, short)):
            if (
                path not in self._taken
                and path[-1] == str(self._last.get(path[:-1], 0) + 1)
                and path[:-1] in self._taken
            ):
                shown = ".".join(path)
                return Numbered(shown, path, f"the date {cell.text} is taken for {shown}")
        return None


def _digits(cell: Cell) -> int:
    return len(cell.text.partition(".")[2])


def _fixed_width(texts: Iterable[str]) -> int:
    """How many digits tell each level in numbers such as 01, 0102, 010203; 0 for other numbers."""
    found = [unicodedata.normalize("NFKC", own).strip() for own in texts]
    if len(found) < 3 or not all(own.isdecimal() for own in found):
        return 0
    lengths = sorted(set(map(len, found)))
    width = lengths[0]
    if width < 2 or len(lengths) < 2 or any(own % width for own in lengths):
        return 0
    known = set(found)
    below = [own for own in found if len(own) > width]
    return width if sum(own[:-width] in known for own in below) >= 0.8 * len(below) else 0


def parents(path: Path) -> Iterator[Path]:
    """The paths above a path, the nearest first."""
    for depth in range(len(path) - 1, 0, -1):
        yield path[:depth]
