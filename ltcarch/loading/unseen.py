"""What stands in the project and yet could not be taken in, so that nobody calls it unknown or missing."""

import re
from collections.abc import Iterable, Iterator

from ltcarch.loading.construct import identifier
from ltcarch.loading.mismatch_messages import subject_of
from ltcarch.loading.shape import Mismatch
from ltcarch.source.document import Document, Mapping, walk

_WORD = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?")
_ID = re.compile(rf"(?<![\w.-])[\"']?id[\"']?:\s*[\"']?({_WORD.pattern})")


class Unseen:
    """Ids of elements that are out of sight, and every word beside them that may be an id.

    `has_dark_file` tells that not even the text of some file is known, or not even which files there are.
    """

    def __init__(self, *, has_dark_file: bool = False) -> None:
        self.ids: set[str] = set()
        self.words: set[str] = set()
        self.has_dark_file = has_dark_file

    def add_text(self, text: str) -> None:
        """Add the text of a file that cannot be read as YAML, be it in another encoding; none where it is unknown."""
        self.has_dark_file = self.has_dark_file or not text
        text = text.replace("\0", "")  # what UTF-16 puts beside each letter of an id
        self.ids.update(_ID.findall(text))
        self.words.update(_WORD.findall(text))

    def add_nameless(self, document: Document, mismatches: Iterable[Mismatch]) -> None:
        """Add the elements that have no usable id, with all that stands in them."""
        for mapping in _nameless(document, mismatches):
            for path, value in walk(mapping):
                if isinstance(value, str):
                    self.words.update(_WORD.findall(value))
                    if path[-1] == "id":
                        self.ids.add(value)


def _nameless(document: Document, mismatches: Iterable[Mismatch]) -> Iterator[Mapping]:
    for mismatch in mismatches:
        element, rest, _ = subject_of(document.root, mismatch.path)
        about_id = rest == ("id",) or (not rest and mismatch.subject == "id")
        if element is not None and about_id and not identifier(element.get("id")):
            yield element
