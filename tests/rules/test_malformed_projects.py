"""Nothing that can be written in YAML makes loading or a rule fail."""

import copy
import json
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ltcarch.source.document import walk
from ltcarch.source.reader import read
from tests.rules.test_places import assert_places_lie_in_their_files

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "examples" / "starter"
FILES = {
    path.relative_to(PROJECT).as_posix(): json.loads(json.dumps(read(path.name, path.read_bytes())[0].root))
    for path in sorted(PROJECT.rglob("*.yaml"))
}
PLACES = [(path, at) for path, data in FILES.items() for at, _ in walk(data) if at]
WRONG = [
    None,
    True,
    3,
    -1.5,
    "",
    "x",
    "OTC",
    "OTC.1.1.A1",
    "customer",
    [],
    [None],
    [3],
    ["x", "x"],
    [["x"]],
    {},
    {"x": None},
]
WRONG += [{"id": "x"}, [{}], [{"id": "OTC", "name": "X"}], {"artifact": "x"}, [{"to": "OTC", "end": 3}], {"en": ["x"]}]


def _with(data: object, at: tuple, value: object) -> object:
    """The data with another value at a place; unchanged where there is no such place any more."""
    changed = copy.deepcopy(data)
    here = changed
    try:
        for step in at[:-1]:
            here = here[step]
        here[at[-1]] = value
    except (KeyError, IndexError, TypeError):
        return data
    return changed


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    return tmp_path_factory


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(WRONG)), min_size=1, max_size=6))
def test_wrong_values_anywhere(folders, changes):
    files = dict(FILES)
    for (path, at), value in changes:
        files[path] = _with(files[path], at, value)
    texts = {path: yaml.safe_dump(data, allow_unicode=True) for path, data in files.items()}
    assert_places_lie_in_their_files(folders.mktemp("project"), texts)
