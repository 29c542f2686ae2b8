"""The steps of a process: its activities, what follows each of them, and their tasks."""

from collections.abc import Iterable, Iterator

from ltcarch.model import Activity, Architecture, Control, Element, ProcessElement, Subprocess, Task
from ltcarch.model.parts import ArtifactUse, AuthorityLimit, WorkAndWait
from ltcarch.model.sequence import Succession
from ltcarch.views.handbook.edition import Edition
from ltcarch.views.handbook.page import (
    Block,
    Cell,
    Line,
    Row,
    Section,
    Span,
    Table,
    cell,
    line,
    prose,
    section,
    table,
)
from ltcarch.views.handbook.process.cover import trigger_line

Step = Activity | Subprocess


def activities(edition: Edition, element: ProcessElement) -> Section | None:
    """The flow of a process as a picture, and its steps in a table, sub-processes among them."""
    word = edition.word
    steps = edition.architecture.sequence.steps(element)
    if not any(isinstance(step, Activity) for step in steps):
        return None
    caption = word("Activity flow")
    picture = edition.picture("swimlane", caption, element)
    columns = ("No.", "Activity", "Role", "Inputs", "Outputs", "Systems", "What follows")
    return section(
        "activities",
        word("Activities"),
        picture,
        table([word(column) for column in columns], [_row(edition, step) for step in steps]),
    )


def _row(edition: Edition, step: Step) -> Row:
    exchange = edition.architecture.exchange
    systems = step.systems if isinstance(step, Activity) else ()
    return Row(
        (
            cell(edition.architecture.hierarchy.number(step)),
            cell(edition.link(step.id) if _is_told(edition, step) else edition.name(step.id), *signs(edition, step)),
            _role(edition, step),
            cell(*(_use(edition, use, use.from_) for use in exchange.inputs(step)), *_awaited(edition, step)),
            cell(*(_use(edition, use, use.to) for use in exchange.outputs(step))),
            edition.links(systems),
            what_follows(edition, step),
        ),
        None if _is_told(edition, step) else edition.mark(step),
    )


def _is_told(edition: Edition, step: Step) -> bool:
    """Whether more is told of a step elsewhere: on a page of its own, or as a work instruction."""
    return isinstance(step, Subprocess) or any(_instruction(edition, step))


def signs(edition: Edition, step: Step) -> Iterator[Line]:
    """What makes a step stand out: a key activity, a decision, a key control point, another process that it runs."""
    word = edition.word
    if isinstance(step, Subprocess):
        yield line(Span(word("sub-process"), style="quiet"))
        return
    signs = [word("key activity") if step.key else "", word("decision") if step.decision else ""]
    yield line(Span(word(", ").join(sign for sign in signs if sign), style="quiet"))
    if step.calls and step.calls.process:
        yield line(Span(word("runs "), style="quiet"), edition.step(step.calls.process))
    for control in edition.users(step.id, "activities"):
        if isinstance(control, Control):
            sign = word("KCP: ") if control.key else word("Control: ")
            yield line(Span(sign, style="quiet"), edition.link(control.id))


def _role(edition: Edition, step: Step) -> Cell:
    return edition.links(step.roles) if isinstance(step, Activity) else ()


def _use(edition: Edition, use: ArtifactUse, other: str | None) -> Line:
    """An artifact, with the other side where the activity names it."""
    found = edition.artifact(use)
    if other is None:
        return found
    word = edition.word("from ") if other == use.from_ else edition.word("to ")
    return (*found, *line(Span(f" {word}", style="quiet"), edition.link(other)))


def _awaited(edition: Edition, step: Step) -> Iterator[Line]:
    """What an activity waits for, unless it is among its inputs anyway."""
    wait = step.waits if isinstance(step, Activity) else None
    if wait and wait.for_ and wait.for_ not in {use.artifact for use in step.inputs}:
        yield _use(edition, ArtifactUse(artifact=wait.for_, from_=wait.from_, state=wait.state), wait.from_)


def what_follows(edition: Edition, step: Step) -> Cell:
    """The ways on from a step, with their conditions in words."""
    ways = edition.architecture.sequence.successors(step)
    split = step.split if isinstance(step, Activity) else None
    lead = ""
    if len(ways) > 1:
        lead = {"parallel": edition.word("At the same time:"), "inclusive": edition.word("One or more of:")}.get(
            split or "", ""
        )
    return cell(Span(lead, style="quiet"), *(_way(edition, step, way) for way in ways), *_timeout(edition, step))


def _way(edition: Edition, step: Step, way: Succession) -> Line:
    condition = edition.text(way.when)
    if way.default:
        condition = edition.word("{condition} (default)", condition=condition) if condition else edition.word("else")
    lead = Span(edition.word("{condition}: ", condition=condition), style="quiet") if condition else None
    if way.to is None:
        process = edition.architecture.hierarchy.parent(step)
        name = edition.end(process, way.end) if way.end else ""
        return line(lead, "→ ", edition.word("End: {end}", end=name) if name else edition.word("End"))
    return line(lead, "→ ", edition.step(way.to))


def _timeout(edition: Edition, step: Step) -> Iterator[Line]:
    wait = step.waits if isinstance(step, Activity) else None
    if wait and wait.timeout and wait.then:
        after = edition.word("after {duration} in vain: ", duration=edition.duration(wait.timeout))
        yield line(Span(after, style="quiet"), "→ ", edition.step(wait.then))


def instructions(edition: Edition, element: ProcessElement) -> Section | None:
    """Each activity as a work instruction: what is done, by which rules, in which tasks."""
    own = (
        section("activity", edition.heading(step), *_instruction(edition, step), mark=edition.mark(step))
        for step in edition.architecture.sequence.steps(element)
        if isinstance(step, Activity)
    )
    return section("instructions", edition.word("Work instructions"), *own)


def _instruction(edition: Edition, activity: Activity) -> tuple[Block | None, ...]:
    return (
        prose(edition.text(activity.description) or edition.text(activity.purpose)),
        edition.facts(*_details(edition, activity)),
        _tasks(edition, activity),
    )


def _details(edition: Edition, activity: Activity) -> Iterator[tuple[str, Cell]]:
    duration = activity.duration or WorkAndWait()
    if activity.description:
        yield "Purpose", cell(edition.text(activity.purpose))
    yield "Triggers", cell(*(trigger_line(edition, trigger) for trigger in activity.triggers))
    yield "Begins when", cell(_join(edition, activity))
    yield "Waits for", cell(*_waiting(edition, activity))
    yield "Rules", cell(*(edition.text(rule) for rule in activity.rules))
    yield "Policies", edition.links(activity.policies)
    yield "Documents", edition.links(activity.documents)
    yield "KPIs", edition.links(activity.kpis)
    yield "Working time", cell(edition.duration(duration.work))
    yield "Waiting time", cell(edition.duration(duration.wait))
    yield "Location", cell(edition.text(activity.location))
    yield "Way of working", _way_of_working(edition, activity)
    yield "Customer's step", cell(edition.text(activity.customer_step))


def _way_of_working(edition: Edition, activity: Activity) -> Cell:
    """How far the activity is automated, what kind of work it is, and whether it adds value."""
    traits = (
        edition.value("automation", activity.automation),
        edition.value("work_kind", activity.work_kind),
        edition.value("value_class", activity.value_class),
    )
    return cell(edition.word(", ").join(trait for trait in traits if trait))


def _join(edition: Edition, activity: Activity) -> str:
    meaning = {
        "parallel": edition.word("everything that leads here is done"),
        "inclusive": edition.word("every way that was taken to here is done"),
    }
    return meaning.get(activity.join or "", "")


def _waiting(edition: Edition, activity: Activity) -> Iterator[Line]:
    wait = activity.waits
    if wait and wait.for_:
        use = ArtifactUse(artifact=wait.for_, from_=wait.from_, state=wait.state)
        limit = edition.word(", at most {duration}", duration=edition.duration(wait.timeout)) if wait.timeout else ""
        yield (*_use(edition, use, wait.from_), *line(limit))


def _tasks(edition: Edition, activity: Activity) -> Table | None:
    word = edition.word
    columns = ("No.", "Task", "Instruction", "System", "Screen", "Check")
    rows = [_task_row(edition, task) for task in tasks_of(edition.architecture, activity)]
    return table([word(column) for column in columns], rows)


def tasks_of(architecture: Architecture, activity: Activity) -> list[Task]:
    """The tasks of an activity in their order."""
    return [task for task in architecture.hierarchy.children(activity) if isinstance(task, Task)]


def _task_row(edition: Edition, task: Task) -> Row:
    return Row(
        (
            cell(edition.architecture.hierarchy.number(task)),
            cell(task.label(edition.language)),
            cell(edition.text(task.instruction), edition.text(task.description)),
            cell(edition.link(task.system)),
            cell(edition.text(task.screen)),
            cell(edition.text(task.check)),
        ),
        edition.mark(task),
    )


def decisions(edition: Edition, element: ProcessElement) -> Section | None:
    """The decisions of a process, who takes them, and up to which amount."""
    word = edition.word
    own = [step for step in edition.architecture.sequence.steps(element) if isinstance(step, Activity)]
    rows = [_decision(edition, step) for step in own if step.decision or step.authority]
    columns = ("Decision", "Decided by", "Limits of authority", "Outcomes")
    return section("decisions", word("Decisions and authority"), table([word(column) for column in columns], rows))


def _decision(edition: Edition, activity: Activity) -> tuple[Cell, ...]:
    return (
        cell(edition.numbered(activity)),
        edition.links(activity.roles),
        cell(*_limits(edition, activity)),
        what_follows(edition, activity),
    )


def _limits(edition: Edition, activity: Activity) -> Iterator[Line]:
    authority = activity.authority
    if authority is None:
        return
    yield line(Span(edition.text(authority.amount), style="quiet"))
    for limit in authority.limits:
        yield limit_line(edition, activity, limit)


def limit_line(edition: Edition, activity: Activity, limit: AuthorityLimit, *, named: bool = True) -> Line:
    """Up to which amount somebody decides in an activity, and on which condition; with the role, if wanted."""
    word, currency = edition.word, activity.authority.currency if activity.authority else None
    amount = word("without limit")
    if limit.up_to is not None:
        sum_ = " ".join(part for part in (edition.number(limit.up_to), currency) if part)
        amount = word("up to {amount}", amount=sum_)
    condition = edition.text(limit.condition)
    more = word(" ({more})", more=condition) if condition else ""
    role = edition.link(limit.role) if named else None
    return line(role, word(": ") if role else None, amount, more)


def hands_over(architecture: Architecture, activity: Activity) -> tuple[str, ...]:
    """To whom the work goes on after an activity: other roles of its process, or the process that follows."""
    own = architecture.responsibility.performers(activity)
    found: dict[str, None] = {}
    for way in architecture.sequence.successors(activity):
        following = architecture.get(way.to)
        if isinstance(following, Activity):
            found.update(dict.fromkeys(architecture.responsibility.performers(following)))
        elif following is not None:
            found[following.id] = None
    return tuple(other for other in found if other not in own)


def activities_of(architecture: Architecture, element: Element) -> list[Activity]:
    """All activities of a process, those of its sub-processes included."""
    return [step for step in architecture.hierarchy.descendants(element, "activity") if isinstance(step, Activity)]


def role_ids(activities: Iterable[Activity]) -> tuple[str, ...]:
    """The roles and teams that take part in activities, responsible ones first."""
    found = dict.fromkeys(role for activity in activities for role in activity.roles)
    for activity in activities:
        if activity.raci:
            raci = activity.raci
            found.update(dict.fromkeys((*raci.responsible, *raci.accountable, *raci.consulted, *raci.informed)))
    return tuple(found)
