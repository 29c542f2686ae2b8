"""Everything that has a name, from A to Z; Chinese by the sound of the first character."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from ltcarch.model import Element
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Line, Section, Span, line, listing, section

_OTHERS = "#"
_FIRST = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_LETTERS = "ABCDEFGHJKLMNOPQRSTWXYZ"
_FIRST_CODES = [character.encode("gb2312") for character in _FIRST]
_LAST_BY_SOUND = "座".encode("gb2312")
"""The 3,755 characters of everyday use stand in GB 2312 in the order of their sound; these begin each letter."""
SortKey = tuple[bool, str, tuple[tuple[int, bytes], ...], str]


class _Entry(NamedTuple):
    """One name under its letter, with the key that sorts it."""

    letter: str
    key: tuple[object, ...]
    line: Line


def alphabet(edition: Edition) -> tuple[Section | None, ...]:
    """A section for each letter with all names, other names of an element among them."""
    by_letter: dict[str, list[_Entry]] = {}
    for entry in sorted(_entries(edition), key=lambda own: own.key):
        by_letter.setdefault(entry.letter, []).append(entry)
    return tuple(
        section("letter", edition.word("Other") if letter == _OTHERS else letter, listing(own.line for own in entries))
        for letter, entries in by_letter.items()
    )


def _entries(edition: Edition) -> Iterator[_Entry]:
    for element_id, place in edition.places.items():
        element = edition.architecture.elements[element_id]
        if element is edition.architecture.company or not element.name:
            continue
        name = element.label(edition.language)
        yield _entry(name, element, line(Span(name, place), _kind(edition, element)))
        for alias in element.aliases:
            other = edition.text(alias)
            if other and other != name:
                yield _entry(other, element, line(Span(other, place), Span(f" → {name}", style="quiet")))


def _entry(name: str, element: Element, shown: Line) -> _Entry:
    return _Entry(sound(name)[0], (*by_sound(name), element.id), shown)


def _kind(edition: Edition, element: Element) -> Span:
    number = edition.architecture.hierarchy.number(element) if edition.in_hierarchy(element) else ""
    kind = edition.value("kind", element.KIND)
    told = f"{kind} {number}" if number else kind
    return Span(edition.word(" ({more})", more=told), style="quiet")


def by_sound(name: str) -> SortKey:
    """A sort key: by letter, names of no letter last."""
    letter, rest = sound(name)
    return letter == _OTHERS, letter, rest, name


def sound(name: str) -> tuple[str, tuple[tuple[int, bytes], ...]]:
    """The letter under which a name stands, and where it stands there."""
    plain = "".join(own for own in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(own))
    words = plain.lstrip("\"'([{<“‘「『（《【·.- ")
    letter = _letter(words[:1])
    return letter, tuple(_rank(character) for character in words)


def _letter(character: str) -> str:
    if character.isascii() and character.isalpha():
        return character.upper()
    code = _code(character)
    return _LETTERS[bisect_right(_FIRST_CODES, code) - 1] if code else _OTHERS


def _rank(character: str) -> tuple[int, bytes]:
    """Latin before Chinese by its sound, and that before all others by their codes."""
    code = _code(character)
    return (1, code) if code else (0 if character.isascii() else 2, character.encode("utf-8", "surrogatepass"))


def _code(character: str) -> bytes:
    """The place of a Chinese character among those that stand in the order of their sound; nothing for any other."""
    code = character.encode("gb2312", "ignore")
    return code if len(code) == 2 and _FIRST_CODES[0] <= code <= _LAST_BY_SOUND else b""
