"""The page on security goes through the whole of OWASP ASVS 4.0.3, level 2, and what it names exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
PAGE = (ROOT / "docs" / "running" / "security.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d+\.\d+\.\d+) \| ([\w/ ]+?) \| (.+) \|$", PAGE, re.M)
LEVEL_2 = """
1.1: 1-7    1.2: 1-4    1.4: 1 4-5  1.5: 1-4    1.6: 1-4    1.7: 1-2   1.8: 1-2   1.9: 1-2   1.10: 1    1.11: 1-2
1.12: 2     1.14: 1-6
2.1: 1-12   2.2: 1-3    2.3: 1-3    2.4: 1-6    2.5: 1-7    2.6: 1-3   2.7: 1-6   2.8: 1-7   2.9: 1-3   2.10: 1-4
3.1: 1      3.2: 1-4    3.3: 1-4    3.4: 1-5    3.5: 1-3    3.7: 1
4.1: 1-3 5  4.2: 1-2    4.3: 1-3
5.1: 1-5    5.2: 1-8    5.3: 1-10   5.4: 1-3    5.5: 1-4
6.1: 1-3    6.2: 1-6    6.3: 1-2    6.4: 1-2
7.1: 1-4    7.2: 1-2    7.3: 1 3-4  7.4: 1-3
8.1: 1-4    8.2: 1-3    8.3: 1-8
9.1: 1-3    9.2: 1-4
10.2: 1-2   10.3: 1-3
11.1: 1-8
12.1: 1-3   12.2: 1     12.3: 1-6   12.4: 1-2   12.5: 1-2   12.6: 1
13.1: 1 3-5 13.2: 1-3 5-6           13.3: 1-2   13.4: 1-2
14.1: 1-4   14.2: 1-6   14.3: 2-3   14.4: 1-7   14.5: 1-4
"""
"""Sections with their requirements of level 2; deleted ones and those of level 3 left out."""


def level_2() -> list[str]:
    made = []
    for section, numbers in re.findall(r"(\d+\.\d+):((?: +\d+(?:-\d+)?(?![\d.]))+)", LEVEL_2):
        for told in numbers.split():
            first, _, last = told.partition("-")
            made += [f"{section}.{number}" for number in range(int(first), int(last or first) + 1)]
    return made


def test_every_requirement_of_level_2_has_its_line() -> None:
    assert [number for number, _, _ in ROWS] == level_2() and len(ROWS) > 240


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row[0]))
def test_every_line_says_how_it_stands_and_what_shows_it(row: tuple[str, str, str]) -> None:
    _, state, how = row
    assert state in ("met", "not met", "n/a", "operator") and how.strip()
    if state == "met":
        shown = re.findall(r"`(test_\w+|[\w.-]+(?:/[\w.-]+)+|[A-Z]+\.md|pyproject\.toml)`", how)
        assert shown or "above on this page" in how or how.startswith("git;"), how
        assert all((ROOT / one).exists() for one in shown if not one.startswith("test_"))


def test_every_test_that_the_page_names_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", PAGE))
    held = set(
        re.findall(r"^def (test_\w+)", "".join(p.read_text("utf-8") for p in (ROOT / "tests").rglob("*.py")), re.M)
    )
    assert len(named) > 50 and named - held == set()
