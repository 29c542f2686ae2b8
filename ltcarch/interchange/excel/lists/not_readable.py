"""What a file that cannot be read as a list is told."""

from ltcarch.source.limits import limit, megabytes, to_allow_more


class NotReadable(ValueError):
    """A file that is not read. The text is a plain sentence, `help` says what to do."""

    def __init__(self, sentence: str, help_text: str) -> None:
        super().__init__(sentence)
        self.help = help_text


MOST_CELLS = limit("list_cells")
"""So many cells of one file are read; a list of processes has a small part of them."""
MOST_CHARACTERS = megabytes("list_megabytes")


def too_many_cells(path: object) -> NotReadable:
    """What is said of a file with more cells than a list has."""
    return _too_large(path, f"{MOST_CELLS:,} cells", "list_cells")


def too_much_text(path: object) -> NotReadable:
    """What is said of a file with more text than a list has."""
    return _too_large(path, f"{MOST_CHARACTERS:,} characters", "list_megabytes")


def _too_large(path: object, what: str, name: str) -> NotReadable:
    return NotReadable(
        f"{path} holds more than {what}, far more than a list",
        f"copy the sheets that are meant into a new file; {to_allow_more(name)}",
    )
