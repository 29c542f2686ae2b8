"""The product's own words in pictures and pages, in the languages it speaks: English and Chinese.

Code names a word by its English form. Words with blanks, such as `{count} open points`, are filled by the caller's
values. A reader of any other language gets English.
"""

CHINESE: dict[str, str] = {}
"""Chinese by the English word."""

VALUES: dict[str, dict[str, tuple[str, str]]] = {}
"""English and Chinese by attribute and value, for attributes that take one of a list of values in the format."""


def word(english: str, language: str, **values: object) -> str:
    """A word or sentence in the reader's language."""
    return (CHINESE[english] if is_chinese(language) else english).format(**values)


def value_word(attribute: str, value: str, language: str) -> str:
    """What a reader is shown for one of an attribute's values; the value itself where it is none of them."""
    shown = VALUES.get(attribute, {}).get(value)
    return shown[is_chinese(language)] if shown else value


def is_chinese(language: str) -> bool:
    """Whether readers of this language read Chinese."""
    return language.lower().split("-")[0] == "zh"
