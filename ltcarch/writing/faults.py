"""Why nothing was written. The text of each is one plain sentence or two, fit to be shown to the user."""


class WritingFault(Exception):
    """Output could not be put in place; what stood there before still stands."""

    advice = ""
    """What to do about it, where that is known."""


class ForeignFiles(WritingFault):
    """The folder holds files that this program did not write."""


class UnsafeName(WritingFault):
    """A file name that leads out of the folder, or that not every machine can store."""


class CannotWrite(WritingFault):
    """The disk, the permissions or the folder do not allow it."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message, advice)
        self.advice = advice

    def __str__(self) -> str:
        return str(self.args[0])


class Unfinished(CannotWrite):
    """A part of the files is new by now; the next run completes the others."""
