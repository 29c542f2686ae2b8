"""The authority matrix: who may decide what, and up to which amount."""

from collections.abc import Iterable

from ltcarch.model import Activity, Architecture, Element, ProcessElement
from ltcarch.model.parts import AuthorityLimit
from ltcarch.views.amounts import number
from ltcarch.views.labels import label, with_counts
from ltcarch.views.tables.rows import above_all, by_group, title, within
from ltcarch.views.tables.table import EMPTY, Cell, Column, Line, Row, Table, cell, quiet, strong
from ltcarch.views.words import word


def decisions(architecture: Architecture, element: Element | None = None) -> tuple[Activity, ...]:
    """The activities that state limits of authority, or that decide; of one element, or of the company."""
    found = (own for own in architecture.all(Activity) if own.authority or own.decision)
    return tuple(own for own in found if within(architecture, own, element))


def processes_with_decisions(architecture: Architecture) -> tuple[ProcessElement, ...]:
    """The elements below which something is decided."""
    return above_all(architecture, decisions(architecture))


def authority_matrix(architecture: Architecture, language: str, element: Element | None = None) -> Table:
    """The decisions of an element or of the company by those who take them, each up to a limit."""
    own = decisions(architecture, element)
    columns = _columns(architecture, language, own)
    rows = [_row(architecture, language, activity, columns) for activity in own]
    counts = (
        word("1 decision" if len(own) == 1 else "{count} decisions", language, count=len(own)),
        word("1 role" if len(columns) == 1 else "{count} roles", language, count=len(columns)),
    )
    return Table(
        title=title(architecture, language, element),
        subtitle=with_counts(word("Authority matrix", language), counts, language),
        description=word(", ", language).join(activity.label(language) for activity in own),
        language=language,
        corner=word("Decision", language),
        columns=columns,
        rows=by_group(architecture, language, zip(own, rows, strict=True)),
    )


def _columns(architecture: Architecture, language: str, activities: Iterable[Activity]) -> tuple[Column, ...]:
    """Those who decide, from low limits to high ones."""
    reach: dict[str, list[int]] = {}
    for activity in activities:
        for rank, limit in enumerate(_limits(activity)):
            reach.setdefault(limit.role or "", []).append(rank)
    ordered = sorted(reach, key=lambda own: sum(reach[own]) / len(reach[own]))
    return tuple(
        Column(own, architecture.name(own, language) if own else word("No role", language), is_centred=True)
        for own in ordered
    )


def _limits(activity: Activity) -> tuple[AuthorityLimit, ...]:
    """What is stated; where nothing is, the responsible roles decide without a stated limit."""
    if activity.authority and activity.authority.limits:
        return activity.authority.limits
    return tuple(AuthorityLimit(role=role) for role in activity.roles)


def _row(architecture: Architecture, language: str, activity: Activity, columns: tuple[Column, ...]) -> Row:
    own = label(architecture, activity, language)
    amount = activity.authority.amount.in_language(language) if activity.authority and activity.authority.amount else ""
    currency = activity.authority.currency or "" if activity.authority else ""
    is_whole = bool(amount and currency)
    notes = word("{amount}, {currency}", language, amount=amount, currency=currency) if is_whole else amount or currency
    by_role = {limit.role or "": limit for limit in _limits(activity)}
    cells = tuple(_cell(language, activity, by_role.get(column.id)) for column in columns)
    return Row(activity.id, own.name, cells, own.code, (quiet(notes),) if notes else (), tip=own.whole)


def _cell(language: str, activity: Activity, limit: AuthorityLimit | None) -> Cell:
    if limit is None:
        return EMPTY
    condition = quiet(limit.condition.in_language(language)) if limit.condition else None
    return cell(_most(language, activity, limit), condition)


def _most(language: str, activity: Activity, limit: AuthorityLimit) -> Line:
    if not activity.authority:
        return quiet(word("decides", language))
    if limit.up_to is None:
        return strong(word("without limit", language))
    return strong(f"≤ {number(limit.up_to)}")
