"""What must hold of any input: findings have places that exist, are told twice alike, and nothing takes long."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from time import perf_counter

from ltcarch.diagnostics import Diagnostic
from ltcarch.engine import Report, run
from ltcarch.interchange.project_files import project_files
from ltcarch.interchange.records import Records, records_of
from ltcarch.loading.files import NOT_ARCHITECTURE, Files, matches
from ltcarch.loading.load import Loaded, load_files
from ltcarch.source.text import Location, SourceText, Span

TODAY = date(2026, 6, 30)
SECONDS = 10.0
"""So long may one small input take; each takes some milliseconds where nothing is wrong."""


_JUDGED = count(1)


class HeldInMemory:
    """The files of a project that are nowhere on a disk."""

    def __init__(self, data: dict[str, bytes]) -> None:
        self._data = data

    def matching(self, patterns: tuple[str, ...]) -> list[str]:
        """The sorted paths of the files that match."""
        found = {path for path in self._data if any(matches(path, pattern) for pattern in patterns)}
        return sorted(found - NOT_ARCHITECTURE)

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return self._data.get(path, b"")


@contextmanager
def in_time() -> Iterator[None]:
    """Fail where what is done within takes out of proportion; and let go of what it left behind.

    Each run of ltcarch keeps the collector from looking at what it made, which a program that runs it a million times
    cannot afford.
    """
    begin = perf_counter()
    yield
    taken = perf_counter() - begin
    assert taken < SECONDS, f"this took {taken:.1f} seconds"
    if next(_JUDGED) % 300 == 0:
        gc.unfreeze()
        gc.collect()


def judged(files: Files) -> tuple[Loaded, Report]:
    """What is found in a project, the same both times, at places that exist, by rules that do not fail."""
    loaded = load_files(files)
    report = run(loaded, profile="strict", today=TODAY)
    assert report.failed_rules == (), report.failed_rules
    assert_places(report.diagnostics)
    again = run(load_files(files), profile="strict", today=TODAY)
    assert list(map(_told, report.diagnostics)) == list(map(_told, again.diagnostics)), "findings differ"
    return loaded, report


def assert_comes_back(records: Records) -> None:
    """A project that is written of records says the same when it is read."""
    texts = project_files(records)
    loaded = load_files(HeldInMemory({path: text.encode() for path, text in texts.items()}))
    unread = [own.message for own in loaded.diagnostics if own.code.startswith("SRC") and own.code != "SRC12"]
    assert unread == [], unread
    assert records_of(loaded.architecture) == records, "what was written is read otherwise"


def assert_places(diagnostics: Iterable[Diagnostic]) -> None:
    """Every finding, with what belongs to it, stands in its file; an edit changes text that is there."""
    for own in diagnostics:
        for place in (own.location, *(related.location for related in own.related)):
            assert_place(place)
        assert own.message.strip(), own.code
        assert "\n" not in own.message, own.message


def assert_place(place: Location | None) -> None:
    """A span lies in its text; the end of a line counts as one more character."""
    if place is not None and place.span is not None:
        assert_span(place.source, place.span)


def assert_span(source: SourceText, span: Span) -> None:
    """A span lies in a text, and takes some of it."""
    lines = source.lines
    assert 1 <= span.line <= span.end_line <= len(lines), span
    assert 1 <= span.column <= len(lines[span.line - 1]) + 1, span
    assert (span.line, span.column) < (span.end_line, span.end_column), span
    assert span.end_column <= len(lines[span.end_line - 1]) + 2, span


def _told(own: Diagnostic) -> tuple[object, ...]:
    places = (own.location, *(related.location for related in own.related))
    spans = tuple((place.source.path, place.span) if place else None for place in places)
    return (own.code, own.severity, own.message, own.help, own.element, spans, own.fix)
