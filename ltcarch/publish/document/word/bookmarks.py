"""Bookmarks: the places of a document under names that Word allows."""

from collections.abc import Iterable

from ltcarch.publish.document.word.elements import Element, element


class Bookmarks:
    """Names for marks, in the order in which they come up."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._set = 0

    def name(self, mark: str) -> str:
        """The name of the bookmark for a mark."""
        return self._names.setdefault(mark, f"place_{len(self._names) + 1}")

    def around(self, names: Iterable[str], content: Iterable[Element]) -> list[Element]:
        """Some content inside bookmarks of these names."""
        made = list(content)
        for name in names:
            self._set += 1
            start = element("bookmarkStart", id=self._set, name=name)
            made = [start, *made, element("bookmarkEnd", id=self._set)]
        return made

    def at(self, marks: Iterable[str], content: Iterable[Element]) -> list[Element]:
        """Some content that marks lead to."""
        return self.around((self.name(mark) for mark in marks), content)
