"""What becomes of a file, line by line, as `patch` and `git apply` understand it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from ltcarch.report.columns import shown
from ltcarch.report.screen import Screen

AROUND = 3
"""Lines that are shown before and after a change."""
MOST_TO_COMPARE = 400
"""Lines between two that are certain; more of them are shown as gone and come as a whole."""
_STYLES = {"-": "error", "+": "help", "@": "info"}
_NO_END = "\\ No newline at end of file\n"
_Link = tuple[int, int, "_Link | None"]
"""The indexes of a line in both texts, and the one before it in the chain."""


class Change(NamedTuple):
    """Lines that give way to others, by their indexes; the ends are exclusive."""

    begin: int
    end: int
    new_begin: int
    new_end: int


def unified_diff(path: str, former: str, new: str, screen: Screen) -> Iterator[str]:
    """The lines of a diff, with their ends; none where nothing changes. A terminal is spared what it cannot show."""
    old_lines, new_lines = _lines(former), _lines(new)
    heads = [f"--- a/{shown(path)}\n", f"+++ b/{shown(path)}\n"]
    for hunk in _hunks(changes(old_lines, new_lines)):
        for head in heads:
            yield screen.paint(head.removesuffix("\n"), "strong") + "\n"
        heads = []
        for line in _hunk(hunk, old_lines, new_lines):
            told = line.removesuffix("\n")
            told = shown(told.removesuffix("\r")) if screen.is_terminal else told
            yield (screen.paint(told, _STYLES[line[0]]) if line[0] in _STYLES else told) + "\n"
            if not line.endswith("\n"):
                yield _NO_END


def _lines(text: str) -> list[str]:
    """The lines with their ends, split as `patch` splits them."""
    *whole, last = text.split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])


def changes(former: Sequence[str], new: Sequence[str]) -> list[Change]:
    """What changes between lines that stand in the same order. Linear where most lines are unlike all others."""
    found: list[Change] = []
    begin, new_begin = 0, 0
    for end, new_end in (*_certain(former, new), (len(former), len(new))):
        found.extend(_between(former, new, Change(begin, end, new_begin, new_end)))
        begin, new_begin = end + 1, new_end + 1
    return found


def _certain(former: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The indexes of lines that occur once in each text, as many as stand in the same order."""
    once = {line for line, amount in Counter(former).items() if amount == 1}
    new_once = {line: index for index, line in enumerate(new)}
    repeated = {line for line, amount in Counter(new).items() if amount > 1}
    pairs = [
        (index, new_once[line])
        for index, line in enumerate(former)
        if line in once and line in new_once and line not in repeated
    ]
    tops: list[int] = []
    chains: list[_Link] = []
    for index, new_index in pairs:
        at = bisect_left(tops, new_index)
        link = (index, new_index, chains[at - 1] if at else None)
        tops[at : at + 1], chains[at : at + 1] = [new_index], [link]
    return _unchained(chains[-1] if chains else None)


def _unchained(link: _Link | None) -> list[tuple[int, int]]:
    found = []
    while link:
        found.append(link[:2])
        link = link[2]
    return found[::-1]


def _between(former: Sequence[str], new: Sequence[str], gap: Change) -> Iterator[Change]:
    begin, end, new_begin, new_end = gap
    while begin < end and new_begin < new_end and former[begin] == new[new_begin]:
        begin, new_begin = begin + 1, new_begin + 1
    while begin < end and new_begin < new_end and former[end - 1] == new[new_end - 1]:
        end, new_end = end - 1, new_end - 1
    if max(end - begin, new_end - new_begin) > MOST_TO_COMPARE:
        yield Change(begin, end, new_begin, new_end)
        return
    for tag, *places in SequenceMatcher(None, former[begin:end], new[new_begin:new_end], autojunk=False).get_opcodes():
        if tag != "equal":
            yield Change(begin + places[0], begin + places[1], new_begin + places[2], new_begin + places[3])


def _hunks(found: list[Change]) -> Iterator[list[Change]]:
    """Changes that stand so near that the lines around them meet."""
    hunk: list[Change] = []
    for change in found:
        if hunk and change.begin - hunk[-1].end > 2 * AROUND:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _hunk(hunk: list[Change], former: list[str], new: list[str]) -> Iterator[str]:
    before = min(AROUND, hunk[0].begin)
    after = min(AROUND, len(former) - hunk[-1].end)
    begin, end = hunk[0].begin - before, hunk[-1].end + after
    yield f"@@ -{_range(begin, end)} +{_range(hunk[0].new_begin - before, hunk[-1].new_end + after)} @@\n"
    for change in hunk:
        yield from (f" {line}" for line in former[begin : change.begin])
        yield from (f"-{line}" for line in former[change.begin : change.end])
        yield from (f"+{line}" for line in new[change.new_begin : change.new_end])
        begin = change.end
    yield from (f" {line}" for line in former[begin:end])


def _range(begin: int, end: int) -> str:
    return f"{begin + 1 if end > begin else begin},{end - begin}"
