"""The cells of one row with what their columns hold."""

from typing import NamedTuple

from ltcarch.interchange.excel.lists.fields import FIELDS, Form, Target
from ltcarch.interchange.excel.lists.sheets import Cell


class Found(NamedTuple):
    """A cell in a row, with what its column holds. A merged cell stands for several rows."""

    target: Target
    column: int
    cell: Cell

    @property
    def only_adds(self) -> bool:
        """Whether it says something of an element without naming or placing it."""
        return self.target.field in FIELDS and FIELDS[self.target.field].form is not Form.STRUCTURE


def first(found: list[Found], name: str) -> Cell | None:
    """The cell of a field of the row itself."""
    return next((own.cell for own in found if own.target.field == name and own.target.level is None), None)
