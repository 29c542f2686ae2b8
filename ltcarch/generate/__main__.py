"""`python -m ltcarch.generate [--check]`: write the reference pages below docs/, or fail where they are out of date."""

import sys
from pathlib import Path

from ltcarch.generate.checks_reference import checks_reference
from ltcarch.generate.command_reference import command_reference
from ltcarch.generate.format_reference import format_reference
from ltcarch.generate.gallery import PLACED_BY_GRAPHVIZ, gallery
from ltcarch.generate.rule_pages import rule_pages

DOCS = Path(__file__).parents[2] / "docs"


def pages() -> dict[str, str]:
    """Every generated page by its path below docs/."""
    return {
        "format.md": format_reference(),
        "commands.md": command_reference(),
        "checks.md": checks_reference(),
        **gallery(),
        **rule_pages(),
    }


def outdated(folder: Path) -> list[str]:
    """The pages that are missing or differ, and rule pages of rules that are gone."""
    wanted = pages()
    differing = [path for path, text in wanted.items() if not _is_same(folder / path, text, path)]
    files = (*folder.glob("rules/*.md"), *folder.glob("images/*.svg"))
    left_over = [path for file in files if (path := f"{file.parent.name}/{file.name}") not in wanted]
    return sorted(differing + left_over)


def _is_same(file: Path, text: str, path: str) -> bool:
    return file.is_file() if path in PLACED_BY_GRAPHVIZ else _text(file) == text


def _text(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.is_file() else None


def main() -> None:
    """Write or check the pages."""
    found = outdated(DOCS)
    if "--check" in sys.argv[1:]:
        for path in found:
            print(f"docs/{path} is out of date; `make docs` writes it anew")
        sys.exit(1 if found else 0)
    wanted = pages()
    for path in found:
        target = DOCS / path
        if path in wanted:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(wanted[path], encoding="utf-8")
        else:
            target.unlink()
        print(f"docs/{path}")


if __name__ == "__main__":
    main()
