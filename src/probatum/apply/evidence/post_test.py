"""After a test: what a positive and a negative result make of a probability, by Bayes' theorem.

From the sensitivity and specificity that one source reports of one test, and the probability before it: the one that
the question states, else three that only illustrate (1, 10 and 50 %), since no source tells what it is in this patient
(Deeks JJ, Altman DG. BMJ 2004;329:168, doi:10.1136/bmj.329.7458.168).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import Final, NamedTuple

from probatum.apply import wording
from probatum.apply.context import Context
from probatum.apply.quoted.choosing import abbreviated
from probatum.model import Appraisal, Calculation, Finding, Measure, Record, Role, Span
from probatum.text import words
from probatum.text.expressions import caseless, expression

_STATED: Final = expression(
    r"\b(?:pre-?test (?:probability|risk)|prior probability|prevalence|probability)\b\D{0,24}?"
    r"(?P<a>\d{1,2}(?:\.\d+)?) ?%"
    r"|(?P<b>\d{1,2}(?:\.\d+)?) ?% (?:pre-?test|prior|prevalence|probability)",
    re.IGNORECASE,
)
_ILLUSTRATIVE: Final = (("1", "1 / 100"), ("10", "10 / 100"), ("50", "1 / (1 + 1)"))
"""Probabilities before the test in percent, each with the expression that gives it."""

_PARTS: Final = (("100", "1"), ("10", "10"), ("(1 + 1)", "50"))


class After(NamedTuple):
    """The sentence, its arithmetic and what it rests on."""

    text: str
    calculation: tuple[Calculation, ...]
    spans: tuple[Span, ...]


def after(appraisal: Appraisal, context: Context) -> After | None:
    """What results of the source's test make of a probability; None where it does not report both figures."""
    pair = _pair([f for f in appraisal.findings if _of_asked(f, appraisal, context)])
    if pair is None:
        return None
    sensitivity, specificity = (f.estimate.text.rstrip("% ") for f in pair if f.estimate is not None)
    stated = _STATED.search(context.question.read)
    told = stated["a"] or stated["b"] if stated else ""
    before = ((told, f"{told} / 100"),) if told else _ILLUSTRATIVE
    sums = [_sums(sensitivity, specificity, share) for _, share in before]
    ill = context.population or context.outcome or "the illness"
    text = (
        f"calculated from a sensitivity of {sensitivity} % and a specificity of {specificity} %: where {ill} is "
        f"{_listed([name for name, _ in before])} likely before {wording.join(list(context.named)) or 'the test'} "
        f"({'as stated' if told else 'figures that only illustrate'}), it is {_listed([u.result for u, _ in sums])} "
        f"likely after a positive result and {_listed([d.result for _, d in sums])} after a negative one"
    )
    calculation = tuple(one for both in sums for one in both)
    if not told:  # what only illustrates stands in no source: parts of a hundred
        calculation += tuple(Calculation(f"100 / {part}", name, "%") for part, name in _PARTS)
    return After(text, calculation, tuple(s for f in pair for s in (f.sentence, *f.spans)))


def _listed(shares: Sequence[str]) -> str:
    return wording.join([f"{share} %" for share in shares], "or")


def _pair(findings: Sequence[Finding]) -> tuple[Finding, Finding] | None:
    """The first sensitivity and specificity that one sentence, or two of one section on the same test, report."""
    kinds = (Measure.SENSITIVITY, Measure.SPECIFICITY)
    one, other = ([f for f in findings if f.measure is kind and _usable(f)] for kind in kinds)
    alike = [(a, b) for a, b in product(one, other) if a.sentence == b.sentence and _test(a) == _test(b)]
    return next(iter(alike), None)


def _of_asked(finding: Finding, appraisal: Appraisal, context: Context) -> bool:
    """Whether a figure is one of the test asked about: by what it is said to be of, else by its sentence or the title.

    A study of several tests reports figures of each, and those of another would make a wrong probability."""
    of = _OF.match(finding.outcome)
    if of and _is_illness(of["test"], context):
        of = None  # `a specificity of 90% for pneumonia` says what was looked for, and not by what
    said = [of["test"]] if of else [finding.sentence.quote, appraisal.record.title]
    if not of and any(_ANOTHER.search(text) for text in said[:1]):
        said = said[:1]  # `this algorithm` is what its study made, whatever else the title names
    return any(_names(text, appraisal.record, context) for text in said)


def _is_illness(text: str, context: Context) -> bool:
    """Whether a text names an illness asked about and nothing else."""
    asked = (*context.question.having(Role.POPULATION), *context.question.having(Role.OUTCOME))
    known = [name for c in asked if c.semantic == "condition" for name in c.names]
    return words.stems(text) in [words.stems(name) for name in known]


def _names(text: str, record: Record, context: Context) -> bool:
    """Whether a text names the test, its record's abbreviations for it among the names."""
    stems = words.stems(text) | abbreviated(record, text)
    if not context.named:  # a test that the vocabulary does not know is known by the words of the question
        return bool(stems & words.stems(context.question.read))
    return context.names_intervention(text) or context.spells_intervention(stems)


_OF: Final = caseless(r"^(?:the |pooled |overall |mean )*(?:sensitivity|specificity) (?:of|for|with|by) (?P<test>.+)$")
_ANOTHER: Final = caseless(
    r"\bth(?:is|e|ese) (?:\w+ )?(?:algorithm|model|panel|signature|classifier|approach|method)s?\b"
)
"""What a study made itself and names no further."""


def _usable(finding: Finding) -> bool:
    figure = finding.estimate
    return figure is not None and not finding.problems and 1 < figure.value < 100 and bool(_PLAIN.match(figure.text))


_PLAIN: Final = expression(r"\d{1,2}(?:\.\d+)? ?%?$")


def _test(finding: Finding) -> str:
    return finding.arms[0].arm.lower() if finding.arms else ""


def _sums(sensitivity: str, specificity: str, share: str) -> tuple[Calculation, Calculation]:
    """The probability in percent after a positive and after a negative result."""
    found, missed = f"{sensitivity} / 100 * {share}", f"(1 - {sensitivity} / 100) * {share}"
    alarm, clear = f"(1 - {specificity} / 100) * (1 - {share})", f"{specificity} / 100 * (1 - {share})"
    s, t, p = float(sensitivity) / 100, float(specificity) / 100, _value(share)
    up = s * p / (s * p + (1 - t) * (1 - p))
    down = (1 - s) * p / ((1 - s) * p + t * (1 - p))
    return (
        Calculation(f"100 * ({found}) / ({found} + {alarm})", _rounded(100 * up), "%"),
        Calculation(f"100 * ({missed}) / ({missed} + {clear})", _rounded(100 * down), "%"),
    )


def _value(share: str) -> float:
    return 0.5 if "(" in share else float(share.split(" / ", maxsplit=1)[0]) / 100


def _rounded(value: float) -> str:
    return f"{value:.0f}" if value >= 10 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"
