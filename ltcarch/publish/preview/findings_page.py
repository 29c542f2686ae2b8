"""The page that shows findings: in place of pages that could not be built, or for whoever asks."""

from collections.abc import Iterable, Iterator
from html import escape

from ltcarch.diagnostics import Diagnostic

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>
body{{font:16px/1.55 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:60rem;
margin:3rem auto;padding:0 1.25rem}}
h1{{font-size:1.5rem;line-height:1.3}}
li{{margin:0 0 1.4rem}}
ol{{list-style:none;padding:0}}
.place{{font-family:ui-monospace,monospace;font-size:.875rem;overflow-wrap:anywhere}}
.error{{color:light-dark(#a3191f,#ff9a94);font-weight:700}}
.warning{{color:light-dark(#805300,#f0c060);font-weight:700}}
.info{{color:light-dark(#1f5f8b,#8ecbff);font-weight:700}}
pre{{overflow-x:auto;padding:.6rem .8rem;border-radius:.4rem;background:light-dark(#f2f2f2,#262626);margin:.4rem 0}}
mark{{background:light-dark(#ffd9d6,#7a2420);color:inherit}}
p{{margin:.2rem 0}}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{content}
</main>
</body>
</html>
"""
_MOST_SHOWN = 200
_LONGEST_LINE = 300


def findings_page(title: str, findings: Iterable[Diagnostic]) -> str:
    """A page that lists findings with their places and lines; the gravest first, a great many not all."""
    ordered = sorted(findings, key=lambda own: (-own.severity.rank, own.order))
    items = "\n".join(map(_item, ordered[:_MOST_SHOWN]))
    more = len(ordered) - _MOST_SHOWN
    rest = f"<p>And {more:,} more: <code>ltcarch validate</code> lists them all.</p>" if more > 0 else ""
    return page(title, f"<ol>\n{items}\n</ol>\n{rest}" if ordered else "<p>Nothing was found.</p>")


def page(title: str, content: str) -> str:
    """A page of the preview's own."""
    return _PAGE.format(title=escape(title), content=content)


def _item(own: Diagnostic) -> str:
    return "\n".join(("<li>", *_lines(own), "</li>"))


def _lines(own: Diagnostic) -> Iterator[str]:
    severity = own.severity.value
    yield f'<p class="place">{escape(_place(own))}</p>'
    yield f'<p><span class="{severity}">{severity} {escape(own.code)}</span> {escape(own.message)}</p>'
    yield from _frame(own)
    if own.help:
        yield f"<p>Help: {escape(own.help)}</p>"


def _place(own: Diagnostic) -> str:
    if own.location is None:
        return "the project"
    span = own.location.span
    return f"{own.location.source.path}:{span.line}:{span.column}" if span else own.location.source.path


def _frame(own: Diagnostic) -> Iterator[str]:
    """The line of the finding, its span marked; only the part around it of a very long one."""
    span = own.location.span if own.location else None
    if own.location is None or span is None:
        return
    line = own.location.source.line(span.line)
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = min(max(end, start + 1), start + _LONGEST_LINE)
    before, after = line[max(start - _LONGEST_LINE, 0) : start], line[end : end + _LONGEST_LINE]
    yield f"<pre>{escape(before)}<mark>{escape(line[start:end])}</mark>{escape(after)}</pre>"
