"""The pages of the registers: one table for each kind of element, where every name of a process page leads."""

from collections.abc import Callable, Iterable

from ltcarch.model import (
    Activity,
    Artifact,
    Change,
    Control,
    Element,
    External,
    Flow,
    Goal,
    Grouping,
    KeyTask,
    Kpi,
    Phase,
    Policy,
    Position,
    ProcessElement,
    Risk,
    Role,
    Scenario,
    Segregation,
    System,
    Team,
    Term,
    Unit,
)
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.exchange import agreement_table
from ltcarch.views.handbook.history import change_section
from ltcarch.views.handbook.measures import kpi_table
from ltcarch.views.handbook.page import (
    Block,
    Cell,
    Page,
    Picture,
    Row,
    Section,
    Span,
    Table,
    cell,
    section,
    table,
)
from ltcarch.views.handbook.places import INDEX, Place
from ltcarch.views.handbook.resources import address
from ltcarch.views.handbook.roles import authority
from ltcarch.views.handbook.safeguards import segregation_table
from ltcarch.views.handbook.surroundings import capability_rows, decomposition, phase_table

INTERFACE_MAP = "interfaces"
"""The kind and name of the picture of the interface map."""

Column = tuple[str, Callable[[Element], Cell]]


def register_pages(edition: Edition) -> tuple[Page, ...]:
    """The pages of all registers that hold something."""
    made = (
        ("roles", "Roles", _roles(edition)),
        ("organisation", "Organisation", _organisation(edition)),
        ("artifacts", "Artifacts", _artifacts(edition)),
        ("documents", "Documents, templates and trainings", _documents(edition)),
        ("interfaces", "Interfaces", _interfaces(edition)),
        ("measures", "Goals and KPIs", _measures(edition)),
        ("controls", "Risks and controls", _controls(edition)),
        ("policies", "Policies", _policies(edition)),
        ("systems", "IT systems", _systems(edition)),
        ("decompositions", "Phases, scenarios and other ways to cut", _decompositions(edition)),
        ("capabilities", "Capabilities", _capabilities(edition)),
        ("changes", "Changes", tuple(change_section(edition, own) for own in edition.architecture.all(Change))),
        ("glossary", "Glossary", _glossary(edition)),
    )
    return tuple(page for name, title, blocks in made if (page := page_of(edition, name, edition.word(title), blocks)))


def page_of(edition: Edition, name: str, title: str, blocks: Iterable[Block | None]) -> Page | None:
    """A page below the index; nothing where nothing stands on it. A section that bears the page's title is opened."""
    kept = [block for block in blocks if block is not None]
    if not kept:
        return None
    if len(kept) == 1 and isinstance(kept[0], Section) and kept[0].heading == title:
        kept = list(kept[0].blocks)
    start = Span(edition.name(edition.architecture.company.id), Place(INDEX))
    return Page(name, title, (start,), tuple(kept))


def _register(
    edition: Edition, key: str, heading: str, elements: Iterable[Element], *columns: Column
) -> Section | None:
    """A table of elements: the name with what it is, and further columns."""
    word = edition.word
    rows = [Row((_named(edition, own), *(column(own) for _, column in columns)), edition.mark(own)) for own in elements]
    made = table([word("Name"), *(word(name) for name, _ in columns)], rows)
    return section(key, heading, made)


def _named(edition: Edition, element: Element) -> Cell:
    """The name of an element, its other names, and what it is."""
    word = edition.word
    aliases = word(", ").join(edition.text(alias) for alias in element.aliases)
    also = word("also: {aliases}", aliases=aliases) if aliases else ""
    name = Span(element.label(edition.language), style="strong")
    return cell(name, Span(also, style="quiet"), edition.text(element.description))


def _roles(edition: Edition) -> tuple[Section | None, ...]:
    architecture, text = edition.architecture, edition.text
    responsibility = architecture.responsibility

    def processes(role: Element) -> Cell:
        return _processes(edition, responsibility.activities(role.id))

    return (
        _register(
            edition,
            "roles",
            edition.word("Roles"),
            architecture.all(Role),
            ("Responsibility", lambda own: cell(text(own.responsibility))),
            ("Authority", lambda own: authority(edition, own)),
            ("Rules", lambda own: cell(*(text(rule) for rule in own.rules))),
            ("Skills", lambda own: cell(*(text(skill) for skill in own.skills))),
            ("Acts in", processes),
            ("Held by", lambda own: edition.links(held.id for held in responsibility.positions(own.id))),
            ("Team", lambda own: edition.links(_teams(edition, own))),
            ("KPIs", lambda own: edition.links(own.kpis)),
            ("Documents", lambda own: edition.links(own.documents)),
        ),
        _register(
            edition,
            "teams",
            edition.word("Teams"),
            architecture.all(Team),
            ("Members", lambda own: edition.links(_members(edition, own))),
            ("Decision rights", lambda own: authority(edition, own)),
            ("Acts in", processes),
        ),
    )


def _teams(edition: Edition, role: Element) -> list[str]:
    teams = (team.id for team in edition.architecture.all(Team) if role.id in team.members)
    return list(dict.fromkeys([*([role.team] if role.team else []), *teams]))  # type: ignore[attr-defined]


def _members(edition: Edition, team: Element) -> list[str]:
    roles = (role.id for role in edition.architecture.all(Role) if role.team == team.id)
    return list(dict.fromkeys([*team.members, *roles]))  # type: ignore[attr-defined]


def _processes(edition: Edition, elements: Iterable[Element]) -> Cell:
    """The process elements that elements belong to, each once."""
    found: dict[str, None] = {}
    for element in elements:
        lineage = edition.architecture.hierarchy.lineage(element)
        process = next((own for own in lineage if isinstance(own, ProcessElement)), None)
        found[(process or element).id] = None
    return cell(*(edition.step(own) for own in found))


def _organisation(edition: Edition) -> tuple[Section | None, ...]:
    architecture = edition.architecture

    def owned(position: Element) -> Cell:
        mentions = architecture.mentions(position.id)
        own = (found for found, way in mentions if isinstance(found, ProcessElement) and way.path[0] == "owner")
        return cell(*(edition.numbered(element) for element in own))

    return (
        _register(
            edition,
            "units",
            edition.word("Organisation units"),
            architecture.all(Unit),
            ("Kind", lambda own: cell(edition.value("unit_kind", own.kind))),
            ("Part of", lambda own: cell(edition.link(own.parent))),
            ("Head", lambda own: cell(edition.link(own.head))),
        ),
        _register(
            edition,
            "positions",
            edition.word("Positions"),
            architecture.all(Position),
            ("Organisation unit", lambda own: cell(edition.link(own.unit))),
            ("Reports to", lambda own: cell(edition.link(own.reports_to))),
            ("Holder", lambda own: cell(own.holder)),
            ("Owns", owned),
            ("Plays the roles", lambda own: edition.links(own.roles)),
        ),
        _register(
            edition,
            "externals",
            edition.word("Parties outside"),
            architecture.all(External),
            ("Kind", lambda own: cell(edition.value("external", own.kind))),
        ),
    )


def _artifacts(edition: Edition) -> tuple[Section | None, ...]:
    """What activities take and make; master data apart, since everybody uses it."""
    own = [artifact for artifact in edition.architecture.all(Artifact) if _stands_on(edition, artifact, "artifacts")]
    flowing = [artifact for artifact in own if not artifact.reference]
    master = [artifact for artifact in own if artifact.reference]
    return (
        _register(edition, "artifacts", edition.word("Artifacts"), flowing, *_artifact_columns(edition)),
        _register(edition, "master-data", edition.word("Master data"), master, *_artifact_columns(edition)),
    )


def _artifact_columns(edition: Edition) -> tuple[Column, ...]:
    text, exchange = edition.text, edition.architecture.exchange

    def made_by(own: Element) -> Cell:
        makers = _processes(edition, exchange.makers(own.id))
        return makers or cell(edition.link(own.producer), text(own.source))  # type: ignore[attr-defined]

    return (
        ("Type", lambda own: cell(edition.value("artifact", own.type))),
        ("States", lambda own: cell(*(text(state.name) or state.id for state in own.states))),
        ("Part of", lambda own: cell(edition.link(own.part_of))),
        ("Made by", made_by),
        ("Taken by", lambda own: _processes(edition, exchange.takers(own.id))),
        ("Quality criteria", lambda own: cell(*(text(quality) for quality in own.quality))),
        ("Owner", lambda own: cell(edition.link(own.owner))),
        ("System", lambda own: cell(edition.link(own.system))),
        ("Version", lambda own: cell(own.version)),
        ("Kept for", lambda own: cell(edition.duration(own.retention))),
        ("Confidentiality", lambda own: cell(edition.value("confidentiality", own.confidentiality))),
        ("Address", lambda own: address(own.url)),
    )


def _stands_on(edition: Edition, element: Element, page: str) -> bool:
    place = edition.places.get(element.id)
    return place is not None and place.page == page


def _documents(edition: Edition) -> tuple[Section | None, ...]:
    """Documents, templates, tools and trainings, a section for each type."""
    own = [artifact for artifact in edition.architecture.all(Artifact) if _stands_on(edition, artifact, "documents")]
    types = dict.fromkeys(artifact.type or "" for artifact in own)

    def used_in(artifact: Element) -> Cell:
        mentions = edition.architecture.mentions(artifact.id)
        users = [user for user, way in mentions if way.path[0] == "documents"]
        inside = [user for user in users if isinstance(user, (ProcessElement, Activity))]
        return cell(
            *(edition.step(user.id) for user in inside), *(edition.link(u.id) for u in users if u not in inside)
        )

    return tuple(
        _register(
            edition,
            f"type-{type_}",
            edition.value("artifacts", type_) or edition.word("Other"),
            [artifact for artifact in own if (artifact.type or "") == type_],
            ("Version", lambda own: cell(own.version)),
            ("Used in", used_in),
            ("Owner", lambda own: cell(edition.link(own.owner))),
            ("Address", lambda own: address(own.url)),
        )
        for type_ in types
    )


def _interfaces(edition: Edition) -> tuple[Block | None, ...]:
    """The interface map, every flow that follows from inputs and outputs, and what was agreed."""
    word, architecture = edition.word, edition.architecture
    links = architecture.exchange.links("classification")
    rows = [
        (
            cell(edition.link(link.source)),
            cell(edition.link(link.target)),
            cell(edition.in_a_row(link.artifacts)) or edition.links(flow.id for flow in link.flows if flow.name),
        )
        for link in links
    ]
    picture = Picture(INTERFACE_MAP, INTERFACE_MAP, word("Interface map")) if links else None
    flows = table((word("From"), word("To"), word("Artifacts")), rows)
    agreed = agreement_table(edition, architecture.all(Flow), marked=True)
    return (
        section("interfaces", word("Who gives what to whom"), picture, flows),
        section("agreements", word("Interface agreements"), agreed),
    )


def _measures(edition: Edition) -> tuple[Section | None, ...]:
    architecture, word = edition.architecture, edition.word

    def served_by(goal: Element) -> Cell:
        mentions = architecture.mentions(goal.id)
        return _processes(edition, (own for own, way in mentions if isinstance(own, ProcessElement)))

    return (
        _register(
            edition,
            "goals",
            edition.word("Strategy goals"),
            architecture.all(Goal),
            ("Period", lambda own: cell(own.period)),
            ("Part of", lambda own: cell(edition.link(own.parent))),
            ("Owner", lambda own: cell(edition.link(own.owner))),
            ("KPIs", lambda own: edition.links(own.kpis)),
            ("Served by", served_by),
        ),
        _register(
            edition,
            "key-tasks",
            edition.word("Key tasks"),
            architecture.all(KeyTask),
            ("Owner", lambda own: cell(edition.link(own.owner))),
            ("Due", lambda own: cell(own.due)),
            ("Goals", lambda own: edition.links(own.goals)),
            ("KPIs", lambda own: edition.links(own.kpis)),
            ("Concerns", lambda own: cell(*(edition.step(process) for process in own.processes))),
        ),
        section(
            "kpis",
            word("Key performance indicators (KPI)"),
            kpi_table(edition, architecture.all(Kpi), register=True),
        ),
    )


def _controls(edition: Edition) -> tuple[Section | None, ...]:
    architecture, word = edition.architecture, edition.word
    text = edition.text
    return (
        _register(
            edition,
            "risks",
            edition.word("Risks"),
            architecture.all(Risk),
            ("Likelihood", lambda own: cell(edition.value("rating", own.likelihood))),
            ("Impact", lambda own: cell(edition.value("rating", own.impact))),
            ("Rating", lambda own: cell(edition.value("rating", own.rating))),
            ("Affects", lambda own: cell(*(edition.step(affected) for affected in own.affects))),
            ("Owner", lambda own: cell(edition.link(own.owner))),
        ),
        _register(
            edition,
            "control-points",
            edition.word("Control points"),
            architecture.all(Control),
            ("Key", lambda own: cell(word("KCP") if own.key else None)),
            ("Against", lambda own: edition.links(own.risks)),
            ("At activity", lambda own: cell(*(edition.step(activity) for activity in own.activities))),
            ("Type", lambda own: cell(edition.value("control", own.type))),
            ("Method", lambda own: cell(text(own.method))),
            ("Frequency", lambda own: cell(edition.value("frequency", own.frequency))),
            ("Evidence", lambda own: edition.links(own.evidence)),
            ("Owner", lambda own: cell(edition.link(own.owner))),
            ("Tester", lambda own: cell(edition.link(own.tester))),
            ("Last test", lambda own: _last_test(edition, own)),
            ("Next test", lambda own: cell(own.next_test)),
        ),
        section(
            "segregation",
            word("Segregation of duties (SOD)"),
            segregation_table(edition, architecture.all(Segregation), marked=True),
        ),
    )


def _last_test(edition: Edition, control: Control) -> Cell:
    test = control.last_test
    return cell(edition.value("result", test.result), test.date, edition.text(test.note)) if test else ()


def _policies(edition: Edition) -> tuple[Section | None, ...]:
    architecture = edition.architecture

    def carried_by(policy: Element) -> Cell:
        mentions = architecture.mentions(policy.id)
        return cell(*(edition.step(own.id) for own, way in mentions if way.path[0] == "policies"))

    return (
        _register(
            edition,
            "policies",
            edition.word("Policies"),
            architecture.all(Policy),
            ("Text", lambda own: cell(edition.text(own.text))),
            ("Version", lambda own: cell(own.version)),
            ("Owner", lambda own: cell(edition.link(own.owner))),
            ("Carried out by", carried_by),
            ("Address", lambda own: address(own.url)),
        ),
    )


def _systems(edition: Edition) -> tuple[Section | None, ...]:
    architecture = edition.architecture

    def carries(system: Element) -> Cell:
        mentions = architecture.mentions(system.id)
        return _processes(edition, (own for own, way in mentions if way.path[0] in ("systems", "system")))

    return (
        _register(
            edition,
            "systems",
            edition.word("IT systems"),
            architecture.all(System),
            ("Owner", lambda own: cell(edition.link(own.owner))),
            ("Carries", carries),
            ("Integrated with", lambda own: edition.links(own.integrates_with)),
            ("Address", lambda own: address(own.url)),
        ),
    )


def _decompositions(edition: Edition) -> tuple[Section | None, ...]:
    architecture, word = edition.architecture, edition.word
    phased = dict.fromkeys(phase.process or "" for phase in architecture.all(Phase))
    phases = (
        section("phases-of", edition.name(process), _phases_of(edition, process)) for process in phased if process
    )
    cuts = (
        section("decomposition", edition.name(own.id), *decomposition(edition, own), mark=edition.mark(own))
        for own in architecture.all(Grouping)
    )
    values = _register(
        edition,
        "scenarios",
        edition.word("Scenarios"),
        architecture.all(Scenario),
        ("Values", lambda own: cell(*(edition.text(value.name) or value.id for value in own.values))),
    )
    return section("phases", word("Phases"), *phases), values, section("cuts", word("Other ways to cut"), *cuts)


def _phases_of(edition: Edition, process: str) -> Table | None:
    own = [phase for phase in edition.architecture.all(Phase) if phase.process == process]
    return phase_table(edition, own, marked=True)


def _capabilities(edition: Edition) -> tuple[Table | None, ...]:
    word = edition.word
    return (table((word("Capability"), word("Description"), word("Realised by")), capability_rows(edition)),)


def _glossary(edition: Edition) -> tuple[Section | None, ...]:
    text = edition.text

    def other_languages(term: Element) -> Cell:
        values = term.name.values if term.name else ()
        return cell(*(value for language, value in values if language and value != term.label(edition.language)))

    def avoided(term: Element) -> Cell:
        return cell(*(value for own in term.deprecated if (value := own.get(edition.language) or own.get(""))))  # type: ignore[attr-defined]

    terms = sorted(edition.architecture.all(Term), key=lambda own: own.label(edition.language).casefold())
    return (
        _register(
            edition,
            "glossary",
            edition.word("Glossary"),
            terms,
            ("Acronym", lambda own: cell(own.acronym)),
            ("Meaning", lambda own: cell(text(own.definition))),
            ("In other languages", other_languages),
            ("No longer used", avoided),
        ),
    )
