"""What a published process puts out has a criterion by which one can tell that it is good.

"Done" is not a quality. The next process can refuse bad work only if both sides know beforehand what good work is. The
criteria of an artifact stand under its `quality:`; what holds for one process only, under `measure:` at the output.

Bad:

```yaml
processes:
  - id: LTC.1.1
    name: Collect leads
    outputs: [registered_lead]
artifacts:
  - {id: registered_lead, name: Registered lead}
```

Good:

```yaml
processes:
  - id: LTC.1.1
    name: Collect leads
    outputs: [registered_lead]
artifacts:
  - {id: registered_lead, name: Registered lead, quality: [Customer and need are named, It stands in the register once]}
```
"""

from collections.abc import Iterator

from ltcarch.diagnostics import Severity
from ltcarch.model import Activity, Architecture, Artifact, Process, ProcessElement
from ltcarch.rules.rule import Context, Finding, Place, Rule
from ltcarch.rules.wording import called


def check(architecture: Architecture, context: Context) -> Iterator[Finding]:
    """Outputs of published processes without a criterion: each artifact once, with the first process that makes it."""
    measured = _measured_outputs(architecture)
    found: dict[str, Process] = {}
    for process in architecture.all(Process):
        if architecture.is_published(process):
            for use in architecture.exchange.outputs(process):
                if use.artifact and (process.id, use.artifact) not in measured:
                    found.setdefault(use.artifact, process)
    for artifact in architecture.all(Artifact):
        if artifact.id in found and not artifact.quality and artifact.expects("quality"):
            process = found[artifact.id]
            yield Finding(
                artifact,
                f"{called(process)} puts out {artifact.id}, and nothing says when it is good",
                ("quality",),
                "add `quality:` with what one can check or measure, or `measure:` at the output",
                (Place(process, f"{process.id} puts it out", ("outputs",)),),
            )


def _measured_outputs(architecture: Architecture) -> set[tuple[str, str | None]]:
    """Elements and the artifacts for which a measure is stated, at themselves or below."""
    return {
        (above.id, use.artifact)
        for element in architecture.hierarchy.in_order
        if isinstance(element, (Activity, ProcessElement))
        for use in element.outputs
        if use.measure is not None
        for above in architecture.hierarchy.lineage(element)
    }


RULE = Rule(
    code="KPI02",
    name="output-without-criterion",
    severity={"strict": Severity.WARNING},
    documentation=__doc__,
    check=check,
)
