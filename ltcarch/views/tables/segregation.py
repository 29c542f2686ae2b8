"""The segregation map: duties that must not lie in one hand, who holds each, and who holds both."""

from collections.abc import Iterable, Iterator

from ltcarch.model import Activity, Architecture, Segregation, Team
from ltcarch.views.labels import with_counts
from ltcarch.views.tables.rows import numbered, title
from ltcarch.views.tables.table import Cell, Column, Line, Mark, Row, Table, cell, quiet, without_empty_columns
from ltcarch.views.words import word


def segregation_map(architecture: Architecture, language: str) -> Table:
    """Every pair of segregated duties."""
    pairs = architecture.all(Segregation)
    columns = tuple(
        Column(key, word(name, language), word(group, language) if group else "")
        for key, name, group in (
            ("first", "Duties", "One side"),
            ("first-held", "Held by", "One side"),
            ("second", "Duties", "Other side"),
            ("second-held", "Held by", "Other side"),
            ("both", "In one hand", ""),
            ("control", "Compensating control", ""),
            ("reason", "Reason", ""),
        )
    )
    rows = (_row(architecture, language, own) for own in pairs)
    count = word("1 pair" if len(pairs) == 1 else "{count} pairs", language, count=len(pairs))
    columns, made = without_empty_columns(columns, rows)
    return Table(
        title=title(architecture, language, None),
        subtitle=with_counts(word("Segregation of duties (SOD)", language), (count,), language),
        description=word(", ", language).join(own.label(language) for own in pairs),
        language=language,
        corner=word("Kept apart", language),
        columns=columns,
        rows=made,
    )


def _row(architecture: Architecture, language: str, pair: Segregation) -> Row:
    first, second = (_roles(architecture, own) for own in (pair.first, pair.second))
    cells = (
        cell(*(numbered(architecture, language, own) for own in pair.first)),
        _held(architecture, language, first),
        cell(*(numbered(architecture, language, own) for own in pair.second)),
        _held(architecture, language, second),
        _in_one_hand(architecture, language, first, second),
        cell(architecture.name(pair.compensating_control, language) if pair.compensating_control else ""),
        cell(pair.reason.in_language(language) if pair.reason else ""),
    )
    return Row(pair.id, pair.label(language), cells)


def _roles(architecture: Architecture, duties: Iterable[str]) -> tuple[str, ...]:
    """The roles and teams that have the duties of one side."""
    found: dict[str, None] = {}
    for own in duties:
        activity = architecture.get(own, Activity)
        found.update(dict.fromkeys(architecture.responsibility.performers(activity) if activity else (own,)))
    return tuple(found)


def _positions(architecture: Architecture, roles: Iterable[str]) -> dict[str, str]:
    """The positions that play roles, or those of a team's members, each with the role."""
    found: dict[str, str] = {}
    for role in roles:
        members = architecture.responsibility.members(role) if architecture.get(role, Team) else ()
        for own in (role, *members):
            for position in architecture.responsibility.positions(own):
                found.setdefault(position.id, role)
    return found


def _held(architecture: Architecture, language: str, roles: tuple[str, ...]) -> Cell:
    return cell(*_holders(architecture, language, roles))


def _holders(architecture: Architecture, language: str, roles: tuple[str, ...]) -> Iterator[Line]:
    """Each role, with the positions that play it."""
    for role in roles:
        yield Line(architecture.name(role, language))
        positions = word(", ", language).join(
            architecture.name(own, language) for own in _positions(architecture, [role])
        )
        if positions:
            yield quiet(positions)


def _in_one_hand(architecture: Architecture, language: str, first: tuple[str, ...], second: tuple[str, ...]) -> Cell:
    """The roles, else the positions, that stand on both sides."""
    roles = [own for own in first if own in second]
    on_second = _positions(architecture, second)
    both = roles or [own for own in _positions(architecture, first) if own in on_second]
    if not both:
        return Cell(marks=(Mark(word("kept apart", language), word("Nobody holds both", language), 5),))
    told = cell(*(architecture.name(own, language) for own in both))
    return Cell(told.lines, (Mark(word("in one hand", language), word("Somebody holds both", language), 4, True),))
