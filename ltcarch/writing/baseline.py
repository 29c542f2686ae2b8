"""The text of a baseline file: a finding a line, sorted, without places, so that it reviews and merges well in git."""

import json
import re
from collections.abc import Mapping

from ltcarch.diagnostics.baseline import Baseline, KnownFinding
from ltcarch.source.scalars import resolve

_HEAD = """\
# What was known when this file was written, a finding a line: `ltcarch validate` counts only what is not here.
# Mend it over time; `ltcarch validate --write-baseline` writes the file anew, without the findings that are gone.
baseline: 1
"""
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_./-]*")


def baseline_text(baseline: Baseline) -> str:
    """The file as a whole."""
    lines = [_line(finding, count) for finding, count in sorted(baseline.findings.items())]
    return _HEAD + ("findings:\n" + "".join(lines) if lines else "findings: []\n")


def _line(finding: KnownFinding, count: int) -> str:
    values: Mapping[str, str] = {
        "rule": _scalar(finding.code),
        "file" if finding.is_file else "element": _scalar(finding.subject),
        "finding": _quoted(finding.message),
        **({"count": str(count)} if count > 1 else {}),
    }
    return f"  - {{{', '.join(f'{key}: {value}' for key, value in values.items())}}}\n"


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and resolve(text) == text else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
