"""Pages at the former places of elements, which lead on without script."""

from html import escape
from urllib.parse import quote

from ltcarch.publish.handbook.markdown import way
from ltcarch.publish.site.addresses import file_of
from ltcarch.views.handbook.page import Handbook, Page, Place

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="canonical" href="{address}">
<meta http-equiv="refresh" content="0; url={address}">
</head>
<body>
<p><a href="{address}">{title}</a></p>
</body>
</html>
"""


def redirect_pages(edition: Handbook) -> dict[str, bytes]:
    """The pages that lead from where something stood to where it stands, by name."""
    return {
        file_of(page.name): redirect(edition.language, page, page.moved_to).encode()
        for page in edition.pages
        if page.moved_to is not None
    }


def redirect(language: str, page: Page, to: Place) -> str:
    """A page that leads on to a place."""
    mark = f"#{quote(to.mark)}" if to.mark else ""
    address = escape(quote(way(page.name, file_of(to.page))) + mark)
    return _PAGE.format(language=escape(language), title=escape(page.title), address=address)
