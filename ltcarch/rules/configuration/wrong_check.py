"""The checks of a project can be understood.

A check that cannot be read never finds anything, and nobody notices. Its code must be its own, its kinds must exist,
its message fills in only `{id}` and `{name}`, and its expressions must be conditions in CEL about what `element` has.

Bad:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
checks:
  - id: NWN01
    name: role-without-skills
    for: role
    assert: size(element.skill) > 0
    message: role {id} names no skills
# architecture.yaml
roles: [{id: clerk, name: Clerk, skills: [Typing]}]
```

Good:

```yaml
# ltcarch.yaml
ltcarch: 1
name: Example
checks:
  - id: NWN01
    name: role-without-skills
    for: role
    assert: size(element.skills) > 0
    message: role {id} names no skills
# architecture.yaml
roles: [{id: clerk, name: Clerk, skills: [Typing]}]
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture
from ltcarch.rules.company.judgement import LibraryMissing, judgements
from ltcarch.rules.company.soundness import flaws
from ltcarch.rules.company.wording import fault, place_of
from ltcarch.rules.rule import Context, Finding, Rule


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Checks that clash or name what does not exist, and expressions that cannot be used."""
    project, company = architecture.project, architecture.company
    for index, flaw in flaws(project):
        path = ("checks", index, *flaw.path)
        yield Finding(company, flaw.message, path, flaw.help, origin=project.origin)
    try:
        judged = judgements(architecture)
    except LibraryMissing:
        return
    for index, judgement in judged.items():
        if judgement.fault:
            key, reason = judgement.fault
            own = project.checks[index]
            told = fault(own, key, reason)
            path = ("checks", index, key)
            place = place_of(project, path, (own.where if key == "where" else own.assert_) or "", told)
            yield Finding(company, f"`{key}` of check {own.id}: {told.message}", path, told.help, location=place)


RULE = Rule(
    code="CFG07",
    name="wrong-check",
    severity={"draft": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
