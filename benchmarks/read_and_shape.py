"""Reads the files of a project and holds them against the schemas, as `validate` does, and stops there.

What `validate` takes beyond this is building the model, its references and all rules.
"""

import os
import sys
from pathlib import Path

from ltcarch.loading import shape
from ltcarch.loading.collector import collector_off
from ltcarch.loading.files import PROJECT_FILE, FilesOnDisk
from ltcarch.source.reader import read


@collector_off()
def read_and_shape(folder: Path) -> int:
    """How many places in the files of a project do not fit the schemas."""
    files = FilesOnDisk(folder)
    project, _ = read(PROJECT_FILE, files.read(PROJECT_FILE))
    found = len(shape.mismatches(shape.PROJECT, project.root))
    for path in files.matching(tuple(project.root["sources"])):
        document, _ = read(path, files.read(path))
        found += len(shape.mismatches(shape.ARCHITECTURE, document.root))
    return found


if __name__ == "__main__":
    wrong = read_and_shape(Path(sys.argv[1]))
    sys.stdout.flush()
    os._exit(1 if wrong else 0)  # as the command does: what was built is not taken apart
