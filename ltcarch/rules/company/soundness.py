"""Whether a check can be used at all, before any expression is read."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ltcarch.model.project import Check, Project
from ltcarch.model.suggestions import did_you_mean
from ltcarch.rules.company.attributes import KINDS
from ltcarch.rules.selection import FAMILIES, family_of
from ltcarch.rules.wording import listed
from ltcarch.source.document import Step

ANY = "any"
PLACEHOLDERS = ("id", "name")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
LONGEST_EXPRESSION = 2000
MOST_CHECKS = 200


class Flaw(NamedTuple):
    """What is wrong with a check: where in it, in plain words, and what to do."""

    path: tuple[Step, ...]
    message: str
    help: str
    is_fatal: bool = True
    """Whether the check cannot be used."""


def kinds_of(check: Check) -> frozenset[str]:
    """The kinds of elements that a check is for."""
    return frozenset(KINDS if ANY in check.for_ else check.for_).intersection(KINDS)


def sound_checks(project: Project) -> Iterator[tuple[int, Check]]:
    """The checks that can be used, each with its place in the project file."""
    taken: set[str] = set()
    for index, check in enumerate(project.checks[:MOST_CHECKS]):
        if not any(flaw.is_fatal for flaw in flaws_of(check, taken)) and _is_complete(check):
            taken.add(check.id or "")
            yield index, check


def flaws(project: Project) -> Iterator[tuple[int, Flaw]]:
    """What is wrong with the checks, apart from their shape, each with the place of the check."""
    taken: set[str] = set()
    for index, check in enumerate(project.checks[:MOST_CHECKS]):
        for flaw in flaws_of(check, taken):
            yield index, flaw
        taken.add(check.id or "")


def _is_complete(check: Check) -> bool:
    """Whether it says all that it must, and no more than it may; otherwise its shape was reported."""
    expressions = (check.assert_, check.where or "true")
    return all((check.id, check.name, check.for_, check.message, *expressions)) and all(
        len(own or "") <= LONGEST_EXPRESSION for own in expressions
    )


def flaws_of(check: Check, taken: set[str]) -> Iterator[Flaw]:
    """The flaws of one check, where these codes are taken already."""
    code = check.id or ""
    if family_of(code) in FAMILIES:
        message = f"`{code}` begins like the rules of ltcarch"
        yield Flaw(("id",), message, "begin it with letters of your own, such as those of the company")
    elif code and code in taken:
        yield Flaw(("id",), f"another check has the id `{code}`", "give each check an id of its own")
    for place, kind in enumerate(check.for_):
        if kind != ANY and kind not in KINDS:
            known = (ANY, *KINDS)
            help_text = did_you_mean(kind, known) or f"it is one of {listed(known, 'or')}"
            yield Flaw(("for", place), f"there is no kind of element `{kind}`", help_text)
    for language, text in check.message.values if check.message else ():
        for placeholder in PLACEHOLDER.findall(text):
            if placeholder not in PLACEHOLDERS:
                path = ("message", language) if language else ("message",)
                message = f"`{{{placeholder}}}` in the message stands for nothing"
                yield Flaw(path, message, "only `{id}` and `{name}` are filled in", is_fatal=False)
