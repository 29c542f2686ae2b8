"""The page at the root of the site, which leads to the first language."""

from collections.abc import Mapping
from html import escape

from ltcarch.publish.site.configuration import native_name

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="icon" href="{language}/assets/images/favicon.png">
<meta http-equiv="refresh" content="0; url={language}/index.html">
<style>body{{font:1.1rem/1.6 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1.5rem}}</style>
</head>
<body>
<main>
<h1>{title}</h1>
<ul>
{items}
</ul>
</main>
</body>
</html>
"""


def start_page(company: str, titles: Mapping[str, str]) -> str:
    """The page that leads to the handbook in each language, given by their titles, and by itself to the first one."""
    items = "\n".join(_item(language, title) for language, title in titles.items())
    return _PAGE.format(language=escape(next(iter(titles))), title=escape(company), items=items)


def _item(language: str, title: str) -> str:
    attributes = f'href="{language}/index.html" lang="{language}" hreflang="{language}"'
    return f"<li><a {attributes}>{escape(title)} ({escape(native_name(language))})</a></li>"
