"""Reading a handbook as a person does: Markdown rendered to HTML, then taken apart."""

import posixpath
from dataclasses import dataclass, field
from html.parser import HTMLParser

from markdown_it import MarkdownIt

_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")


@dataclass
class Seen(HTMLParser):
    """What a browser makes of a page."""

    tags: set[str] = field(default_factory=set)
    headings: list[tuple[int, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    outline: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    plain_texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[str] = []

    def handle_starttag(self, tag, attributes) -> None:
        self.tags.add(tag)
        values = dict(attributes)
        if values.get("id"):
            self.marks.append(values["id"])
        for name in ("href", "src"):
            if name in values:
                self.links.append(values[name])
        assert not any(name.startswith("on") for name in values)
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.headings.append((int(tag[1]), ""))
            self.outline.append(tag)
        if tag in ("td", "th"):
            self.cells.append("")
        if tag in ("p", "li", "table", "img"):
            self.outline.append("content")
        if tag not in ("br", "img"):
            self._open.append(tag)

    def handle_endtag(self, tag) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data) -> None:
        self.texts.append(data)
        if "code" not in self._open:
            self.plain_texts.append(data)
        if self.headings and self._open and any(tag[0] == "h" and tag[1:].isdigit() for tag in self._open):
            level, before = self.headings[-1]
            self.headings[-1] = (level, before + data)
        if {"td", "th"} & set(self._open):
            self.cells[-1] += data

    @property
    def text(self) -> str:
        """All that is shown."""
        return "".join(self.texts)

    @property
    def plain(self) -> str:
        """What is shown outside of code."""
        return "".join(self.plain_texts)


def seen(markdown: bytes) -> Seen:
    """A page as a browser shows it."""
    found = Seen()
    found.feed(_MARKDOWN.render(markdown.decode()))
    return found


def target(page: str, link: str) -> tuple[str, str]:
    """The file and the mark that a link on a page leads to."""
    path, _, mark = link.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page, mark
