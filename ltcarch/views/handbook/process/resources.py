"""What a process rests on: policies, documents and systems."""

from collections.abc import Iterable, Iterator

from ltcarch.model import Activity, Artifact, Policy, ProcessElement, System
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Cell, Section, Span, cell, section, table
from ltcarch.views.handbook.process.steps import activities_of, tasks_of


def policies(edition: Edition, element: ProcessElement) -> Section | None:
    """The policies that a process carries out."""
    word = edition.word
    rows = [
        (cell(edition.link(own)), _policy_text(edition, own), _where(edition, element, users))
        for own, users in _used(edition, element, "policies").items()
    ]
    return section("policies", word("Policies"), table((word("Policy"), word("Text"), word("Applies to")), rows))


def _policy_text(edition: Edition, policy_id: str) -> Cell:
    policy = edition.architecture.get(policy_id, Policy)
    return cell(edition.text(policy.text) or edition.text(policy.description)) if policy else ()


def documents(edition: Edition, element: ProcessElement) -> Section | None:
    """The templates, tools, trainings and documents that are used in a process."""
    word = edition.word
    rows = []
    for own, users in _used(edition, element, "documents").items():
        artifact = edition.architecture.get(own, Artifact)
        kind = cell(edition.value("artifact", artifact.type)) if artifact else ()
        version = cell(artifact.version) if artifact else ()
        rows.append((cell(edition.link(own)), kind, version, _where(edition, element, users)))
    columns = (word("Document"), word("Type"), word("Version"), word("Used in"))
    return section("documents", word("Documents, templates and trainings"), table(columns, rows))


def systems(edition: Edition, element: ProcessElement) -> Section | None:
    """The IT systems that carry a process."""
    word = edition.word
    rows = []
    for own, users in _used(edition, element, "systems").items():
        system = edition.architecture.get(own, System)
        about = cell(edition.text(system.description)) if system else ()
        rows.append(
            (cell(edition.link(own)), about, _where(edition, element, users), address(system.url if system else None))
        )
    columns = (word("System"), word("Description"), word("Used in"), word("Address"))
    return section("systems", word("IT systems"), table(columns, rows))


def address(url: str | None) -> Cell:
    """An address outside of the handbook."""
    return cell(Span(url, url=url)) if url else ()


def _used(edition: Edition, element: ProcessElement, attribute: str) -> dict[str, list[str]]:
    """What is used, with the elements that say so: the process itself first, then its activities."""
    found: dict[str, list[str]] = {}
    for user, ids in _statements(edition, element, attribute):
        for own in ids:
            if user not in found.setdefault(own, []):
                found[own].append(user)
    return found


def _statements(edition: Edition, element: ProcessElement, attribute: str) -> Iterator[tuple[str, Iterable[str]]]:
    yield element.id, getattr(element, attribute)
    if element.KIND not in ("process", "subprocess"):
        return
    for activity in activities_of(edition.architecture, element):
        yield activity.id, _of(edition, activity, attribute)


def _of(edition: Edition, activity: Activity, attribute: str) -> Iterable[str]:
    own: tuple[str, ...] = getattr(activity, attribute)
    if attribute != "systems":
        return own
    of_tasks = (task.system for task in tasks_of(edition.architecture, activity) if task.system)
    return dict.fromkeys((*own, *of_tasks))


def _where(edition: Edition, element: ProcessElement, users: list[str]) -> Cell:
    """The activities that use something; nothing where the whole element does."""
    return () if element.id in users else cell(*(edition.step(user) for user in users))
