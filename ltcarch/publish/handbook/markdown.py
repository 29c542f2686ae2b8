"""Text and links in Markdown, so that nothing from the architecture is taken for markup.

Special signs are written as character references: every dialect shows them as text, in tables and headings too,
and whatever processes the pages later, such as a site's templates, meets no braces of the author.
"""

import re
from urllib.parse import quote, urlsplit

from ltcarch.views.handbook.page import Cell, Line, Place, Span

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&#|~^$=@]")
_IN_WORD = re.compile(r"(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])")
_CALLED_ADDRESS = re.compile(r"(?i)\b(www)\.|:(?=[\w/+-])", re.ASCII)
_START = re.compile(r"[-+:!?;%]|\d+[.)](?=\s|$)|\s")
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_SCHEMES = ("http", "https", "mailto")
_STYLES = {"strong": "strong", "quiet": "small", "formula": "code"}


class Markdown(str):
    """Text that is Markdown already."""

    __slots__ = ()


def escape(text: str) -> Markdown:
    """Text as one line that shows just as it stands."""
    clean = " ".join(_INVISIBLE.sub(" ", text).split())
    shown = _SPECIAL.sub(_reference, clean)
    shown = _CALLED_ADDRESS.sub(lambda found: found[0].replace(".", "&#46;").replace(":", "&#58;"), shown)
    return Markdown(_START.sub(_first_reference, shown, count=1) if _START.match(shown) else shown)


def _reference(found: re.Match[str]) -> str:
    sign = found[0]
    if sign == "_" and _IN_WORD.match(found.string, found.start()):
        return sign
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(sign, f"&#{ord(sign)};")


def _first_reference(found: re.Match[str]) -> str:
    sign = found[0]
    return f"{sign[:-1]}&#{ord(sign[-1])};"


def span(piece: Span, page: str) -> Markdown:
    """A piece of text on a page, with its style and its link."""
    text = escape(piece.text)
    lead, trail = (" " if piece.text[:1] == " " else ""), (" " if piece.text[-1:] == " " else "")
    tag = _STYLES.get(piece.style)
    shown = f"<{tag}>{text}</{tag}>" if tag else text
    target = address(piece.url) if piece.url else link(piece.place, page)
    return Markdown(f"{lead}[{shown}]({target}){trail}" if target else f"{lead}{shown}{trail}")


def line(pieces: Line, page: str) -> Markdown:
    """Pieces of text in a row."""
    if len(pieces) == 1 and pieces[0].style == "strong" and not pieces[0].place:
        return Markdown(f"**{escape(pieces[0].text)}**")
    return Markdown("".join(span(piece, page) for piece in pieces).strip())


def cell(lines: Cell, page: str) -> Markdown:
    """The content of a cell of a table."""
    return Markdown("<br>".join(line(own, page) for own in lines))


def mark(name: str | None) -> Markdown:
    """A mark to which links lead."""
    return Markdown(f'<a id="{name}"></a>' if name else "")


def link(place: Place | None, page: str) -> str:
    """The way from a page to a place; nothing where it leads nowhere or only to the page itself."""
    if place is None or place == Place(page):
        return ""
    fragment = f"#{place.mark}" if place.mark else ""
    return fragment if place.page == page else f"{way(page, place.page)}.md{fragment}"


def way(page: str, target: str) -> str:
    """The way from a page to another file of the handbook, both by their names."""
    folder = page[: page.rfind("/") + 1]
    return target.removeprefix(folder) if target.startswith(folder) else "../" * folder.count("/") + target


def address(url: str) -> str:
    """An address outside; nothing where a browser would do something else with it than open a page."""
    try:
        scheme = urlsplit(url.strip()).scheme.lower()
    except ValueError:
        return ""
    return quote(url.strip(), safe="/:?=@%,;+~#&!$*'-._").replace("&", "&amp;") if scheme in _SCHEMES else ""
