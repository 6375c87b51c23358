"""How the audit fares on every sitting of benchmarks/audit_cases that its weighing has not seen.

    python -m scripts.train.sittings [--data DIR] [--first N] [--together N,N,...] [--today] [--sentences]

Each sitting from N (13) on is left out of the fit in turn; the bounds are those of `probatum.assess.audit.weighing`.
The checks are taken at what they said when a case was first shown to them; with `--today` those of the sitting itself
at what they say now, after rules were mended while these cases were looked at. Prints flagged, false alarms and not
checked of each sitting and of them together, with 95 % of the means when cases are drawn anew, then what is found by
kind of flaw. Writes nothing.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from probatum.assess.audit import deciding, weighing
from probatum.assess.audit.case import Cited
from probatum.model import Fault
from scripts.train.support import ASIDE, OWN_LATER, ROOT, C, Row, fit, interval, label, rows

FIRST: Final = 13
"""The first sitting in the make of the development set by somebody who had not seen the software."""


class Told(NamedTuple):
    """A sentence, and what becomes of it by a model that saw no case of its sitting."""

    row: Row
    flagged: bool
    unchecked: bool


def left_out(first: Sequence[Row], told: Sequence[Row], sitting: int) -> list[Told]:
    """The sentences of a sitting as `told`, by a model fitted on what the checks `first` said of all the others but
    those that no fit is shown."""
    shown = [r for r in first if r.written != sitting and r.written not in ASIDE and r.measures is not None]
    model = fit([r.measures or {} for r in shown], [label(r) for r in shown], C)
    return [
        _told(r, model.probabilities(r.measures)["faulty"] if r.measures is not None else None)
        for r in told
        if r.written == sitting
    ]


def _told(row: Row, chance: float | None) -> Told:
    if row.settled or chance is None or row.measures is None:
        return Told(row, row.flagged, not row.flagged and row.unchecked)
    found = weighing.bounded(row.text, row.measures, chance, Fault.NUMBER)
    flagged = found.flags(named=row.flagged)
    return Told(row, flagged, not flagged and (row.unchecked or row.flagged or found.chance >= weighing.DOUBT))


def today(case: Cited) -> tuple[frozenset[str], frozenset[str]]:
    """What the checks say of a sentence now."""
    spoken = deciding.opinions(case)
    faults = frozenset(name for name, _, said in spoken if said.category is not None)
    return faults, frozenset(name for name, _, said in spoken if said.category is None) - faults


def line(name: str, told: Sequence[Told]) -> str:
    """The figures of some sentences."""
    flawed, true = [t for t in told if not t.row.true], [t for t in told if t.row.true]
    return (
        f"{name}: {len(flawed)} flawed, {len(true)} true: flagged {_share(flawed)} false alarms {_share(true)} "
        f"not checked {_share(true, unchecked=True)}"
    )


def _share(told: Sequence[Told], *, unchecked: bool = False) -> str:
    return interval([(t.row.case, float(t.unchecked if unchecked else t.flagged)) for t in told])


def main() -> None:
    """Fit once for each sitting and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=ROOT / ".." / "shared" / "data")
    parser.add_argument("--first", type=int, default=FIRST)
    parser.add_argument("--together", action="append", default=[], help="sittings whose figures are printed together")
    parser.add_argument("--today", action="store_true")
    parser.add_argument("--sentences", action="store_true", help="print what is missed and what is flagged wrongly")
    asked = parser.parse_args()
    first = rows(asked.data, aside=frozenset())
    every = rows(asked.data, today, aside=frozenset()) if asked.today else first
    by = {n: left_out(first, every, n) for n in sorted({r.written for r in every}) if n >= asked.first}
    for sitting, told in by.items():
        print(line(f"sitting {sitting}", told))
    for name, without in (("all", frozenset[int]()), ("writers of rules left out", OWN_LATER)):
        print(line(name, [t for n, told in by.items() if n not in without for t in told]))
    print(line("shown to no fit", [t for n, told in by.items() if n in ASIDE for t in told]))
    for listed in asked.together:
        print(line(listed, [t for n in map(int, listed.split(",")) for t in by.get(n, ())]))
    some = [t for told in by.values() for t in told]
    for kind in sorted({t.row.category for t in some if not t.row.true}):
        of = [t for t in some if t.row.category == kind]
        print(f"{kind}: {sum(t.flagged for t in of)} of {len(of)}")
    for kind in sorted({t.row.hard for t in some if t.row.true}):
        of = [t for t in some if t.row.true and t.row.hard == kind]
        print(f"true, {kind or 'plain'}: {sum(t.flagged for t in of)} of {len(of)} flagged")
    if asked.sentences:
        for t in some:
            if t.flagged == t.row.true:
                print(f"{'wrongly flagged' if t.row.true else 'missed'} {t.row.case} {t.row.category} {t.row.text}")


if __name__ == "__main__":
    main()
