"""The life of an artifact: its states, and what moves it from one to the next."""

from ltcarch.model import Architecture, Artifact, Element
from ltcarch.model.parts import ArtifactUse
from ltcarch.views.flow_map import Arrow, FlowMap, Stop, Strip
from ltcarch.views.labels import Label, label
from ltcarch.views.words import word

_MOST_TAKERS = 3
_START = ":start"


def artifacts_with_life(architecture: Architecture) -> tuple[Artifact, ...]:
    """The artifacts with states, at least one of which something brings about."""
    exchange = architecture.exchange
    return tuple(
        own for own in architecture.all(Artifact) if own.states and any(use.use.state for use in exchange.made(own.id))
    )


def artifact_life(architecture: Architecture, language: str, artifact: Artifact) -> FlowMap:
    """The states of an artifact with the activities between them; below each state, who takes it then."""
    exchange = architecture.exchange
    makers, takers = set(exchange.makers(artifact.id)), set(exchange.takers(artifact.id))
    taken: dict[str, list[ArtifactUse]] = {}
    for use in exchange.taken(artifact.id):
        taken.setdefault(use.element.id, []).append(use.use)
    names = {own.id: own.name.in_language(language) if own.name else own.id for own in artifact.states if own.id}
    arrows: dict[str, Arrow] = {}
    for use in exchange.made(artifact.id):
        if use.use.state not in names or use.element not in makers:
            continue
        before = [own for own in taken.get(use.element.id, ()) if own.state in names and own.state != use.use.state]
        origins = [own.state for own in before] + ([] if any(not own.optional for own in before) else [_START])
        own = label(architecture, use.element, language)
        for state in origins:
            arrow = Arrow(f"{state}>{use.use.state}:{own.id}", str(state), str(use.use.state), own.name, own.whole)
            arrows[arrow.id] = arrow
    users: dict[str, list[Element]] = {}
    for use in exchange.taken(artifact.id):
        if use.element in takers - makers and use.use.state in names:
            users.setdefault(str(use.use.state), []).append(use.element)
    used = {end for own in arrows.values() for end in (own.source, own.target)}
    start = (Stop(Label(_START, "", ""), "", "start"),) if _START in used else ()
    states = tuple(
        Stop(Label(own, "", name), "", "state", tip=f"{name} ({own})", notes=_takers(users.get(own, []), language))
        for own, name in names.items()
        if own in used or own in users
    )
    told = (f"{names.get(own.source, '')} → {names[own.target]} ({own.text})".strip() for own in arrows.values())
    return FlowMap(
        title=artifact.label(language),
        subtitle=word("Life of an artifact", language),
        description=word("; ", language).join(told),
        language=language,
        strips=(Strip("", ""),),
        stops=(*start, *states),
        arrows=tuple(arrows.values()),
    )


def _takers(users: list[Element], language: str) -> tuple[str, ...]:
    named = list(dict.fromkeys(own.label(language) for own in users))
    told = [word("taken by {name}", language, name=own) for own in named[:_MOST_TAKERS]]
    if len(named) > _MOST_TAKERS:
        told.append(word("{count} more", language, count=len(named) - _MOST_TAKERS))
    return tuple(told)
