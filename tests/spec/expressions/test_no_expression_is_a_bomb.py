"""No expression that reads texts of strangers takes long over a text that was made to make it slow."""

from __future__ import annotations

import re

import pytest
from pumps import LIMIT, collected, slowest, suspicious

from probatum.acquire.starter import records
from probatum.text.literals import needed, told_apart

PACKAGES = (
    ("probatum.acquire", 20),
    ("probatum.appraise", 900),
    ("probatum.apply", 500),
    ("probatum.assess", 200),
    ("probatum.ask", 200),
    ("probatum.text", 20),
    ("probatum.vocabulary", 20),
)
"""Packages with how many expressions each holds at least, so that none is passed over unseen."""


@pytest.mark.parametrize(("package", "least"), PACKAGES)
def test_pumped_texts_are_read_at_once(package: str, least: int) -> None:
    found = collected(package)
    assert len(found) > least
    slow = {}
    for (source, flags), where in found.items():
        if suspicious(source, flags):
            taken, text = slowest(source, flags)
            if taken > LIMIT:
                slow[where, source[:120]] = (taken, text)
    assert slow == {}


@pytest.mark.parametrize("source", [r"(?:\s*,?\s*)*x", r"a\s*b?\s*:?\s*,?\s*\d\Z"])
def test_a_bomb_is_found(source: str) -> None:
    assert suspicious(source, 0)
    assert slowest(source, 0)[0] > LIMIT


@pytest.mark.parametrize("source", [r"\ba+\b", r"\s*+(?:no)?+\s*+:", r"[^;]{1,40}; [a-z]+"])
def test_what_is_bounded_is_no_bomb(source: str) -> None:
    assert not suspicious(source, re.IGNORECASE) or slowest(source, re.IGNORECASE)[0] < LIMIT


@pytest.mark.parametrize(("package", "least"), PACKAGES)
def test_letters_read_off_a_source_stand_in_what_it_matches(package: str, least: int) -> None:
    """The letters that are looked for first, of all our expressions, in texts that they match."""
    texts = [text for one in records() for section in one.sections[:3] for text in section.text.split(". ")][::40]
    texts += [text.upper() for text in texts[::10]]
    told = [(text, low) for text in texts if (low := told_apart(text)) is not None]
    wrong = []
    for (source, flags), where in collected(package).items():
        wanted = () if flags & re.VERBOSE else needed(source)
        absent = [text for text, low in told if wanted and not any(one in low for one in wanted)]
        compiled = re.compile(source, flags)
        wrong += [(where, source[:120], text) for text in absent if compiled.search(text)]
    assert wrong == []
