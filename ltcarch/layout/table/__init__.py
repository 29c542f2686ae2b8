"""Tables: as wide and high as their content needs."""

from ltcarch.layout.table.place import place

__all__ = ["place"]
