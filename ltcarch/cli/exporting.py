"""Where exported documents go: into a file as a whole, or to the terminal."""

import sys
from pathlib import Path

from ltcarch.cli.terminal import stop
from ltcarch.writing import WritingFault, write_file


def write_export(output: str, data: bytes, about: str) -> None:
    """Write a document into a file and say so, or to the standard output for `-`."""
    if output == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    path = Path(output)
    if path.is_dir():
        stop(f"{path} is a folder", "name a file with `-o`")
    try:
        write_file(path, data)
    except WritingFault as fault:
        stop(str(fault), fault.advice or "name another file with `-o`")
    print(f"Wrote {path}: {about}.")
