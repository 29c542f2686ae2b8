"""Documents for tests: of the projects that ship, and of one that is hostile."""

import json
import re
from functools import cache
from pathlib import Path

from ltcarch.loading import load
from ltcarch.publish.document import Document, document
from ltcarch.publish.document.text import printable
from ltcarch.views.handbook import handbook
from tests.projects import write_project

_INVISIBLE = re.compile("[\u0000-\u001f\u007f-\u009f\u2028-\u202e\ufeff]")
ROOT = Path(__file__).parents[2]
REFERENCE, PURCHASING = "models/reference", "examples/procure-to-pay"
HOSTILE = (
    '#import "secret.typ": *',
    "#{ panic() } $ x $ @label <label> = h",
    "] #pagebreak() [",
    "<script>alert(1)</script> & <w:p/> ]]>",
    "a" * 300,
    "合同" * 150,
    "👩‍👧 🚚 ✓ \U0001f9ff",
    "tab\tand more",
    "=HYPERLINK(1) {{ 7 * 7 }} {% x %}",
    "`code` *strong* _soft_ // comment /* other */ \\u{41}",
    "  blanks  ",
)


@cache
def made(project: str, language: str, of: str | None = None) -> Document:
    """A document of a project that ships."""
    architecture = load(ROOT / project).architecture
    subject = architecture.elements[of] if of else None
    return document(architecture, handbook(architecture, language), subject)


def of_project(folder: Path, *, of: str | None = None, language: str = "en") -> Document:
    """A document of the project in a folder."""
    architecture = load(folder).architecture
    subject = architecture.elements[of] if of else None
    return document(architecture, handbook(architecture, language), subject)


def hostile(folder: Path) -> Document:
    """A document whose every text tries to be something else than text."""
    activities = [
        {
            "id": f"H.1.1.A{number}",
            "name": text,
            "role": f"r{number}",
            "inputs": [f"i{number}"],
            "outputs": [f"i{number + 1}"],
            "description": text,
            "rules": [text],
        }
        for number, text in enumerate(HOSTILE)
    ]
    process = {"id": "H.1.1", "name": HOSTILE[0], "description": " ".join(HOSTILE), "activities": activities}
    group = {"id": "H.1", "name": HOSTILE[1], "purpose": HOSTILE[2], "processes": [process]}
    content = {
        "classifications": [{"id": "H", "name": HOSTILE[3], "groups": [group]}],
        "roles": [{"id": f"r{number}", "name": text} for number, text in enumerate(HOSTILE)],
        "artifacts": [{"id": f"i{number}", "name": (text + "!")} for number, text in enumerate((*HOSTILE, "x"))],
    }
    files = {
        "ltcarch.yaml": _yaml({"ltcarch": 1, "name": HOSTILE[0], "languages": ["en"]}),
        "a.yaml": _yaml(content),
    }
    return of_project(write_project(folder, files), of="H")


def _yaml(content: object) -> str:
    """JSON is YAML, but for what it does not escape."""
    return _INVISIBLE.sub(lambda own: f"\\u{ord(own[0]):04x}", json.dumps(content, ensure_ascii=False))


def shown(text: str) -> str:
    """A text as a document shows it, without blanks."""
    return "".join(printable(text).split())
