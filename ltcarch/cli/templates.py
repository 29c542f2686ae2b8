"""The templates of a project."""

from pathlib import Path

from ltcarch.cli.putting import put_file
from ltcarch.cli.terminal import stop
from ltcarch.loading.templates import UnusableTemplates, read_templates
from ltcarch.publish.handbook.environment import check
from ltcarch.publish.handbook.template_faults import OWN_FOLDER, TemplateFault
from ltcarch.publish.handbook.template_names import Own, built_in


def own_templates(folder: Path) -> Own:
    """The project's own templates; stops the command where one of them is wrong."""
    try:
        found = read_templates(folder)
        check(found)
    except UnusableTemplates as fault:
        stop(str(fault), fault.help)
    except TemplateFault as fault:
        stop(str(fault), fault.advice)
    return found


def copy_template(folder: Path, name: str) -> None:
    """Put a template of the product into a project, to be changed there; stops the command if there is none."""
    if name not in built_in():
        stop(f"there is no template `{name}`", f"there are {', '.join(built_in())}")
    target = folder / OWN_FOLDER / name
    if target.exists():
        stop(f"{target} is there already", "edit it; or delete it to begin anew")
    put_file(target, built_in()[name].read_bytes(), None)
    print(f"Wrote {target}, which from now on stands in for the template of ltcarch.")
    print("Next:")
    print("  edit it; `ltcarch handbook` uses it, and tells the line where it is wrong")
