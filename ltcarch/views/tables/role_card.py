"""The card of a role: what it is there for, and what it does in each process."""

from collections.abc import Iterator

from ltcarch.model import Activity, Architecture, Artifact, Control, Element, Role, Team, Text
from ltcarch.model.parts import ArtifactUse
from ltcarch.views.amounts import number
from ltcarch.views.labels import label
from ltcarch.views.tables.raci import mark, parts_of
from ltcarch.views.tables.rows import by_process, names
from ltcarch.views.tables.table import Cell, Column, Fact, Line, Row, Table, cell, facts, marked, without_empty_columns
from ltcarch.views.words import word


def roles_with_activities(architecture: Architecture) -> tuple[Element, ...]:
    """The roles and teams that take part in an activity."""
    playing = {own for activity in architecture.all(Activity) for own in _stated(architecture, activity)}
    return tuple(own for own in (*architecture.all(Role), *architecture.all(Team)) if own.id in playing)


def _stated(architecture: Architecture, activity: Activity) -> Iterator[str]:
    yield from architecture.responsibility.performers(activity)
    if activity.raci:
        yield from (*activity.raci.accountable, *activity.raci.consulted, *activity.raci.informed)


def role_card(architecture: Architecture, language: str, role: Element) -> Table:
    """What a role or team is there for, then all activities in which it has a part."""
    found = [(own, parts) for own in architecture.all(Activity) if (parts := parts_of(architecture, own).get(role.id))]
    rows = ((own, _row(architecture, language, role, own, parts)) for own, parts in found)
    columns: tuple[Column, ...] = (
        Column("part", "RACI", is_centred=True),
        Column("inputs", word("Inputs", language)),
        Column("outputs", word("Outputs", language)),
        Column("systems", word("IT systems", language)),
        Column("limits", word("Limits of authority", language)),
        Column("controls", word("Control points", language)),
    )
    columns, made = without_empty_columns(columns, by_process(architecture, language, rows))
    does = sum("R" in parts for _, parts in found)
    return Table(
        title=role.label(language),
        subtitle=word(
            "Role card · responsible for {does} of {count} activities", language, does=does, count=len(found)
        ),
        description=word(", ", language).join(own.label(language) for own, _ in found),
        language=language,
        corner=word("Activity", language),
        columns=columns,
        rows=made,
        facts=_facts(architecture, language, role),
        legend=tuple(mark(letter, language) for letter in "RACI"),
    )


def _facts(architecture: Architecture, language: str, role: Element) -> tuple[Fact, ...]:
    held_by = (own.id for own in architecture.responsibility.positions(role.id))
    about: list[tuple[str, tuple[str, ...]]] = []
    if isinstance(role, Role):
        about = [
            (word("Responsibility", language), (_text(role.responsibility, language),)),
            (word("Authority", language), (_text(role.authority, language),)),
            (word("Rules", language), tuple(_text(own, language) for own in role.rules)),
            (word("Skills", language), tuple(_text(own, language) for own in role.skills)),
            (word("Team", language), (names(architecture, language, architecture.responsibility.teams(role.id)),)),
            (word("KPIs", language), (names(architecture, language, role.kpis),)),
            (word("Documents", language), (names(architecture, language, role.documents),)),
        ]
    if isinstance(role, Team):
        about = [
            (word("Members", language), (names(architecture, language, architecture.responsibility.members(role.id)),)),
            (word("Decision rights", language), tuple(_text(own, language) for own in role.decision_rights)),
        ]
    return facts(*about, (word("Held by", language), (names(architecture, language, held_by),)))


def _text(text: Text | None, language: str) -> str:
    return text.in_language(language) if text else ""


def _row(architecture: Architecture, language: str, role: Element, activity: Activity, parts: list[str]) -> Row:
    own = label(architecture, activity, language)
    does = "R" in parts
    exchange = architecture.exchange
    cells = (
        marked(*(mark(letter, language) for letter in parts)),
        cell(*(_use(architecture, language, use) for use in exchange.inputs(activity) if does)),
        cell(*(_use(architecture, language, use) for use in exchange.outputs(activity) if does)),
        cell(*(architecture.name(system, language) for system in activity.systems if does)),
        _limits(language, role, activity),
        cell(*(one.label(language) for one in architecture.all(Control) if does and activity.id in one.activities)),
    )
    return Row(activity.id, own.name, cells, own.code, tip=own.whole)


def _use(architecture: Architecture, language: str, use: ArtifactUse) -> Line:
    artifact = architecture.get(use.artifact, Artifact)
    named = {state.id: state.name for state in artifact.states} if artifact else {}
    state = named.get(use.state)
    more = (_text(state, language) or use.state or "", word("optional", language) if use.optional else "")
    told = word(", ", language).join(own for own in more if own)
    name = architecture.name(use.artifact or "", language)
    return Line(name + (word(" ({more})", language, more=told) if told else ""))


def _limits(language: str, role: Element, activity: Activity) -> Cell:
    authority = activity.authority
    if authority is None:
        return cell()
    lines = []
    for limit in authority.limits:
        if limit.role == role.id:
            amount = word("without limit", language)
            if limit.up_to is not None:
                amount = f"≤ {number(limit.up_to)} {authority.currency or ''}".strip()
            lines += [amount, _text(limit.condition, language)]
    return cell(*lines)
