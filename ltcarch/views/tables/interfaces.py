"""What the L1 processes give to one another: as a matrix, and as a list with all that was agreed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ltcarch.model import Architecture, Artifact, Classification, Flow
from ltcarch.model.exchange import Link
from ltcarch.views.interface_map import Party, interface_map
from ltcarch.views.labels import label, with_counts
from ltcarch.views.tables.rows import numbered, title
from ltcarch.views.tables.table import (
    EMPTY,
    Cell,
    Column,
    Line,
    Row,
    Table,
    cell,
    quiet,
    strong,
    without_empty_columns,
)
from ltcarch.views.words import value_word, word


def interface_matrix(architecture: Architecture, language: str) -> Table:
    """The parties along the diagonal; in each row what one of them gives, in each column what one takes (N²)."""
    shown = interface_map(architecture, language)
    carried: dict[tuple[str, str], tuple[str, ...]] = {}
    for own in shown.interfaces:
        carried[own.first, own.second] = tuple(one.name for one in own.given)
        carried[own.second, own.first] = tuple(one.name for one in own.taken)
    active = {end for pair, flowing in carried.items() if flowing for end in pair}
    parties = tuple(own for own in shown.parties if own.label.id in active)
    columns = tuple(Column(own.label.id, _short(own), is_centred=True, tip=own.label.whole) for own in parties)
    return Table(
        title=shown.title,
        subtitle=with_counts(word("Interface matrix (N²)", language), (shown.description,), language),
        description=word("A row shows what a party gives, a column what it takes", language),
        language=language,
        corner=word("From ↓ to →", language),
        columns=columns,
        rows=tuple(
            Row(
                party.label.id,
                party.label.name,
                tuple(_between(party, other, carried) for other in parties),
                party.label.code,
                () if party.label.code else (quiet(party.caption),),
                tip=party.label.whole,
            )
            for party in parties
        ),
    )


def _short(party: Party) -> str:
    """What a column is headed with: the id by which people call a process, else the name."""
    return party.label.code.partition(" · ")[2] or party.label.name


def _between(party: Party, other: Party, carried: dict[tuple[str, str], tuple[str, ...]]) -> Cell:
    if party is other:
        return Cell((strong(_short(party)),), tip=party.label.whole, is_filled=True, tone=party.of.index)
    flowing = carried.get((party.label.id, other.label.id), ())
    tip = f"{party.label.name} → {other.label.name}"
    lines = tuple(Line(own) for own in flowing)
    return Cell(lines, tip="\n".join((tip, *flowing))) if flowing else EMPTY


def interface_list(architecture: Architecture, language: str) -> Table:
    """Every interface of the L1 processes, by who gives: to whom, what, and what was agreed."""
    links = architecture.exchange.links("classification")
    place = {own.id: index for index, own in enumerate(architecture.all(Classification))}
    ordered = sorted(links, key=lambda link: (place.get(link.source, len(place)), place.get(link.target, len(place))))
    rows = tuple(_list_rows(architecture, language, ordered))
    columns = tuple(
        Column(key, word(name, language), word(group, language) if group else "")
        for key, name, group in (
            ("what", "What flows", ""),
            ("quality", "Quality criteria", ""),
            ("kind", "Kind", "Agreement"),
            ("trigger", "Trigger", "Agreement"),
            ("time", "Agreed time", "Agreement"),
            ("acceptance", "Acceptance", "Agreement"),
            ("owners", "Owners of both sides", ""),
            ("provenance", "Provenance", ""),
        )
    )
    count = word("{count} interfaces", language, count=len(links))
    kept, fewer = without_empty_columns(columns, rows)
    return Table(
        title=title(architecture, language, None),
        subtitle=with_counts(word("Interface list", language), (count,), language),
        description=word("Who gives what to whom", language),
        language=language,
        corner=word("To", language),
        columns=kept,
        rows=fewer,
    )


def _list_rows(architecture: Architecture, language: str, links: Iterable[Link]) -> Iterator[Row]:
    before = ""
    for link in links:
        if link.source != before:
            giver = numbered(architecture, language, link.source)
            yield Row(f"from:{link.source}", word("From {name}", language, name=giver), is_heading=True)
        before = link.source
        agreed = {artifact for flow in link.flows for artifact in flow.artifacts}
        others = tuple(own for own in link.artifacts if own not in agreed)
        parts: list[tuple[Flow | None, tuple[str, ...]]] = [(flow, flow.artifacts) for flow in link.flows]
        parts += [(None, others)] if others else []
        taker = label(architecture, architecture.elements[link.target], language)
        made = [cells for flow, artifacts in parts for cells in _part(architecture, language, flow, artifacts)]
        owners = replace(cell(*_owners(architecture, language, link)), rows=len(made))
        for index, (*cells, source) in enumerate(made):
            own = f"{link.source}>{link.target}:{index}"
            shown = (*cells, owners if not index else EMPTY, source)
            yield Row(own, taker.name, shown, taker.code, continues=index > 0, tip=taker.whole)


def _part(
    architecture: Architecture, language: str, flow: Flow | None, artifacts: tuple[str, ...]
) -> Iterator[tuple[Cell, ...]]:
    """The cells of each artifact in a row of its own; beside them what was agreed of all of them."""
    rows = max(len(artifacts), 1)
    agreed = tuple(replace(own, rows=rows) for own in _agreement(language, flow))
    source = replace(_provenance(architecture, language, flow), rows=rows)
    for index in range(rows):
        one = artifacts[index : index + 1]
        what = _what(architecture, language, flow, one)
        beside = (*agreed, source) if not index else (EMPTY,) * (len(agreed) + 1)
        yield what, _quality(architecture, language, one), *beside


def _what(architecture: Architecture, language: str, flow: Flow | None, artifacts: tuple[str, ...]) -> Cell:
    lines: list[Line] = [Line(architecture.name(own, language)) for own in artifacts]
    if flow is not None and not lines:
        lines = [Line(flow.label(language) if flow.name else value_word("flow", flow.kind or flow.id, language))]
    state = _state(architecture, language, flow, artifacts)
    return cell(*lines, quiet(state) if state else None)


def _state(architecture: Architecture, language: str, flow: Flow | None, artifacts: tuple[str, ...]) -> str:
    if flow is None or not flow.state:
        return ""
    known = (state for own in artifacts if (one := architecture.get(own, Artifact)) for state in one.states)
    name = next((state.name for state in known if state.id == flow.state and state.name), None)
    if name:
        return name.in_language(language)
    return flow.state if artifacts == flow.artifacts else ""


def _quality(architecture: Architecture, language: str, artifacts: Iterable[str]) -> Cell:
    known = (architecture.get(own, Artifact) for own in artifacts)
    return cell(*(criterion.in_language(language) for own in known if own for criterion in own.quality))


def _agreement(language: str, flow: Flow | None) -> tuple[Cell, ...]:
    if flow is None:
        return EMPTY, EMPTY, EMPTY, EMPTY
    kind = value_word("flow", flow.kind, language) if flow.kind else ""
    told = (own.in_language(language) if own else "" for own in (flow.trigger, flow.sla, flow.acceptance))
    return cell(kind), *(cell(own) for own in told)


def _owners(architecture: Architecture, language: str, link: Link) -> tuple[str, ...]:
    """Who answers for what is given, and who for what is taken."""
    ends = (architecture.get(end) for end in (link.source, link.target))
    owners = [architecture.responsibility.owner(end) if end else None for end in ends]
    named = [owner.label(language) if owner else "" for owner in owners]
    return tuple(f"{arrow} {name}" for arrow, name in zip(("→", "←"), named, strict=True) if name)


def _provenance(architecture: Architecture, language: str, flow: Flow | None) -> Cell:
    """The marks of the sources; what they stand for is in the tool tip."""
    if flow is None or not flow.provenance:
        return EMPTY
    meaning = architecture.project.provenance
    told = (f"{own}: {meaning[own].in_language(language)}" if own in meaning else own for own in flow.provenance)
    return replace(cell(", ".join(flow.provenance)), tip="\n".join(told))
