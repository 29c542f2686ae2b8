"""An id belongs to one element.

All ids of a project share one namespace, over all files and kinds. A reference to an id that two elements bear leads
to one of them, and nobody can say to which.

Bad:

```yaml
roles:
  - {id: auditor, name: Auditor}
positions:
  - {id: auditor, name: Internal auditor}
```

Good:

```yaml
roles:
  - {id: auditor, name: Auditor}
positions:
  - {id: internal_auditor, name: Internal auditor, roles: [auditor]}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Element
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called, kind_in_words, with_article


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Elements whose id an earlier one has."""
    for element in architecture.duplicates:
        first = architecture.elements[element.id]
        yield Finding(
            element,
            f"{called(element)} has the id of {_other(element, first)}",
            ("id",),
            "give one of them an id of its own, and change the references that mean it",
            (Place(first, f"{first.id} stands here first"),),
        )


def _other(element: Element, first: Element) -> str:
    if first.KIND == "company":
        return "the company"
    return f"another {kind_in_words(first.KIND)}" if first.KIND == element.KIND else with_article(first.KIND)


RULE = Rule(
    code="IDN01",
    name="duplicate-id",
    severity={"draft": Severity.ERROR},
    documentation=__doc__,
    check=check,
)
