"""What a file that cannot be read as a list is told."""


class NotReadable(ValueError):
    """A file that is not read. The text is a plain sentence, `help` says what to do."""

    def __init__(self, sentence: str, help_text: str) -> None:
        super().__init__(sentence)
        self.help = help_text


MOST_CELLS = 1_000_000
"""So many cells of one file are read; a list of processes has a small part of them."""
MOST_CHARACTERS = 64 * 1024 * 1024


def too_large(path: object) -> NotReadable:
    """What is said of a file with more cells than a list has."""
    return NotReadable(
        f"{path} holds more than {MOST_CELLS:,} cells or {MOST_CHARACTERS:,} characters, far more than a list",
        "copy the sheets that are meant into a new file",
    )
