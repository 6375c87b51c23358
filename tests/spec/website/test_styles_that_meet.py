"""Styles of the site that stand beside those of articles, and what choosing a reader keeps."""

from __future__ import annotations

import re
from pathlib import Path

from probatum.publish import site

STATIC = Path(site.__file__).parent / "static"


def test_steps_of_progress_do_not_colour_the_steps_of_an_algorithm() -> None:
    rules = re.findall(r"([^{}]+)\{[^{}]*\}", (STATIC / "site.css").read_text(encoding="utf-8"))
    named = [one.strip() for rule in rules for one in rule.split(",") if ".step" in re.findall(r"\.[\w-]+", one)]
    assert named and all(one.startswith(".steps ") for one in named)


def test_the_readers_wrap_on_a_phone() -> None:
    assert "nowrap" not in "".join(re.findall(r"\.readers[^}]*\}", (STATIC / "site.css").read_text(encoding="utf-8")))


def test_what_was_typed_outlives_the_choice_of_a_reader_and_is_in_no_address() -> None:
    script = (STATIC / "site.js").read_text(encoding="utf-8")
    assert "form.readers" in script and "sessionStorage.setItem" in script and "sessionStorage.removeItem" in script
