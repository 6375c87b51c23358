"""What is linked to what: `A correlated with B`, `A showed an association with B`, `a risk of B was linked to A`."""

from __future__ import annotations

import pytest
from findings_help import p, read

LINKS = {
    "a verb": (
        "Itch scores correlated negatively with sleep quality (r = -0.41, p = 0.01).",
        [("sleep quality", "itch scores", "-0.41", "p = 0.01")],
    ),
    "a list without figures": (
        "Itch correlated with nit counts (p = 0.02), weakly with hair length (p = 0.04), and scalp oil (p = 0.03).",
        [
            ("nit counts", "itch", "", "p = 0.02"),
            ("hair length", "itch", "", "p = 0.04"),
            ("scalp oil", "itch", "", "p = 0.03"),
        ],
    ),
    "denied": (
        "Itch was not correlated with hair length (p = 0.7) or the number of nits (p = 0.4).",
        [("hair length", "itch", "", "p = 0.7"), ("number of nits", "itch", "", "p = 0.4")],
    ),
    "what is linked stands first": (
        "Hair length (r = 0.4, p = 0.01) and nit counts (r = -0.3, p = 0.02) showed a significant relationship "
        "with itch.",
        [("itch", "hair length", "0.4", "p = 0.01"), ("itch", "nit counts", "-0.3", "p = 0.02")],
    ),
    "the figure before the other measure": (
        "Nit counts also showed good correlation (r = 0.65) with itch scores.",
        [("itch scores", "nit counts", "0.65", "")],
    ),
    "both behind the figure": (
        "A moderate positive correlation (r=0.66) was seen between nit counts and itch scores.",
        [("itch scores", "nit counts", "0.66", "")],
    ),
    "an association with ratios": (
        "Thick hair (p<0.003; OR=9.91) and older age (p<0.001; OR=22.1) also showed association with nits.",
        [("nits", "thick hair", "9.91", "p < 0.003"), ("nits", "older age", "22.1", "p < 0.001")],
    ),
    "a risk that is linked to factors": (
        "Higher risk of nits was associated with thick hair (OR 1.53 [95% CI 1.43-1.66]) and older age (OR 1.50 "
        "[95% CI "
        "1.19-1.90]).",
        [("nits", "thick hair", "1.53", ""), ("nits", "older age", "1.50", "")],
    ),
    "the only factor": (
        "Age was the only risk factor associated with presenting with sores, with an OR of 10.2 (1.2-89.9).",
        [("presenting with sores", "age", "10.2", "")],
    ),
    "what an analysis identified": (
        "Multivariate analysis identified the nit count as an independent prognostic factor for relapse (hazard ratio, "
        "2.52; P = 0.010).",
        [("relapse", "nit count", "2.52", "p = 0.010")],
    ),
}


@pytest.mark.parametrize("name", LINKS)
def test_what_is_linked_to_what(name: str) -> None:
    text, told = LINKS[name]
    found = read(text)
    assert [(f.outcome, f.arms[0].arm, f.estimate.text if f.estimate else "", p(f)) for f in found] == told


def test_people_are_told_apart_by_all_their_words() -> None:
    (told,) = read(
        "Children who did not use the comb for any reason were less likely to get treated for nits (OR = 0.92; "
        "95% CI = "
        "0.88-0.96)."
    )
    assert (told.outcome, told.arms[0].arm) == (
        "getting treated for nits",
        "children who did not use the comb for any reason",
    )


def test_a_relation_is_no_outcome() -> None:
    assert not read(
        "We found a small effect for the relation between combing and itch (r = 0.12 [0.06-0.18], p < .001)."
    )
