"""The gallery: one picture of each kind, of the reference architecture or of procure to pay, in either language."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ltcarch.layout.graphviz_engine import find_engine
from ltcarch.loading import load
from ltcarch.publish.diagrams import DIAGRAMS, Wishes
from ltcarch.render import svg

_ROOT = Path(__file__).parents[2]
_REFERENCE, _PROCURE_TO_PAY = "models/reference", "examples/procure-to-pay"
PLACED_BY_GRAPHVIZ = ("images/interfaces.en.svg",)
"""Pictures whose bytes depend on the version of Graphviz."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One picture of the gallery, with what an architect reads from it."""

    kind: str
    says: str
    project: str = _REFERENCE
    of: str | None = None
    language: str = "en"
    by: str | None = None

    @property
    def path(self) -> str:
        """Where it lies below docs/."""
        return f"images/{'-'.join(filter(None, (self.kind, self.of)))}.{self.language}.svg"

    @property
    def command(self) -> str:
        """What draws it."""
        measure = f"--by {self.by}" if self.by else None
        words = ("ltcarch render", self.kind, self.of, measure, f"--project {self.project}", f"--lang {self.language}")
        return " ".join(filter(None, words))


SAMPLES = (
    Sample("house", "The whole company at one glance: L1 processes in their classes, with their L2."),
    Sample("map", "The same processes as chains.", _PROCURE_TO_PAY, language="zh"),
    Sample("tree", "What an element consists of, level by level.", of="LTC"),
    Sample("interfaces", "What L1 processes give to one another.", language="en"),
    Sample("heat", "How much there is of something: findings, maturity, or as here key control points.", by="controls"),
    Sample("chain", "A flow from end to end, with those who feed it and those who live on it.", of="LTC"),
    Sample("context", "Who gives to a process, and who takes from it.", _PROCURE_TO_PAY, "P2P.1.2", "zh"),
    Sample("sequence", "In which order processes run, and by which of their ends.", of="LTC"),
    Sample("swimlane", "Who does what, in which order.", of="LTC.2.7"),
    Sample(
        "swimlane", "Scenarios, a wait with a timeout, limits of authority, a loop.", _PROCURE_TO_PAY, "P2P.1.3", "zh"
    ),
    Sample("life", "The states of an artifact, and what moves it.", _PROCURE_TO_PAY, "purchase_order"),
    Sample("raci", "Who does an activity, who answers for it, who is asked and who is told.", of="LTC.2.7"),
    Sample("sipoc", "Suppliers, inputs, process, outputs, customers.", of="LTC.2"),
    Sample("role", "What one role does everywhere.", of="account_manager"),
    Sample("scenarios", "Alternative sub-processes side by side.", _PROCURE_TO_PAY, "P2P.1.2", "zh"),
    Sample("groupings", "Other ways to cut the same processes.", of="LTC"),
    Sample("authority", "Who may decide what, up to which amount.", _PROCURE_TO_PAY, language="zh"),
    Sample("interface-matrix", "What flows between L1 processes, as a matrix.", _PROCURE_TO_PAY),
    Sample("interface-list", "The same as a list, with what was agreed.", _PROCURE_TO_PAY, language="zh"),
    Sample("units", "Which unit takes part in which process."),
    Sample("systems", "Which system carries which process.", _PROCURE_TO_PAY, language="zh"),
    Sample("risk-control", "Risks, and the controls that hold them.", _PROCURE_TO_PAY, language="zh"),
    Sample("segregation", "Duties that must not lie in one hand, and who holds them."),
    Sample("goals", "Which process serves which goal."),
    Sample("kpis", "Which KPI drives which.", _PROCURE_TO_PAY, language="zh"),
    Sample("roadmap", "The steps of a change.", of="ltc_change"),
)


def gallery() -> dict[str, str]:
    """The page and its pictures, by their paths below docs/."""
    loaded = {project: load(_ROOT / project).architecture for project in {own.project for own in SAMPLES}}
    found = {"gallery.md": "\n".join(_page()) + "\n"}
    for own in SAMPLES:
        architecture = loaded[own.project]
        subject = architecture.get(own.of) if own.of else None
        picture = DIAGRAMS[own.kind].draw(
            architecture, subject, Wishes(own.language, find_engine, measure=own.by or "findings")
        )
        found[own.path] = svg.draw(picture)
    return found


def _page() -> Iterator[str]:
    yield "# Gallery"
    yield ""
    yield (
        "One picture of each kind, as `ltcarch render` draws it from the models in this repository. Pictures follow "
        "the light or dark setting of the reader; each element has its permanent id and its whole name as a tool tip."
    )
    for own in SAMPLES:
        yield from ("", f"## {own.kind}{f' {own.of}' if own.of else ''}", "", own.says, "")
        yield f"![{own.kind}]({own.path})"
        yield from ("", f"```console\n$ {own.command}\n```")
