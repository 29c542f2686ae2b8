"""What is left to do for the files that come out of the builder before they are published."""

import re
from html import escape

_LEFT_OUT = ("404.html",)
"""Pages that only work at the root of a host."""
_SITEMAP = "sitemap.xml"
_LANGUAGE = re.compile(r'<html lang="[^"]*"')
_OTHER_EDITION = re.compile(r'<link rel="alternate" href="[^"]*" hreflang="[^"]*">')
_SWITCH = re.compile(r'(<a href="(?:\.\./)+[A-Za-z0-9-]+/)(" hreflang=")')
_TIP_OF_LOGO = re.compile(r' title="[^"]*"(?= class="md-(?:header|nav)__button md-logo")')
_EMPTY_INDEX = ' tabindex=""'
_EMPTY_LINES = re.compile(r"\n\s*\n")
_NOT_FOR_BOXES = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"')


def finished(built: dict[str, bytes], language: str) -> dict[str, bytes]:
    """The files to publish, by name."""
    has_address = b"<loc>" in built.get(_SITEMAP, b"")
    left_out = {*_LEFT_OUT, *(() if has_address else (_SITEMAP,))}
    return {
        name: _page(name, data.decode(), language).encode() if name.endswith(".html") else data
        for name, data in sorted(built.items())
        if name not in left_out
    }


def _page(name: str, page: str, language: str) -> str:
    """A page in valid HTML whose switch of language leads to the same page, without a script."""
    page = _LANGUAGE.sub(f'<html lang="{escape(language)}"', page, count=1)
    page = _OTHER_EDITION.sub("", page)
    page = _SWITCH.sub(lambda found: found[1] + name + found[2], page)
    page = _TIP_OF_LOGO.sub("", page)
    page = page.replace(_EMPTY_INDEX, "")
    page = _NOT_FOR_BOXES.sub(r"\1", page)
    return _EMPTY_LINES.sub("\n", page)
