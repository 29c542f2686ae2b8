"""The checks of a project give an answer for every element.

An expression that asks for what an element does not have is neither true nor false there: the check says nothing of it,
although it seems to. An expression that takes more time or memory than a check may is ended.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
languages: [en, zh]
checks:
  - id: NWN01
    name: role-not-in-chinese
    for: role
    assert: element.name.zh != element.name.en
    message: role {id} has its English name in Chinese
# architecture.yaml
roles: [{id: clerk, name: Clerk}]
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
languages: [en, zh]
checks:
  - id: NWN01
    name: role-not-in-chinese
    for: role
    where: has(element.name.zh)
    assert: element.name.zh != element.name.en
    message: role {id} has its English name in Chinese
# architecture.yaml
roles: [{id: clerk, name: Clerk}]
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture
from ltcarch.model.project import Check
from ltcarch.rules.company.judgement import Judgement, LibraryMissing, judgements
from ltcarch.rules.company.wording import undecided
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called

SHOWN = 3


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Checks that gave no answer for some element, or none at all."""
    project = architecture.project
    try:
        judged = judgements(architecture)
    except LibraryMissing:
        return
    for index, judgement in judged.items():
        own = project.checks[index]
        if judgement.interrupted or judgement.skipped:
            path = ("checks", index, "assert")
            message, help_text = _ended(own, judgement)
            yield Finding(architecture.company, message, path, help_text, origin=project.origin)
        elif judgement.undecided:
            yield _without_answer(architecture, index, own, judgement)


def _ended(own: Check, judgement: Judgement) -> tuple[str, str]:
    if judgement.skipped:
        return f"check {own.id} was not judged, since others took too long", "mend those first"
    message = f"check {own.id} was ended: it takes more time or memory than a check may"
    return message, "say it more simply: fewer lists inside of each other, shorter patterns"


def _without_answer(architecture: Architecture, index: int, own: Check, judgement: Judgement) -> Finding:
    first, *others = judgement.undecided
    told = undecided(first.reason)
    more = f" and {len(others):,} more" if others else ""
    return Finding(
        architecture.company,
        f"`{first.key}` of check {own.id} gives no answer at {called(first.element)}{more}: {told.message}",
        ("checks", index, first.key),
        told.help,
        tuple(Place(one.element, f"no answer at {called(one.element)}") for one in judgement.undecided[:SHOWN]),
        origin=architecture.project.origin,
    )


RULE = Rule(
    code="CFG08",
    name="undecided-check",
    severity={"draft": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
