"""What people are told of an import: each element that came in otherwise or not at all, and how many came in."""

from collections import Counter
from collections.abc import Iterable, Iterator

from ltcarch.interchange.bpmn.reading.account import Entry, Fate
from ltcarch.interchange.bpmn.reading.imported import Imported
from ltcarch.model.kinds import COLLECTIONS

_HEADINGS = {
    Fate.IMPORTED: "Imported:",
    Fate.CHANGED: "Imported otherwise, or only in part:",
    Fate.LEFT_OUT: "Left out:",
}


def entry_lines(entries: Iterable[Entry], *, everything: bool) -> Iterator[str]:
    """The elements under what became of them."""
    known = tuple(entries)
    for fate, heading in _HEADINGS.items():
        found = [own for own in known if own.fate is fate]
        if found and (everything or fate is not Fate.IMPORTED):
            yield heading
            yield from map(_line, found)
            yield ""


def _line(entry: Entry) -> str:
    name = f" `{entry.name}`" if entry.name else ""
    own = f" ({entry.id})" if entry.id else ""
    return f"  {entry.file}:{entry.line}  {entry.kind}{name}{own}: {entry.sentence}"


def summary_line(found: Imported) -> str:
    """How many elements of the files came in, and as what."""
    fates = Counter(own.fate for own in found.entries)
    kinds = Counter(own.kind for own in found.new)
    made = ", ".join(
        f"{kinds[kind]} {COLLECTIONS[kind].replace('_', ' ') if kinds[kind] > 1 else kind.replace('_', ' ')}"
        for kind in COLLECTIONS
        if kinds[kind]
    )
    told = ", ".join(f"{fates[fate]} {fate}" for fate in Fate if fates[fate])
    return f"{len(found.entries)} elements of BPMN: {told}. They give {made or 'nothing'}."
