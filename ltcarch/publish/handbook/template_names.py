"""What templates are called: by the shelf they stand on and their file, as in `handbook/table.md.jinja`."""

from functools import cache
from pathlib import Path, PurePosixPath

from ltcarch.model.suggestions import nearest
from ltcarch.publish.handbook.template_faults import OWN_FOLDER, TemplateFault

Own = tuple[tuple[str, str], ...]
"""The templates of a company: the name of each below the folder `templates` of its project, and its text."""
BUILT_IN = "built-in/"
"""What the name of a template begins with where the one of the product is meant, though a company has its own."""
_PUBLISH = Path(__file__).parents[1]
_ENDING = ".jinja"
_PART = "_"
"""The name of a template begins so that stands for none of the product's and is used by others only."""


def called(folder: Path, file: str) -> str:
    """The name of a template in a folder of the product."""
    return f"{folder.parent.name}/{file}"


@cache
def shelf(folder: Path) -> frozenset[str]:
    """The files of the templates in a folder of the product."""
    return frozenset(path.name for path in folder.iterdir() if path.name.endswith(_ENDING))


@cache
def built_in() -> dict[str, Path]:
    """Every template of the product, by its name."""
    folders = sorted(path for path in _PUBLISH.glob("*/templates") if path.is_dir())
    return {called(folder, file): folder / file for folder in folders for file in sorted(shelf(folder))}


def check_names(own: Own) -> None:
    """Raise TemplateFault where a company's template stands for none of the product's."""
    for name, _ in own:
        if name not in built_in() and not _is_part(name):
            near = nearest(name, built_in())
            near = f"did you mean `{near}`?" if near else f"there are {', '.join(built_in())}"
            advice = f"{near}; the name of a part that others include begins with `_`"
            raise TemplateFault(f"{OWN_FOLDER}/{name} takes the place of no template", advice.replace("?;", "?"))


def _is_part(name: str) -> bool:
    path = PurePosixPath(name)
    known = {PurePosixPath(own).parent for own in built_in()}
    return path.parent in known and path.name.startswith(_PART) and path.name.endswith(_ENDING)
