"""The handbook, or a part of it, in one file."""

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ltcarch.cli.putting import put_file, put_folder
from ltcarch.cli.terminal import say, stop
from ltcarch.layout.graphviz_engine import SETTING, EngineFault, find_engine
from ltcarch.model import Architecture, Element
from ltcarch.model.naming import natural_key
from ltcarch.model.suggestions import nearest
from ltcarch.publish.document import Document, document, subjects
from ltcarch.publish.handbook.template_names import Own
from ltcarch.render import FONTS_SETTING, FinishFault
from ltcarch.views.handbook.page import Handbook

FORMATS = ("md", "docx", "pdf")
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Order:
    """What file is wanted: of which element, in which format, and where; None is left to us."""

    of: str | None
    form: str | None
    output: Path | None


def is_document(order: Order) -> bool:
    """Whether one file is wanted, and not a folder of pages."""
    return bool(order.of or order.form or (order.output and _format_of(order.output)))


def write_document(architecture: Architecture, book: Handbook, order: Order, templates: Own) -> None:
    """Write a document as wanted, and tell what it holds; stops the command where it cannot."""
    form = order.form or (order.output and _format_of(order.output)) or "md"
    subject = _subject(architecture, book, order.of) if order.of else None
    path = _path(architecture, book, subject, order.output, form)
    made = _with_or_without_engine(partial(document, architecture, book, subject))
    if form == "md":
        _write_markdown(made, path, templates)
    else:
        put_file(path, _drawn(made, form), _ELSEWHERE)
    count = f"{len(made.chapters)} {'page' if made.of_pages else 'section'}{'s'[: len(made.chapters) != 1]}"
    print(f"Wrote {path}: {made.cover.title}, {count}{' of the handbook' if made.of_pages else ''} in {book.language}.")
    print("Next:")
    print(f"  {_NEXT[form].format(path=path)}")


_ELSEWHERE = "name another file with `-o`"
_NEXT = {
    "md": "read {path} in an editor or on a git host, or hand it to another program with the folder beside it",
    "docx": "open {path} in Word and let it update its fields, which fills in the numbers of the contents",
    "pdf": "open or print {path}",
}


def _format_of(path: Path) -> str | None:
    """The format that the name of a file asks for."""
    ending = path.suffix.lower().removeprefix(".")
    return ending if ending in FORMATS and not path.is_dir() else None


def _path(architecture: Architecture, book: Handbook, subject: Element | None, output: Path | None, form: str) -> Path:
    """The file to write."""
    language = "" if book.language == architecture.project.language else f".{book.language}"
    name = f"handbook{f'-{_safe(subject.id)}' if subject else ''}{language}.{form}"
    if output is None:
        return Path(name)
    return output / name if output.is_dir() else output


def _safe(element_id: str) -> str:
    return "".join(own if own.isalnum() or own in "._-" else "-" for own in element_id)


def _subject(architecture: Architecture, book: Handbook, of: str) -> Element | None:
    """What the document shall be about; stops the command with what fits where it is something else."""
    fitting = subjects(architecture, book.pages)
    element = architecture.get(of)
    if element is architecture.company:
        return None
    if of in fitting:
        return fitting[of]
    if element is None:
        near = nearest(of, fitting)
        stop(f"there is no element `{of}`", f"did you mean `{near}`?" if near else _listed(fitting))
    above = [own.id for own in architecture.hierarchy.lineage(element) if own.id in fitting]
    advice = f"`{above[0]}` is the process that it belongs to" if above else _listed(fitting)
    stop(f"`{of}` is of kind {element.KIND}, which has no page of its own", advice)


def _listed(fitting: dict[str, Element]) -> str:
    """Some of the elements that fit, of those that are asked for most."""
    kinds = ("classification", "group", "role", "process")
    ranked = sorted(fitting.values(), key=lambda own: (own.KIND not in kinds, natural_key(own.id)))
    shown = [own for kind in kinds for own in [one for one in ranked if kind == one.KIND][:3]] or ranked
    names = ", ".join(own.id for own in shown[:_MOST_NAMED])
    return f"it can be a process element, a role or any other with a page of its own, such as {names}"


def _with_or_without_engine(make: partial[Document]) -> Document:
    try:
        return make(find_engine(os.environ.get(SETTING)))
    except EngineFault as fault:
        say(f"note: without the interface map, since {fault}")
        return make()


def _write_markdown(made: Document, path: Path, templates: Own) -> None:
    from ltcarch.publish.document import markdown

    folder = path.with_name(f"{path.stem}-pictures")
    text = markdown.written(made, folder.name, templates)
    pictures = markdown.drawn(made)
    if pictures:
        put_folder(folder, pictures, "pictures", force=False)
    put_file(path, text.encode(), _ELSEWHERE)


def _drawn(made: Document, form: str) -> bytes:
    """A Word or PDF file."""
    fonts = os.environ.get(FONTS_SETTING)
    try:
        if form == "docx":
            from ltcarch.publish.document import word

            return word.written(made, fonts)
        from ltcarch.publish.document import pdf

        return pdf.written(made, fonts)
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.partition(".")[0] not in ("docx", "lxml"):
            raise
        stop("Word files need python-docx", "install it with `pip install 'ltcarch[documents]'`")
    except FinishFault as fault:
        stop(str(fault), fault.advice)
