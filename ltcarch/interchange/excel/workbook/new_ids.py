"""Ids for rows that came without one, after the manner of their neighbours.

Below a parent the id is the parent's with the next number, with the letter that its neighbours have before it
(`LTC.1.2.A6`). In a register it is made of the English name (`lead_administrator`).
"""

import re
from collections.abc import Iterable, Mapping

from ltcarch.model.kinds import LEVELS

_LETTERS = {"activity": "A", "task": "T"}
_LONGEST = 60


def new_id(kind: str, parent: str | None, names: Mapping[str, str], siblings: Iterable[str], taken: set[str]) -> str:
    """An id that nobody has. `names` is the element's name by language."""
    if kind in LEVELS and parent:
        stem, number = _numbered(kind, parent, siblings)
    else:
        stem, number = _word(kind, names), 1
        if stem not in taken:
            return stem
        stem, number = f"{stem}_", 2
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"


def _numbered(kind: str, parent: str, siblings: Iterable[str]) -> tuple[str, int]:
    """The beginning of the ids of siblings, and the number after the last of them."""
    stem, last = f"{parent}.{_LETTERS.get(kind, '')}", 0
    for own in siblings:
        found = re.fullmatch(rf"({re.escape(parent)}[.-]?[A-Za-z]*)(\d+)", own)
        if found and int(found[2]) >= last:
            stem, last = found[1], int(found[2])
    return stem, last + 1


def _word(kind: str, names: Mapping[str, str]) -> str:
    """A name in Latin letters as an id; the kind where there is none."""
    for language in ("en", *names):
        word = re.sub(r"[^a-z0-9]+", "_", names.get(language, "").lower()).strip("_")
        if len(word) > 1:
            return word[:_LONGEST].strip("_")
    return kind
