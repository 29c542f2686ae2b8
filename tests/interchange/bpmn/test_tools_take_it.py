"""Every process is valid BPMN, clean under bpmnlint's recommended rules, and drawn by bpmn-js without a warning."""

import pytest

from tests.interchange.bpmn.documents import EDITIONS, Document, written
from tests.interchange.bpmn.tools import drawing, install, lint, schema_faults


@pytest.fixture(scope="module", autouse=True)
def packages():
    """The tools are there."""
    install()


@pytest.fixture(scope="module")
def draw():
    """What draws a file with bpmn-js."""
    with drawing() as found:
        yield found


@pytest.mark.parametrize(("project", "process", "language", "with_artifacts"), EDITIONS)
def test_the_schema_of_bpmn_finds_nothing(project, process, language, with_artifacts):
    assert schema_faults(written(project, process, language, with_artifacts)) == []


def test_the_schema_finds_what_is_wrong():
    broken = written("models/reference", "LTC.2.7").replace(b"<bpmn:userTask", b"<bpmn:usertask", 1)
    assert schema_faults(broken.replace(b"</bpmn:userTask>", b"</bpmn:usertask>", 1))


def test_bpmnlint_finds_nothing(tmp_path):
    files = []
    for index, edition in enumerate(EDITIONS):
        files.append(tmp_path / f"{index}-{edition[1]}.bpmn")
        files[-1].write_bytes(written(*edition))
    assert lint(files) == f"{len(EDITIONS)} read\n"


def test_bpmnlint_finds_what_is_wrong(tmp_path):
    document = written("models/reference", "LTC.2.7").replace(b' name="Start"', b"", 1)
    (tmp_path / "nameless.bpmn").write_bytes(document)
    assert "label-required: Event_LTC.2.7-start" in lint([tmp_path / "nameless.bpmn"])


def test_bpmn_js_draws_everything_without_a_warning(draw):
    """Each process in its edition with data objects, which holds all that the other one does."""
    for edition in (own for own in EDITIONS if own[3]):
        document = Document(written(*edition))
        drawn = draw(written(*edition))
        assert drawn["warnings"] == [], edition
        assert {*document.boxes, *document.lines} <= set(drawn["elements"]), edition
        assert {f"{own}_label" for own in document.labels} <= set(drawn["texts"]), edition


def test_bpmn_js_warns_of_what_is_wrong(draw):
    broken = written("models/reference", "LTC.2.7").replace(b'sourceRef="Activity_', b'sourceRef="Nobody_', 1)
    assert draw(broken)["warnings"]
