"""A folder with a Chinese font, for machines that have none."""

from pathlib import Path

import pylopdf_fonts_zh_cn

FOLDER = str(Path(pylopdf_fonts_zh_cn.__file__).parent)
