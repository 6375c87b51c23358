"""Effect estimates with their intervals: RR, OR, HR, differences, NNT, correlation, accuracy."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from probatum.appraise.findings import adjectival, build, clauses, groups, naming, outcome
from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.mentions import Mention
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Value
from probatum.model import ArmResult, Figure, Finding, Interval, Measure
from probatum.text.expressions import expression, made_by

_ADJ: Final = (
    r"(?:(?:multivariable[- ])?(?:multivariate[- ])?(?:adjusted|unadjusted|pooled|crude|estimated|overall|"
    r"summary|relative|combined|weighted|mean|age-adjusted|corresponding)\s)*"
)
_NAMES: Final = (
    (Measure.ODDS_RATIO, r"(?:[Oo]dds[- ][Rr]atios?|[aAc]?ORs?(?:adj)?)"),
    (Measure.HAZARD_RATIO, r"(?:[Hh]azards?[- ][Rr]atios?|[aAcs]?HRs?(?:adj)?)"),
    (
        Measure.RATE_RATIO,
        r"(?:(?:incidence[- ]|[Mm]ortality[- ])?[Rr]ate[- ][Rr]atios?|incidence density ratios?|IRRs?|MRRs?)",
    ),
    (Measure.RISK_RATIO, r"(?:[Rr]elative [Rr]isks?|[Rr]isk[- ][Rr]atios?|rate ratio|a?RRs?(?:adj)?)"),
    (Measure.SMD, r"(?:[Ss]tandardi[sz]ed mean differences?|SMDs?|Cohen'?s d|Hedges'? g|effect size|[dg](?=\s?=\s?Ⓥ))"),
    (
        Measure.MEAN_DIFFERENCE,
        r"(?:(?:weighted )?mean (?:between-group )?differences?|differences? in means?|"
        r"treatment differences?|between-group differences?|W?MDs?|mean treatment differences?)",
    ),
    (
        Measure.RISK_DIFFERENCE,
        r"(?:(?:absolute )?risk (?:differences?|reductions?)|ARRs?|RDs?|absolute (?:differences?|"
        r"reductions?))",
    ),
    (Measure.NNT, r"(?:numbers? needed to (?:treat|harm)|NNTs?|NNHs?)"),
    (
        Measure.CORRELATION,
        r"(?:(?:Pearson|Spearman)(?:'s)? (?:rank )?(?:correlations?|rho|r)(?: coefficients?)?|"
        r"correlation coefficients?|rho|ρ|r(?:s)?(?=\s?=))",
    ),
    (Measure.KAPPA, r"(?:(?:Cohen'?s )?(?:weighted )?kappa|κ)"),
    (Measure.SENSITIVITY, r"(?:sensitivit(?:y|ies))"),
    (Measure.SPECIFICITY, r"(?:specificit(?:y|ies))"),
    (
        Measure.AUC,
        r"(?:areas? under (?:the )?(?:(?:receiver[- ]operating[- ]characteristics?|ROC) )?curves?|AUCs?|"
        r"AUROCs?|c[- ]statistics?|c[- ]ind(?:ex|ices))",
    ),
    (Measure.PREDICTIVE_VALUE, r"(?:(?:positive|negative) predictive values?|PPVs?|NPVs?)"),
    (Measure.LIKELIHOOD_RATIO, r"(?:(?:positive |negative )?likelihood[- ]ratios?|LR[+-]?)"),
)
MEASURE: Final = expression(
    rf"(?<![\w-]){_ADJ}(?:" + "|".join(f"(?P<{m.name}>{p})" for m, p in _NAMES) + r")(?![\w])",
)
_RELATIVE: Final = expression(r"relative risk reduction", re.IGNORECASE)
_SYNONYM: Final = expression(r"^\s?[\[(]\s?(?:[A-Za-z][\w-]{0,6}s?)\s?[\])]")
_TO_VALUE: Final = expression(
    r"^(?:\s?[,:;=]|\s(?:of|was|were|is|being|at|=)\b)?\s{0,2}[\[(]?\s?(?:=|≈|approximately\s|about\s)?\s?(?P<v>Ⓥ+)"
)
_TO_LATER: Final = expression(
    r"^\s(?:for|of|in|between|comparing)\s(?P<what>[^ⓋⓅⒸⓂⓇ;:()]{2,110}?)(?:,|\s(?:was|were|is|=|"
    r"of))\s{0,2}[\[(]?(?P<v>Ⓥ+)"
)
_ACCURACY: Final = frozenset(
    {Measure.SENSITIVITY, Measure.SPECIFICITY, Measure.AUC, Measure.PREDICTIVE_VALUE, Measure.LIKELIHOOD_RATIO}
    | {Measure.KAPPA}
)
_RATIO_WORD: Final = frozenset({Measure.ODDS_RATIO, Measure.HAZARD_RATIO, Measure.RATE_RATIO, Measure.RISK_RATIO})


def measure_of(match: re.Match[str]) -> Measure:
    """The measure a match of the measure words names."""
    if match.lastgroup == "RATE_RATIO" and re.search(r"^(?:rate)", match[0], re.IGNORECASE):
        return Measure.RATE_RATIO
    return Measure[match.lastgroup or ""]


def mentions(sentence: Sentence) -> list[tuple[re.Match[str], Measure, Value, int, tuple[int, int] | None]]:
    """Every measure word with its value: (match, measure, value, end of value, place of `for X` between them)."""
    found = []
    for match in MEASURE.finditer(sentence.masked):
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
        if (match[0].upper().startswith("ARR") and not value.percent) or _RELATIVE.match(match[0]):
            continue  # an absolute risk reduction, or an adjusted risk ratio; a relative reduction is no difference
        what = (rest + later.start("what"), rest + later.end("what")) if later else None
        found.append((match, measure_of(match), value, value.end, what))
    return found


def names_ratio(masked: str) -> bool:
    """True where the words name a ratio: the figures that follow are estimates, not results of arms."""
    return any(measure_of(match) in _RATIO_WORD for match in MEASURE.finditer(masked))


class Attached(NamedTuple):
    """An estimate that follows the two results it compares."""

    measure: Measure
    value: Value
    interval: Interval | None
    end: int


_DIFFERENCE: Final = expression(
    r"^[^ⓋⓂ;.]{0,25}?[\[(,;]\s?(?:P+,?\s?)?(?:(?:absolute|mean|adjusted|between-group|treatment|rate|risk|"
    r"estimated)\s)*difference(?:s)?(?:\s(?:of|was|in means|between groups))?\s?[,:=]?\s?(?P<v>Ⓥ+)",
    re.IGNORECASE,
)


def attached(sentence: Sentence, position: int, percent: bool) -> Attached | None:
    """The estimate in the brackets behind a comparison: `(RR 0.72, 95% CI ...)`, `(difference 1.9, 95% CI ...)`."""
    plain = _DIFFERENCE.match(sentence.masked[position : position + 90])
    if plain is not None:
        value = sentence.value(position + plain.start("v"))
        measure = Measure.RISK_DIFFERENCE if percent else Measure.MEAN_DIFFERENCE
        if value.spread is None:
            return Attached(measure, value, *interval_after(sentence, value))
    for match, measure, value, _, what in sentence.once(mentions):
        if position <= match.start() <= position + 45 and what is None and value.spread is None:
            gap = sentence.masked[position : match.start()]
            figure = sentence.figure(value.figure)
            if re.search(r"[ⓋⓂ.]|\b(?:and|was|were|but|whereas)\b", gap) or figure is None:
                return None
            if measure in _ACCURACY or not plausible(measure, value, figure):
                return None
            return Attached(measure, value, *interval_after(sentence, value))
    return None


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """Findings of the effect estimates of a sentence that no comparison has taken."""
    made = []
    for match, measure, value, end, what in sentence.once(mentions):
        if value.start in used or (value.spread is not None and measure in _RATIO_WORD):
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


SHARED_NOUN = expression(r"^[^()\[\]Ⓥ]{0,20}[)\]],?\s(?:and|or|but not)\s[\w\s-]{3,50}[(\[]")
"""`bilateral (OR 1.6) but not unilateral knee pain (OR 1.2)`: the first adjective shares a later noun."""
_IN_PEOPLE = expression(
    rf"\s(?:in|among)\s(?:the\s)?(?P<who>(?!(?:both|all|these|"
    rf"the two)\b)(?:[\w-]+\s){{0,2}}(?:{PEOPLE}|sub-?group)(?:\swith\s[\w\s-]{{3,40}})?)$",
    re.IGNORECASE,
)


def _one(
    sentence: Sentence, match: re.Match[str], measure: Measure, value: Value, end: int, what: tuple[int, int] | None
) -> Finding | None:
    figure = sentence.figure(value.figure)
    if figure is None or not plausible(measure, value, figure):
        return None
    interval, end = interval_after(sentence, value)
    if re.match(r"^\s?(?:[\])]\s?)?(?:,\s|,?\sand\s|,?\svs\.?\s|,?\sto\s)(?:and\s)?Ⓥ", sentence.masked[end:]):
        return None
    name, arms = _outcome(sentence, match, measure, what, end)
    arms = groups.other_than(sentence, match.start(), name, arms)
    if not arms and measure in _RATIO_WORD:
        arms = groups.only(sentence, clauses.clause_start(sentence, match.start()), match.start())
    if not name or (adjectival.ADJECTIVE.fullmatch(name) and SHARED_NOUN.match(sentence.masked[end:])):
        return None
    against = groups.comparator(sentence, clauses.clause_start(sentence, match.start()), match.start())
    population = _IN_PEOPLE.search(sentence.text[: match.start()].rstrip(" ([;,"))
    unit = value.unit or ("%" if value.percent else "")
    start = clauses.clause_start(sentence, match.start())
    return build.finding(
        sentence,
        name,
        measure,
        arms=arms,
        estimate=figure,
        interval=interval,
        p=build.trailing_p(sentence, end),
        unit=unit,
        clause=(start, len(sentence.text)) if start else None,
        population=population["who"] if population else "",
        comparator=against if len(arms) == 1 else "",
    )


def plausible(measure: Measure, value: Value, figure: Figure) -> bool:
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
    return not (measure is Measure.SMD and value.unit)  # an "effect size" of 5 points is not standardised


Named = tuple[str, tuple[ArmResult, ...]]
"""An outcome with the arms or the exposure it was compared by."""
_NOTHING: Final[Named] = ("", ())
_KEY: Final = expression(
    r"(?<![\w-])(?:(?:reduced|reduces|lowered|decreased|increased|increases|improved|prevented|predicted|had)\s"
    r"(?!(?:with|by|in|from|to|after|among|at|on|for|over|during|following|compared|versus|vs|relative|under|when)\b)"
    r"(?=\w)|"
    r"(?:associated with|effect on|predictors? (?:of|for)|risk factors? for|linked (?:to|with)|"
    r"related to|risk (?:of|for)|odds of|likelihood of)\s)",
    re.IGNORECASE,
)
_TAIL: Final = expression(
    r"^[^;.]{0,220}?\s(?:was|were)\s(?:(?:also|all|both|significantly|independently|strongly|the|only|"
    r"significant|independent|each|an|a|important|major|main|most|identified|found|as|to|be|positive|"
    r"negative)\s)*(?:associated with|predictors? (?:of|for)|risk factors? for|predictive (?:of|"
    r"factors? (?:of|for))|prognostic factors? (?:of|for)|"
    r"related to)\s(?P<what>[^ⓋⓅⒸⓂⓇ,;:()]{3,90}?)(?=\s?[,;:(.\[]|\s?$|\s(?:in|at|after|but|among|"
    r"during)\s)",
    re.IGNORECASE,
)


_CORRELATION: Final = expression(
    r"(?P<np>(?:correlation|relationship|association)s?\s(?:was\s\w+\s|"
    r"were\s\w+\s)?(?P<rest>between\s[^ⓋⓅⒸⓂⓇ,;:()]{3,50}?\sand\s[^ⓋⓅⒸⓂⓇ,;:()]{3,60}?))(?=\s?[\[(,]\s?$"
    r"|\s?[\[(]$)",
    re.IGNORECASE,
)


_LABEL: Final = expression(
    r"(?:adjusted|unadjusted|multiple|multivaria\w+|crude|pooled|respectively|mean|difference|and|"
    r"log[- ]?rank|test|Fisher'?s?|exact|two-sided|intention|treat|per)",
    re.IGNORECASE,
)
"""Words that may stand between a bracket and its measure; others name a subgroup."""


def _outcome(
    sentence: Sentence, match: re.Match[str], measure: Measure, what: tuple[int, int] | None, end: int
) -> Named:
    """`OR for X was`: X; `(OR ...)`: the noun phrase before the bracket, with what it was compared by."""
    if measure in _ACCURACY:
        return _NOTHING
    link = "" if what is None else sentence.masked[match.end() : what[0]].strip().lower()
    if link in ("between", "comparing") or (link == "in" and measure in _RATIO_WORD):
        return _NOTHING
    if what is not None:
        inner = re.split(
            r"\s(?:in|among|with|for|compared|versus|vs|on|after|at|between|associated)\s",
            sentence.masked[what[0] : what[1]],
            maxsplit=1,
        )[0]
        compared = naming.named_arms(sentence, what[0], len(sentence.masked))
        acting, name = outcome.effect_on(sentence, what)
        if name:
            return name, compared or (ArmResult(acting),)
        return outcome.phrase(sentence, what[0], what[0] + len(inner)), compared
    before = sentence.masked[: match.start()]
    start = clauses.clause_start(sentence, match.start())
    bracket = re.search(r"[\[(][^()\[\]]*$", before) or _INTRODUCED.search(before)
    if bracket is None:
        return _NOTHING
    if measure is Measure.CORRELATION:
        return _correlated(sentence, start, bracket.start())
    label = "" if made_by(bracket, _INTRODUCED) else sentence.masked[bracket.start() + 1 : match.start()]
    if re.search(r"[A-Za-z]{3}", _LABEL.sub("", label)):
        return _NOTHING
    if naming.acted(sentence.masked, end) or naming.of_factors(sentence.masked, start):
        return _NOTHING
    tail = _TAIL.match(sentence.masked[end:])
    if tail is not None and not re.search(r"(?:was|were|is|are)\s", before[start:]):
        local = _local(sentence, start, bracket.start())
        if re.search(r",|\band\b", sentence.masked[slice(*local)]):
            return _NOTHING
        name = outcome.tidy(sentence.text[end + tail.start("what") : end + tail.end("what")], sentence)
        exposure = outcome.exposure(sentence, *local)
        return (name, (ArmResult(exposure),)) if name and exposure else _NOTHING
    return _before(sentence, start, bracket.start())


_INTRODUCED: Final = expression(r"(?<=\w)(?::|,(?:\swith)?)\s(?:(?:an?|the)\s)?$")
"""`A lowered mortality more than B: rate ratio 0.54`, `..., with an odds ratio of 0.5`: no bracket, but the same."""


def _correlated(sentence: Sentence, start: int, stop: int) -> Named:
    """`correlation between X and Y (r = 0.5)`, `X was correlated with Y (r = 0.5)`."""
    named = _CORRELATION.search(sentence.text[start : stop + 1])
    if named is not None and not any(s in sentence.masked[start + named.start() : stop] for s in "ⓋⓅⒸⓂⓇ"):
        return f"correlation {' '.join(named['rest'].split())}", ()
    keys = list(re.finditer(r"\bcorrelat(?:ed|es|ion) (?:\w+ )?(?:with|to)\s", sentence.masked[start:stop]))
    if not keys:
        return _NOTHING
    item = outcome.list_item(sentence, start, stop)
    name = outcome.phrase(sentence, *item) if item else outcome.object_after(sentence, start + keys[-1].end(), stop)
    exposure = outcome.exposure(sentence, start, start + keys[-1].start())
    return (name, (ArmResult(exposure),)) if name and exposure else _NOTHING


_ACTS: Final = expression(r"\s(?:decreased|increased|reduced|predicted|improved|raised|lowered)\s", re.IGNORECASE)


def _local(sentence: Sentence, start: int, stop: int) -> tuple[int, int]:
    """The last member of a list before `stop`: `age (OR 2.1) and sex (` gives the place of `sex`."""
    text = sentence.masked[start:stop]
    close = max(text.rfind(")"), text.rfind("]"))
    begin = start + close + 1
    lead = re.match(r"^[\s,;]*(?:(?:and|or|but)\s)?", sentence.masked[begin:stop])
    return (begin + (lead.end() if lead else 0), stop)


_PEOPLE_AGAIN: Final = expression(r"(?:aged|(?:fe)?males?|older|younger|those|participants)\b", re.IGNORECASE)
"""A list of the people an estimate holds for, not of outcomes."""


def _before(sentence: Sentence, start: int, stop: int) -> Named:
    """The outcome before `(OR ...)`: the object of `reduced`, `associated with`, `risk of`; else the subject."""
    text = sentence.masked[start:stop]
    place = _local(sentence, start, stop)
    if place[0] > start + 1 and re.search(r"[ⓂⒸⓋ]", text[: place[0] - start]):
        first = re.search(r"[\[(]", text)
        head = _before(sentence, start, start + first.start()) if first else _NOTHING
        joined = sentence.masked[place[0] : stop]
        if not head[1] or outcome.has_verb(joined) or re.search(r"\b(?:than|compared|versus)\b", joined):
            return _NOTHING
        name = outcome.phrase(sentence, *place)
        return _NOTHING if _PEOPLE_AGAIN.match(name) else (name, head[1])
    keys = list(_KEY.finditer(text))
    if keys:
        key = keys[-1]
        if re.search(r"(?<![\w-])(?:were|was|included?)\s[^()]*$", text[key.end() :]):
            return _NOTHING
        name = outcome.object_after(sentence, start + key.end(), stop)
        compared = naming.named_arms(sentence, start, stop)
        if compared:
            return name, compared
        exposure = outcome.exposure(sentence, start, start + keys[0].start())
        if " and " in exposure and re.search(r"^[^)\]]*Ⓥ", sentence.masked[stop:].partition("Ⓥ")[2].lstrip("Ⓥ")):
            return _NOTHING
        return (
            (name, (ArmResult(exposure, control=arm_names.is_control(exposure, sentence.context)),))
            if exposure
            else _NOTHING
        )
    if "likely" in sentence.text or (not outcome.has_verb(text) and _ACTS.search(sentence.masked[stop:])):
        return _NOTHING
    if place[0] > start + 1 or re.search(
        r"\b(?:factors?|predictors?|likely|associated|predictive|predicted|identified|likelihood)\b", text
    ):
        return _NOTHING
    differs = re.search(r"\bdifferences?\b", text)
    if differs is not None:
        return outcome.about(sentence, start + differs.end(), stop), naming.named_arms(sentence, start, stop)
    found = outcome.occurring(sentence, outcome.between(sentence, stop, stop), start, stop)
    return found, naming.named_arms(sentence, start, stop)


def measure_named(words: str, *, percent: bool) -> Measure | None:
    """The measure that the head of a column names: `OR (95% CI)`, `Mean difference`; None where it names none."""
    match = MEASURE.search(words) or MEASURE.search(words.lower())
    if match is not None and measure_of(match) not in _ACCURACY | {Measure.CORRELATION}:
        return measure_of(match)
    if re.search(r"\bdifference\b", words, re.IGNORECASE):
        return Measure.RISK_DIFFERENCE if percent else Measure.MEAN_DIFFERENCE
    return None
