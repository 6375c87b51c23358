"""The page on security names tests; each of them exists."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parents[2] / "docs" / "running" / "security.md"


def test_every_test_that_the_page_names_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", PAGE.read_text(encoding="utf-8")))
    held = set(re.findall(r"^def (test_\w+)", "".join(p.read_text(encoding="utf-8") for p in HERE.glob("*.py")), re.M))
    assert len(named) > 30 and named - held == set()
