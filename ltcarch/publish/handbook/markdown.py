"""Text and links in Markdown."""

from urllib.parse import quote, urlsplit

from ltcarch.render.markdown.escaping import Markdown, escape
from ltcarch.views.handbook.page import Cell, Line, Place, Span

__all__ = ["Markdown", "address", "cell", "escape", "line", "link", "mark", "span", "way"]

_SCHEMES = ("http", "https", "mailto")
_STYLES = {"strong": "strong", "quiet": "small", "formula": "code"}


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
