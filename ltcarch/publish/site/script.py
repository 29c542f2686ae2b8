"""The site's own script, with its words in the language of the pages."""

import json
from pathlib import Path

from ltcarch.views.words import word

_SCRIPT = Path(__file__).parent / "assets/diagrams.js"
_PLACE = "/* words */ {}"
_WORDS = {
    "enlarge": "Enlarge",
    "reduce": "Reduce",
    "fit": "Fit to the page",
    "full": "Full screen",
    "open": "Open as a picture",
}


def script(language: str) -> str:
    """The script that makes diagrams movable."""
    words = {key: word(english, language) for key, english in _WORDS.items()}
    return _SCRIPT.read_text(encoding="utf-8").replace(_PLACE, json.dumps(words, ensure_ascii=False))
