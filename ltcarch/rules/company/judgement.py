"""Judges the elements of a project by its checks."""

import importlib.util
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from ltcarch.model.architecture import Architecture
from ltcarch.model.element import Element
from ltcarch.model.naming import natural_key
from ltcarch.model.project import Check
from ltcarch.rules.company import attributes
from ltcarch.rules.company.attributes import LOOKING_AROUND, Attribute, attributes_of
from ltcarch.rules.company.soundness import kinds_of, sound_checks

LIBRARY = "cel_expr_python"
PATIENCE = 10.0
"""Seconds that the checks may take together, besides the time for each element."""
PATIENCE_FOR_AN_ELEMENT = 0.0002
MOST_INTERRUPTIONS = 3
"""So many checks are stopped one by one; then no further one is judged."""
_NAMED = re.compile(r"\belement\s*\.\s*([A-Za-z_]\w*)")
_TYPES = {
    attributes.TEXT: "string",
    attributes.FLAG: "bool",
    attributes.LIST: "strings",
    attributes.TEXTS: "texts",
    attributes.COUNTS: "counts",
    attributes.MAP: "map",
    attributes.MAPS: "maps",
    attributes.NUMBER: "any",
    attributes.ANY: "any",
}


class LibraryMissing(Exception):
    """Raised where the package that judges expressions is not installed."""


class Undecided(NamedTuple):
    """An element that an expression gave no answer for, and why."""

    element: Element
    key: str
    reason: str


class Judgement(NamedTuple):
    """What came of one check. `fault` is an expression that cannot be used, by its key, and why.

    `interrupted` means that it took more time or memory than it may, `skipped` that others did before.
    """

    fault: tuple[str, str] | None = None
    failing: tuple[Element, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    interrupted: bool = False
    skipped: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether there is an answer for every element."""
        return not (self.fault or self.undecided or self.interrupted or self.skipped)


class _Task(NamedTuple):
    """A check with the elements that it is for, and what it asks of them."""

    check: Check
    attributes: tuple[Attribute, ...]
    elements: tuple[Element, ...]

    def document(self, architecture: Architecture) -> dict[str, Any]:
        """The task as the child process reads it."""
        return {
            "variables": {f"element.{own.name}": _TYPES[own.type] for own in self.attributes},
            "where": self.check.where,
            "assert": self.check.assert_,
            "elements": [[own.of(architecture, element) for own in self.attributes] for element in self.elements],
        }

    def judgement(self, outcome: Mapping[str, Any]) -> Judgement:
        """What the child process said."""
        if "fault" in outcome:
            key, reason = outcome["fault"]
            return Judgement((key, reason))
        undecided = (Undecided(self.elements[index], *why) for index, *why in outcome["undecided"])
        return Judgement(
            failing=tuple(self.elements[index] for index in outcome["failing"]),
            undecided=tuple(sorted(undecided, key=lambda own: natural_key(own.element.id))),
        )


def named_attributes(check: Check) -> tuple[str, ...]:
    """The attributes that the expressions of a check seem to name, in order."""
    return tuple(dict.fromkeys(_NAMED.findall(f"{check.where or ''} {check.assert_ or ''}")))


@lru_cache(maxsize=1)
def judgements(architecture: Architecture) -> Mapping[int, Judgement]:
    """The judgement of each sound check by its place in the project file. Raises LibraryMissing."""
    sound = dict(sound_checks(architecture.project))
    if not sound:
        return {}
    library = _library_folder()
    tasks = {index: _task(architecture, check) for index, check in sound.items()}
    found = _judged([task.document(architecture) for task in tasks.values()], library)
    return {
        index: outcome if isinstance(outcome, Judgement) else task.judgement(outcome)
        for (index, task), outcome in zip(tasks.items(), found, strict=True)
    }


def _task(architecture: Architecture, check: Check) -> _Task:
    kinds = kinds_of(check)
    known = attributes_of(kinds)
    asked = tuple(known[name] for name in named_attributes(check) if name in known)
    fitting = [element for element in architecture.elements.values() if element.KIND in kinds]
    if not architecture.is_whole and any(own.name in LOOKING_AROUND for own in asked):
        fitting = [
            own for own in fitting if not architecture.is_out_of_sight(own.id) and not architecture.is_cut_off(own)
        ]
    return _Task(check, asked, tuple(fitting))


def _judged(documents: Sequence[dict[str, Any]], library: str) -> list[Mapping[str, Any] | Judgement]:
    """What is said of each document. One that ends the child process is passed over, and the rest goes on."""
    found: list[Mapping[str, Any] | Judgement] = []
    interruptions = 0
    while len(found) < len(documents) and interruptions < MOST_INTERRUPTIONS:
        said = list(_asked(documents[len(found) :], library))
        found.extend(said)
        if len(found) < len(documents):
            found.append(Judgement(interrupted=True))
            interruptions += 1
    return found + [Judgement(skipped=True)] * (len(documents) - len(found))


def _asked(documents: Sequence[dict[str, Any]], library: str) -> Iterator[Mapping[str, Any]]:
    """What the child process says of the documents, as far as it comes."""
    evaluations = sum(len(document["elements"]) for document in documents)
    command = [sys.executable, "-I", str(Path(__file__).with_name("child.py")), library]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        try:
            given = json.dumps({"checks": documents}).encode()
            said, _ = child.communicate(given, timeout=PATIENCE + evaluations * PATIENCE_FOR_AN_ELEMENT)
        except subprocess.TimeoutExpired:
            child.kill()
            said, _ = child.communicate()
        except BaseException:
            child.kill()
            raise
    for line in said.split(b"\n")[:-1]:
        yield json.loads(line)


def _library_folder() -> str:
    """The folder in which the package stands."""
    spec = importlib.util.find_spec(LIBRARY) and importlib.util.find_spec(f"{LIBRARY}.cel")
    if spec is None or spec.origin is None:
        raise LibraryMissing
    return str(Path(spec.origin).parents[1])
