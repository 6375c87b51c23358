"""The map of the code: every folder and every module under `src/probatum`, each by the first words of its docstring."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

FLOORS: Final = {
    "Faces": ("cli", "publish"),
    "Pipeline": ("pipeline",),
    "Rooms": ("ask", "acquire", "appraise", "apply", "assess"),
    "Ground floor": ("vocabulary", "text", "model"),
}
"""The packages by floor, the upper ones first."""
_SENTENCE: Final = re.compile(r"(?<=[.?!])(?<!\bv\.)(?<!\bal\.)\s+(?=[A-Z`])")


def purpose(path: Path) -> str:
    """The first sentence of a module's docstring, or of its package's; raises ValueError where there is none."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    if not text:
        raise ValueError(f"{path} does not say what it is for")
    return _SENTENCE.split(" ".join(text.split("\n\n")[0].split()), maxsplit=1)[0]


def packages(folder: Path) -> Iterator[Path]:
    """A package and those in it, in the order of their names; no migrations of the site's database."""
    yield folder
    for below in sorted(path.parent for path in folder.glob("*/__init__.py")):
        if below.name != "migrations":
            yield from packages(below)


def modules(folder: Path) -> list[Path]:
    """The modules of a package itself."""
    return sorted(path for path in folder.glob("*.py") if path.name not in ("__init__.py", "__main__.py"))


def folders(root: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """Each floor with a row a package: its folder, what is in it, how many modules it has, and its top package."""
    for floor, names in FLOORS.items():
        found = [package for name in names for package in packages(root / name)]
        rows = []
        for package in found:
            where = package.relative_to(root)
            rows.append(
                [where.as_posix(), purpose(package / "__init__.py"), str(len(modules(package))), where.parts[0]]
            )
        yield floor, rows


def listed(root: Path, name: str) -> Iterator[tuple[str, str, list[list[str]]]]:
    """The packages of a room, each with what it is for and a row a module."""
    for package in packages(root / name):
        rows = [[path.name, purpose(path)] for path in modules(package)]
        yield package.relative_to(root).as_posix(), purpose(package / "__init__.py"), rows
