"""Ids of what another format names: what it calls an id where that fits, else a word made of the name.

The rule is stable: it asks for nothing but the thing itself, so that a second import of the same file gives the same
ids. Of a name without Latin letters a short digest is taken, since ids have no other letters.
"""

import hashlib
import re
import unicodedata

FITS = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
"""The characters of an id."""
_LONGEST = 100
_LONGEST_WORD = 48
_OTHERS = re.compile(r"[^A-Za-z0-9]+")
_CJK = re.compile("[\u2e80-\u9fff\uac00-\ud7af\u0400-\u04ff]")


class Identifiers:
    """Ids that are given once; capitals do not tell them apart."""

    def __init__(self) -> None:
        self._taken: set[str] = {"company"}

    def give(self, wanted: str, otherwise: str = "") -> str:
        """An id as near as can be to the wanted one. `otherwise` is put behind it where that is taken."""
        base = fitting(wanted)[: _LONGEST - 12]
        candidate, number = base, 1
        if candidate.casefold() in self._taken and otherwise:
            candidate = base = f"{base}_{otherwise}"
        while candidate.casefold() in self._taken:
            number += 1
            candidate = f"{base}_{number}"
        self._taken.add(candidate.casefold())
        return candidate


def fitting(text: str) -> str:
    """Text with only the characters of ids."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if FITS.fullmatch(plain):
        return plain
    return re.sub(r"[^A-Za-z0-9_.-]+", "_", plain).strip("_.-") or digest(text)


def can_be_id(text: str) -> bool:
    """Whether a text needs no letter changed to be an id, but for blanks and width."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return bool(FITS.fullmatch(re.sub(r"\s+", "_", plain))) and len(plain) <= _LONGEST


def id_of_name(prefix: str, names: dict[str, str]) -> str:
    """The id that a name makes: its words in Latin letters, or else the prefix and a digest."""
    for text in (names.get("en", ""), *names.values()):
        folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
        word = _OTHERS.sub("_", folded).strip("_").lower()
        if word and not _CJK.search(text) and any(map(str.isalpha, word)):
            if len(word) <= _LONGEST_WORD:
                return word
            return f"{word[: _LONGEST_WORD - 9].rstrip('_')}_{digest(text)}"
    return f"{prefix}_{digest(next(iter(names.values()), ''))}"


def digest(text: str) -> str:
    """Eight characters that a text always gives."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:8]
