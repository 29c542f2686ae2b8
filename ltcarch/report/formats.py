"""Every format in which findings can be written."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import NamedTuple

from ltcarch.report.findings import Findings


class Format(NamedTuple):
    """How findings are written: by the function of a format's name, in the module of that name.

    A document is read as a whole, so that nothing else may stand beside it; the others are lines. `ends` are what
    the names of its files usually end with; the last of them may be shared with other formats.
    """

    name: str
    is_document: bool = False
    ends: tuple[str, ...] = ()
    needs_rules: bool = False
    needs_subjects: bool = False

    def write(self, findings: Findings) -> Iterator[str]:
        """The text, piece by piece. Only what a format needs is imported, so that a run starts quickly."""
        module = import_module(f"ltcarch.report.{self.name}")
        text: Iterator[str] = getattr(module, self.name)(findings)
        return text


FORMATS: Mapping[str, Format] = {
    own.name: own
    for own in (
        Format("text"),
        Format("concise"),
        Format("json", is_document=True),
        Format("sarif", is_document=True, ends=(".sarif", ".sarif.json"), needs_rules=True),
        Format("junit", is_document=True, ends=(".xml",), needs_rules=True),
        Format("github"),
        Format("gitlab", is_document=True, ends=("gl-code-quality-report.json", ".codequality.json")),
        Format("summary", needs_subjects=True),
    )
}
