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
    """A document of Typst as a file, its data handed over as JSON."""
    typesetter = _typesetter(finish.fonts)
    if _holds_chinese(picture) and not _draws_chinese(finish.fonts):
        raise FinishFault(
            "the picture holds Chinese, and no font with Chinese characters is found",
            f"install one (fonts-noto-cjk on Debian), or let {FONTS_SETTING} name a folder that holds one",
        )
    return typesetter.compile(source.encode(), format=form, sys_inputs={"data": json.dumps(data)}, **wishes)


@cache
def _typesetter(fonts: str | None) -> Any:
    try:
        from typst import Compiler, Fonts
    except ImportError:
        raise FinishFault("PNG and PDF need Typst", "install it with `pip install 'ltcarch[images]'`") from None
    return Compiler(font_paths=Fonts(font_paths=[fonts] if fonts else []))


def _holds_chinese(picture: Picture) -> bool:
    labels = (line.label for line in picture.connectors if line.label)
    shapes = every_shape((*picture.head, *picture.grounds, *picture.shapes, *labels))
    return any(_CHINESE.search(line) for shape in shapes for text in shape.texts for line in text.lines)


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
