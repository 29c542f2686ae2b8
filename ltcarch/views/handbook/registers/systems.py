"""IT systems."""

from ltcarch.model import Activity, ProcessElement, System, Task
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import (
    Cell,
    Section,
    cell,
)
from ltcarch.views.handbook.process.resources import address
from ltcarch.views.handbook.registers.table import processes_of, register_table


def systems(edition: Edition) -> tuple[Section | None, ...]:
    architecture = edition.architecture

    def carries(system: System) -> Cell:
        own = edition.users(system.id, "systems", "system")
        return processes_of(edition, (user for user in own if isinstance(user, (ProcessElement, Activity, Task))))

    return (
        register_table(
            edition,
            "systems",
            edition.word("IT systems"),
            architecture.all(System),
            ("Owner", lambda own: cell(edition.link(own.owner))),
            ("Carries", carries),
            ("Integrated with", lambda own: edition.links(own.integrates_with)),
            ("Address", lambda own: address(own.url)),
        ),
    )
