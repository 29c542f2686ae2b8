"""What a user names on the command line: elements, languages, rules; with an answer that helps where one is wrong."""

from collections.abc import Iterable

from ltcarch.cli.terminal import stop
from ltcarch.model import Architecture, Element
from ltcarch.model.naming import natural_key
from ltcarch.model.suggestions import nearest
from ltcarch.rules.rule import Rule
from ltcarch.rules.selection import AlwaysHeard, Selection, UnknownRule, selection


def chosen_element(architecture: Architecture, element_id: str, *kinds: str) -> Element:
    """The element with this id, of these kinds if any are given; stops the command with what would fit."""
    element = architecture.get(element_id)
    if element is not None and (not kinds or element.KIND in kinds):
        return element
    fitting = {own.id: own for own in architecture.elements.values() if not kinds or own.KIND in kinds}
    near = nearest(element_id, fitting)
    examples = ", ".join(_like(element_id, fitting, architecture.project.language))
    if element is not None:
        wrong = f"`{element_id}` is of kind {element.KIND}; this needs {_either(kinds)}"
        stop(wrong, f"for example: {examples}" if examples else "the project has none")
    hint = f"did you mean `{near}`?" if near else f"for example: {examples};" if examples else "the project has none;"
    stop(f"there is no element `{element_id}`", f"{hint} `ltcarch tree` lists the hierarchy")


def _like(word: str, elements: dict[str, Element], language: str) -> list[str]:
    """The ids of elements whose name holds a word, or whose id begins like it, or just some."""
    named = {own.id for own in elements.values() if word.casefold() in own.label(language).casefold()}
    alike = {own for own in elements if own.startswith(word[:3])}
    return sorted(named or alike or elements, key=natural_key)[:8]


def _either(kinds: tuple[str, ...]) -> str:
    return kinds[0] if len(kinds) == 1 else f"{', '.join(kinds[:-1])} or {kinds[-1]}"


def chosen_language(architecture: Architecture, language: str | None) -> str:
    """A language of the project; its first where none is named. Stops the command for any other."""
    known = architecture.project.languages
    if language is None:
        return known[0]
    if language not in known:
        stop(f"the project has no language `{language}`", f"its languages: {', '.join(known)}")
    return language


def chosen_rules(select: Iterable[str], ignore: Iterable[str], rules: Iterable[Rule]) -> Selection:
    """The rules that `--select` and `--ignore` mean; stops the command where a word names none."""
    try:
        return selection(select, ignore, rules)
    except UnknownRule as unknown:
        stop(str(unknown), unknown.help)
    except AlwaysHeard as heard:
        stop(str(heard), "`--select` narrows down what else is shown")
