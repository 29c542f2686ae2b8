"""The product's own words in pictures and pages, in the languages it speaks: English and Chinese.

Code names a word by its English form. Words with blanks, such as `{count} open points`, are filled by the caller's
values. A reader of any other language gets English.
"""

CHINESE: dict[str, str] = {
    # Pictures.
    "Process house": "流程全景图",
    "Processes": "流程层级图",
    "Hierarchy of {name}": "流程层级图：{name}",
    "Interface map": "流程接口图",
    "Not classified": "未归类",
    "External party": "外部相关方",
    "Grouping": "流程群组",
    "Without interfaces": "无接口",
    "All": "全部",
    "{count} more": "另有{count}项",
    "{count} more below": "下级另有{count}项",
    "{name}: {members}": "{name}：{members}",
    "{name} with {count} elements below it": "{name}及其下{count}个要素",
    "{count} interfaces between {parties} parties": "{parties}方之间的{count}个接口",
    "; ": "；",
    ", ": "、",
}
"""Chinese by the English word."""

VALUES: dict[str, dict[str, tuple[str, str]]] = {
    "kind": {
        "company": ("Company", "公司"),
        "classification": ("Process classification", "流程分类"),
        "group": ("Process group", "流程组"),
        "process": ("Process", "流程"),
        "subprocess": ("Sub-process", "子流程"),
        "activity": ("Activity", "活动"),
        "task": ("Task", "任务"),
    },
    "flow": {
        "data": ("Data", "数据"),
        "demand": ("Demand", "需求"),
        "support": ("Support", "支持"),
        "control": ("Control", "管控"),
    },
}
"""English and Chinese by attribute and value, for attributes that take one of a list of values in the format."""


def word(english: str, language: str, **values: object) -> str:
    """A word or sentence in the reader's language."""
    return (CHINESE[english] if is_chinese(language) else english).format(**values)


def value_word(attribute: str, value: str, language: str) -> str:
    """What a reader is shown for one of an attribute's values; the value itself where it is none of them."""
    shown = VALUES.get(attribute, {}).get(value)
    return shown[is_chinese(language)] if shown else value


def is_chinese(language: str) -> bool:
    """Whether readers of this language read Chinese."""
    return language.lower().split("-")[0] == "zh"
