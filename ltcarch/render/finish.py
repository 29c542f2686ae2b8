"""How a picture shall look in its file, whatever it shows."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from ltcarch.layout.picture import Shape

Links = Callable[[Shape], str | None]
"""Where a shape leads."""


class Theme(StrEnum):
    """Light, dark, or as the reader's screen prefers; formats that cannot ask the screen are light then."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Finish:
    """The wishes for a file; each format heeds those that concern it.

    `scale` multiplies the pixels of a PNG. `page` is a paper size for PDF, None for a page as large as the picture.
    `fonts` is a folder with fonts beside those of the system. `links` are those of SVG.
    """

    theme: Theme = Theme.AUTO
    scale: float = 2
    page: str | None = None
    fonts: str | None = None
    links: Links | None = None


class FinishFault(Exception):
    """A file that cannot be made on this machine; `advice` says what is missing."""

    def __init__(self, fault: str, advice: str) -> None:
        super().__init__(fault)
        self.advice = advice
