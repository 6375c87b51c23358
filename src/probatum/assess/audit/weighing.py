"""A small model's decision on a sentence in a writer's own words: is every part of it in its source?

The measures of `evidence` and what the checks say are weighed by two linear models whose card is
docs/building/models/support.md: how likely the sentence says what its source does not, and of which kind that would be.
A rule that is certain is never outvoted, and nothing is raised to supported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final, NamedTuple

from probatum.assess.audit import evidence, labelling, paces, telling
from probatum.assess.audit.case import Cited
from probatum.assess.audit.checks.named_outcome import agrees
from probatum.assess.audit.figures import Claimed, Figure, as_long, claimed, same
from probatum.assess.audit.opinion import Opinion
from probatum.assess.audit.repeating import repeated
from probatum.assess.audit.source import Unit
from probatum.model import Fault, Verdict
from probatum.text.expressions import expression

MODEL, KIND = "support", "support_kind"
BY: Final = f"model {MODEL}"
WEIGHED: Final = frozenset(
    (
        "applicability", "arm", "direction", "effect", "finding", "named outcome", "side", "tendency", "than",
        "transfer", "wording",
    )
)  # fmt: skip
"""Checks whose fault over a sentence in a writer's own words rests on which passage, or which group, is taken to be
the same: over cases that nobody had looked at, one in three or four of their faults was raised over a true sentence,
so that they are weighed with the rest. The others stand."""
FAULT: Final = 0.75
"""Chance of a fault from which a sentence is flagged."""
NAMED: Final = 0.62
"""The same where one of WEIGHED names the fault."""
DOUBT: Final = 0.5
"""Chance from which it is left unchecked. All three were chosen on sets that the model had not seen; see the card."""
_TOLD: Final = {
    Fault.NUMBER: "a figure was not found beside what it is said of",
    Fault.DOSE: "the dose, course or way of giving was not found as it is told",
    Fault.DENOMINATOR: "the count and its total were not found together",
    Fault.DIRECTION: "the source was not found to put it that way round",
    Fault.NEGATION: "the source was not found to say that there was a difference, or that there was none",
    Fault.SIGNIFICANCE: "the source was not found to show the test so",
    Fault.ARM: "the figures were not found for the groups that they are given to",
    Fault.OUTCOME: "it was not found of this outcome, or of its rank",
    Fault.POPULATION: "these people were not found to be those studied",
    Fault.APPLICABILITY: "the source was not found to be about the people and matter of the text",
    Fault.OVERCLAIM: "the source was not found to say it so strongly",
    Fault.ABSENCE: "the source was not found to show that there is no effect or harm",
    Fault.MISATTRIBUTED: "it was not found in what is cited",
}


TOLD: Final = 0.5
"""The chance from which a result is flagged that is neither hedged nor of how a study was done, with figures or
without. Of such sentences, in sets that the model had not seen, a third are false that no rule reads, and above this
chance three in five are. What is hedged, and how a study was done, needs FAULT: below it true sentences of their kind
were flagged."""
WHO: Final = 0.55
"""The same of what tells no result: who was studied with what, where, and how often something was taken."""
WHOLE: Final = 0.65
"""The chance from which a sentence is flagged whose words stand whole in one passage: what is swapped or denied in it
its words do not show. Of those above it two in three were false, in sets that the model had not seen."""
_RESULTS: Final = ("ways", "finds", "denies", "asserts")
_AIM: Final = expression(
    r"\b(?:aims?|purpose|objectives?|hypothes\w+|whether|to (?:determine|assess|test))\b", re.IGNORECASE
)


class Weighed(NamedTuple):
    """The chance that a sentence says what its source does not, and the kind of fault that is likeliest then."""

    chance: float
    likeliest: Fault
    least: float = FAULT
    """The chance from which it is flagged where no check names a fault."""

    def flags(self, *, named: bool) -> bool:
        """True where the chance is that of a fault. `named`: one of WEIGHED names one."""
        return self.chance >= self.least - (FAULT - NAMED if named else 0)

    @property
    def opinion(self) -> Opinion:
        """The fault, as a check would tell it."""
        return Opinion(self.likeliest, _TOLD[self.likeliest], verdict=Verdict.NOT_IN_SOURCE)


def weigh(case: Cited, told: Iterable[tuple[str, Opinion]]) -> Weighed | None:
    """The decision; None of what cites no record that is held, quotes its source or repeats a sentence of it."""
    if not asked(case):
        return None
    from probatum.appraise.models import Linear  # pays for numpy

    measured = features(case, ((name, said.category is not None) for name, said in told))
    chance = Linear.load(MODEL).probabilities(measured)["faulty"]
    return bounded(case.text, measured, chance, Fault(Linear.load(KIND).best(measured)))


def bounded(text: str, measured: Mapping[str, float], chance: float, likeliest: Fault) -> Weighed:
    """A model's chance of a fault, with the bound that is right for such a sentence."""
    aim = _AIM.search(text) is not None
    if not measured["checks any"] and (aim or _unweighed(text, measured)):
        chance = min(chance, DOUBT)
    result = bare(measured) or tells(measured)
    done = aim or (not result and (_DONE.search(text) or telling.IMPERATIVE.search(text)))
    return Weighed(chance, likeliest, FAULT if done else bound(measured))


def _unweighed(text: str, measured: Mapping[str, float]) -> bool:
    """True of what no model alone faults: one word, and a rank or advice in words that one passage has whole."""
    if measured["words"] <= _ONE_WORD and (measured["best"] >= _WHOLE or not tells(measured)):
        return True
    return measured["best"] >= _WHOLE and bool(_RANKED.search(text) or telling.IMPERATIVE.search(text))


_RANKED: Final = expression(r"\bprimary (?:outcomes?|end ?-?points?|measures?) (?:was|were|is|are)\b", re.IGNORECASE)
"""What a trial set out to measure; the checks of outcomes look at it."""
_DONE: Final = expression(
    r"\b(?:set in|took place|carried out|finished|complet(?:ed|ion)|stayed to the end|dropped out|withdrew)\b",
    re.IGNORECASE,
)
"""How a study went, in words of its own."""


def bound(measured: Mapping[str, float]) -> float:
    """The chance from which a sentence of these measures is flagged where no check names a fault."""
    if measured["best"] >= _WHOLE and not measured["checks any"]:
        return WHOLE
    if bare(measured):
        return TOLD
    if measured.get("hedged") or measured.get("conduct"):
        return FAULT
    return TOLD if tells(measured) else WHO


def tells(measured: Mapping[str, float]) -> bool:
    """True of the measures of a result, with figures or without, that is neither hedged nor of how a study was done."""
    figures = not measured.get("figures none") and measured.get("figures time", 0.0) < 1
    result = figures or any(measured.get(name, 0.0) for name in _RESULTS)
    return result and not measured.get("hedged") and not measured.get("conduct")


def bare(measured: Mapping[str, float]) -> bool:
    """True of the measures of a result that is told without figures, and not hedged."""
    told = any(measured.get(name, 0.0) for name in _RESULTS)
    return told and bool(measured.get("figures none")) and not measured.get("hedged")


_ONE_WORD: Final = 1 / 8
"""The measure of one word of a sentence that could stand in a source."""
_WHOLE: Final = 0.99
"""Share of the weight of a sentence's words from which it stands whole in a passage."""
_FEWEST: Final = 2
_LOOK: Final = expression(
    r"\W{0,3}(?:check|ask|see|look|find out|make sure|consider) (?:that|whether|if)\b", re.IGNORECASE
)
"""What a reader is told to look at is no result."""


def asked(case: Cited) -> bool:
    """True of a sentence in a writer's own words on a record that is held, but for what a finding read there says, and
    for doses alone, which their own checks settle."""
    empty = len(case.keys) < _FEWEST and not case.figures  # one word tells nothing that a source could lack
    empty = empty or labelling.confirmed(case.text, case.sources)
    settled = empty or bool(_LOOK.match(case.text)) or case.quoted or case.crowded or case.grades or repeated(case)
    told = _dosed(case) or _summed(case) or _paced(case)
    return bool(case.sources) and not settled and not told and not agrees(case)


_SUM: Final = expression(
    r"\W{0,3}(?:that|this|which|it) (?:is|was|makes|made|means|meant|comes? to|came to|amounts? to|amounted to|gives?) "
    r"(?:an? |some )?(?:absolute |risk )?(?:difference|gap|gain|reduction|increase) of (?:about "
    r"|nearly |almost |just over "
    r"|just under |roughly |some |around )?[0-9.]{1,6} ?(?:%|(?:percentage )?points)\W{0,3}\Z",
    re.IGNORECASE,
)
"""A sum of what the sentence before tells, and nothing else."""


def _summed(case: Cited) -> bool:
    """True of a sentence that works out the difference of two percentages which one passage of its source prints."""
    if len(case.figures) != 1 or not _SUM.match(case.text):
        return False
    claim = case.figures[0]
    before = case.whole.sentences[case.said.n - 2].plain if case.said.n > 1 else ""
    told = [c for c in claimed(before) if c.kind == "percent"]
    return any(
        same(claim, abs(a.value - b.value)) or same(claim, abs(f.value - g.value))
        for a, b in combinations(told, 2)
        for f, g in _printed(case, a, b)
    )


def _printed(case: Cited, one: Claimed, two: Claimed) -> Iterator[tuple[Figure, Figure]]:
    """Two percentages of the sentence before, as a passage of the source prints both."""
    for source in case.sources:
        for unit in source.units:
            first, second = unit.meeting(one), unit.meeting(two)
            if first is not None and second is not None:
                yield first, second


def _paced(case: Cited) -> bool:
    """True of a sentence that tells how often something was done, and how long, where one passage of its source on the
    same tells both so."""
    told = paces.often(case.text)
    spans = [c for c in case.figures if c.kind == "duration"]
    if len(told) != 1 or not spans or len(spans) < len(case.figures) or not case.topic or case.denies or case.compared:
        return False
    return any(
        any(abs(times - told[0][0]) <= _SAME * times for times, _ in paces.often(unit.text))
        and all(_lasting(unit, claim) for claim in spans)
        and 2 * len(case.topic & source.expanded(unit)) >= len(case.topic)
        for source in case.sources
        for unit in source.units
        if unit.own and not unit.row
    )


def _lasting(unit: Unit, claim: Claimed) -> bool:
    return any(c.kind == "duration" and as_long(claim, c.value, c.unit) for c in claimed(unit.text))


_SAME: Final = 0.02


def _dosed(case: Cited) -> bool:
    """True of a sentence that tells doses of treatments, for how long and in how many people, and nothing else."""
    told = case.topic - frozenset().union(*(s.design for s in case.sources))
    return (
        bool(case.doses)
        and not told
        and all(c.kind == "duration" or c.unit == "patients" or case.is_dose(c) for c in case.figures)
    )


def features(case: Cited, told: Iterable[tuple[str, bool]]) -> Mapping[str, float]:
    """What is weighed. `told`: names of the checks that spoke, and whether each named a fault or only doubted."""
    made = evidence.measures(case)
    spoken = list(told)
    made.update({f"check {name}" if fault else f"doubt {name}": 1.0 for name, fault in spoken})
    faults = {name for name, fault in spoken if fault}
    made["checks"] = min(len(faults), 3) / 3
    made["checks any"] = float(bool(faults))
    return made
