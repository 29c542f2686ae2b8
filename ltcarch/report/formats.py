"""Every format in which findings can be written."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from ltcarch.report.concise import concise
from ltcarch.report.findings import Findings
from ltcarch.report.github import github
from ltcarch.report.gitlab import gitlab
from ltcarch.report.json import json
from ltcarch.report.junit import junit
from ltcarch.report.sarif import sarif
from ltcarch.report.summary import summary
from ltcarch.report.text import text


class Format(NamedTuple):
    """How findings are written.

    A document is read as a whole, so that nothing else may stand beside it; the others are lines. `names` are what
    the names of its files usually end with; the last of them may be shared with other formats.
    """

    name: str
    write: Callable[[Findings], Iterator[str]]
    is_document: bool = False
    ends: tuple[str, ...] = ()
    needs_rules: bool = False
    needs_subjects: bool = False


FORMATS: Mapping[str, Format] = {
    own.name: own
    for own in (
        Format("text", text),
        Format("concise", concise),
        Format("json", json, is_document=True),
        Format("sarif", sarif, is_document=True, ends=(".sarif", ".sarif.json"), needs_rules=True),
        Format("junit", junit, is_document=True, ends=(".xml",), needs_rules=True),
        Format("github", github),
        Format("gitlab", gitlab, is_document=True, ends=("gl-code-quality-report.json", ".codequality.json")),
        Format("summary", summary, needs_subjects=True),
    )
}
