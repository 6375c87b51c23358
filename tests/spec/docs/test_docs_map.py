"""The map of the code leaves nothing out, and no module outgrows what a reader holds in mind."""

from __future__ import annotations

import importlib.util
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]
CODE = ROOT / "src" / "probatum"
MOST_LINES = 440
"""A module has about 400 lines at most; one with a tenth more is parted before anything else is put into it."""


def code_map() -> ModuleType:
    spec = importlib.util.spec_from_file_location("code_map", ROOT / "scripts" / "code_map.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAP = code_map()


def test_every_package_stands_on_a_floor() -> None:
    there = {path.parent.name for path in CODE.glob("*/__init__.py")}
    assert there == {name for names in MAP.FLOORS.values() for name in names}


def test_every_folder_and_module_says_what_it_is_for() -> None:
    for names in MAP.FLOORS.values():
        for name in names:
            for where, words, rows in MAP.listed(CODE, name):
                assert all(map(str.strip, (words, *(what for _, what in rows)))), where


PURPOSES = [
    ('"""Small words: joining, capitals."""', "Small words: joining, capitals."),
    ('"""A line that runs\non. Another sentence."""', "A line that runs on."),
    ('"""Is it so? It is."""', "Is it so?"),
    ('"""Counts 1, 2 ..., and on."""', "Counts 1, 2 ..., and on."),
    ('"""First paragraph\n\nSecond."""', "First paragraph"),
]


@pytest.mark.parametrize(("source", "words"), PURPOSES)
def test_the_first_sentence_is_the_line(tmp_path: Path, source: str, words: str) -> None:
    (tmp_path / "module.py").write_text(source, encoding="utf-8")
    assert MAP.purpose(tmp_path / "module.py") == words


def test_a_module_that_says_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "silent.py").write_text("VALUE = 1\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"silent\.py does not say"):
        MAP.purpose(tmp_path / "silent.py")


def test_no_module_has_outgrown_its_page() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in CODE.rglob("*.py")}
    assert not {path.relative_to(CODE).as_posix(): n for path, n in lengths.items() if n > MOST_LINES}


def test_every_folder_of_the_repository_is_explained() -> None:
    page = (ROOT / "docs" / "building" / "README.md").read_text(encoding="utf-8")
    try:
        told = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a checkout: which folders belong to the repository is not known")
    folders = {line.partition("/")[0] for line in told.splitlines() if "/" in line and not line.startswith(".")}
    assert folders
    assert not {name for name in folders if f"| `{name}/` |" not in page}
