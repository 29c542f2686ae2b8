"""Options of rules that name elements: what to say where such a name leads nowhere."""

from ltcarch.model import Architecture
from ltcarch.rules.rule import Finding
from ltcarch.rules.wording import called, listed, with_article
from ltcarch.source.document import Step


def wrong_name(
    architecture: Architecture, path: tuple[Step, ...], name: object, wanted: tuple[str, ...], *, at_key: bool = False
) -> Finding | None:
    """The finding about a name in the project file that is not one of an element of these kinds."""
    element = architecture.get(name) if isinstance(name, str) else None
    if element.KIND in wanted if element else architecture.may_exist(str(name)):
        return None
    kinds = listed(map(with_article, wanted), "or")
    attribute = ".".join(("rules", *map(str, path[:2])))
    named = f"`{name}`, which does not exist" if element is None else f"{called(element)}; it must name {kinds}"
    return Finding(
        architecture.company,
        f"`{attribute}` names {named}",
        ("rules", *path),
        f"write the id of {kinds}",
        at_key=at_key,
        origin=architecture.project.origin,
    )
