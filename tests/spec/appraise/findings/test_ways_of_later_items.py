"""Each item of a list has its own way: what is enhanced behind a reduction is not reduced with it."""

from __future__ import annotations

from findings_help import read

from probatum.model import Direction


def test_an_enhancement_behind_a_reduction_is_higher() -> None:
    told = read(
        "Zorbinol was associated with the reduction of gravel (SMD -2.00, 95% CI -2.91 to -1.10) and with enhancement "
        "of the sand ratio (MD 1.12, 95% CI 0.77 to 1.47)."
    )
    assert [(f.outcome, f.direction) for f in told] == [("gravel", Direction.LOWER), ("sand ratio", Direction.HIGHER)]


def test_an_elevation_behind_a_reduction_is_higher() -> None:
    told = read(
        "Zorbinol was associated with a reduction in pain (MD -1.12, 95% CI -1.77 to -0.47) and an elevation of the "
        "ferritin level (MD 1.12, 95% CI 0.77 to 1.47)."
    )
    assert [(f.outcome, f.direction) for f in told] == [("pain", Direction.LOWER), ("ferritin level", Direction.HIGHER)]
