"""Effect estimates with their intervals: RR, OR, HR, differences, NNT, correlation, accuracy."""

from __future__ import annotations

import re
from typing import Final

from probatum.appraise.findings import build, outcome
from probatum.appraise.findings.mentions import Mention
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Value
from probatum.model import Figure, Finding, Interval, Measure

_ADJ: Final = r"(?:(?:multivariable[- ])?(?:multivariate[- ])?(?:adjusted|unadjusted|pooled|crude|estimated|overall|summary|relative|combined|weighted|mean|age-adjusted|corresponding)\s)*"
_NAMES: Final = (
    (Measure.ODDS_RATIO, r"(?:odds[- ]ratios?|a?ORs?)"),
    (Measure.HAZARD_RATIO, r"(?:hazards?[- ]ratios?|a?HRs?)"),
    (Measure.RATE_RATIO, r"(?:(?:incidence[- ])?rate[- ]ratios?|incidence density ratios?|IRRs?)"),
    (Measure.RISK_RATIO, r"(?:relative risks?|risk[- ]ratios?|rate ratio|a?RRs?)"),
    (Measure.SMD, r"(?:standardi[sz]ed mean differences?|SMDs?|Cohen'?s d|Hedges'? g|effect size)"),
    (Measure.MEAN_DIFFERENCE, r"(?:(?:weighted )?mean (?:between-group )?differences?|differences? in means?|treatment differences?|between-group differences?|W?MDs?|mean treatment differences?)"),
    (Measure.RISK_DIFFERENCE, r"(?:(?:absolute )?risk (?:differences?|reductions?)|ARRs?|RDs?|absolute (?:differences?|reductions?))"),
    (Measure.NNT, r"(?:numbers? needed to (?:treat|harm)|NNTs?|NNHs?)"),
    (Measure.CORRELATION, r"(?:(?:Pearson|Spearman)(?:'s)? (?:rank )?(?:correlations?|rho|r)(?: coefficients?)?|correlation coefficients?|rho|r(?:s)?(?=\s?=))"),
    (Measure.KAPPA, r"(?:(?:Cohen'?s )?(?:weighted )?kappa|κ)"),
    (Measure.SENSITIVITY, r"(?:sensitivit(?:y|ies))"),
    (Measure.SPECIFICITY, r"(?:specificit(?:y|ies))"),
    (Measure.AUC, r"(?:areas? under (?:the )?(?:(?:receiver[- ]operating[- ]characteristics?|ROC) )?curves?|AUCs?|AUROCs?|c[- ]statistics?|c[- ]ind(?:ex|ices))"),
    (Measure.PREDICTIVE_VALUE, r"(?:(?:positive|negative) predictive values?|PPVs?|NPVs?)"),
    (Measure.LIKELIHOOD_RATIO, r"(?:(?:positive |negative )?likelihood[- ]ratios?|LR[+-]?)"),
)  # fmt: skip
_MEASURE: Final = re.compile(
    rf"(?<![\w-]){_ADJ}(?:" + "|".join(f"(?P<{m.name}>{p})" for m, p in _NAMES) + r")(?![\w])",
)
_SYNONYM: Final = re.compile(r"^\s?[\[(]\s?(?:[A-Z][\w-]{0,6}s?)\s?[\])]")
_TO_VALUE: Final = re.compile(
    r"^(?:\s?[,:;=]|\s(?:of|was|were|is|being|at|=)\b)?\s{0,2}[\[(]?\s?(?:=|≈|approximately\s|about\s)?\s?(?P<v>Ⓥ+)"
)
_TO_LATER: Final = re.compile(
    r"^\s(?:for|of|in|between|comparing)\s(?P<what>[^ⓋⓅⒸⓂⓇ;:()]{2,110}?)(?:,|\s(?:was|were|is|=|of))\s{0,2}[\[(]?(?P<v>Ⓥ+)"
)
_ACCURACY: Final = frozenset(
    {
        Measure.SENSITIVITY,
        Measure.SPECIFICITY,
        Measure.AUC,
        Measure.PREDICTIVE_VALUE,
        Measure.LIKELIHOOD_RATIO,
        Measure.KAPPA,
    }
)
_RATIO_WORD: Final = frozenset({Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO, Measure.RISK_RATIO})


def measure_of(match: re.Match[str]) -> Measure:
    """The measure a match of the measure words names."""
    name = match.lastgroup
    assert name is not None
    if name == "RATE_RATIO" and re.search(r"^(?:rate)", match[0], re.IGNORECASE):
        return Measure.RATE_RATIO
    return Measure[name]


def mentions(sentence: Sentence) -> list[tuple[re.Match[str], Measure, Value, int, tuple[int, int] | None]]:
    """Every measure word with its value: (match, measure, value, end of value, place of `for X` between them)."""
    found = []
    for match in _MEASURE.finditer(sentence.masked):
        rest = match.end()
        synonym = _SYNONYM.match(sentence.masked[rest:])
        rest += synonym.end() if synonym else 0
        bare = re.match(r"^\s?[\[(]\s?Ⓧ+\s?[\])]", sentence.masked[rest:])
        rest += bare.end() if bare else 0
        direct = _TO_VALUE.match(sentence.masked[rest:])
        later = None if direct else _TO_LATER.match(sentence.masked[rest:])
        hit = direct or later
        if hit is None:
            continue
        value = sentence.value(rest + hit.start("v"))
        what = (rest + later.start("what"), rest + later.end("what")) if later else None
        found.append((match, measure_of(match), value, value.end, what))
    return found


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """Findings of the effect estimates of a sentence that no comparison has taken."""
    made = []
    for match, measure, value, end, what in mentions(sentence):
        if value.start in used or value.spread is not None and measure in _RATIO_WORD:
            continue
        found = _one(sentence, match, measure, value, end, what)
        if found is not None:
            used.add(value.start)
            made.append(found)
    return made


def interval_after(sentence: Sentence, value: Value) -> tuple[Interval | None, int]:
    """The interval of an estimate and where it ends: a named one, or a bracketed pair behind a ratio."""
    mark: Mention | None = build.trailing_interval(sentence, value.end if value.bracket is None else value.figure[1])
    if mark is not None:
        return sentence.interval(mark), mark.end
    ranged = sentence.range_in(value.bracket)
    if ranged is not None and not ranged.match["label"]:
        made = sentence.interval(ranged)
        if made is not None and re.search(r"\b95\s?%\s?(?:CI|confidence)", sentence.text):
            made = Interval(made.low, made.high, 95.0)
        return made, value.end
    return None, value.end


def _one(
    sentence: Sentence, match: re.Match[str], measure: Measure, value: Value, end: int, what: tuple[int, int] | None
) -> Finding | None:
    figure = sentence.figure(value.figure)
    if figure is None or not _plausible(measure, value, figure):
        return None
    interval, end = interval_after(sentence, value)
    name = _outcome(sentence, match, measure, what)
    if not name:
        return None
    unit = value.unit or ("%" if value.percent else "")
    start = outcome.clause_start(sentence, match.start())
    return build.finding(
        sentence, name, measure, estimate=figure, interval=interval, p=build.trailing_p(sentence, end), unit=unit, clause=(start, len(sentence.text)) if start else None,
        judge=measure not in _ACCURACY,
    )  # fmt: skip


def _plausible(measure: Measure, value: Value, figure: Figure) -> bool:
    """A ratio has no percent sign and is positive; a correlation lies in -1 to 1; accuracy in 0 to 100."""
    if measure in _RATIO_WORD:
        return not value.percent and not value.unit and figure.value >= 0
    if measure is Measure.CORRELATION or measure is Measure.KAPPA:
        return -1 <= figure.value <= 1 and not value.percent
    if measure in (Measure.SENSITIVITY, Measure.SPECIFICITY, Measure.PREDICTIVE_VALUE):
        return 0 <= figure.value <= 100 and (value.percent or figure.value <= 1)
    if measure is Measure.AUC:
        return (0 <= figure.value <= 1 and not value.unit) or value.percent
    if measure is Measure.NNT:
        return not value.percent and figure.value >= 1
    return True


def _outcome(sentence: Sentence, match: re.Match[str], measure: Measure, what: tuple[int, int] | None) -> str:
    """`OR for X was`: X; `(OR ...)`: the noun phrase before the bracket; accuracy: the test that is the subject."""
    if what is not None:
        inner = re.split(
            r"\s(?:in|among|with|for|compared|versus|vs|on|after|at|between|associated)\s",
            sentence.masked[what[0] : what[1]],
            maxsplit=1,
        )[0]
        return outcome.phrase(sentence, what[0], what[0] + len(inner))
    before = sentence.masked[: match.start()]
    start = outcome.clause_start(sentence, match.start())
    bracket = re.search(r"[\[(][^()\[\]]*$", before)
    if measure in _ACCURACY:
        return ""
    if bracket is None:
        return ""
    return before_bracket(sentence, start, bracket.start())


def before_bracket(sentence: Sentence, start: int, stop: int) -> str:
    """The outcome that stands before `(OR ...)`: the object of `reduced`, `associated with`, `risk of`; else the subject."""
    text = sentence.masked[start:stop]
    last_bracket = text.rfind(")")
    local = text[last_bracket + 1 :]
    joined = re.match(r"^,?\s?(?:and|or)?\s?(?P<np>[a-z][^ⓋⓅⒸⓂⓇ()]{2,80})$", local.rstrip(), re.IGNORECASE)
    if last_bracket >= 0 and joined is not None and re.search(r"Ⓜ|Ⓒ|Ⓥ", text[max(0, last_bracket - 40) : last_bracket]):
        if outcome._VERB.search(joined["np"]) is None:
            base = start + last_bracket + 1
            return outcome.phrase(sentence, base + joined.start("np"), base + joined.end("np"))
        return ""
    key = None
    for key in re.finditer(
        r"\b(?:reduced|reduces|lowered|decreased|increased|increases|improved|prevented|predicted)\s(?:the\s)?(?=\w)|\b(?:associated with|effect on|reductions? in|increases? in|decreases? in|improvements? in|differences? in|predictors? of|risk factors? for|linked to|related to)\s",
        text,
    ):
        pass
    if key is not None:
        if re.search(r"\b(?:predictors? of|risk factors? for|associated with)", key[0]) and re.search(
            r"\b(?:were|was|included?)\s[^()]*$", text[key.end() :]
        ):
            return ""
        return outcome.object_after(sentence, start + key.end(), stop)
    if last_bracket >= 0:
        return ""
    return outcome.between(sentence, stop, stop)
