"""The search index as the builder makes it, told where the pages belong that its navigation does not list."""

import json
from html import escape

from ltcarch.publish.site.addresses import file_of
from ltcarch.views.handbook.page import Handbook

INDEX = "search.json"


def search_index(built: bytes, edition: Handbook) -> bytes:
    """The index with the way to each page.

    The builder gives a page outside its navigation its own title as the way there, so that it would be found twice
    by its name, and stand before the processes, which are named once.
    """
    ways = {
        file_of(page.name): [escape(span.text) for span in page.trail[1:]] for page in edition.pages if page.trail[1:]
    }
    found = json.loads(built)
    for item in found["items"]:
        if len(item["path"]) == 1:
            item["path"] = ways.get(item["location"].partition("#")[0], item["path"])
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
