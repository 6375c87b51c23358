"""Accuracy of tests: sensitivity, specificity, area under the curve, predictive values, likelihood ratios, kappa."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import build, estimate, outcome
from probatum.appraise.findings.sentence import Sentence
from probatum.model import Finding, Measure

_WORDS: Final = (
    r"(?:sensitivit(?:y|ies)|specificit(?:y|ies)|(?:positive|negative) predictive values?|positive likelihood ratio|"
    r"negative likelihood ratio|accuracy|PPV|NPV|areas? under (?:the )?(?:ROC |"
    r"receiver[- ]operating[- ]characteristics? )?curves?|AUC|AUROC|kappa)"
)
_LISTED: Final = re.compile(
    rf"(?P<words>{_WORDS}(?:(?:,\s|,?\sand\s|"
    rf"\sand the\s){_WORDS})*)(?:\s?[\[(][A-Z]{{2,6}}[\])])?(?:\s(?:of|"
    rf"for)\s(?P<test>[^ⓋⓅⒸⓂⓇ,;:()]{{2,110}}?))?,?\s(?:was|were)\s(?:respectively\s)?"
    rf"(?P<values>Ⓥ+(?:\s?[\[(]\s?[ⒸⓇ]+\s?[\])])?(?:(?:,\s|,?\sand\s)Ⓥ+(?:\s?[\[(]\s?[ⒸⓇ]+\s?[\])])?)*)",
    re.IGNORECASE,
)
_HAD: Final = re.compile(
    rf"(?P<word>{_WORDS})\s(?:of\s|=\s?|was\s)(?P<v>Ⓥ+)",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(
    rf"^(?P<test>[^ⓋⓅⒸⓂⓇ,;:()]{{2,90}}?)\s(?:had|showed|demonstrated|has|yielded|provided|achieved|"
    rf"was associated with|with)\s(?:an?\s|the\s)?(?:high\s|low\s|good\s|overall\s)?(?={_WORDS}\sof\s)",
    re.IGNORECASE,
)
_MEASURES: Final = (
    (Measure.SENSITIVITY, re.compile("sensitiv", re.I)),
    (Measure.SPECIFICITY, re.compile("specific", re.I)),
    (Measure.PREDICTIVE_VALUE, re.compile("predictive|PPV|NPV", re.I)),
    (Measure.LIKELIHOOD_RATIO, re.compile("likelihood", re.I)),
    (Measure.AUC, re.compile("area|AUC|AUROC", re.I)),
    (Measure.KAPPA, re.compile("kappa", re.I)),
    (Measure.PERCENTAGE, re.compile("accuracy", re.I)),
)


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """Findings of the accuracy of a test; the outcome names the measure and the test."""
    if re.search(_WORDS, sentence.text, re.IGNORECASE) is None:
        return []
    return [*_listed(sentence, used), *_of(sentence, used)]


def _listed(sentence: Sentence, used: set[int]) -> list[Finding]:
    """`The sensitivity and specificity of X were 80% and 92%`: as many words as values, in order."""
    made = []
    for match in _LISTED.finditer(sentence.masked):
        words = [w[0] for w in re.finditer(_WORDS, match["words"], re.IGNORECASE)]
        starts = [match.start("values") + m.start() for m in re.finditer("Ⓥ+", match["values"])]
        if len(words) != len(starts) or re.match(
            r"^,?\s(?:and\s|vs\.?\s|versus\s|to\s)?Ⓥ", sentence.masked[match.end() :]
        ):
            continue
        test = outcome.phrase(sentence, *match.span("test")) if match["test"] else ""
        if match["test"] and not test:
            continue
        for word, start in zip(words, starts, strict=True):
            made.extend(_one(sentence, word, test, start, used))
    return made


def _of(sentence: Sentence, used: set[int]) -> list[Finding]:
    """`X had a sensitivity of 92% (95% CI ...) and a specificity of 85%`."""
    subject = _SUBJECT.match(sentence.masked)
    if subject is None:
        return []
    test = outcome.phrase(sentence, *subject.span("test"))
    made: list[Finding] = []
    if test:
        for match in _HAD.finditer(sentence.masked):
            if not re.search(r";|\bwhereas\b|\bwhile\b|\bcompared\b", sentence.masked[: match.start()]):
                made.extend(_one(sentence, match["word"], test, match.start("v"), used))
    return made


def _one(sentence: Sentence, word: str, test: str, start: int, used: set[int]) -> list[Finding]:
    value = sentence.value(start)
    figure = sentence.figure(value.figure)
    measure = next((m for m, pattern in _MEASURES if pattern.search(word)), Measure.OTHER)
    if start in used or figure is None or not estimate.plausible(measure, value, figure):
        return []
    used.add(start)
    interval, end = estimate.interval_after(sentence, value)
    named = word.lower() if not word.isupper() else word
    name = f"{named} of {test}" if test else named
    unit = "%" if value.percent else value.unit
    p = build.trailing_p(sentence, end)
    found = build.finding(
        sentence, name, measure, estimate=figure, interval=interval, p=p, unit=unit, clause=(start, end), judge=False
    )
    return [found]
