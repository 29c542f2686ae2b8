"""Output that is whole or absent, and never anybody else's."""

from ltcarch.writing.faults import CannotWrite, ForeignFiles, Unfinished, UnsafeName, WritingFault
from ltcarch.writing.file import write_file
from ltcarch.writing.tree import Written, write_tree

__all__ = [
    "CannotWrite",
    "ForeignFiles",
    "Unfinished",
    "UnsafeName",
    "WritingFault",
    "Written",
    "write_file",
    "write_tree",
]
