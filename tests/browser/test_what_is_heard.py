"""An article as a screen reader says it: the browser's own accessibility tree, not the look of the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

QUESTION = "What is the role of mexiletine in treating muscle cramps in ALS?"
HEADING = re.compile(r'- heading "(.+?)" \[level=(\d)\]')


@pytest.fixture(scope="module")
def heard(olga: Any, anybody: Callable[..., Any]) -> str:
    """The tree of an answer of which every part stands open."""
    reader = anybody()
    reader.go("/")
    reader.page.fill("#q", QUESTION)
    reader.press("Ask")
    reader.page.wait_for_selector("#references", state="attached")
    reader.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    return str(reader.page.locator("body").aria_snapshot())


def test_the_landmarks_are_few_and_named(heard: str) -> None:
    told = re.findall(r'^ *- (banner|main|navigation|complementary|contentinfo|region)(?: "(.+?)")?:?$', heard, re.M)
    kinds = [kind for kind, _ in told]
    assert kinds.count("main") == 1 and kinds.count("banner") == 1 and kinds.count("contentinfo") >= 1
    names = [name for kind, name in told if kind == "navigation"]
    assert all(names) and len(names) == len(set(names)), "each menu is known by its name"
    assert {"Site", "On this page", "About this site"} <= set(names)


def test_headings_go_down_one_step_at_a_time(heard: str) -> None:
    levels = [int(level) for _, level in HEADING.findall(heard)]
    assert levels.count(1) == 1 and len(levels) > 8
    skipped = [
        (a, b) for a, b in zip(levels[levels.index(1) :], levels[levels.index(1) + 1 :], strict=False) if b > a + 1
    ]
    assert skipped == []
    names = [name for name, _ in HEADING.findall(heard)]
    assert names.index("Bottom line") < names.index("References")


def test_every_citation_and_mark_says_what_it_is(heard: str) -> None:
    links = re.findall(r'- link "(.*?)"', heard)
    assert links and not [name for name in links if not name.strip()], "no link without a name"
    buttons = re.findall(r'- button(?: "(.*?)")?', heard)
    assert all(name.strip() for name in buttons)
    assert "Verdict: supported" in heard or "supported" in heard
    assert not re.findall(r"- img(?!.*\")", heard), "every drawing has a name"


def test_what_comes_is_announced(heard: str) -> None:
    assert re.search(r"- status:?", heard) and "The answer is ready." in heard


def test_tables_say_what_they_hold(heard: str) -> None:
    tables = re.findall(r"^ *- table(.*)$", heard, re.M)
    assert tables and all('"' in named for named in tables), "each has its caption"
    assert "- columnheader" in heard
