"""Where the pages of the handbook stand in the site."""

from ltcarch.views.handbook.places import INDEX


def file_of(page: str) -> str:
    """The file of a page, by its name: the first page of a folder is the one that hosts show with the folder."""
    folder, name = page[: page.rfind("/") + 1], page[page.rfind("/") + 1 :]
    return f"{folder}{'index' if name == INDEX else name}.html"
