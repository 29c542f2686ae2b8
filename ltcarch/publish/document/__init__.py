"""The handbook, or a part of it, as one controlled document: what stands in it, whatever the format."""

from ltcarch.publish.document.assembly import document
from ltcarch.publish.document.content import Approval, Chapter, Cover, Document
from ltcarch.publish.document.selection import subjects

__all__ = ["Approval", "Chapter", "Cover", "Document", "document", "subjects"]
