"""Write docs/reference from the registries, the nouns, the error catalogue, the commands and the spec tests.

    python scripts/make_reference.py            write what has changed
    python scripts/make_reference.py --check    exit 1 when a page is not what the code says

Nothing here is written by hand: a format, check, section or command documents itself by its own words, and a rule by
the table its spec test holds it to.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Final

import click
import code_map
import msgspec

from probatum import model
from probatum.errors import MESSAGES

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "docs" / "reference"
SPECS: Final = ROOT / "tests" / "spec"
CODE: Final = ROOT / "src" / "probatum"
NOTE: Final = "<!-- Made by scripts/make_reference.py (`make docs`). Do not edit. -->"
CODES: Final = {
    "P1": "Nouns",
    "P2": "Formats and archives",
    "P3": "Library",
    "P4": "Question and vocabulary",
    "P5": "Services",
    "P6": "Appraisal",
    "P7": "Checks",
    "P8": "Command line and publishing",
}
LONGEST_TABLE: Final = 60
"""Cases shown of one test; the file has them all."""
LONGEST_CELL: Final = 240


def pages() -> dict[str, str]:
    """File name to its whole text."""
    made = {
        "checks.md": checks(),
        "formats.md": formats(),
        "sections.md": sections(),
        "errors.md": errors(),
        "cli.md": commands(),
        "schema.md": nouns(),
        "certainty.md": certainty(),
        "map.md": folders(),
    }
    made |= {f"modules-{name}.md": modules(name) for names in code_map.FLOORS.values() for name in names}
    for room in sorted(path for path in SPECS.iterdir() if path.is_dir() and path.name != "docs"):
        text = specification(room)
        if text:
            made[f"spec-{room.name}.md"] = text
    return {name: f"{NOTE}\n\n{text.rstrip()}\n" for name, text in made.items()}


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; cells are made safe."""
    names = list(head)
    lines = [names, ["---"] * len(names), *([cell(words) for words in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def cell(words: str) -> str:
    """Words that a table cell can hold."""
    flat = " ".join(words.split())
    return (
        flat.replace("|", "\\|") if "`" in flat else flat.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")
    )


def code(words: str) -> str:
    """Words as inline code."""
    fence = "``" if "`" in words else "`"
    gap = " " if fence == "``" else ""
    return f"{fence}{gap}{words}{gap}{fence}" if words.strip() else ""


def first_line(thing: object) -> str:
    """The first paragraph of what a thing says of itself."""
    return " ".join((inspect.getdoc(thing) or "").split("\n\n")[0].split())


def folders() -> str:
    """Where everything lives: a line a folder."""
    parts = [
        "# Map of the code\n\nEvery folder under `src/probatum`, from the faces down to the ground floor. A number"
        " leads to the modules of its room, each with a line. What may import what, and the data's way:"
        " [architecture](../building/architecture.md)."
    ]
    for floor, rows in code_map.folders(CODE):
        cells = [[code(f"{where}/"), words, f"[{n}](modules-{top}.md)"] for where, words, n, top in rows]
        parts.append(f"## {floor}\n\n{table(('folder', 'what it holds', 'modules'), cells)}")
    return "\n\n".join(parts)


def modules(name: str) -> str:
    """Every module of a room with what it does."""
    parts = [f"# Modules of {code(name)}"]
    for where, words, rows in code_map.listed(CODE, name):
        parts.append(f"## {code(f'{where}/')}\n\n{words}")
        if rows:
            parts.append(table(("module", "what it does"), ([code(file), what] for file, what in rows)))
    return "\n\n".join(parts)


def checks() -> str:
    """The checks with their sources."""
    from probatum.assess import registry

    rows = [[code(check.name), check.purpose, check.source] for check in registry.checks().values()]
    words = "Every statement that asserts something passes these before it is printed. `probatum checks` lists them."
    return f"# Checks\n\n{words}\n\n{table(('check', 'what it asks', 'source'), rows)}\n\n{audit_checks()}"


def audit_checks() -> str:
    """The checks of audited texts in the order in which they are asked."""
    from probatum.assess.audit.opinion import probes

    rows = [[code(probe.name), probe.purpose, probe.source, probe.by] for probe in probes()]
    words = "`probatum audit` asks these of every sentence, in this order; the first fault names the category."
    return f"## Checks of an audit\n\n{words}\n\n{table(('check', 'what it asks', 'source', 'answered by'), rows)}"


def formats() -> str:
    """Formats read and written."""
    from probatum.acquire.formats import formats as read
    from probatum.publish.formats import formats as written

    inputs = table(("format", "reads"), ([code(f.name), f.purpose] for f in read().values()))
    outputs = table(
        ("format", "writes", "ending"), ([code(f.name), f.purpose, code(f.suffix)] for f in written().values())
    )
    return (
        "# Formats\n\n## Read: `probatum library add`\n\nThe format is recognised by content, never by file name.\n\n"
        f"{inputs}\n\n## Written: `probatum ask --format`\n\n{outputs}"
    )


def sections() -> str:
    """Sections in the order of an article."""
    from probatum.apply.sections import sections as composers
    from probatum.publish.page import TITLES

    known = composers()
    rows = []
    for name in (*(n for n in TITLES if n in known), *(n for n in known if n not in TITLES)):
        module = inspect.getmodule(known[name])
        rows.append([code(name), TITLES.get(name, name), first_line(module)])
    rows += [[code(n), TITLES[n], "Printed from the answer's own data."] for n in TITLES if n not in known]
    words = "None of them ever vanishes: one without statements says what was searched and that nothing was found."
    return f"# Sections\n\nIn the order of an article. {words}\n\n{table(('id', 'title', 'what it holds'), rows)}"


def errors() -> str:
    """The error catalogue."""
    parts = ["# Errors\n\nEach message names its input and the way out. Words in braces are filled in."]
    for prefix, title in CODES.items():
        rows = [[code(c), m] for c, m in sorted(MESSAGES.items()) if c.startswith(prefix)]
        if rows:
            parts.append(f"## {prefix}xx: {title}\n\n{table(('code', 'message'), rows)}")
    return "\n\n".join(parts)


def commands() -> str:
    """The help of every command."""
    from probatum.cli import main

    parts = ["# Commands"]
    for path, command in walk(main, "probatum"):
        context = click.Context(command, info_name=path, max_content_width=100, terminal_width=100)
        parts.append(f"## {path}\n\n```text\n{command.get_help(context)}\n```")
    return "\n\n".join(parts)


def walk(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """A command and those under it."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=path)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from walk(below, f"{path} {name}")


def nouns() -> str:
    """The fields of every noun, with what their comments say."""
    parts = ["# Nouns\n\n`probatum schema NOUN` prints the JSON Schema. All are immutable."]
    for name in model.__all__:
        noun = getattr(model, name)
        if not isinstance(noun, type):
            continue
        parts.append(f"## {name}\n\n{inspect.getdoc(noun)}")
        meanings = field_meanings(noun)
        if issubclass(noun, Enum):
            rows = [[code(str(member.value)), meanings.get(member.name, "")] for member in noun]
            parts.append(table(("value", "meaning"), rows))
        elif issubclass(noun, msgspec.Struct):
            rows = [[code(f), code(kind), meanings.get(f, "")] for f, kind in field_types(noun)]
            parts.append(table(("field", "type", "meaning"), rows))
    return "\n\n".join(parts)


def class_body(noun: type) -> list[ast.stmt]:
    """The statements of a class as they stand in its source."""
    tree = ast.parse(inspect.cleandoc("\n" + inspect.getsource(noun)))
    return tree.body[0].body  # type: ignore[attr-defined,no-any-return]


def field_meanings(noun: type) -> dict[str, str]:
    """Field name to the string that stands under it."""
    found: dict[str, str] = {}
    name = ""
    for statement in class_body(noun):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            name = statement.target.id
        elif isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            name = statement.targets[0].id
        elif name and isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            found[name] = str(statement.value.value)
            name = ""
        else:
            name = ""
    return found


def field_types(noun: type) -> Iterator[tuple[str, str]]:
    """Field name and its annotation as written."""
    for statement in class_body(noun):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            yield statement.target.id, ast.unparse(statement.annotation)


def certainty() -> str:
    """The rules of certainty: what each domain reads, with its source, then the tables that hold them."""
    from probatum.appraise.certainty import domains

    rows = [
        [module.__name__.rpartition(".")[2].replace("_", " "), inspect.getdoc(module) or ""] for module in domains()
    ]
    words = (
        "How sure the evidence for one outcome is, by GRADE: a start by design, then steps down or up, each with its"
        " reason and the characters it rests on. A person may judge otherwise; the steps show where."
    )
    told = specification(SPECS / "appraise" / "certainty").partition("\n\n")[2]
    return f"# Certainty\n\n{words}\n\n{table(('rule', 'what it reads, and its source'), rows)}\n\n{told}"


APART: Final = ("certainty",)
"""Folders of spec tests that have a page of their own."""


def specification(room: Path) -> str:
    """What the spec tests of a room hold it to; empty when it has none."""
    parts = [
        f"# Specification: {room.name}\n\nMade from the tests in `{room.relative_to(ROOT).as_posix()}`: each line is"
        " one of them."
    ]
    for path in sorted(p for p in room.rglob("test_*.py") if p.parent == room or p.parent.name not in APART):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        tables = dict(constants(tree.body))
        rules = list(described(tree.body, tables, 3))
        if rules:
            where = path.relative_to(ROOT).as_posix()
            parts.append(f"## {title(path.stem)}\n\n{ast.get_docstring(tree) or ''}\n\nSource: `{where}`")
            parts += rules
    whole = "\n\n".join(parts)
    return re.sub(r"^(- .*)\n\n(?=- )", r"\1\n", whole, flags=re.MULTILINE) if len(parts) > 1 else ""


def constants(body: list[ast.stmt]) -> Iterator[tuple[str, ast.expr]]:
    """Names given a value at this level."""
    for statement in body:
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            yield statement.targets[0].id, statement.value
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name) and statement.value:
            yield statement.target.id, statement.value


def described(body: list[ast.stmt], tables: dict[str, ast.expr], depth: int) -> Iterator[str]:
    """Each test as a sentence, with its cases as a table."""
    for statement in body:
        if isinstance(statement, ast.ClassDef) and statement.name.startswith("Test"):
            inside = list(described(statement.body, tables, depth))
            if inside:
                yield f"{'#' * depth} {title(statement.name.removeprefix('Test'), camel=True)}"
                yield from inside
        elif isinstance(statement, ast.FunctionDef) and statement.name.startswith("test_"):
            words = f"- {title(statement.name)}"
            cases = [made for made in (case_table(d, tables) for d in statement.decorator_list) if made]
            yield "\n\n".join([words, *cases])


def title(name: str, camel: bool = False) -> str:
    """`test_no_line_is_cut` as `No line is cut`."""
    words = name.removeprefix("test_").replace("_", " ")
    if camel:
        words = "".join(
            f" {c.lower()}" if c.isupper() and i and not words[i - 1].isupper() else c for i, c in enumerate(words)
        )
    return words[:1].upper() + words[1:]


def case_table(decorator: ast.expr, tables: dict[str, ast.expr]) -> str:
    """The cases of `pytest.mark.parametrize` when they are written out; empty otherwise."""
    if not isinstance(decorator, ast.Call) or not ast.unparse(decorator.func).endswith("parametrize"):
        return ""
    if len(decorator.args) < 2:
        return ""
    names, values = decorator.args[:2]
    values = tables.get(values.id, values) if isinstance(values, ast.Name) else values
    if not isinstance(values, ast.List | ast.Tuple):
        return ""
    head = parameter_names(names)
    rows = [row for row in (case(item, len(head)) for item in values.elts) if row is not None]
    if not head or not rows:
        return ""
    more = len(rows) - LONGEST_TABLE
    made = table(head, rows[:LONGEST_TABLE])
    return f"{made}\n\n{more} more cases stand in the file." if more > 0 else made


def parameter_names(names: ast.expr) -> list[str]:
    """Names of the parameters of a table of cases."""
    found = ast.literal_eval(names) if isinstance(names, ast.Constant | ast.Tuple | ast.List) else ""
    return [n.strip() for n in found.split(",") if n.strip()] if isinstance(found, str) else list(found)


def case(item: ast.expr, width: int) -> list[str] | None:
    """One case as cells; None when it does not fit the names."""
    if isinstance(item, ast.Call) and ast.unparse(item.func) == "pytest.param":
        cells = item.args
    else:
        cells = item.elts if width > 1 and isinstance(item, ast.Tuple | ast.List) else [item]
    return [shown(c) for c in cells] if len(cells) == width else None


def shown(value: ast.expr) -> str:
    """A value as code; a long one cut, with an ellipsis that says so."""
    words = repr(value.value) if isinstance(value, ast.Constant) else ast.unparse(value)
    if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value.isprintable():
        words = value.value
    words = words if len(words) <= LONGEST_CELL else words[: LONGEST_CELL - 2] + " …"
    return code(words)


def stale(made: dict[str, str]) -> list[str]:
    """Names of pages that are not what they should be, missing and left-over ones among them."""
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")} if FOLDER.is_dir() else {}
    return sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))


def main(arguments: list[str], say: Callable[[str], None] = print) -> int:
    """Write or check; the exit status."""
    made = pages()
    changed = stale(made)
    if "--check" in arguments:
        for name in changed:
            say(f"docs/reference/{name} is not what the code says. Run: make docs")
        return 1 if changed else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in changed:
        if name in made:
            (FOLDER / name).write_text(made[name], encoding="utf-8")
        else:
            (FOLDER / name).unlink()
    say(f"docs/reference: {len(made)} pages, {len(changed)} changed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
