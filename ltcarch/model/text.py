"""Text that people read, in one language or several."""

from typing import NamedTuple


class Text(NamedTuple):
    """Text by language. A plain text has no language of its own: it stands for the project's default.

    `values` are pairs of language and text; the language of a plain text is the empty string.
    """

    values: tuple[tuple[str, str], ...]

    @staticmethod
    def plain(value: str) -> "Text":
        """A text without a language."""
        return Text((("", value),))

    def get(self, language: str) -> str | None:
        """The text that stands for exactly this language."""
        for own, value in self.values:
            if own == language:
                return value
        return None

    def in_language(self, language: str) -> str:
        """What a reader of this language is shown: the text in it, else the plain text, else the first one."""
        return self.get(language) or self.get("") or self.values[0][1]

    def __str__(self) -> str:
        return self.values[0][1]
