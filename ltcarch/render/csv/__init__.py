"""Tables as CSV, for spreadsheets and scripts."""

from ltcarch.render.csv.document import draw

__all__ = ["draw"]
