"""Projects of known size, the same bytes at every call: what the benchmarks are run on.

`python -m benchmarks.corpora FOLDER` writes them below a folder.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

PROJECT = """ltcarch: 1
name: {en: Benchmark Company, zh: 基准公司}
languages: [en, zh]
sources: [architecture/**/*.yaml]
axes: {class: [execution, enabling]}
profile: standard
lifecycle: {stage: operation, status: published, version: 1.0.0}
"""
ACTIVITIES = 4
PROCESSES = 3


def group(classification: str, index: int) -> Iterator[str]:
    """One group of three processes with four activities each: 22 elements with the artifacts between them."""
    own = f"{classification}.{index}"
    yield f"  - id: {own}"
    yield f"    parent: {classification}"
    yield f"    name: {{en: Manage subject {index}, zh: 管理主题{index}}}"
    yield f"    purpose: Keeps subject {index} in order, from first sight to the closed file"
    yield "    processes:"
    for process in range(1, PROCESSES + 1):
        yield from _process(own, process)


def _process(group_id: str, index: int) -> Iterator[str]:
    own = f"{group_id}.{index}"
    yield f"      - id: {own}"
    yield f"        name: {{en: Handle part {index}, zh: 处理部分{index}}}"
    yield "        end_state: The part is closed and its record can be found"
    yield "        ends: [done]"
    yield "        activities:"
    for activity in range(1, ACTIVITIES + 1):
        before = f"record_{own.replace('.', '_').lower()}_{activity - 1}"
        after = f"record_{own.replace('.', '_').lower()}_{activity}"
        yield f"          - id: {own}.A{activity}"
        yield f"            name: {{en: Do step {activity} of {own}, zh: 执行步骤{activity}}}"
        yield f"            role: role_{(index + activity) % 20}"
        yield "            description: The step is done as the work instruction says, and its record is filed."
        source = before if activity > 1 else "{artifact: request, from: customer}"
        yield f"            inputs: [{source}]"
        yield f"            outputs: [{after}]"


def artifacts(classification: str, index: int) -> Iterator[str]:
    """The six artifacts of a group that its processes hand on and end with."""
    for process in range(1, PROCESSES + 1):
        for activity in range(1, ACTIVITIES + 1):
            own = f"record_{classification}_{index}_{process}_{activity}".lower()
            last = ", terminal: true" if activity == ACTIVITIES else ""
            yield f"  - {{id: {own}, name: {{en: Record {own}, zh: 记录{process}{activity}}}, type: record{last}}}"


ELEMENTS_OF_A_GROUP = 1 + PROCESSES + 2 * PROCESSES * ACTIVITIES


def shared() -> str:
    """What every corpus shares: classifications, roles, positions, a customer."""
    lines = ["externals: [{id: customer, name: {en: Customer, zh: 客户}, kind: customer}]", "roles:"]
    for role in range(20):
        lines.append(f"  - id: role_{role}")
        lines.append(f"    name: {{en: Role {role}, zh: 角色{role}}}")
        lines.append("    responsibility: Answers for the record of the step")
        lines.append("    authority: May send a record back")
    lines.append("positions:")
    for role in range(20):
        lines.append(
            f"  - {{id: position_{role}, name: {{en: Position {role}, zh: 岗位{role}}}, roles: [role_{role}]}}"
        )
    lines.append("artifacts: [{id: request, name: {en: Request, zh: 请求}, type: record}]")
    lines.append("classifications:")
    for letter in "ABCDEFGHIJ":
        lines.append(f"  - {{id: {letter}, name: {{en: Flow {letter}, zh: 流程{letter}}}, axes: {{class: execution}},")
        lines.append(f"     owner: position_0, purpose: Serves customers of kind {letter} to the end}}")
    return "\n".join(lines) + "\n"


def write_corpus(folder: Path, elements: int, files: int) -> int:
    """A project of about that many elements in that many files; returns how many elements it has."""
    target = folder / "architecture"
    target.mkdir(parents=True, exist_ok=True)
    (folder / "ltcarch.yaml").write_text(PROJECT, encoding="utf-8")
    (target / "shared.yaml").write_text(shared(), encoding="utf-8")
    groups = max(1, round(elements / ELEMENTS_OF_A_GROUP))
    by_file: list[list[tuple[str, int]]] = [[] for _ in range(files)]
    for number in range(groups):
        by_file[number * files // groups].append(("ABCDEFGHIJ"[number % 10], number // 10 + 1))
    for index, own in enumerate(by_file):
        lines = ["groups:"] + [line for name in own for line in group(*name)]
        lines += ["artifacts:"] + [line for name in own for line in artifacts(*name)]
        (target / f"part-{index:04}.yaml").write_text("\n".join(lines) + "\n" if own else "", encoding="utf-8")
    return groups * ELEMENTS_OF_A_GROUP + 52


CORPORA = {"many": (4_400, 199), "1k": (1_000, 1), "10k": (10_000, 1), "big": (100_000, 1)}


def main() -> None:
    """Write every corpus below the folder that is named on the command line."""
    for name, (elements, files) in CORPORA.items():
        made = write_corpus(Path(sys.argv[1]) / name, elements, files)
        print(f"{name}: {made:,} elements in {files + 1} files")


if __name__ == "__main__":
    main()
