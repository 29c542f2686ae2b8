"""The site's own scripts, with their words in the language of the pages."""

import json
from pathlib import Path

from ltcarch.views.words import word

_FOLDER = Path(__file__).parent / "assets"
_PLACE = "/* words */ {}"


def scripts(language: str) -> dict[str, bytes]:
    """The scripts, by file name: diagrams can be moved, and the search speaks the language of the pages."""
    diagrams = {
        "enlarge": word("Enlarge", language),
        "reduce": word("Reduce", language),
        "fit": word("Fit to the page", language),
        "full": word("Full screen", language),
        "open": word("Open as a picture", language),
    }
    search = {
        "Search": word("Search", language),
        "Search results": word("Search results", language),
        "Close search": word("Close search", language),
        "No results": word("No results", language),
        "Loading search…": word("Loading search…", language),
        "results": word("Results: {count}", language, count="{count}"),
    }
    return {"diagrams.js": _with(diagrams, "diagrams.js"), "search.js": _with(search, "search.js")}


def _with(words: dict[str, str], name: str) -> bytes:
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return text.replace(_PLACE, json.dumps(words, ensure_ascii=False)).encode()
