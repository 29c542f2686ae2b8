"""The company of `company_corpus` as LikeC4 can say it: the same elements, nested and linked alike.

Attributes that it has no word for are left out. It checks syntax, names and references.
"""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.company_corpus import GROUPS_OF_A_DOMAIN, groups_for

SPECIFICATION = """specification {
  element domain
  element group
  element process
  element activity
  element task
  element artifact
  element role
  element position
  element kpi
  element risk
  element control
  relationship follows
  relationship takes
  relationship makes
  relationship does
  relationship holds
  relationship measures
  relationship lowers
}
views {
  view index { include * }
}
"""
FOLLOWS = ((1, 2), (2, 3), (3, 4), (3, 5), (4, 6), (5, 6), (6, 7), (7, 8), (8, 7), (8, 9))
TAKES = (
    (3, "opened"), (4, "opened"), (5, "opened"), (6, "facts"), (6, "price"), (7, "opened"), (8, "result"),
    (9, "result"),
)  # fmt: skip
MAKES = ((1, "opened"), (4, "facts"), (5, "price"), (7, "result"))
BY_REVIEWER = (5, 8)
TITLES = (
    "Open case", "Have case checked", "Share out work", "Gather facts", "Work out price", "Bring together",
    "Write result", "Review result", "Hand on result",
)  # fmt: skip


def write_likec4_model(folder: Path, elements: int) -> int:
    """A model of about that many elements, a file for each group; returns how many elements it has."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "specification.c4").write_text(SPECIFICATION, encoding="utf-8")
    groups = groups_for(elements)
    domains = -(-groups // GROUPS_OF_A_DOMAIN)
    text = "".join(f"  d{number} = domain 'Domain {number}'\n" for number in range(1, domains + 1))
    (folder / "domains.c4").write_text(f"model {{\n{text}}}\n", encoding="utf-8")
    made = domains
    for index in range(groups):
        lines = list(_group(index))
        made += sum(" = " in line for line in lines)
        (folder / f"group-{index + 1:04}.c4").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return made


def _group(index: int) -> Iterator[str]:
    domain, number = index // GROUPS_OF_A_DOMAIN + 1, index % GROUPS_OF_A_DOMAIN + 1
    own = f"d{domain}g{number}"
    yield "model {"
    for role in ("worker", "reviewer"):
        yield f"  {role}_{own} = role '{role.title()} of group {number}'"
        yield f"  desk_{role}_{own} = position 'Desk of {role} {number}'"
        yield f"  desk_{role}_{own} -[holds]-> {role}_{own}"
    yield f"  head_{own} = position 'Head of group {number}'"
    yield f"  time_{own} = kpi 'Time of cases in group {number}'"
    yield f"  risk_{own} = risk 'A wrong result leaves group {number}'"
    yield f"  control_{own} = control 'Release of results of group {number}'"
    yield f"  control_{own} -[lowers]-> risk_{own}"
    for part in (1, 2):
        for artifact in ("opened", "facts", "price", "result"):
            yield f"  {artifact}_{own}p{part} = artifact '{artifact.title()} of part {part}'"
    yield f"  extend d{domain} {{"
    yield f"    {own} = group 'Manage subject {number}' {{"
    for part in (1, 2):
        yield from _process(own, part)
    yield "    }"
    yield "  }"
    yield f"  time_{own} -[measures]-> d{domain}.{own}"
    yield "}"


def _process(group: str, part: int) -> Iterator[str]:
    own = f"{group}p{part}"
    yield f"      {own} = process 'Handle part {part}' {{"
    yield f"        description 'Brings part {part} from the first sight to the closed file'"
    for number, title in enumerate(TITLES, start=1):
        yield f"        {own}a{number} = activity '{title}' {{"
        yield f"          description '{title}, as the work instruction says'"
        if number in (4, 5):
            yield f"          {own}a{number}t1 = task 'Look it up'"
            yield f"          {own}a{number}t2 = task 'Write it down'"
        yield "        }"
    for before, after in FOLLOWS:
        yield f"        {own}a{before} -[follows]-> {own}a{after}"
    for number in range(1, len(TITLES) + 1):
        yield f"        {'reviewer' if number in BY_REVIEWER else 'worker'}_{group} -[does]-> {own}a{number}"
    for number, artifact in TAKES:
        yield f"        {own}a{number} -[takes]-> {artifact}_{own}"
    for number, artifact in MAKES:
        yield f"        {own}a{number} -[makes]-> {artifact}_{own}"
    yield "      }"
