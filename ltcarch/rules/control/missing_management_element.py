"""The five management elements are built into each published end-to-end flow.

Quality, operation, internal control, authorisation and finance are not five systems beside the process. They stand in
its activities, so that people follow one description and not six. `elements:` says how each is built in, at the
classification or at any group, process or sub-process below it.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    kind: end_to_end
    elements:
      - {kind: quality, how: Solutions are reviewed before they are offered}
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    kind: end_to_end
    elements:
      - {kind: quality, how: Solutions are reviewed before they are offered}
      - {kind: operation, how: One pipeline is what sales is run by}
      - {kind: internal_control, how: Key control points stand in the activities}
      - {kind: authorisation, how: Prices are decided within limits}
      - {kind: finance, how: An invoice follows acceptance}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Classification, ProcessElement
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, listed

ELEMENTS = ("quality", "operation", "internal_control", "authorisation", "finance")


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Published end-to-end flows in which an element is missing."""
    for own in architecture.all(Classification):
        is_asked = own.kind == "end_to_end" and own.expects("elements") and architecture.is_published(own)
        if not is_asked or not architecture.is_whole:
            continue
        present = _present(architecture, own)
        missing = [element for element in ELEMENTS if element not in present]
        if missing:
            yield Finding(
                own,
                f"{called(own)} does not say how {listed(f'`{kind}`' for kind in missing)} "
                f"{'is' if len(missing) == 1 else 'are'} built in",
                ("elements",),
                "add it under `elements:`, here or at the element below in which it stands",
                at_key=True,
            )


def _present(architecture: Architecture, classification: Classification) -> set[str | None]:
    parts = (classification, *architecture.hierarchy.descendants(classification))
    return {element.kind for part in parts if isinstance(part, ProcessElement) for element in part.elements}


RULE = Rule(
    code="CTL09",
    name="missing-management-element",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
