"""Findings that are known already, so that only new ones count."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from ltcarch.diagnostics.diagnostic import Diagnostic

_ID = r"[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?"
_COUNT = r"(?<![\w.-])(?:\d+(?:[.,]\d+)*|no|one|two|three|four|five|six|seven|eight|nine)(?![\w-])"
"""A number that is no part of an id."""
_NOT_STORABLE = "[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"


class KnownFinding(NamedTuple):
    """A finding as a baseline keeps it: the element it is about (without one, the file), the rule, and what it said."""

    subject: str
    code: str
    message: str
    is_file: bool = False

    @staticmethod
    def of(diagnostic: Diagnostic) -> "KnownFinding":
        """What is kept of a finding. Neither its place nor its severity is, so that it may move and be weighed anew."""
        path = diagnostic.location.source.path if diagnostic.location else ""
        subject = diagnostic.element or path
        return KnownFinding(_storable(subject), diagnostic.code, _storable(diagnostic.message), not diagnostic.element)

    def key(self, successors: Mapping[str, str]) -> tuple[bool, str, str, str]:
        """What two findings have in common that are the same one.

        Ids are those of today, and counts do not matter: a group that had nine children and has ten is one finding.
        """
        subject = self.subject if self.is_file else successors.get(self.subject, self.subject)
        message = (
            re.sub(_ID, lambda word: successors.get(word[0], word[0]), self.message) if successors else self.message
        )
        return (self.is_file, subject, self.code, re.sub(_COUNT, "#", message))


class Compared(NamedTuple):
    """Findings beside a baseline: those that are new, those that it knows, and what it knows that is there no more."""

    new: tuple[Diagnostic, ...]
    known: tuple[Diagnostic, ...]
    mended: tuple[KnownFinding, ...]


class Baseline(NamedTuple):
    """The findings that were there when it was written, each with how often."""

    findings: Mapping[KnownFinding, int] = MappingProxyType({})

    @staticmethod
    def of(diagnostics: Iterable[Diagnostic]) -> "Baseline":
        """The baseline that knows all of these."""
        return Baseline(Counter(map(KnownFinding.of, diagnostics)))

    def compare(self, diagnostics: Iterable[Diagnostic], successors: Mapping[str, str]) -> Compared:
        """Tell new findings from known ones. `successors` gives the present id of an element by a former one.

        Of more findings that are alike than the baseline counts, the last ones are new.
        """
        if not self.findings:
            return Compared(tuple(diagnostics), (), ())
        left: Counter[tuple[bool, str, str, str]] = Counter()
        for finding, count in self.findings.items():
            left[finding.key(successors)] += count
        new: list[Diagnostic] = []
        known: list[Diagnostic] = []
        for diagnostic in diagnostics:
            key = KnownFinding.of(diagnostic).key(successors)
            (known if left[key] > 0 else new).append(diagnostic)
            left[key] -= 1
        mended = tuple(finding for finding in sorted(self.findings) if left[finding.key(successors)] > 0)
        return Compared(tuple(new), tuple(known), mended)


def _storable(text: str) -> str:
    """The text with what no YAML file can hold replaced: control characters, and halves of characters."""
    return re.sub(_NOT_STORABLE, "\ufffd", text)
