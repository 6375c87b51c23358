"""One medicine that is taken under two of its names is taken twice."""

from __future__ import annotations

import pytest

from probatum.ask.danger import read_danger


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("he was given furosemide by the ward and is taking Lasix too", "overdose"),
        ("mum has been taking Zocor and simvastatin together for a week", "overdose"),
        ("is Lasix the same thing as furosemide, I am on it", ""),
        ("switched from Zocor to simvastatin, taking it at night too", ""),
        ("can I take Nurofen and paracetamol together", ""),
    ],
)
def test_a_brand_and_its_ingredient(text: str, kind: str) -> None:
    assert read_danger(text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "sick like coffee grounds since lunch, and dizzy",
        "she had a fit, it stopped and then startin agen, been goin 8 minutes",
    ],
)
def test_emergencies_in_the_words_of_chats(text: str) -> None:
    assert read_danger(text).kind == "emergency"
