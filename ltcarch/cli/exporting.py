"""Where exported documents go: into a file as a whole, or to the terminal."""

import sys
from pathlib import Path

from ltcarch.cli.putting import put_file
from ltcarch.cli.terminal import stop


def write_export(output: str, data: bytes, about: str) -> None:
    """Write a document into a file and say so, or to the standard output for `-`."""
    if output == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    path = Path(output)
    if path.is_dir():
        stop(f"{path} is a folder", "name a file with `-o`")
    put_file(path, data, "name another file with `-o`")
    print(f"Wrote {path}: {about}.")
