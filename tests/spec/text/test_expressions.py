"""Expressions are compiled at their first use, behave as compiled ones, and every one of ours compiles."""

from __future__ import annotations

import importlib
import pickle
import pkgutil
import re

import pytest

import probatum
from probatum.text.expressions import _Waiting, expression


def test_it_behaves_as_the_compiled_one() -> None:
    made, compiled = expression(r"(?P<n>\d+) mg", re.IGNORECASE), re.compile(r"(?P<n>\d+) mg", re.IGNORECASE)
    text = "5 MG and 10 mg"
    assert [m.span("n") for m in made.finditer(text)] == [m.span("n") for m in compiled.finditer(text)]
    assert made.sub("x", text) == compiled.sub("x", text)
    assert made.split(text) == compiled.split(text)
    assert (made.search("none"), made.pattern, made.flags) == (None, compiled.pattern, compiled.flags)
    assert made.groupindex == compiled.groupindex


def test_it_waits_for_its_first_use() -> None:
    wrong = expression("(")
    with pytest.raises(re.error):
        wrong.search("text")


def test_it_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(expression("a+"))).match("aaa").end() == 3  # noqa: S301: our own bytes


def test_every_expression_compiles() -> None:
    """Nothing would tell of a wrong one before the day it is used."""
    found = 0
    for module in pkgutil.walk_packages(probatum.__path__, "probatum."):
        if ".site" in module.name or module.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            for one in value if isinstance(value, tuple | list) else (value,):
                if isinstance(one, _Waiting):
                    re.compile(*one._made)
                    found += 1
    assert found > 800
