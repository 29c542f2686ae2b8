"""A workbook with a list of processes: its parts, each begun by a line that names it, are packed here."""

from fuzz.parts import archive, parts_of
from fuzz.targets.values import judge_list


def judge(data: bytes) -> None:
    """Fail where a workbook is neither refused nor accounted for."""
    judge_list(archive(parts_of(data)), ".xlsx")
