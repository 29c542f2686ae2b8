"""Writes what was measured into docs/performance.md, between two marks; what people wrote around them stays."""

from collections.abc import Iterable
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs/performance.md"
BEGIN = "<!-- measured: written by `make bench` -->"
END = "<!-- end of what was measured -->"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown, the first column to the left and all others to the right."""
    heads = list(head)
    lines = [heads, ["---", *("---:" for _ in heads[1:])], *map(list, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def replaced(page: str, measured: str) -> str:
    """A page with this text between its marks. Raises ValueError for one without them."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the page does not say where the figures belong")
    return f"{before}{BEGIN}\n\n{measured.strip()}\n\n{END}{after}"


def write(measured: str) -> None:
    """Put what was measured into the page."""
    PAGE.write_text(replaced(PAGE.read_text(encoding="utf-8"), measured), encoding="utf-8")
