"""A document as PDF: what Typst gets to set, all of it data and nothing markup."""

import json
from pathlib import Path
from typing import Any

from ltcarch.layout.theme import CHINESE_FONTS, FONTS, LIGHT
from ltcarch.publish.document.columns import PADDING, breakable, columns
from ltcarch.publish.document.content import Cover, Document
from ltcarch.publish.document.figures import TURNED, UPRIGHT
from ltcarch.publish.document.flow import Heading, Illustration, Item, Stretch, stretches
from ltcarch.publish.document.wording import caption, contents_depth, wording
from ltcarch.publish.handbook.markdown import address
from ltcarch.render import svg
from ltcarch.render.finish import Theme
from ltcarch.render.typesetting import holds_chinese, typeset_text
from ltcarch.views.handbook.page import Cell, Facts, Line, Listing, Outline, Prose, Table
from ltcarch.views.words import is_chinese

_SOURCE = Path(__file__).with_name("document.typ")
_POINTS = 72 / 25.4
_TITLE, _HEADING = 30.0, 18.0
"""About the size of the title and of headings, in points."""
_LARGER = 0.8
"""How much less stands in a line of text than in one of a table, whose letters are smaller."""
_LABEL = 120.0
"""The width of the names of facts, in points."""
_LINES_KEPT_TOGETHER = 20
"""Up to which height a row of a table is not parted over two pages."""


def written(document: Document, fonts: str | None = None) -> bytes:
    """The PDF of a document. Raises FinishFault where Typst or a Chinese font is missing."""
    data = {
        "title": document.cover.title,
        "shown": breakable(document.cover.title, UPRIGHT[0] * _POINTS, _TITLE),
        "company": document.cover.company,
        "running": document.cover.running,
        "language": document.language.split("-")[0],
        "chinese": is_chinese(document.language),
        "latin": [own for own in FONTS if own != "sans-serif"],
        "han": [own for own in CHINESE_FONTS if own != "sans-serif"],
        "ink": LIGHT.ink,
        "muted": LIGHT.muted,
        "faint": LIGHT.faint,
        "accent": LIGHT.tones[0].strong,
        "tint": LIGHT.tones[0].tint,
        "words": wording(document.language),
        "depth": contents_depth(document),
        "padding": PADDING,
        "label": _LABEL,
        "cover": _cover(document.cover),
        "stretches": [_stretch(own, document.language) for own in stretches(document)],
    }
    chinese = "the document" if holds_chinese(json.dumps(data, ensure_ascii=False)) else None
    return typeset_text(_SOURCE.read_text(encoding="utf-8"), data, fonts, "pdf", chinese)


def _cover(cover: Cover) -> dict[str, Any]:
    return {
        "kind": cover.kind,
        "names": [breakable(name, UPRIGHT[0] * _POINTS, _HEADING) for name in cover.other_names],
        "facts": [[label, [_line(line) for line in content]] for label, content in cover.facts],
        "approvals": [[own.function, own.who, own.on] for own in cover.approvals],
    }


def _stretch(stretch: Stretch, language: str) -> dict[str, Any]:
    room = (TURNED if stretch.turned else UPRIGHT)[0] * _POINTS
    items = [made for item in stretch.items for made in _items(item, room, language)]
    return {"turned": stretch.turned, "fresh": stretch.fresh, "items": items}


def _items(item: Item, room: float, language: str) -> list[dict[str, Any]]:
    match item:
        case Heading(level, text, marks):
            return [{"kind": "heading", "level": level, "text": breakable(text, room, _HEADING), "marks": list(marks)}]
        case Prose(line):
            return [{"kind": "prose", "line": _line(line, room * _LARGER)}]
        case Listing(items):
            return [{"kind": "outline", "items": [[0, _line(own, room * _LARGER)] for own in items]}]
        case Outline(items):
            return [{"kind": "outline", "items": [[depth, _line(own, room * _LARGER)] for depth, own in items]}]
        case Facts(rows):
            return [{"kind": "facts", "rows": [[label, _cell(own, (room - _LABEL) * _LARGER)] for label, own in rows]}]
        case Table():
            return [_table(item, room)]
        case Illustration():
            return _illustration(item, language)


def _table(table: Table, room: float) -> dict[str, Any]:
    made = columns(table, room)
    inner = [own - 2 * PADDING for own in made.widths]
    return {
        "kind": "table",
        "widths": list(made.widths),
        "columns": [breakable(name, own) for name, own in zip(table.columns, inner, strict=True)],
        "rows": [
            {
                "mark": row.mark,
                "whole": height <= _LINES_KEPT_TOGETHER,
                "cells": [_cell(own, width) for own, width in zip(row.cells, inner, strict=True)],
            }
            for row, height in zip(table.rows, made.heights, strict=True)
        ],
    }


def _illustration(shown: Illustration, language: str) -> list[dict[str, Any]]:
    sheets = shown.figure.sheets
    return [
        {
            "kind": "picture",
            "width": sheet.width,
            "height": sheet.height,
            "alt": shown.figure.picture.description,
            "caption": caption(shown, number, language),
            "windows": [
                {
                    "x": own.at[0],
                    "y": own.at[1],
                    "width": own.region.width * sheet.scale,
                    "height": own.region.height * sheet.scale,
                    "svg": svg.draw(own.part, Theme.LIGHT, own.region),
                }
                for own in sheet.windows
            ],
        }
        for number, sheet in enumerate(sheets, start=1)
    ]


def _cell(cell: Cell, room: float) -> list[list[dict[str, Any]]]:
    return [_line(line, room) for line in cell]


def _line(line: Line, room: float = UPRIGHT[0] * _POINTS) -> list[dict[str, Any]]:
    return [
        {
            "text": breakable(span.text, room),
            "style": span.style,
            "to": span.place.mark if span.place else None,
            "url": (address(span.url).replace("&amp;", "&") or None) if span.url else None,
        }
        for span in line
    ]
