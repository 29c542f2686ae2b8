"""The files of a whole project, each begun by a line that names it, through all of `validate`."""

from fuzz.judging import HeldInMemory, assert_comes_back, in_time, judged
from fuzz.parts import parts_of
from ltcarch.diagnostics import Severity
from ltcarch.interchange.records import records_of

PROJECT = b"ltcarch: 1\nname: A\nlanguages: [en, zh]\nprofile: strict\n"


def judge(data: bytes) -> None:
    """Fail where a project makes a rule fail, or its findings stand nowhere."""
    parts = {name: content for name, content in parts_of(data).items() if name.endswith(".yaml")}
    judge_files({"ltcarch.yaml": PROJECT, **parts})


def judge_files(files: dict[str, bytes]) -> None:
    """The same of files by their paths."""
    with in_time():
        loaded, report = judged(HeldInMemory(files))
        if not any(own.severity is Severity.ERROR for own in report.diagnostics):
            assert_comes_back(records_of(loaded.architecture))
