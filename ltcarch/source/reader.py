"""From YAML text to data with positions, in one pass over the C parser's events.

Only what a reviewer can read in place is accepted: no aliases, anchors, tags or second documents, and no
nesting beyond a fixed depth. A fault that leaves the data whole (a duplicate key) is noted and reading goes
on; any other stops the file.
"""

from array import array
from collections.abc import Callable
from sys import intern
from typing import Any, NoReturn

import yaml
from yaml import events as event_types

from ltcarch.source.decoding import control_character, decode
from ltcarch.source.document import Collection, Document, Mapping, Sequence
from ltcarch.source.faults import (
    ALIAS,
    CONTROL_CHARACTER,
    DUPLICATE_KEY,
    KEY_NOT_TEXT,
    SEVERAL_DOCUMENTS,
    SYNTAX,
    TAG,
    TOO_DEEP,
    Fault,
    Unusable,
)
from ltcarch.source.limits import limit, to_allow_more
from ltcarch.source.scalars import resolve
from ltcarch.source.syntax_messages import syntax_fault
from ltcarch.source.text import SourceText, Span

Place = tuple[int, int, int, int]
DEEPEST = limit("nesting")
_NEW_ITEM = "; where another item begins, put `- ` before it"
MOST_FAULTS = 100
"""So many duplicate keys of one file are told; a file with more was not written by hand."""
try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]  # the stubs do not list it
except ImportError:  # PyYAML built without libyaml: slower, and the same events
    from yaml import Loader as _Parser  # type: ignore[assignment]


def read(path: str, data: bytes) -> tuple[Document, list[Fault]]:
    """The document in a file's bytes and the faults beside which it can be used. Raises `Unusable`."""
    source = SourceText(path, decode(data))
    return read_text(source)


def read_text(source: SourceText) -> tuple[Document, list[Fault]]:
    """The document in a text and the faults beside which it can be used. Raises `Unusable`."""
    parser = _Parser(source.text)
    builder = _Builder(parser.get_event)
    try:
        root = builder.build()
    except yaml.MarkedYAMLError as error:
        raise Unusable(syntax_fault(source, error)) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Unusable(Fault(SYNTAX, f"this is not YAML: {error}")) from None
    finally:
        parser.dispose()
    return Document(source, root, builder.marks), builder.faults


class _Builder:
    """Builds mappings and sequences from events, and their marks into one array.

    This is the part of a run that takes longest: scalars are read in place, without a call for each.
    """

    def __init__(self, next_event: Callable[[], Any]) -> None:
        self.marks = array("I")
        self.faults: list[Fault] = []
        self._next_event = next_event

    def build(self) -> object:
        """The root value; None for an empty file."""
        root: object = None
        documents = 0
        while True:
            event = self._next_event()
            kind = type(event)
            if kind is event_types.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise Unusable(
                        Fault(
                            SEVERAL_DOCUMENTS,
                            "a second document begins here",
                            _span(event),
                            "one file holds one document: delete the `---`, or move the rest to a file of its own",
                        )
                    )
            elif kind is event_types.StreamEndEvent:
                return root
            elif kind is event_types.ScalarEvent:
                root = _scalar(event)
            elif kind not in (event_types.StreamStartEvent, event_types.DocumentEndEvent):
                root, place = self._collection(event, 0)
                self.marks.extend((0, 0, 0, *place))

    def _collection(self, opening: Any, depth: int) -> tuple[Collection, Place]:
        """A mapping or sequence, and its place."""
        if type(opening) is event_types.AliasEvent:
            _refuse(opening)
        if depth >= DEEPEST:
            raise Unusable(
                Fault(
                    TOO_DEEP,
                    f"this is nested more than {DEEPEST} deep",
                    _span(opening),
                    f"let it stand further out: an element may stand alone, with `parent:`; {to_allow_more('nesting')}",
                )
            )
        if opening.anchor is not None or opening.tag is not None:
            _refuse(opening)
        collection: Collection
        marks: list[int] = []
        if type(opening) is event_types.MappingStartEvent:
            collection = Mapping()
            closing = self._fill_mapping(collection, marks, depth + 1)
        else:
            collection = Sequence()
            closing = self._fill_sequence(collection, marks, depth + 1)
        collection.marks = len(self.marks)
        self.marks.fromlist(marks)
        start = opening.start_mark
        end = closing.end_mark if opening.flow_style else start
        return collection, (start.line, start.column, end.line, end.column)

    def _fill_mapping(self, mapping: Mapping, marks: list[int], depth: int) -> Any:
        """Take in the entries of a mapping up to the event that ends it, which is given back."""
        next_event = self._next_event
        scalar: Any = event_types.ScalarEvent
        value: object
        while True:
            event = next_event()
            if type(event) is not scalar:
                if type(event) is event_types.MappingEndEvent:
                    return event
                _refuse_key(event)
            if event.anchor is not None or event.tag is not None:
                _refuse(event)
            key = intern(event.value if event.style != '"' else _quoted(event))  # one text for all maps that have it
            start, end = event.start_mark, event.end_mark
            line, column = start.line, start.column
            mark = (line, column, end.column if end.line == line else column + 1)
            event = next_event()
            if type(event) is scalar:
                if event.anchor is not None or event.tag is not None:
                    _refuse(event)
                if event.implicit[0]:
                    value = resolve(event.value)
                    if type(value) is str:
                        value = intern(value)  # equal texts are one object, so that to look up an id costs little
                else:
                    value = event.value if event.style != '"' else _quoted(event)
                start, end = event.start_mark, event.end_mark
                place = (start.line, start.column, end.line, end.column)
            else:
                value, place = self._collection(event, depth)
            if key in mapping:
                self._duplicate(mapping, marks, key, mark)
            else:
                mapping[key] = value
                marks += mark
                marks += place

    def _fill_sequence(self, sequence: Sequence, marks: list[int], depth: int) -> Any:
        """Take in the items of a sequence up to the event that ends it, which is given back."""
        next_event = self._next_event
        scalar: Any = event_types.ScalarEvent
        value: object
        while True:
            event = next_event()
            if type(event) is scalar:
                if event.anchor is not None or event.tag is not None:
                    _refuse(event)
                if event.implicit[0]:
                    value = resolve(event.value)
                    if type(value) is str:
                        value = intern(value)  # equal texts are one object, so that to look up an id costs little
                else:
                    value = event.value if event.style != '"' else _quoted(event)
                start, end = event.start_mark, event.end_mark
                place = (start.line, start.column, end.line, end.column)
            elif type(event) is event_types.SequenceEndEvent:
                return event
            else:
                value, place = self._collection(event, depth)
            sequence.append(value)
            marks += (0, 0, 0)
            marks += place

    def _duplicate(self, mapping: Mapping, marks: list[int], key: str, mark: tuple[int, int, int]) -> None:
        if len(self.faults) >= MOST_FAULTS:
            return
        first = list(mapping).index(key) * 7
        line, column, end = marks[first : first + 3]
        self.faults.append(
            Fault(
                DUPLICATE_KEY,
                f"the key `{key}` stands twice",
                _key_span(*mark),
                f"keep one of them; so far the first one counts{_NEW_ITEM if key == 'id' else ''}",
                (_key_span(line, column, end), "it stands here first"),
            )
        )


def _key_span(line: int, column: int, end: int) -> Span:
    """Where a key stands; an empty one, which `?` can write, takes one character."""
    return Span(line + 1, column + 1, line + 1, max(end, column + 1) + 1)


def _scalar(event: Any) -> object:
    if event.anchor is not None or event.tag is not None:
        _refuse(event)
    return resolve(event.value) if event.implicit[0] else _quoted(event)


def _quoted(event: Any) -> str:
    """A quoted text; an escape can write what must not stand in a file either."""
    found = control_character(event.value)
    if found:
        raise Unusable(
            Fault(
                CONTROL_CHARACTER,
                f"an escape stands for the invisible character {found}, which is not allowed",
                _span(event),
                "delete it, or write the character that is really meant",
            )
        )
    return str(event.value)


def _refuse(event: Any) -> NoReturn:
    if type(event) is event_types.AliasEvent or event.anchor is not None:
        sign = "*" if type(event) is event_types.AliasEvent else "&"
        raise Unusable(
            Fault(
                ALIAS,
                f"`{sign}{event.anchor}`: anchors and aliases are not allowed",
                _span(event),
                "write the value out, refer to an element by its id; put a text in quotes that begins so",
            )
        )
    tag = event.tag.replace("tag:yaml.org,2002:", "!!", 1)
    raise Unusable(
        Fault(
            TAG,
            f"the tag `{tag}` is not allowed",
            _span(event),
            "delete it; put the value in quotes to make it text, or if the text begins with an exclamation mark",
        )
    )


def _refuse_key(event: Any) -> NoReturn:
    if type(event) is event_types.AliasEvent:
        _refuse(event)
    raise Unusable(
        Fault(KEY_NOT_TEXT, "a key must be plain text", _span(event), "quote the key if it begins with [ or {")
    )


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    if end.line == start.line and end.column > start.column:
        return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    return Span(start.line + 1, start.column + 1, start.line + 1, start.column + 2)
