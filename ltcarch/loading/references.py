"""Every reference must lead to an element of the right kind."""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from itertools import chain
from typing import NamedTuple

from ltcarch.diagnostics import Diagnostic, Related, Severity
from ltcarch.diagnostics.fixes import fix
from ltcarch.model.activity import Activity
from ltcarch.model.architecture import Architecture
from ltcarch.model.artifact import Artifact, Flow
from ltcarch.model.element import Element, Origin
from ltcarch.model.kinds import CLASSES, COLLECTIONS
from ltcarch.model.parts import End, NamedValue
from ltcarch.model.process import Group, Process, ProcessElement, Subprocess
from ltcarch.model.references import Reference, references_of
from ltcarch.model.register import Scenario
from ltcarch.model.suggestions import Vocabulary, did_you_mean
from ltcarch.source.changes import ReplaceText
from ltcarch.source.document import Step
from ltcarch.source.slips import look_alike

Known = Callable[[tuple[str, ...]], Vocabulary]
"""Gives the ids that may be meant by a reference to some kinds."""

UNKNOWN_ID = ("REF01", "unknown-id")
WRONG_KIND = ("REF02", "wrong-kind")
UNKNOWN_NAME = ("REF03", "unknown-name")
UNKNOWN_PROVENANCE = ("REF04", "unknown-provenance")
_HOLDING_NAMES = frozenset({"next", "scenario", "inputs", "outputs", "waits", "artifacts"})
"""The attributes in which names may stand that are known only inside of another element."""
_LONGEST_LIST = 3_000
"""Characters; a finding shows fewer."""


def reference_faults(architecture: Architecture) -> Iterator[Diagnostic]:
    """What leads nowhere, or to something of another kind."""
    project = architecture.project
    known = cache(partial(_ids, architecture))
    for index, required in enumerate(project.required_interfaces):
        for reference in references_of(required):
            path = ("required_interfaces", index, *reference.path)
            seen_here = Reference(path, reference.target, reference.kinds)
            yield from _fault(architecture, project.origin, None, seen_here, known)
    duplicates = ((element, references_of(element)) for element in architecture.duplicates)
    for element, references in chain(architecture.references, duplicates):
        for reference in references:
            if not _leads_to_its_kind(architecture, reference):
                yield from _fault(architecture, element.origin, element, reference, known)
        if not _HOLDING_NAMES.isdisjoint(vars(element)):
            yield from _unknown_names(architecture, element)
        if element.provenance and project.provenance:
            yield from _unknown_provenance(architecture, element)


def _leads_to_its_kind(architecture: Architecture, reference: Reference) -> bool:
    """Whether a reference is as it should be, which most are."""
    target = architecture.elements.get(reference.target)
    return target is not None and (target.KIND in reference.kinds or reference.kinds == ("any",))


def _ids(architecture: Architecture, kinds: tuple[str, ...]) -> Vocabulary:
    """The ids that a reference to these kinds may name."""
    return Vocabulary(own.id for own in architecture.elements.values() if own.KIND in kinds or kinds == ("any",))


def _fault(
    architecture: Architecture, origin: Origin, element: Element | None, reference: Reference, known: Known
) -> Iterator[Diagnostic]:
    target = architecture.elements.get(reference.target)
    if target is None:
        if not architecture.may_exist(reference.target):
            yield _unknown(origin, element, reference, known(reference.kinds))
    elif not _leads_to_its_kind(architecture, reference):
        wanted = _kinds(reference.kinds)
        yield _diagnostic(
            WRONG_KIND,
            origin,
            element,
            reference.path,
            f"`{_attribute(reference.path)}` names {_word(target.KIND)} {target.id}; it must name {wanted}",
            None,
            (Related(target.origin.locate(), f"{target.id} is {_article(_word(target.KIND))}"),),
        )


def _unknown(origin: Origin, element: Element | None, reference: Reference, known: Vocabulary) -> Diagnostic:
    wanted = _kinds(reference.kinds)
    return _diagnostic(
        UNKNOWN_ID,
        origin,
        element,
        reference.path,
        f"`{_attribute(reference.path)}` names `{reference.target}`, which does not exist",
        look_alike(reference.target, "，、；")
        or did_you_mean(reference.target, known)
        or f"it must be the id of {wanted}{_where_to_add(reference.kinds)}",
        slip=(reference.target, known),
    )


def _where_to_add(kinds: tuple[str, ...]) -> str:
    return f"; add it under `{COLLECTIONS[kinds[0]]}:`" if len(kinds) == 1 and kinds[0] in COLLECTIONS else ""


def _unknown_names(architecture: Architecture, element: Element) -> Iterator[Diagnostic]:
    """Names that are only known inside of another element: ends, states and scenario values."""
    if isinstance(element, Activity) and element.next:
        yield from _unknown_ends(architecture, element)
    if isinstance(element, ProcessElement):
        for index, way in enumerate(element.next):
            if way.on:
                yield from _not_among(element, ("next", index, "on"), way.on, element.ends, f"an end of {element.id}")
    if isinstance(element, (Group, Process, Subprocess)) and element.scenario:
        scenario, value = architecture.get(element.scenario.dimension, Scenario), element.scenario.value
        if scenario and value:
            path = ("scenario", "value")
            yield from _not_among(element, path, value, scenario.values, f"a value of scenario {scenario.id}")
    if isinstance(element, (Activity, ProcessElement)):
        for key, uses in (("inputs", element.inputs), ("outputs", element.outputs)):
            for index, use in enumerate(uses):
                if use.state:
                    yield from _unknown_state(architecture, element, (key, index, "state"), use.artifact, use.state)
    if isinstance(element, Activity) and element.waits:
        wait = element.waits
        yield from _unknown_state(architecture, element, ("waits", "state"), wait.for_, wait.state)
    if isinstance(element, Flow) and element.artifacts:
        yield from _unknown_state(architecture, element, ("state",), element.artifacts[0], element.state)


def _unknown_ends(architecture: Architecture, activity: Activity) -> Iterator[Diagnostic]:
    called = architecture.get(activity.calls.process, ProcessElement) if activity.calls else None
    for index, follow in enumerate(activity.next):
        if follow.on and (called or not activity.calls):
            known, what = (
                (called.ends, f"an end of {called.id}") if called else ((), "an end: the activity calls no process")
            )
            yield from _not_among(activity, ("next", index, "on"), follow.on, known, what)
    process = architecture.hierarchy.parent(activity)
    if not isinstance(process, ProcessElement):
        return
    for index, follow in enumerate(activity.next):
        if follow.end:
            path = ("next", index, "end")
            yield from _not_among(activity, path, follow.end, process.ends, f"an end of {process.id}")


def _unknown_state(
    architecture: Architecture, element: Element, path: tuple[Step, ...], artifact_id: str | None, state: str | None
) -> Iterator[Diagnostic]:
    artifact = architecture.get(artifact_id, Artifact)
    if artifact and state:
        yield from _not_among(element, path, state, artifact.states, f"a state of artifact {artifact.id}")


def _not_among(
    element: Element, path: tuple[Step, ...], name: str, known: tuple[End, ...] | tuple[NamedValue, ...], what: str
) -> Iterator[Diagnostic]:
    names = _names(_Same(known))
    if name not in names.ids:
        help_text = did_you_mean(name, names.vocabulary) or names.listed
        message = f"`{name}` is not {what}"
        yield _diagnostic(
            UNKNOWN_NAME, element.origin, element, path, message, help_text, slip=(name, names.vocabulary)
        )


class _Same:
    """A tuple that equals itself alone, so that to look it up does not go through all of it."""

    def __init__(self, known: tuple[End, ...] | tuple[NamedValue, ...]) -> None:
        self.known = known

    def __hash__(self) -> int:
        return id(self.known)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.known is self.known


class _Names(NamedTuple):
    """The names that a list states: as a set, in a sentence, and as words that may be meant."""

    ids: frozenset[str]
    listed: str
    vocabulary: Vocabulary


@lru_cache(maxsize=16)
def _names(same: _Same) -> _Names:
    """Remembered, since a list may have very many names and be asked for as many that it has not."""
    names = [value.id for value in same.known if value.id]
    listed = f"known: {', '.join(names)}"[:_LONGEST_LIST] if names else "none is stated there"
    return _Names(frozenset(names), listed, Vocabulary(names))


def _unknown_provenance(architecture: Architecture, element: Element) -> Iterator[Diagnostic]:
    legend = architecture.project.provenance
    for index, key in enumerate(element.provenance):
        if key not in legend:
            path = ("provenance", index)
            message = f"`{key}` is no provenance key of the project"
            keys = Vocabulary(legend)
            help_text = did_you_mean(key, keys) or "add it under `provenance:` of ltcarch.yaml"
            yield _diagnostic(UNKNOWN_PROVENANCE, element.origin, element, path, message, help_text, slip=(key, keys))


def _diagnostic(
    code: tuple[str, str],
    origin: Origin,
    element: Element | None,
    path: tuple[Step, ...],
    message: str,
    help_text: str | None,
    related: tuple[Related, ...] = (),
    slip: tuple[str, Vocabulary] | None = None,
) -> Diagnostic:
    """A finding; `slip` is the wrong word and those that it may stand for."""
    right = slip[1].meant(slip[0]) if slip else None
    change = ReplaceText(path, slip[0], right) if slip and right else None
    return Diagnostic(
        code=code[0],
        rule=code[1],
        severity=Severity.ERROR,
        message=f"{_word(element.KIND)} {element.id}: {message}" if element else message,
        location=origin.locate(path),
        element=element.id if element else None,
        help=help_text,
        related=related,
        fix=fix(origin.document, origin.mapping, change),
    )


def _attribute(path: tuple[Step, ...]) -> str:
    return ".".join(str(step) for step in path if isinstance(step, str))


def _word(kind: str) -> str:
    return "KPI" if kind == "kpi" else kind.replace("_", " ").replace("subprocess", "sub-process")


def _article(word: str) -> str:
    return f"{'an' if word[0] in 'aeio' else 'a'} {word}"


def _kinds(kinds: tuple[str, ...]) -> str:
    if kinds == ("any",):
        return "any element"
    words = [
        _article(_word(kind)) for kind in kinds if kind == "company" or kind in {of.KIND for of in CLASSES.values()}
    ]
    return " or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]
