"""A project of equal groups, as large as is asked: reading it counts for more than judging it."""

from collections.abc import Iterator
from pathlib import Path

PROJECT = """ltcarch: 1
name: {en: Benchmark Company, zh: 基准公司}
languages: [en, zh]
sources: [architecture/**/*.yaml]
axes: {class: [execution, enabling, supporting]}
profile: strict
lifecycle:
  stage: operation
  status: published
  version: 1.0.0
  approvers: [position_0]
  approved_on: 2026-01-31
  done:
    - requirement_analysis
    - solution_design
    - document_development
    - integration_verification
    - pilot_confirmation
    - business_adaptation
    - organisation_adaptation
    - promotion_and_empowerment
"""
LETTERS = "ABCDEFGHIJ"
ACTIVITIES = 4
PROCESSES = 2
ROLES = 20
ELEMENTS_OF_A_GROUP = 2 + PROCESSES + 2 * PROCESSES * ACTIVITIES
SHARED_ELEMENTS = 2 * ROLES + len(LETTERS) + 6


def write_corpus(folder: Path, elements: int, files: int) -> int:
    """A project of about that many elements in that many files and one more; returns how many elements it has."""
    target = folder / "architecture"
    target.mkdir(parents=True, exist_ok=True)
    (folder / "ltcarch.yaml").write_text(PROJECT, encoding="utf-8")
    (target / "shared.yaml").write_text("\n".join(_shared()) + "\n", encoding="utf-8")
    groups = max(1, round((elements - SHARED_ELEMENTS) / ELEMENTS_OF_A_GROUP))
    by_file: list[list[tuple[str, int]]] = [[] for _ in range(files)]
    for number in range(groups):
        by_file[number * files // groups].append((LETTERS[number % 10], number // 10 + 1))
    for index, own in enumerate(by_file):
        text = "\n".join(_file(own)) + "\n" if own else ""
        (target / f"part-{index:04}.yaml").write_text(text, encoding="utf-8")
    return groups * ELEMENTS_OF_A_GROUP + SHARED_ELEMENTS


def _file(groups: list[tuple[str, int]]) -> Iterator[str]:
    yield "groups:"
    for name in groups:
        yield from _group(*name)
    yield "artifacts:"
    for name in groups:
        yield from _artifacts(*name)
    yield "controls:"
    for name in groups:
        yield from _control(*name)


def _group(letter: str, index: int) -> Iterator[str]:
    """One group of two processes with four activities each."""
    own = f"{letter}.{index}"
    yield f"  - id: {own}"
    yield f"    parent: {letter}"
    yield f"    name: {{en: Manage subject {index}, zh: 管理主题{index}}}"
    yield f"    purpose: Keeps subject {index} in order, from first sight to the closed file"
    yield f"    owner: position_{index % ROLES}"
    yield "    contributes: [efficiency]"
    yield "    kpis: [time_of_cases]"
    yield "    processes:"
    for process in range(1, PROCESSES + 1):
        yield from _process(own, process, index)


def _record(group: str, process: int, activity: int) -> str:
    return f"record_{group.replace('.', '_').lower()}_{process}_{activity}"


def _process(group: str, index: int, number: int) -> Iterator[str]:
    own = f"{group}.{index}"
    yield f"      - id: {own}"
    yield f"        name: {{en: Handle part {index}, zh: 处理部分{index}}}"
    yield "        end_state: The part is closed and its record can be found"
    yield "        kpis: [time_of_cases]"
    yield "        ends: [done]"
    yield "        activities:"
    for activity in range(1, ACTIVITIES + 1):
        source = _record(group, index, activity - 1) if activity > 1 else "{artifact: request, from: customer}"
        yield f"          - id: {own}.A{activity}"
        yield f"            name: {{en: Do step {activity} of {own}, zh: 执行步骤{activity}}}"
        yield f"            role: role_{(index + activity + number) % ROLES}"
        yield "            description: The step is done as the work instruction says, and its record is filed."
        yield f"            inputs: [{source}]"
        yield f"            outputs: [{_record(group, index, activity)}]"


def _artifacts(letter: str, index: int) -> Iterator[str]:
    """The artifacts of a group that its processes hand on and end with."""
    for process in range(1, PROCESSES + 1):
        for activity in range(1, ACTIVITIES + 1):
            own = _record(f"{letter}.{index}", process, activity)
            yield f"  - id: {own}"
            yield f"    name: {{en: Record {letter}.{index}.{process}.{activity}, zh: 记录{process}{activity}}}"
            yield "    type: record"
            if activity == ACTIVITIES:
                yield "    terminal: true"
                yield "    quality: [Its number is right]"


def _control(letter: str, index: int) -> Iterator[str]:
    """The control in the last step of each process of a group."""
    own = f"{letter}.{index}"
    steps = [f"{own}.{process}.A{ACTIVITIES}" for process in range(1, PROCESSES + 1)]
    records = [_record(own, process, ACTIVITIES) for process in range(1, PROCESSES + 1)]
    yield f"  - id: control_{own.replace('.', '_').lower()}"
    yield f"    name: {{en: Look at records of {own}, zh: 复核{own}记录}}"
    yield f"    activities: [{', '.join(steps)}]"
    yield "    risks: [wrong_record]"
    yield "    type: detect"
    yield "    method: Somebody else reads the record"
    yield "    frequency: per_event"
    yield f"    evidence: [{', '.join(records)}]"
    yield f"    owner: position_{index % ROLES}"
    yield f"    tester: position_{(index + 1) % ROLES}"


def _shared() -> Iterator[str]:
    """Classifications, roles, positions, a customer, and what all groups are measured and controlled by."""
    yield "externals: [{id: customer, name: {en: Customer, zh: 客户}, kind: customer}]"
    yield "artifacts: [{id: request, name: {en: Request, zh: 请求}, type: record}]"
    yield "goals: [{id: service, name: {en: Good service, zh: 优质服务}, owner: position_0, kpis: [time_of_cases]}]"
    yield "risks: [{id: wrong_record, name: {en: A record is wrong, zh: 记录有误}, likelihood: low, impact: high,"
    yield f"         rating: medium, affects: [{', '.join(LETTERS)}], owner: position_0}}]"
    yield "kpis: [{id: time_of_cases, name: {en: Time of cases, zh: 事项用时}, formula: days / cases, unit: days,"
    yield "        measures: [{id: days, name: Days}, {id: cases, name: Cases}], direction: lower, target: 5,"
    yield "        owner: position_0, source: ledger, frequency: monthly, dimension: time}]"
    yield "systems: [{id: ledger, name: {en: Ledger, zh: 台账}, owner: position_0}]"
    yield "roles:"
    for role in range(ROLES):
        yield f"  - id: role_{role}"
        yield f"    name: {{en: Role {role}, zh: 角色{role}}}"
        yield "    responsibility: Answers for the record of the step"
        yield "    authority: May send a record back"
    yield "positions:"
    for role in range(ROLES):
        yield f"  - {{id: position_{role}, name: {{en: Position {role}, zh: 岗位{role}}}, roles: [role_{role}]}}"
    yield "classifications:"
    for number, letter in enumerate(LETTERS):
        yield f"  - {{id: {letter}, name: {{en: Flow {letter}, zh: 流程{letter}}}, axes: {{class: supporting}},"
        yield f"     owner: position_{number}, purpose: Serves all who keep records of kind {letter},"
        yield "     contributes: [efficiency], goals: [service], kpis: [time_of_cases]}"
