"""Reading a baseline file."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ltcarch.diagnostics.baseline import Baseline, KnownFinding
from ltcarch.loading.construct import identifier
from ltcarch.loading.files import FilesOnDisk
from ltcarch.source.document import Document, Mapping, Sequence, Step
from ltcarch.source.faults import Unusable
from ltcarch.source.reader import read
from ltcarch.source.text import Span

FORMAT = 1
_HELP = "`ltcarch validate --write-baseline` writes it anew"


class UnusableBaseline(Exception):
    """Raised for a baseline that cannot be read; the message begins with the place. `help` says what to do."""

    def __init__(self, place: str, message: str, help_text: str | None = None) -> None:
        super().__init__(f"{place}: {message}")
        self.help = help_text or _HELP


def read_baseline(file: Path) -> Baseline:
    """The baseline in a file, which may not be a link to another folder. Raises UnusableBaseline."""
    try:
        document, faults = read(str(file), FilesOnDisk(file.parent).read(file.name))
    except Unusable as unusable:
        raise UnusableBaseline(_place(file, unusable.fault.span), unusable.fault.message, unusable.fault.help) from None
    for fault in faults:
        raise UnusableBaseline(_place(file, fault.span), fault.message, fault.help)
    findings: Counter[KnownFinding] = Counter()
    for finding, count in _findings(file, document):
        findings[finding] += count
    return Baseline(findings)


def _place(file: Path, span: Span | None) -> str:
    return f"{file}:{span.line}:{span.column}" if span else str(file)


def _findings(file: Path, document: Document) -> Iterator[tuple[KnownFinding, int]]:
    root = document.root
    if not isinstance(root, Mapping) or root.get("baseline") != FORMAT:
        raise UnusableBaseline(str(file), f"this is no baseline of format {FORMAT}", _HELP)
    findings = root.get("findings")
    if not isinstance(findings, Sequence):
        raise UnusableBaseline(str(file), "`findings` must be a list", _HELP)
    for index, item in enumerate(findings):
        finding = _finding(item)
        if finding is None:
            steps: tuple[Step, ...] = ("findings", index)
            place = _place(file, document.locate(root, steps).span)
            raise UnusableBaseline(place, "a finding has a `rule`, an `element` or a `file`, and a `finding`")
        yield finding


def _finding(item: object) -> tuple[KnownFinding, int] | None:
    if not isinstance(item, Mapping) or set(item) - {"rule", "element", "file", "finding", "count"}:
        return None
    code, message, count = item.get("rule"), item.get("finding"), item.get("count", 1)
    is_file = "file" in item
    subject = identifier(item["file"] if is_file else item.get("element"))
    if not (isinstance(code, str) and isinstance(message, str) and type(count) is int and count > 0):
        return None
    if (is_file and "element" in item) or (not subject and not is_file):
        return None
    return KnownFinding(subject, code, message, is_file), count
