"""A rule that does not read words finds the same however the texts are worded, so that it need not look again then."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from ltcarch import engine
from ltcarch.loading.load import load, load_files
from ltcarch.loading.outline import outline, text_keys
from ltcarch.rules import RULES
from ltcarch.source.faults import Unusable
from ltcarch.source.reader import read
from tests.interchange.memory_files import FilesInMemory
from tests.projects import OPEN, PROJECT, TODAY
from tests.rules.case_files import CASES, cases_in

ROOT = Path(__file__).parents[2]
NUMBERS = count()
WORDS = (
    lambda _: "word",
    lambda text: f"{text} > 3, {{a.b}} and not: c; " * 40,
    lambda _: f"词语{next(NUMBERS)}",
)
"""The same text everywhere, a long one full of signs, another one each time."""
RULES_OF_STRUCTURE = {rule.code: rule for rule in RULES if rule.may_stay_silent}


def reworded(value, words, is_text=False):
    """Data of a file with other words in every text that says something."""
    if isinstance(value, dict):
        return {key: reworded(own, words, is_text or key in text_keys()) for key, own in value.items()}
    if isinstance(value, list):
        return [reworded(own, words, is_text) for own in value]
    return words(value) if is_text and isinstance(value, str) and value.strip() else value


def found(project: str, data: object, rules, words=str) -> Counter:
    """What rules find in a project with one architecture file."""
    data = reworded(data, words)
    files = {"ltcarch.yaml": project, "architecture.yaml": json.dumps(data, ensure_ascii=False)}
    report = engine.run(load_files(FilesInMemory(files)), today=TODAY, rules=rules)
    return Counter((own.code, own.element) for own in (*report.diagnostics, *report.waived))


def projects(file: Path) -> Iterator[tuple[str, object]]:
    """The projects of a rule's cases whose files can be read."""
    cases = cases_in(file)
    for case in (*cases.get("pass", ()), *cases.get("fail", ())):
        with suppress(Unusable):
            document, faults = read("architecture.yaml", case["architecture"].encode(case.get("encoding", "utf-8")))
            if not faults:
                yield case.get("project", PROJECT + OPEN), document.root


@pytest.mark.parametrize("code", RULES_OF_STRUCTURE)
def test_other_words_are_judged_alike(code):
    rules = [RULES_OF_STRUCTURE[code]]
    for project, data in projects(CASES / f"{code}.yaml"):
        expected = found(project, data, rules)
        for words in WORDS:
            assert found(project, data, rules, words) == expected


@pytest.mark.parametrize("model", ["models/reference", "examples/broken"])
def test_other_words_in_a_whole_model_are_judged_alike(model):
    loaded = load(ROOT / model)
    data: dict[str, list] = {}
    for document in loaded.documents.values():
        for key, items in document.root.items():
            data.setdefault(key, []).extend(items)
    project = (ROOT / model / "ltcarch.yaml").read_text(encoding="utf-8")
    rules = RULES_OF_STRUCTURE.values()
    expected = found(project, data, rules)
    for words in WORDS:
        assert outline(data) == outline(reworded(data, words))
        assert found(project, data, rules, words) == expected


@pytest.mark.parametrize("change", [
    {"id": "role_2"}, {"purpose": ""}, {"purpose": {"en": "Why", "zh": "目的"}}, {"owner": "position_2"},
    {"tags": ["b"]}, {"purpose": "Why", "description": "More"}, {"unset": {"kpis": "later"}}, {"quality": ["complete"]},
])  # fmt: skip
def test_whatever_is_no_wording_changes_the_outline(change):
    role = {"id": "role_1", "purpose": "Why", "owner": "position_1", "tags": ["a"], "unset": {}, "quality": []}
    assert outline({"roles": [role]}) != outline({"roles": [role | change]})
    assert outline({"roles": [role]}) == outline({"roles": [role | {"purpose": "What for"}]})
