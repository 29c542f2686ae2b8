"""The risk-control matrix: each risk with the controls against it, how they work and how they were tested."""

from collections.abc import Iterator
from dataclasses import replace

from ltcarch.model import Architecture, Control, Element, ProcessElement, Risk
from ltcarch.views.labels import with_counts
from ltcarch.views.tables.rows import above_all, names, numbered, title, within
from ltcarch.views.tables.table import (
    EMPTY,
    Cell,
    Column,
    Mark,
    Row,
    Table,
    cell,
    marked,
    quiet,
    strong,
    without_empty_columns,
)
from ltcarch.views.words import value_word, word

_RATING_TONES = {"low": 5, "medium": 3, "high": 4}
_RESULT_TONES = {"passed": 5, "partly": 3, "failed": 4}


def processes_with_risks(architecture: Architecture) -> tuple[ProcessElement, ...]:
    """The elements at or below which there is a risk or a control."""
    named = {own for risk in architecture.all(Risk) for own in risk.affects}
    named |= {own for control in architecture.all(Control) for own in control.activities}
    return above_all(architecture, (own for own in architecture.elements.values() if own.id in named))


def risk_control_matrix(architecture: Architecture, language: str, element: Element | None = None) -> Table:
    """The risks of an element or of the company by the controls against them; controls without a risk stand last."""
    controls = [own for own in architecture.all(Control) if _concerns(architecture, own.activities, element)]
    named = {risk for control in controls for risk in control.risks}
    risks = [
        own
        for own in _in_reading_order(architecture)
        if own.id in named or _concerns(architecture, own.affects, element)
    ]
    columns = tuple(
        Column(key, word(name, language), word(group, language))
        for key, name, group in (
            ("rating", "Rating", "Risk"),
            ("affects", "Affects", "Risk"),
            ("control", "Control point", "Control"),
            ("key", "Key", "Control"),
            ("activity", "At activity", "Control"),
            ("method", "Method", "Control"),
            ("evidence", "Evidence", "Control"),
            ("tester", "Tester", "Test"),
            ("last", "Last test", "Test"),
            ("next", "Next test", "Test"),
        )
    )
    columns, rows = without_empty_columns(columns, _rows(architecture, language, risks, controls))
    key = sum(own.key for own in controls)
    counts = (
        word("1 risk" if len(risks) == 1 else "{count} risks", language, count=len(risks)),
        word("1 key control point" if key == 1 else "{count} key control points", language, count=key),
    )
    return Table(
        title=title(architecture, language, element),
        subtitle=with_counts(word("Risk-control matrix", language), counts, language),
        description=word(", ", language).join(own.label(language) for own in (*risks, *controls)),
        language=language,
        corner=word("Risk", language),
        columns=columns,
        rows=rows,
    )


def _in_reading_order(architecture: Architecture) -> list[Risk]:
    """The risks in the order of the first elements that they affect; those that affect none stand last."""
    rank = {own.id: index for index, own in enumerate(architecture.hierarchy.in_order)}
    return sorted(
        architecture.all(Risk),
        key=lambda risk: min((rank.get(own, len(rank)) for own in risk.affects), default=len(rank)),
    )


def _concerns(architecture: Architecture, ids: tuple[str, ...], element: Element | None) -> bool:
    return element is None or any(within(architecture, own, element) for name in ids if (own := architecture.get(name)))


def _rows(architecture: Architecture, language: str, risks: list[Risk], controls: list[Control]) -> Iterator[Row]:
    against = {risk.id: [own for own in architecture.all(Control) if risk.id in own.risks] for risk in risks}
    for risk in risks:
        answering: list[Control | None] = [*against[risk.id]] or [None]
        for index, control in enumerate(answering):
            about = _risk(architecture, language, risk, len(answering)) if not index else (EMPTY, EMPTY)
            own = f"{risk.id}:{index}" if index else risk.id
            yield Row(
                own, risk.label(language), (*about, *_control(architecture, language, control)), continues=index > 0
            )
    met = {own.id for some in against.values() for own in some}
    for control in controls:
        if control.id not in met:
            nobody = word("No risk stated", language)
            yield Row(control.id, nobody, (EMPTY, EMPTY, *_control(architecture, language, control)))


def _risk(architecture: Architecture, language: str, risk: Risk, rows: int) -> tuple[Cell, Cell]:
    """The rating and what is affected, beside all controls against the risk."""
    parts = (("Likelihood", risk.likelihood), ("Impact", risk.impact))
    because = [
        f"{word(label, language)}{word(': ', language)}{value_word('rating', own, language)}"
        for label, own in parts
        if own
    ]
    rating = EMPTY
    if risk.rating:
        name = value_word("rating", risk.rating, language)
        rating = marked(
            Mark(name, name, _RATING_TONES.get(risk.rating), is_loud=risk.rating == "high"), tip="\n".join(because)
        )
    affected = cell(*(numbered(architecture, language, own) for own in risk.affects))
    return replace(rating, rows=rows), replace(affected, rows=rows)


def _control(architecture: Architecture, language: str, control: Control | None) -> tuple[Cell, ...]:
    if control is None:
        return (cell(quiet(word("No control stated", language))), *(EMPTY,) * 7)
    traits = [
        value_word("control", control.type, language) if control.type else "",
        value_word("frequency", control.frequency, language) if control.frequency else "",
    ]
    more = word(", ", language).join(own for own in traits if own)
    key = Mark(word("KCP", language), word("Key control point", language), 4) if control.key else None
    return (
        cell(strong(control.label(language))),
        marked(key) if key else EMPTY,
        cell(*(numbered(architecture, language, own) for own in control.activities)),
        cell(control.method.in_language(language) if control.method else "", quiet(more)),
        cell(*(architecture.name(own, language) for own in control.evidence)),
        cell(names(architecture, language, [control.tester] if control.tester else [])),
        _last_test(language, control),
        cell(control.next_test or ""),
    )


def _last_test(language: str, control: Control) -> Cell:
    test = control.last_test
    if test is None:
        return EMPTY
    result = value_word("result", test.result, language) if test.result else ""
    marks = (Mark(result, result, _RESULT_TONES.get(test.result or "")),) if result else ()
    told = cell(quiet(test.date or ""))
    return Cell(told.lines, marks, tip=test.note.in_language(language) if test.note else "")
