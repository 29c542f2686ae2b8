"""The file of a Word document, the same bytes for the same content."""

import io
import zipfile
from typing import Any

from docx.oxml.ns import qn

from ltcarch.publish.document.content import Document
from ltcarch.publish.document.word.elements import element

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_AFTER_COMPAT = ("w:rsids", "m:mathPr", "w:themeFontLang", "w:clrSchemeMapping", "w:shapeDefaults", "w:decimalSymbol")
_AFTER_UPDATE = ("w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat", *_AFTER_COMPAT)
"""Which settings stand after these two, in the order that the format asks for."""
_MODE = "http://schemas.microsoft.com/office/word"


def set_properties(document: Any, shown: Document) -> None:
    """Tell title, company and language, and no time and person."""
    properties = document.core_properties
    properties.title, properties.author = shown.cover.title[:255], shown.cover.company[:255]
    properties.subject, properties.language = shown.cover.kind, shown.language
    properties.comments = properties.keywords = properties.last_modified_by = ""
    root = properties._element
    for own in list(root):
        if own.tag in (qn("dcterms:created"), qn("dcterms:modified")):
            root.remove(own)


def set_settings(document: Any) -> None:
    """Let Word fill contents and numbers when it opens the file, and lay it out as its present versions do."""
    settings = document.settings.element
    for tag in ("w:updateFields", "w:compat"):
        for own in settings.findall(qn(tag)):
            settings.remove(own)
    mode = element("compatSetting", name="compatibilityMode", uri=_MODE, val=15)
    settings.insert_element_before(element("updateFields", val="true"), *_AFTER_UPDATE)
    settings.insert_element_before(element("compat", mode), *_AFTER_COMPAT)


def packed(document: Any) -> bytes:
    """The bytes of the file, with the same dates every time and without the picture of another document."""
    stream = io.BytesIO()
    document.save(stream)
    written = io.BytesIO()
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda own: (own != "[Content_Types].xml", own)):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            target.writestr(entry, source.read(name))
    return written.getvalue()
