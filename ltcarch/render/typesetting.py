"""Pictures typeset by Typst, which draws SVG with the fonts of this machine.

Typst is an extra of the package, so it is imported only when a picture is typeset.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from ltcarch.layout.picture import Picture, every_shape
from ltcarch.layout.theme import CHINESE_FONTS
from ltcarch.render.finish import Finish, FinishFault

FONTS_SETTING = "LTCARCH_FONTS"
"""The environment variable that names a folder with fonts."""
_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_UNASSIGNED = "\u0378"
_SAMPLE = """#set page(width: 40pt, height: 40pt, margin: 0pt)
#image(bytes(sys.inputs.data), format: "svg")"""


def typeset(source: str, data: Mapping[str, Any], picture: Picture, finish: Finish, form: str, **wishes: Any) -> bytes:
    """A picture as a file made by a document of Typst, its data handed over as JSON."""
    return typeset_text(source, data, finish.fonts, form, "the picture" if _holds_chinese(picture) else None, **wishes)


def typeset_text(
    source: str, data: Mapping[str, Any], fonts: str | None, form: str, chinese: str | None, **wishes: Any
) -> bytes:
    """A document of Typst as a file, its data handed over as JSON; `chinese` says what of it holds Chinese, if any.

    Raises FinishFault where Typst or a font is missing.
    """
    typesetter = _typesetter(fonts)
    if chinese and not _draws_chinese(fonts):
        raise FinishFault(
            f"{chinese} holds Chinese, and no font with Chinese characters is found",
            f"install one (fonts-noto-cjk on Debian), or let {FONTS_SETTING} name a folder that holds one",
        )
    made: bytes = typesetter.compile(source.encode(), format=form, sys_inputs={"data": json.dumps(data)}, **wishes)
    return made


@cache
def _typesetter(fonts: str | None) -> Any:
    try:
        from typst import Compiler, Fonts
    except ImportError:
        raise FinishFault("PNG and PDF need Typst", "install it with `pip install 'ltcarch[images]'`") from None
    return Compiler(font_paths=Fonts(font_paths=[fonts] if fonts else []))


def holds_chinese(text: str) -> bool:
    """Whether there is a Chinese character in a text."""
    return bool(_CHINESE.search(text))


def _holds_chinese(picture: Picture) -> bool:
    labels = (line.label for line in picture.connectors if line.label)
    shapes = every_shape((*picture.head, *picture.grounds, *picture.shapes, *labels))
    return any(holds_chinese(line) for shape in shapes for text in shape.texts for line in text.lines)


@cache
def _draws_chinese(fonts: str | None) -> bool:
    """Whether a Chinese character is drawn in another way than a character that does not exist."""
    drawn = {
        _typesetter(fonts).compile(_SAMPLE.encode(), format="png", sys_inputs={"data": _sample(character)})
        for character in ("中", _UNASSIGNED)
    }
    return len(drawn) == 2


def _sample(character: str) -> str:
    families = ",".join(f"'{font}'" for font in CHINESE_FONTS)
    text = f'<text y="30" font-size="30" font-family="{families}">{character}</text>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">{text}</svg>'
