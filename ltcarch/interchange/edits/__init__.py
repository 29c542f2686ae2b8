"""Changes of an architecture made in the text of its YAML files, with every byte around them as it was."""

from ltcarch.interchange.edits.project import Edited, edited
from ltcarch.interchange.edits.workspace import CannotEdit

__all__ = ["CannotEdit", "Edited", "edited"]
