"""The RACI matrix: which part each role plays in each activity."""

from collections.abc import Iterable, Iterator

from ltcarch.model import Activity, Architecture, Element, ProcessElement, Role, Team, Unit
from ltcarch.model.parts import Raci
from ltcarch.views.labels import label, with_counts
from ltcarch.views.tables.rows import above_all, numbered, title
from ltcarch.views.tables.table import EMPTY, Cell, Column, Line, Mark, Row, Table, marked, quiet, without_idle_headings
from ltcarch.views.words import word

Parts = dict[str, list[str]]
"""The letters of each role, position or unit, by its id."""


def elements_with_activities(architecture: Architecture) -> tuple[ProcessElement, ...]:
    """The elements that have activities somewhere below."""
    return above_all(architecture, architecture.all(Activity))


def raci(architecture: Architecture, language: str, element: ProcessElement) -> Table:
    """The activities of a process, or of all processes of a group or classification, by the parts of roles."""
    activities = [own for own in architecture.hierarchy.descendants(element) if isinstance(own, Activity)]
    parts = {own.id: parts_of(architecture, own) for own in activities}
    columns = _columns(architecture, language, activities, parts.values())
    rows = without_idle_headings(_rows(architecture, language, element, columns, parts))
    counts = (
        word("1 activity" if len(activities) == 1 else "{count} activities", language, count=len(activities)),
        word("1 role" if len(columns) == 1 else "{count} roles", language, count=len(columns)),
    )
    return Table(
        title=title(architecture, language, element),
        subtitle=with_counts(word("RACI matrix", language), counts, language),
        description=_description(architecture, language, activities),
        language=language,
        corner=word("Activity", language),
        columns=columns,
        rows=rows,
        legend=tuple(mark(letter, language) for letter in "RACI"),
    )


def parts_of(architecture: Architecture, activity: Activity) -> Parts:
    """Who plays which parts in an activity; where nobody is said to be accountable, that is the process owner."""
    stated = activity.raci or Raci()
    owner = architecture.responsibility.owner(activity)
    accountable = stated.accountable or ((owner.id,) if owner else ())
    found: Parts = {}
    for letter, ids in (
        ("R", (*activity.roles, *stated.responsible)),
        ("A", accountable),
        ("C", stated.consulted),
        ("I", stated.informed),
    ):
        for own in dict.fromkeys(ids):
            found.setdefault(own, []).append(letter)
    return found


def mark(letter: str, language: str) -> Mark:
    """The mark of a part, as it is shown everywhere."""
    return {
        "R": Mark("R", word("Responsible: does the work", language), 0, is_loud=True),
        "A": Mark("A", word("Accountable: answers for it", language), 4, is_loud=True),
        "C": Mark("C", word("Consulted before", language), 1),
        "I": Mark("I", word("Informed after", language)),
    }[letter]


def _columns(
    architecture: Architecture, language: str, activities: list[Activity], parts: Iterable[Parts]
) -> tuple[Column, ...]:
    """Those who do the work in order of their first activity, then the others; roles before positions."""
    found = dict.fromkeys(role for activity in activities for role in architecture.responsibility.performers(activity))
    found.update(dict.fromkeys(own for some in parts for own in some))
    roles = [
        own for own in found if isinstance(architecture.get(own), (Role, Team)) or own not in architecture.elements
    ]
    others = [own for own in found if own not in roles]
    has_units = any(isinstance(architecture.get(own), Unit) for own in others)
    beside = word("Positions and units", language) if has_units else word("Positions", language)
    return tuple(
        Column(own, architecture.name(own, language), group, is_centred=True, tip=_tip(architecture, language, own))
        for ids, group in ((roles, word("Roles", language)), (others, beside))
        for own in ids
    )


def _tip(architecture: Architecture, language: str, party: str) -> str:
    held_by = word(", ", language).join(own.label(language) for own in architecture.responsibility.positions(party))
    own = f"{architecture.name(party, language)} ({party})"
    return f"{own}\n{word('Held by', language)}{word(': ', language)}{held_by}" if held_by else own


def _rows(
    architecture: Architecture,
    language: str,
    element: Element,
    columns: tuple[Column, ...],
    parts: dict[str, Parts],
    depth: int = 0,
) -> Iterator[Row]:
    for child in architecture.hierarchy.children(element):
        own = label(architecture, child, language)
        if isinstance(child, Activity):
            cells = tuple(_cell(language, own.name, column, parts[child.id]) for column in columns)
            yield Row(child.id, own.name, cells, own.code, _called(architecture, language, child), depth, tip=own.whole)
        elif isinstance(child, ProcessElement):
            yield Row(child.id, own.name, code=own.code, depth=depth, is_heading=True, tip=own.whole)
            yield from _rows(architecture, language, child, columns, parts, depth + 1)


def _called(architecture: Architecture, language: str, activity: Activity) -> tuple[Line, ...]:
    """The process that an activity runs, so that it needs no role of its own."""
    called = activity.calls.process if activity.calls else None
    return (quiet(word("runs ", language) + numbered(architecture, language, called)),) if called else ()


def _cell(language: str, activity: str, column: Column, parts: Parts) -> Cell:
    letters = parts.get(column.id, ())
    if not letters:
        return EMPTY
    marks = [mark(letter, language) for letter in letters]
    played = word(", ", language).join(own.name for own in marks)
    return marked(*marks, tip=f"{activity}\n{column.name}{word(': ', language)}{played}")


def _description(architecture: Architecture, language: str, activities: list[Activity]) -> str:
    by_role = {
        role: [own.label(language) for own in activities if role in architecture.responsibility.performers(own)]
        for role in dict.fromkeys(role for own in activities for role in architecture.responsibility.performers(own))
    }
    told = (
        word(
            "{name}: {members}",
            language,
            name=architecture.name(role, language),
            members=word(", ", language).join(names),
        )
        for role, names in by_role.items()
    )
    return word("; ", language).join(told) or word("No role", language)
