"""A company in full: flows with choices, parallel work and calls, states, roles, interfaces, two languages.

Its parts stand in the folder `company`. Domains have twelve groups each; a group has two processes, one after the
other, and hands its result on to the next group. All processes run the same check, and a thousand activities look into
the same master data.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Template

PARTS = Path(__file__).with_name("company")
GROUPS_OF_A_DOMAIN = 12
ELEMENTS_OF_A_GROUP = 46
ELEMENTS_OF_A_DOMAIN = 2
SHARED_ELEMENTS = 29
USES_OF_MASTER_DATA = 1_000
READERS_OF_A_GROUP = 4
"""Activities of a group that may look into the master data."""


def write_company(folder: Path, elements: int) -> int:
    """A company of about that many elements, a file for each group; returns how many elements it has."""
    target = folder / "architecture"
    target.mkdir(parents=True, exist_ok=True)
    (folder / "ltcarch.yaml").write_bytes((PARTS / "project.yaml").read_bytes())
    (target / "shared.yaml").write_bytes((PARTS / "shared.yaml").read_bytes())
    groups = groups_for(elements)
    domains = -(-groups // GROUPS_OF_A_DOMAIN)
    for domain in range(1, domains + 1):
        text = _filled("domain", domain=f"D{domain}", number=domain, lower=f"d{domain}")
        (target / f"domain-{domain:03}.yaml").write_text(text, encoding="utf-8")
    for index in range(groups):
        (target / f"group-{index + 1:04}.yaml").write_text(_group(index, groups), encoding="utf-8")
    return SHARED_ELEMENTS + domains * ELEMENTS_OF_A_DOMAIN + groups * ELEMENTS_OF_A_GROUP


def groups_for(elements: int) -> int:
    """How many groups make about that many elements."""
    return max(
        1, round((elements - SHARED_ELEMENTS) / (ELEMENTS_OF_A_GROUP + ELEMENTS_OF_A_DOMAIN / GROUPS_OF_A_DOMAIN))
    )


def _names(index: int) -> tuple[str, str, int]:
    """The ids of a group's domain and of the group, and its number in the domain."""
    domain, number = f"D{index // GROUPS_OF_A_DOMAIN + 1}", index % GROUPS_OF_A_DOMAIN + 1
    return domain, f"{domain}.{number}", number


def _lower(own_id: str) -> str:
    return own_id.lower().replace(".", "_")


def _group(index: int, groups: int) -> str:
    """The file of one group."""
    domain, group, number = _names(index)
    return _filled(
        "group",
        domain=domain,
        group=group,
        number=number,
        lower=_lower(group),
        domain_lower=_lower(domain),
        processes="".join(_processes(index, groups)),
        artifacts="".join(
            _filled("artifacts", process=f"{group}.{part}", lower=_lower(f"{group}.{part}")) for part in (1, 2)
        ),
    )


def _filled(name: str, /, **values: object) -> str:
    """A part of the company with these values in its places."""
    return _template(name).substitute(values)


@cache
def _template(name: str) -> Template:
    return Template((PARTS / f"{name}.yaml.template").read_text(encoding="utf-8"))


def _processes(index: int, groups: int) -> Iterator[str]:
    _, group, number = _names(index)
    is_first, is_last = number == 1, number == GROUPS_OF_A_DOMAIN or index == groups - 1
    before = f"{_names(index - 1)[1]}.2" if not is_first else ""
    after = f"{_names(index + 1)[1]}.1" if not is_last else ""
    reads = READERS_OF_A_GROUP * (index + 1) <= USES_OF_MASTER_DATA
    for part in (1, 2):
        former, following = (before, f"{group}.2") if part == 1 else (f"{group}.1", after)
        handed_on = f"{{artifact: result_of_{_lower(former)}, state: handed_on}}"
        yield _filled(
            "process",
            process=f"{group}.{part}",
            part=part,
            number=number,
            lower=_lower(f"{group}.{part}"),
            group_lower=_lower(group),
            source=handed_on if former else "{artifact: request, from: customer}",
            receiver="" if following else ", to: customer",
            follows=f"\n        next: [{{on: done, to: {following}}}]" if following else "",
            master=", customer_master" if reads else "",
        )
