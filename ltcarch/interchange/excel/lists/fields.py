"""What a column can hold, by which headings it is known, and what becomes of it."""

import re
from enum import Enum
from typing import NamedTuple

from ltcarch.interchange.excel.lists.words_of_headings import said_by


class Form(Enum):
    """What becomes of the cells of a column."""

    STRUCTURE = "tells elements and their places apart"
    TEXT = "text"
    TEXTS = "several texts"
    PEOPLE = "people and roles"
    RACI = "further parts of roles"
    USES = "artifacts taken or made"
    REFERENCES = "elements of registers"
    SAFEGUARDS = "risks and controls, which name the element"
    NOTE = "a line of the description"


class Field(NamedTuple):
    """One thing that a column can hold. `kind` is that of the elements which its cells name."""

    name: str
    form: Form
    words: str
    kind: str = ""


FIELDS: dict[str, Field] = {
    own.name: own
    for own in (
        Field(
            "id",
            Form.STRUCTURE,
            r"(pcf|permanent|unique|process|element|record|fixed|stable|global)? ?(id|identifier|uid|guid|key)"
            r"|(流程|唯一|永久|固定|元素)? ?(id|标识|标识码|标识号|标识符)|(唯一|永久|固定)(编码|编号|代码)",
        ),
        Field(
            "number",
            Form.STRUCTURE,
            r"(hierarchy|process|activity|index|outline|reference|pcf|wbs)? ?(id|no|nr|num|number|numbers|code"
            r"|ref|index)|#|wbs|outline|(流程|层级|层次|目录|架构|活动|节点|功能)?(编号|编码|代码|序号|号"
            r"|层级编号)",
        ),
        Field(
            "level",
            Form.STRUCTURE,
            r"(process|hierarchy)? ?(level|lvl|tier|type|element type|kind|depth)|(流程|架构)?(层级|级别|层次"
            r"|等级|级次|类型|级)",
        ),
        Field(
            "parent",
            Form.STRUCTURE,
            r"(parent|belongs to|upper|superior|higher)( (process|id|no|number|code|name|element|level|node))*"
            r"|(上级|父级|父|上层|所属|隶属)(流程|节点|编号|编码|名称|id|流程编号|流程编码|流程名称|流程id"
            r"|层级|组|流程组)?(编号|编码|名称)?",
        ),
        Field(
            "name",
            Form.STRUCTURE,
            r"|(process|element|activity|task|step|node|function|pcf)? ?(name|title|label)|names?|titles?"
            r"|process(es)?|process element|business process|activit(y|ies)|tasks?|(流程|活动|任务|步骤|节点"
            r"|元素|流程活动)?(名称|名|标题|目录)|流程|活动|流程清单|任务|步骤",
        ),
        Field(
            "description",
            Form.TEXT,
            r"(process|element|activity|task|short|brief|detailed)? ?(description|definition|details?|summary"
            r"|explanation|scope)|(流程|活动|步骤|业务|任务)?(说明|描述|定义|简介|详述|概述|简述|范围|内容"
            r"|内容描述)",
        ),
        Field(
            "purpose",
            Form.TEXT,
            r"(process)? ?(purpose|objectives?|aim|intent|why)|(流程|活动)?(目的|目标)",
        ),
        Field(
            "end_state",
            Form.TEXT,
            r"end state|result|outcome|(流程)?(终点|结束状态|结果)",
        ),
        Field(
            "owner",
            Form.PEOPLE,
            r"(global|business|l[1-6])? ?(process|activity)? ?owners?|gpo|bpo|owner role|owner position"
            r"|accountable owner|(流程|活动|业务|全球)?(责任人|负责人|所有者|主人|owner|责任岗位|责任主体"
            r"|主责人|责任者|主责岗位)",
            "position",
        ),
        Field(
            "role",
            Form.PEOPLE,
            r"(process|executing|performing|responsible|business)? ?roles?|responsible|responsibility|r"
            r"|performed by|performer|executor|executed by|actor|done by|who|role responsible|participant"
            r"|(流程|活动|执行|责任|操作|主责)?(角色|岗位)|执行人|执行者|操作人|经办人|处理人|担当|执行主体",
            "role",
        ),
        Field(
            "accountable",
            Form.RACI,
            r"accountable|a|approver|approved by|审批人|批准人|审批角色|批准角色|审批岗位|批准岗位",
            "role",
        ),
        Field(
            "consulted",
            Form.RACI,
            r"consulted|c|supporting roles?|会签人|参与角色|协助角色|咨询|支持角色|参与岗位|配合岗位",
            "role",
        ),
        Field(
            "informed",
            Form.RACI,
            r"informed|i|notified|知会人|知会|抄送|通知|知会角色",
            "role",
        ),
        Field(
            "units",
            Form.REFERENCES,
            r"(responsible|owning|lead|executing)? ?(departments?|depts?|units?|org(anisation"
            r"|anization)?( unit)?s?|business units?|functions?)|(责任|主责|归口|所属|主管|执行|牵头|管理"
            r"|归口管理|涉及|参与)?(部门|组织|单位|处室|科室)",
            "unit",
        ),
        Field(
            "inputs",
            Form.USES,
            r"(process|key|main)? ?inputs?( documents?| artifacts?)?|(流程|活动|主要)?(输入|输入物|输入文档"
            r"|输入信息|输入表单|输入件|输入项)",
            "artifact",
        ),
        Field(
            "outputs",
            Form.USES,
            r"(process|key|main)? ?(outputs?|deliverables?|results?|work products?)( documents?| artifacts?)?"
            r"|(流程|活动|主要)?(输出|输出物|输出文档|输出信息|输出表单|输出件|输出项|交付件|交付物|成果|产出)",
            "artifact",
        ),
        Field(
            "systems",
            Form.REFERENCES,
            r"(it|supporting)? ?(systems?|applications?|apps?|tools?|it support)|(it|支撑|信息|业务|应用|承载"
            r"|涉及)?(系统|信息系统|应用|平台|it)|it系统|it支撑",
            "system",
        ),
        Field(
            "documents",
            Form.REFERENCES,
            r"(related|supporting)? ?(documents?|templates?|forms?|work instructions?|sops?)|(相关|支撑|流程"
            r"|使用)?(文件|文档|模板|表单|表格|作业指导书|记录|附件)",
            "artifact",
        ),
        Field(
            "kpis",
            Form.REFERENCES,
            r"(process|key)? ?(kpis?|metrics?|measures?|indicators?|performance indicators?)|(流程|关键|绩效"
            r"|考核|衡量|关键绩效)?(指标|绩效指标|kpi|度量)",
            "kpi",
        ),
        Field(
            "policies",
            Form.REFERENCES,
            r"(related)? ?(polic(y|ies)|regulations?|standards?)|(相关|公司|管理|适用)?(制度|政策|规章"
            r"|规章制度|管理制度|标准)",
            "policy",
        ),
        Field(
            "rules",
            Form.TEXTS,
            r"(business)? ?rules?|(业务)?规则",
        ),
        Field(
            "risks",
            Form.SAFEGUARDS,
            r"(key|process)? ?risks?|(流程|关键|主要)?(风险|风险点|风险描述)",
            "risk",
        ),
        Field(
            "controls",
            Form.SAFEGUARDS,
            r"(key)? ?(controls?|control points?|kcps?)|(关键|流程|内控)?(控制点|控制|控制措施|内控点)|kcp",
            "control",
        ),
        Field(
            "customers",
            Form.REFERENCES,
            r"(process|internal)? ?customers?|(流程)?(客户|顾客)",
            "external",
        ),
        Field(
            "suppliers",
            Form.REFERENCES,
            r"(process)? ?suppliers?|(流程)?(供应商|供应者|供方)",
            "external",
        ),
        Field(
            "note",
            Form.NOTE,
            r"(notes?|remarks?|comments?|triggers?|start|trigger event|frequency|duration|location|version"
            r"|status)|(备注|注释|注|触发条件|触发|起点|频率|时限|周期|版本|状态|地点|补充说明)",
        ),
    )
}

LEFT_OUT = "left out"
NUMBERED_NAME = "numbered name"
"""Number and name in one cell, such as `4.1 Manage leads`."""
_NAMING = (Form.PEOPLE, Form.RACI, Form.USES, Form.REFERENCES, Form.SAFEGUARDS)
_IN_WORDS = ("name", NUMBERED_NAME, "description", "purpose", "end_state", "rules")
BILINGUAL = frozenset((*_IN_WORDS, *(own.name for own in FIELDS.values() if own.form in _NAMING)))
"""Fields of which there can be a column for each language."""
ALL_FIELDS = (*FIELDS, NUMBERED_NAME)


class Target(NamedTuple):
    """What a column holds: a field, of the element at one level only, in one language only."""

    field: str
    level: int | None = None
    language: str = ""

    def __str__(self) -> str:
        level = f"L{self.level}." if self.level else ""
        language = f".{self.language}" if self.language else ""
        return f"{level}{self.field}{language}"


NOT_BY_LEVEL = ("level", "parent")
"""What is told of a row, and not of the element at one level of it."""


def field_of(words: str, *, known: tuple[str, ...] = tuple(FIELDS)) -> str | None:
    """The field that the words of a heading name as a whole."""
    return next((name for name in known if re.fullmatch(FIELDS[name].words, words)), None)


_TOO_GENERAL = frozenset(
    ("", "details", "detail", "scope", "summary", "why", "who", "a", "r", "c", "i", "内容", "范围")
)
"""Words that say what a column holds only when they stand alone."""
_FORMER = re.compile(r"\b(old|former|previous|legacy|obsolete)\b|旧|原(编号|编码|名称|流程)|历史")


def target_of(heading: str) -> Target | None:
    """What a heading says that its column holds; None where nothing is known."""
    said = said_by(heading)
    if _FORMER.search(said.words):
        return None
    field = field_of(said.words) or field_of(said.words.replace(" ", ""))
    if field is None:
        pieces = [own for own in said.words.split(" ") if own not in _TOO_GENERAL]
        found = [name for name in map(field_of, pieces) if name not in (None, "name", "id", "level")]
        field = found[-1] if found else None
    is_above_all = said.level == 0  # an L0 is the company, and none of the six levels
    if field is None or is_above_all or (field == "name" and not heading.strip()):
        return None
    level = None if field in NOT_BY_LEVEL else said.level
    return Target(field, level, said.language if field in BILINGUAL else "")
