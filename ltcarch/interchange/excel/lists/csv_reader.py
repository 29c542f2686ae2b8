"""The one sheet of a file of values, in whatever encoding and with whatever between the values."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from ltcarch.interchange.excel.lists.not_readable import (
    MOST_CELLS,
    MOST_CHARACTERS,
    NotReadable,
    too_many_cells,
    too_much_text,
)
from ltcarch.interchange.excel.lists.sheets import Cell, Sheet, cell_of

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_BETWEEN = (",", ";", "\t", "|", "，")
_TRIED = 300
_SAMPLE = 4096
_FEW_ZEROS = 4
_OTHER_FILES = {
    b"PK\x03\x04": "an archive or a workbook",
    b"%PDF": "a PDF file",
    b"\xd0\xcf\x11\xe0": "an old workbook",
}


class Csv(NamedTuple):
    """A sheet with how it was read."""

    sheet: Sheet
    encoding: str
    between: str


def read_csv(path: Path, encoding: str | None = None) -> Csv:
    """The sheet in a file. Raises NotReadable."""
    try:
        if path.stat().st_size > MOST_CHARACTERS * 2:
            raise too_much_text(path)
        data = path.read_bytes()
    except OSError as fault:
        raise NotReadable(f"{path} cannot be read: {fault.strerror}", "name a file") from fault
    for beginning, what in _OTHER_FILES.items():
        if data.startswith(beginning):
            raise NotReadable(f"{path} is {what}, not text with values", "give it the ending that fits what it is")
    encoding = encoding or _encoding(data)
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError) as fault:
        raise NotReadable(
            f"{path} cannot be read as {encoding}", "name its encoding with `--encoding`, such as gbk or utf-8"
        ) from fault
    text = text.removeprefix("\ufeff")
    between, text = _between(text)
    _refuse_open_quotation(path, text, between)
    return Csv(Sheet(path.stem, dict(_cells(path, text, between))), encoding, between)


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding
    if two_bytes := _two_bytes(data[:_SAMPLE]):
        return two_bytes
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "utf-8" or _is_chinese(text):
            return encoding
    return "cp1252"


def _two_bytes(sample: bytes) -> str:
    """Which UTF-16 a file without a mark is in: half of each plain character is zero there, and nowhere else."""
    zeros = sample.count(0)
    if zeros < _FEW_ZEROS or zeros * 30 < len(sample):
        return ""
    return "utf-16-be" if sample[0::2].count(0) > sample[1::2].count(0) else "utf-16-le"


def _is_chinese(text: str) -> bool:
    """Whether the other than plain characters are those that people write, not what GBK makes of another encoding."""
    others = [sign for sign in text if sign > "\x7f"]
    usual = 0
    for sign in others:
        try:
            usual += len(sign.encode("gb2312")) == 2
        except UnicodeEncodeError:
            continue
    return bool(others) and usual >= 0.9 * len(others)


def _between(text: str) -> tuple[str, str]:
    """What stands between the values, and the text without the line by which Excel tells it."""
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"').lower()
    if told.startswith("sep=") and len(told) == 5:
        return told[4], "\n" + rest
    return max(_BETWEEN, key=lambda mark: _evenness(text, mark)), text


def _evenness(text: str, mark: str) -> float:
    """How well a mark parts the lines into the same number of values."""
    counts: Counter[int] = Counter()
    for row in _rows(text, mark):
        if any(own.strip() for own in row):
            counts[len(row)] += 1
        if counts.total() >= _TRIED:
            break
    if not counts:
        return 0
    width, often = counts.most_common(1)[0]
    return 0 if width == 1 else often / counts.total() + min(width, 10) / 100


def _rows(text: str, between: str) -> Iterator[list[str]]:
    former = csv.field_size_limit(MOST_CHARACTERS)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=between)
    except csv.Error:
        return
    finally:
        csv.field_size_limit(former)


def _refuse_open_quotation(path: Path, text: str, between: str) -> None:
    """A quotation mark that is never closed swallows all lines after it."""
    lines = text.splitlines(keepends=True)
    reader = csv.reader(lines, delimiter=between)
    begin = last = 0
    with suppress(csv.Error):
        for _ in reader:
            begin, last = last, reader.line_num
    if last - begin < 2:
        return
    try:
        list(csv.reader(lines[begin:], delimiter=between, strict=True))
    except csv.Error as fault:
        if "end of data" in str(fault):
            raise NotReadable(
                f"{path}: the quotation mark in line {begin + 1} is never closed",
                "close it, or write two within a text",
            ) from fault


def _cells(path: Path, text: str, between: str) -> Iterator[tuple[tuple[int, int], Cell]]:
    count = 0
    for row, values in enumerate(_rows(text, between), 1):
        for column, value in enumerate(values, 1):
            cell = cell_of(path.stem, row, column, value)
            if cell is not None:
                count += 1
                if count > MOST_CELLS:
                    raise too_many_cells(path)
                yield (row, column), cell
