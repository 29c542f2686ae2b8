"""What a head says to whoever points at it: the key in YAML, what belongs there, and how it is written."""

from ltcarch.interchange.excel.workbook.plan import Column, Use, shape_of
from ltcarch.interchange.excel.workbook.words import NO, YES, sheet_title
from ltcarch.views.words import is_chinese

_USES = {
    Use.ID: (
        "The permanent id. A row without one gets one when it is read. To rename an element, change its id here; "
        "whatever names it elsewhere follows.",
        "永久标识。新增行可以留空，读入时自动生成。需要改标识时直接在这里改，其他地方的引用会随之更新。",
    ),
    Use.PARENT: (
        "The id of the element that this one belongs to. Another id moves it, with all that is below it.",
        "上级要素的标识。改成另一个标识即可移动该要素及其全部下级。",
    ),
    Use.PLACE: (
        "The place among its neighbours. Sorting rows changes nothing; this number does. 2.5 goes between 2 and 3. "
        "A new row without a number follows the row above.",
        "在同级中的顺序。对表格排序不影响顺序，只看这个数字。填2.5即排在2和3之间；新增行留空则排在上一行之后。",
    ),
    Use.ELEMENT: (
        "The id of the element that the row belongs to.",
        "该行所属要素的标识。",
    ),
    Use.READING: (
        "Only for reading: it is not taken in.",
        "仅供阅读，读入时忽略。",
    ),
}
_FORMS = {
    "texts": (
        "One entry on each line. The same line in another language is its translation.",
        "每行一条；其他语言列的同一行是它的译文。",
    ),
    "strings": ("One entry on each line.", "每行一项。"),
    "references": ("One id on each line", "每行一个标识"),
    "reference": ("One id", "填一个标识"),
    "text_map": ("One on each line: `attribute: why it is open`.", "每行一项，写法：“属性: 原因”。"),
    "value_map": ("One on each line: `key: value`.", "每行一项，写法：“键: 值”。"),
    "integer": ("A whole number.", "整数。"),
    "number": ("A number.", "数字。"),
    "scalar": ("A number, or words.", "数字或文字。"),
    "parts": (
        "One artifact on each line. What else is to be said stands in brackets: "
        "`order (from: customer, state: approved, optional)`.",
        "每行一个业务对象的标识；补充信息写在括号里：“order (from: customer, state: approved, optional)”。",
    ),
}
_ONE_OF, _DATE = ("One of: ", "取值："), ("A date: 2026-05-31.", "日期，如2026-05-31。")
_DURATION = ("A duration: PT2H is two hours, P5D five days.", "时长：PT2H为2小时，P5D为5天。")


def note(column: Column, words: str) -> str:
    """What is said of a column in one language."""
    at = is_chinese(words)
    if column.use in _USES:
        return _USES[column.use][at]
    hints = [".".join(column.path), _how(column, words)]
    if not at and column.shape.get("description"):
        hints.insert(1, str(column.shape["description"]))
    return "\n".join(hint for hint in hints if hint)


def _how(column: Column, words: str) -> str:
    at = is_chinese(words)
    if "enum" in column.shape:
        return _ONE_OF[at] + ("、" if at else ", ").join(map(str, column.shape["enum"]))
    if column.form == "flag":
        default = bool(column.declared and column.declared.default)
        said = NO[at] if default else YES[at]
        return f"填“{said}”，否则留空。" if at else f"`{said}`, or nothing."
    if column.form in ("reference", "references") and column.declared:
        kinds = [kind for kind in column.declared.kinds if kind not in ("company", "any")]
        titles = ("、" if at else ", ").join(sheet_title(kind, words) for kind in kinds)
        joint = "，取自：" if at else ", from: "
        return _FORMS[column.form][at] + (joint + titles if titles else "") + ("。" if at else ".")
    if column.shape.get("format") == "date":
        return _DATE[at]
    if column.shape.get("title") == "Duration" or column.path[-1] in ("work", "wait", "timeout", "every"):
        return _DURATION[at]
    return _FORMS.get(column.form, ("", ""))[at]


_ABOUT: dict[str, tuple[str, str]] = {
    "settings": ("The company, languages, levels, axes and rules", "公司、语言、层级、分类维度与规则"),
    ".next": ("What comes after each activity, process and group", "各活动、流程和流程组之后的走向"),
    ".ends": ("The named ways in which processes end", "各流程的结束方式"),
    ".triggers": ("What starts processes and activities", "流程与活动的触发条件"),
    ".elements": ("How management elements are built into processes", "管理要素如何融入流程"),
    ".exceptions": ("Known exceptions and how they are handled", "已知例外及其处理方式"),
    ".authority.limits": ("Who may approve up to which amount", "各角色的审批上限"),
    ".states": ("The states that artifacts go through", "业务对象经历的状态"),
    ".measures": ("The terms of which the formulas of KPIs are made", "指标计算公式中的各项"),
    ".values": ("The values of each scenario dimension", "各场景维度的取值"),
    ".parts": ("The parts of each grouping and their elements", "各划分方式的组成及所含要素"),
    ".steps": ("The steps of the road map of each change", "各项变革的路线图步骤"),
    ".lifecycle.history": ("The versions of elements", "各要素的版本变更"),
    ".waivers": ("Rules that are silenced, why, and until when", "豁免的规则、原因和期限"),
    "raci": ("Only for reading: who plays which part in each activity", "仅供阅读：各活动的角色分工"),
    "interfaces": ("Only for reading: what processes give one another", "仅供阅读：流程之间的输入输出"),
    "risk_control": ("Only for reading: risks and the controls against them", "仅供阅读：风险及其控制措施"),
}
_KINDS_ZH = {
    "classification": "L1：端到端流程或业务领域",
    "group": "L2：流程分类下的阶段或职能",
    "process": "L3：可重复执行、输入输出明确的活动序列",
    "subprocess": "L4：流程的场景或组成部分",
    "activity": "L5：由一个角色负责的活动",
    "task": "L6：活动中的操作步骤",
    "unit": "公司的组织单元",
    "position": "人员任职的岗位及其承担的角色",
    "role": "流程中承担职责的角色",
    "team": "由多个角色组成的常设团队",
    "artifact": "活动使用和产出的记录、文件与产品",
    "external": "公司以外的相关方",
    "flow": "流程之间的接口约定",
    "kpi": "绩效指标及其公式、目标",
    "risk": "流程面临的风险",
    "control": "降低风险的控制点",
    "segregation": "不得由同一人承担的职责",
    "system": "支撑流程的IT系统",
    "policy": "流程承载的政策与制度",
    "goal": "流程支撑的战略目标",
    "key_task": "年度重点工作",
    "scenario": "区分子流程的场景维度",
    "phase": "流程的阶段（不是层级）",
    "grouping": "层级之外的其他划分方式",
    "capability": "业务能力及其实现流程",
    "change": "流程架构的变革项目",
    "retired": "不得重新启用的标识",
    "term": "统一的术语及其定义",
}


def about(sheet: str, words: str) -> str:
    """What a sheet holds, in one sentence without a full stop."""
    at = is_chinese(words)
    if sheet in _ABOUT:
        return _ABOUT[sheet][at]
    return _KINDS_ZH[sheet] if at else str(shape_of(sheet)["description"]).rstrip(".")
