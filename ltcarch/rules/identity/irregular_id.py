"""Ids follow one pattern, and that of a new element begins with its parent's.

An id that shows where an element was born is easier to read, to sort and to guess. This is advice for new ids and not
for old ones: ids are permanent, so an element that was renamed and lists its `former_ids` is passed over, and one
that was only moved keeps its id with a waiver. A stated `number` is shown to readers and follows the parent's number.

Bad:

```yaml
groups:
  - id: LTC.1
    name: Manage leads
    processes:
      - {id: LTC.3.2, name: Distribute leads}
```

Good:

```yaml
groups:
  - id: LTC.1
    name: Manage leads
    processes:
      - {id: LTC.1.2, name: Distribute leads}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Architecture, Element
from ltcarch.model.hierarchy import HierarchyElement
from ltcarch.rules.patterns import UnusablePattern, matcher
from ltcarch.rules.rule import Context, Finding, Option, Place, Rule
from ltcarch.rules.wording import called

_PATTERN = "[A-Za-z0-9]+([._-][A-Za-z0-9]+)*"


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Ids that do not match, and ids and numbers that do not continue the parent's."""
    pattern = context.options["pattern"]
    try:
        fits = matcher(pattern)
    except UnusablePattern as error:
        yield _unusable(architecture, pattern, error)
        return
    for element in architecture.elements.values():
        if not fits(element.id) and element.KIND != "company" and element.expects("id") and not element.former_ids:
            yield Finding(
                element,
                f"{called(element)} has an id that does not fit the pattern of the project",
                ("id",),
                f"the pattern is `{pattern}`; when you change the id, list the old one under `former_ids:`",
            )
    has_prefix = context.options["parent_prefix"]
    for element in architecture.hierarchy.in_order:
        parent = architecture.hierarchy.parent(element) if has_prefix or element.number else None
        if parent is not None:
            if has_prefix and not _continues(element.id, parent.id) and not element.former_ids:
                yield _id_of_elsewhere(element, parent)
            if element.number and _is_elsewhere(element.number, parent):
                yield _number_of_elsewhere(element, parent)


def _unusable(architecture: Architecture, pattern: str, error: UnusablePattern) -> Finding:
    return Finding(
        architecture.company,
        f"the pattern `{pattern}` of IDN02 cannot be used: {error}",
        ("rules", "IDN02", "pattern"),
        "correct it, or delete it to use the pattern that is built in",
        origin=architecture.project.origin,
    )


def _id_of_elsewhere(element: Element, parent: Element) -> Finding:
    return Finding(
        element,
        f"{called(element)} has an id that does not begin with that of its parent {parent.id}",
        ("id",),
        f"give a new element an id such as {parent.id}.1; one that was moved keeps its id, with a waiver here",
        (Place(parent, f"{called(parent)} is its parent"),),
    )


def _is_elsewhere(number: str, parent: Element) -> bool:
    """Whether a number that is stated in full does not continue the one that the parent states."""
    above = getattr(parent, "number", None)
    return above is not None and not number.startswith(".") and not _continues(number, above)


def _number_of_elsewhere(element: HierarchyElement, parent: Element) -> Finding:
    return Finding(
        element,
        f"{called(element)} has number {element.number}, which does not continue that of its parent {parent.id}",
        ("number",),
        "delete the number to have it derived from the order, or change it",
        (Place(parent, f"the number of {called(parent)}", ("number",)),),
    )


def _continues(own: str, above: str) -> bool:
    return own.startswith(above) and own[len(above) :][:1] in ("-", ".", "_")


RULE = Rule(
    code="IDN02",
    name="irregular-id",
    severity={"standard": Severity.WARNING},
    documentation=__doc__,
    check=check,
    options={
        "pattern": Option(_PATTERN, "what the whole of each id must match"),
        "parent_prefix": Option(True, "whether an id begins with its parent's"),
    },
)
