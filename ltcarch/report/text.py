"""Findings for people: a code frame under each, and a closing line that says what to do."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from ltcarch.diagnostics import Diagnostic, Severity
from ltcarch.report.columns import clipped, shown, width
from ltcarch.report.paint import Paint, plain
from ltcarch.source.text import Location

WIDEST_LINE = 160


def text_report(
    diagnostics: Sequence[Diagnostic],
    *,
    closing: Callable[[Counter], str],
    paint: Paint = plain,
    columns: int = WIDEST_LINE,
    path: Callable[[str], str] = str,
) -> Iterator[str]:
    """The lines of a report. `path` turns a file's path into the one shown; `closing` makes the last line."""
    for diagnostic in diagnostics:
        yield _headline(diagnostic, paint, path)
        if diagnostic.location:
            yield from _frame(diagnostic.location, paint, diagnostic.severity.value, columns)
        for related in diagnostic.related:
            yield f"   {paint('note:', 'info')} {shown(related.message)}: {_place(related.location, path)}"
            yield from _frame(related.location, paint, "info", columns)
        if diagnostic.help:
            yield f"   {paint('help:', 'help')} {shown(diagnostic.help)}"
        yield ""
    yield closing(Counter(diagnostic.severity for diagnostic in diagnostics))


def _place(location: Location, path: Callable[[str], str]) -> str:
    place = path(location.source.path)
    return f"{place}:{location.span.line}:{location.span.column}" if location.span else place


def _headline(diagnostic: Diagnostic, paint: Paint, path: Callable[[str], str]) -> str:
    severity = diagnostic.severity.value
    place = paint(shown(_place(diagnostic.location, path)), "path") + " " if diagnostic.location else ""
    return f"{place}{paint(f'{severity} {diagnostic.code}', severity)} {shown(diagnostic.message)}"


def _frame(location: Location, paint: Paint, style: str, columns: int) -> Iterator[str]:
    """The line of the finding with its span underlined."""
    span = location.span
    if span is None:
        return
    line = location.source.line(span.line)
    if not line:
        return
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    number = str(span.line).rjust(5)
    room = max(columns - 8, 40)
    before, marked = shown(line[:start]), shown(line[start : max(end, start + 1)])
    skipped = ""
    if width(before) + width(marked) > room and width(before) > room // 2:
        skipped, before = "…", _last_columns(before, room // 4)
    text = clipped(skipped + before + marked + shown(line[max(end, start + 1) :]), room)
    underline = min(max(width(marked), 1), max(room - width(skipped + before), 1))
    yield f"{paint(f'{number} |', 'faint')} {text}"
    yield f"{paint('      |', 'faint')} {' ' * width(skipped + before)}{paint('^' * underline, style)}"


def _last_columns(text: str, columns: int) -> str:
    kept: list[str] = []
    for character in reversed(text):
        if width("".join(kept)) + width(character) > columns:
            break
        kept.append(character)
    return "".join(reversed(kept))


def counted(counts: Counter) -> str:
    """`2 errors, 1 warning`; `no findings` for none."""
    words = [
        f"{counts[severity]} {severity.value}{'s' if counts[severity] != 1 and severity is not Severity.INFO else ''}"
        for severity in Severity
        if counts[severity]
    ]
    return ", ".join(words) or "no findings"
