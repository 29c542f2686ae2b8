"""Each element below the first level belongs to a parent.

An element without a parent is in no tree, on no map and in no handbook, and nobody answers for it. Where the
company does not use the first level, the second one stands at the top.

Bad:

```yaml
groups:
  - id: LTC.1
    name: Manage leads
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
groups:
  - id: LTC.1
    parent: LTC
    name: Manage leads
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import HIERARCHY, Architecture
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.structure.levels import parent_kinds
from ltcarch.rules.wording import called, listed, with_article


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Elements that neither stand inside of another one nor name a parent."""
    project = architecture.project
    wanted = {kind: parent_kinds(project, kind) for kind in HIERARCHY if project.uses(kind)}
    for element in architecture.hierarchy.in_order:
        above = wanted.get(element.KIND)
        if above and element.parent is None and element.expects("parent"):
            yield Finding(
                element,
                f"{called(element)} has no parent",
                ("parent",),
                f"nest it under {listed(map(with_article, above), 'or')}, or add `parent:` with the id of one",
            )


RULE = Rule(
    code="STR01",
    name="missing-parent",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
