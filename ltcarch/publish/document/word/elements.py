"""The pieces of WordprocessingML that documents are made of."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

Element = Any
_NAMESPACE = {"w": nsmap["w"]}


def element(tag: str, *children: Element, **attributes: object) -> Element:
    """An element with its attributes, all of Word's own namespace."""
    made = oxml_parser.makeelement(_named(tag), nsmap=_NAMESPACE)
    for name, value in attributes.items():
        made.set(_named(name), str(value))
    made.extend(children)
    return made


@cache
def _named(name: str) -> str:
    return qn(f"w:{name}")


def run(text: str, *properties: Element) -> Element:
    """A run of text."""
    return element("r", *((element("rPr", *properties),) if properties else ()), _text(text))


def _text(text: str) -> Element:
    made = element("t")
    made.set(qn("xml:space"), "preserve")
    made.text = text
    return made


def tab() -> Element:
    """A run that holds a tabulator."""
    return element("r", element("tab"))


def paragraph(style: str, content: Iterable[Element], *properties: Element) -> Element:
    """A paragraph in a style, by the style's id."""
    return element("p", element("pPr", element("pStyle", val=style), *properties), *content)


def field(instruction: str, shown: str = "") -> list[Element]:
    """A field that Word fills, with what is shown until it does."""
    return [*field_start(instruction), run(shown), field_end()]


def field_start(instruction: str) -> list[Element]:
    """The beginning of a field, up to what it shows."""
    code = element("instrText")
    code.set(qn("xml:space"), "preserve")
    code.text = f" {instruction} "
    return [
        element("r", element("fldChar", fldCharType="begin")),
        element("r", code),
        element("r", element("fldChar", fldCharType="separate")),
    ]


def field_end() -> Element:
    """The end of a field."""
    return element("r", element("fldChar", fldCharType="end"))
