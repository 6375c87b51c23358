"""Expressions are compiled at their first use, behave as compiled ones, and every one of ours compiles."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys

import pytest

from probatum.text.expressions import expression


def test_it_behaves_as_the_compiled_one() -> None:
    made, compiled = expression(r"(?P<n>\d+) mg", re.IGNORECASE), re.compile(r"(?P<n>\d+) mg", re.IGNORECASE)
    text = "5 MG and 10 mg"
    assert [m.span("n") for m in made.finditer(text)] == [m.span("n") for m in compiled.finditer(text)]
    assert made.sub("x", text) == compiled.sub("x", text)
    assert made.split(text) == compiled.split(text)
    assert (made.search("none"), made.pattern, made.flags) == (None, compiled.pattern, compiled.flags)
    assert made.groupindex == compiled.groupindex


@pytest.mark.parametrize("text", ["zorbinol 5 mg and ZORBINOL 10 mg", "gravel in the kidney", ""])
@pytest.mark.parametrize("way", ["search", "match", "findall", "sub", "split"])
def test_a_way_of_searching_is_the_same_before_and_after_it_is_compiled(way: str, text: str) -> None:
    made, compiled = expression(r"zorb(\w+)", re.IGNORECASE), re.compile(r"zorb(\w+)", re.IGNORECASE)
    given = ("x", text) if way == "sub" else (text,)
    early = getattr(made, way)
    expected = _told(getattr(compiled, way)(*given))
    assert _told(early(*given)) == expected
    made.search("zorbinol")  # compiled now, at the latest
    assert _told(early(*given)) == _told(getattr(made, way)(*given)) == expected


def _told(found: object) -> object:
    return (found.span(), found.groups()) if isinstance(found, re.Match) else found


def test_a_search_from_a_place_on_is_of_the_whole_text() -> None:
    made = expression(r"(?<=kidney )zorb", re.IGNORECASE)
    assert made.search("kidney zorb", 7) is not None
    assert made.search("kidney zorb", 8) is None


def test_it_waits_for_its_first_use() -> None:
    wrong = expression("(")
    with pytest.raises(re.error):
        wrong.search("text")


def test_it_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(expression("a+"))).match("aaa").end() == 3


EVERY = """
import importlib, pathlib, re
import probatum
from probatum.text.expressions import _Waiting

root, found = pathlib.Path(probatum.__file__).parent, 0
for path in sorted(root.rglob("*.py")):
    parts = path.relative_to(root).with_suffix("").parts
    if "site" in parts or parts[-1] in ("__main__", "__init__"):
        continue  # the site's modules are loaded by Django alone
    for value in vars(importlib.import_module(".".join(("probatum", *parts)))).values():
        for one in value if isinstance(value, (tuple, list)) else (value,):
            if isinstance(one, _Waiting):
                re.compile(*one._made)
                found += 1
print(found)
"""


def test_every_expression_compiles() -> None:
    """Nothing would tell of a wrong one before the day it is used. In a process of its own, since it loads all."""
    done = subprocess.run([sys.executable, "-c", EVERY], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 800
