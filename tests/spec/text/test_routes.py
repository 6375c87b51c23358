"""By which way something is given, read from the words of sources and of people who ask."""

from __future__ import annotations

import pytest

from probatum.text import routes


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("topical tranexamic acid", "tranexamic acid", ["surface"]),
        ("1 g intravenous tranexamic acid over 10 minutes", "tranexamic acid", ["vein"]),
        ("a single oral dose of dexamethasone", "dexamethasone", ["mouth"]),
        ("tranexamic acid cream", "tranexamic acid", ["surface"]),
        ("intravenous fluids; then budesonide", "budesonide", []),
        ("PATCH I gave penicillin V", "penicillin", []),
        ("nebulised adrenaline and by mouth dexamethasone", "dexamethasone", ["mouth"]),
        ("rectal bleeding on apixaban", "apixaban", []),
        ("", "apixaban", []),
        ("oral", "", []),
    ],
)
def test_the_way_stands_beside_the_name(text: str, name: str, told: list[str]) -> None:
    assert list(routes.of(name, text)) == told


def test_a_long_text_is_read_once_through() -> None:
    text = "oral aspirin " * 20_000
    assert len(list(routes.of("aspirin", text))) >= 20_000
