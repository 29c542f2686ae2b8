"""Projects made of the shapes of the JSON Schemas, with some damage; the input decides what is made."""

from hypothesis import HealthCheck, given, settings

from fuzz.shapes import projects
from fuzz.targets.project import judge_files


@settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(projects())
def _judge(files: dict[str, bytes]) -> None:
    judge_files(files)


def judge(data: bytes) -> None:
    """Fail where a project that is almost right makes a rule fail."""
    _judge.hypothesis.fuzz_one_input(data)
