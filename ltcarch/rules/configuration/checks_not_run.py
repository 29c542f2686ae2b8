"""The checks of a project are run.

A project that has checks of its own needs the package that judges them: `pip install 'ltcarch[checks]'`. Without it the
rules of ltcarch run as ever, and none of the company's.

Bad:

```text
ltcarch.yaml:4:1 error CFG09 the checks of this project are not run: the package cel-expr-python is not installed
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
from ltcarch.rules.rule import Context, Finding, Rule


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Checks without the package that judges them."""
    try:
        judgements(architecture)
    except LibraryMissing:
        yield Finding(
            architecture.company,
            "the checks of this project are not run: the package cel-expr-python is not installed",
            ("checks",),
            "`pip install 'ltcarch[checks]'` brings it",
            at_key=True,
            origin=architecture.project.origin,
        )


RULE = Rule(
    code="CFG09",
    name="checks-not-run",
    severity={"draft": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
