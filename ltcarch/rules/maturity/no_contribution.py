"""What is published contributes to what the company is for.

A process that brings neither revenue nor profit, and neither good delivery, efficiency, accounts that agree with
goods, strategy, satisfaction nor less risk, is one to simplify or to leave out. Classifications, groups and processes
say under `contributes` what they bring; what an element says holds for all below it.

Bad:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    groups:
      - {id: LTC.1, name: Manage leads, contributes: [revenue]}
      - {id: LTC.2, name: Report on reports}
```

Good:

```yaml
classifications:
  - id: LTC
    name: Lead to cash
    groups:
      - {id: LTC.1, name: Manage leads, contributes: [revenue]}
      - {id: LTC.2, name: Manage opportunities, contributes: [revenue, profit]}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Element, ProcessElement
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called

_ASKED = ("classification", "group", "process")


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Published elements without a contribution of their own, above or below, the uppermost of each line."""
    contributing = _contributing(architecture)
    silent: set[str] = set()
    for element in architecture.all(ProcessElement):
        if element.KIND not in _ASKED or element.id in contributing:
            continue
        parent = architecture.hierarchy.parent(element)
        if parent is not None and parent.id in silent:
            silent.add(element.id)
        elif architecture.is_published(element):
            silent.add(element.id)
            if architecture.is_whole or _is_seen(architecture, element):
                yield Finding(
                    element,
                    f"{called(element)} does not say what it contributes to",
                    (),
                    "add `contributes:`; if nothing fits, ask whether it is needed",
                )


def _contributing(architecture: Architecture) -> set[str]:
    """The ids of elements that contribute, or knowingly leave it open, with all above and all below them."""
    stating = [own for own in architecture.all(ProcessElement) if own.contributes or not own.expects("contributes")]
    found = {above.id for element in stating for above in architecture.hierarchy.lineage(element)}
    inherited = {element.id for element in stating}
    for element in architecture.all(ProcessElement):
        parent = architecture.hierarchy.parent(element)
        if parent is not None and parent.id in inherited:
            inherited.add(element.id)
    return found | inherited


def _is_seen(architecture: Architecture, element: Element) -> bool:
    """Whether all above and below it could be read."""
    below = architecture.hierarchy.descendants(element)
    return not architecture.is_out_of_sight(element.id, *(own.id for own in below)) and not architecture.is_cut_off(
        element
    )


RULE = Rule(
    code="MAT04",
    name="no-contribution",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
