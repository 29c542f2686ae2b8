"""An id does not return as something else.

Whoever finds an old id in a log or a document takes it for what it was. So an id that was retired or given up at the
former revision is not in use now, and an id that is in use still names an element of the same kind. Classifications,
groups, processes and sub-processes count as one kind here, since a process may move up or down a level.

Bad:

```yaml
# before/architecture.yaml
retired:
  - {id: lead_score, reason: Nobody used it}
# architecture.yaml
kpis:
  - {id: lead_score, name: Score of leads}
```

Good:

```yaml
# before/architecture.yaml
retired:
  - {id: lead_score, reason: Nobody used it}
# architecture.yaml
kpis:
  - {id: lead_quality_score, name: Score of leads}
retired:
  - {id: lead_score, reason: Nobody used it}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Element, ProcessElement
from ltcarch.rules.lifecycle.former import Comparison
from ltcarch.rules.rule import Context, Finding, Rule
from ltcarch.rules.wording import called, with_article


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Elements whose id belonged to something else, or to nobody any more, at the former revision."""
    if context.before is None:
        return
    comparison = Comparison(context.before, architecture)
    retired = {own.id for own in context.before.retired}
    given_up = _given_up(context.before)
    still_listed = {own.id for own in architecture.retired} | set(comparison.renamed)
    for element in architecture.elements.values():
        former = context.before.elements.get(element.id)
        if element.KIND == "company" or element.id in still_listed:
            continue
        if former is not None and _family(former) is not _family(element):
            yield _finding(element, f"was the id of {with_article(former.KIND)}")
        elif former is None and element.id in retired:
            yield _finding(element, "was retired")
        elif former is None and element.id in given_up and comparison.present(given_up[element.id]) is not element:
            yield _finding(element, f"was a former id of {called(given_up[element.id])}")


def _given_up(before: Architecture) -> dict[str, Element]:
    return {former_id: element for element in before.elements.values() for former_id in element.former_ids}


def _family(element: Element) -> type[Element]:
    return ProcessElement if isinstance(element, ProcessElement) else type(element)


def _finding(element: Element, was: str) -> Finding:
    return Finding(
        element,
        f"{called(element)} has an id that {was} before",
        ("id",),
        "give it an id that was never used, and leave the old one under `retired:` or `former_ids:`",
    )


RULE = Rule(
    code="LIF15",
    name="returned-id",
    severity={"standard": Severity.ERROR},
    documentation=__doc__,
    check=check,
    needs=frozenset({"history"}),
)
