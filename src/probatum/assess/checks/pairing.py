"""Do figures stand with the dose, the p value and the arm they belong to?"""

from __future__ import annotations

from itertools import combinations

from probatum.assess.case import Case, Read, key
from probatum.assess.registry import Answer, check
from probatum.model import Verdict

Series = dict[str, list[tuple[int, float]]]


@check(
    name="pairing",
    purpose="Two figures and their two doses or p values stand in the statement as they are paired in the source.",
    source="Rule: the right figures given to the wrong arms are wrong figures.",
)
def pairing(case: Case) -> Answer:
    """Number differs when two lists that a source gives in parallel are crossed in the statement."""
    if not case.statement.supports:
        return None
    asked = False
    for claim in case.claims:
        said = _series(claim)
        for source in case.sources:
            given = _series(source)
            for left, right in combinations(sorted(set(said) & set(given)), 2):
                crossed = _crossed(said[left], said[right], given[left], given[right])
                asked = asked or crossed is not None
                if crossed:
                    return Verdict.NUMBER_DIFFERS, f"figures ({left}) and ({right}) are paired otherwise in the source"
    return (Verdict.SUPPORTED, "figures are paired as in the sources") if asked else None


def _series(found: Read) -> Series:
    made: Series = {}
    for quantity in found.quantities:
        if quantity.kind in ("p", "percent", "dose", "fraction") or (
            quantity.kind in ("number", "count") and quantity.unit
        ):
            name = quantity.kind if quantity.kind in ("p", "dose", "fraction") else quantity.unit
            made.setdefault(name, []).append((quantity.start, key(quantity.value)))
    return made


def _pairs(left: list[tuple[int, float]], right: list[tuple[int, float]]) -> set[tuple[float, float]] | None:
    """Which figures belong together: the first with the first, where the lists alternate or stand one behind the other.

    None when there are fewer than two, not as many on both sides, or any other order.
    """
    if len(left) != len(right) or len(left) < 2:
        return None
    order = "".join(side for _, side in sorted([(at, "l") for at, _ in left] + [(at, "r") for at, _ in right]))
    n = len(left)
    if order not in ("lr" * n, "rl" * n, "l" * n + "r" * n, "r" * n + "l" * n):
        return None
    return {(a, b) for (_, a), (_, b) in zip(left, right, strict=True)}


def _crossed(
    left: list[tuple[int, float]],
    right: list[tuple[int, float]],
    left_source: list[tuple[int, float]],
    right_source: list[tuple[int, float]],
) -> bool | None:
    """Whether a pair of the claim is none of the source although both its figures stand there; None when unknown."""
    said, given = _pairs(left, right), _pairs(left_source, right_source)
    if said is None or given is None:
        return None
    firsts, seconds = {a for a, _ in given}, {b for _, b in given}
    return any(a in firsts and b in seconds and (a, b) not in given for a, b in said)
