"""Placed views as files: one folder a format."""

from ltcarch.render.finish import Finish, FinishFault, Theme
from ltcarch.render.formats import FORMATS, Format, format_of
from ltcarch.render.typesetting import FONTS_SETTING

__all__ = ["FONTS_SETTING", "FORMATS", "Finish", "FinishFault", "Format", "Theme", "format_of"]
