"""Reading YAML text into plain data that remembers where everything stands."""

from ltcarch.source.document import Document, Mapping, Sequence
from ltcarch.source.faults import Fault, Unusable
from ltcarch.source.text import Location, SourceText, Span

__all__ = ["Document", "Fault", "Location", "Mapping", "Sequence", "SourceText", "Span", "Unusable"]
