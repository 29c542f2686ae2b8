"""Several files in one input: each begins with a line that names it."""

import io
import zipfile

_BEGINS = b"=== "
_DAY = (2026, 1, 1, 0, 0, 0)


def parts_of(data: bytes) -> dict[str, bytes]:
    """The files in an input by their names; what stands before the first name belongs to none."""
    found: dict[str, bytes] = {}
    for piece in (b"\n" + data).split(b"\n" + _BEGINS)[1:]:
        name, _, content = piece.partition(b"\n")
        found[name.decode("ascii", "replace").strip()] = content
    return found


def joined(parts: dict[str, bytes]) -> bytes:
    """An input of these files."""
    return b"\n".join(_BEGINS + name.encode() + b"\n" + content for name, content in parts.items())


def archive(parts: dict[str, bytes]) -> bytes:
    """A workbook of these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name or "x", _DAY), content)
    return made.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
