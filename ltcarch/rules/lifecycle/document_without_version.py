"""A document that a published process uses states its version.

Templates, tools and trainings live longer than people's memory of them. With no version nobody can tell whether the
copy at hand is the current one, or whether it fits the process as published.

Bad:

```yaml
processes:
  - id: LTC.1.2
    name: Distribute leads
    lifecycle: {stage: operation, status: published, version: 1.0.0}
    documents: [lead_check_list]
artifacts:
  - {id: lead_check_list, name: Check list for leads, type: template}
```

Good:

```yaml
processes:
  - id: LTC.1.2
    name: Distribute leads
    lifecycle: {stage: operation, status: published, version: 1.0.0}
    documents: [lead_check_list]
artifacts:
  - {id: lead_check_list, name: Check list for leads, type: template, version: "1.1"}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Artifact, Element, ProcessElement
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called
from ltcarch.source.document import Step


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Artifacts without a version among the documents of what is published, each once."""
    used: dict[str, tuple[Element, tuple[Step, ...]]] = {}
    for element in architecture.hierarchy.in_order:
        if isinstance(element, (Activity, ProcessElement)) and element.documents and architecture.is_published(element):
            for index, document in enumerate(element.documents):
                used.setdefault(document, (element, ("documents", index)))
    for document, (user, path) in used.items():
        artifact = architecture.get(document, Artifact)
        if artifact is not None and not artifact.version and artifact.expects("version"):
            yield Finding(
                artifact,
                f"{called(artifact)} states no version, but {called(user)} is published and uses it",
                ("version",),
                "add `version:` with the one that is current",
                (Place(user, f"{called(user)} uses it", path),),
            )


RULE = Rule(
    code="LIF12",
    name="document-without-version",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
