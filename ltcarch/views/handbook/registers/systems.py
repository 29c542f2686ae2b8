"""IT systems."""

from ltcarch.model import Activity, Element, ProcessElement, System, Task
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import Section, cell
from ltcarch.views.handbook.registers.table import count, processes_of, register_table


def systems(edition: Edition) -> tuple[Section | None, ...]:
    def users(system: System, *of: type[Element]) -> list[Element]:
        return [user for user in edition.users(system.id, "systems", "system") if isinstance(user, of)]

    return (
        register_table(
            edition,
            "systems",
            edition.word("IT systems"),
            edition.architecture.all(System),
            ("Owner", lambda own: cell(edition.link(own.owner))),
            ("Carries", lambda own: processes_of(edition, users(own, ProcessElement, Activity, Task))),
            ("Activities", lambda own: count(len(users(own, Activity)))),
            ("Integrated with", lambda own: edition.links(own.integrates_with)),
        ),
    )
