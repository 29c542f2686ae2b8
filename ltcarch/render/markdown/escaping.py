"""Text in Markdown, so that nothing from the architecture is taken for markup.

Special signs are written as character references: every dialect shows them as text, in tables and headings too,
and whatever processes the pages later, such as a site's templates, meets no braces of the author.
"""

import re

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>&#|~^$=@]")
_IN_WORD = re.compile(r"(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])")
_CALLED_ADDRESS = re.compile(r"(?i)\b(www)\.|:(?=[\w/+-])", re.ASCII)
_START = re.compile(r"[-+:!?;%]|\d+[.)](?=\s|$)|\s")
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


class Markdown(str):
    """Text that is Markdown already."""

    __slots__ = ()


def escape(text: str) -> Markdown:
    """Text as one line that shows just as it stands."""
    clean = " ".join(_INVISIBLE.sub(" ", text).split())
    shown = _SPECIAL.sub(_reference, clean)
    shown = _CALLED_ADDRESS.sub(lambda found: found[0].replace(".", "&#46;").replace(":", "&#58;"), shown)
    return Markdown(_START.sub(_first_reference, shown, count=1) if _START.match(shown) else shown)


def _reference(found: re.Match[str]) -> str:
    sign = found[0]
    if sign == "_" and _IN_WORD.match(found.string, found.start()):
        return sign
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(sign, f"&#{ord(sign)};")


def _first_reference(found: re.Match[str]) -> str:
    sign = found[0]
    return f"{sign[:-1]}&#{ord(sign[-1])};"
