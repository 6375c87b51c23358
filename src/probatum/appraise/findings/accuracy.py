"""Accuracy of tests: sensitivity, specificity, area under the curve, predictive values, likelihood ratios, kappa.

Measure words are read in runs (`sensitivity, specificity and PPV`), each run with the values it is said to have: as
many values as words, in their order, or one word with a value for each of the tests it names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from probatum.appraise.findings import arms as arm_names
from probatum.appraise.findings import build, clauses, estimate, outcome
from probatum.appraise.findings.arms import PEOPLE
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place, Value
from probatum.model import Finding, Measure
from probatum.text.expressions import expression

_AREA: Final = (
    r"(?:areas? under (?:the )?(?:(?:summary )?ROC |(?:summary )?receiver[- ]operat(?:ing|or)[- ]characteristics? "
    r"(?:\(ROC\) )?)?curves?(?: values?)?|(?:S|c|cv)?AU(?:RO)?Cs?(?![- ]?(?:0|τ|inf|last))(?: values?)?|AUROCs?|"
    r"[cC][- ](?:statistics?|ind(?:ex|ices))|concordance (?:ind(?:ex|ices)|statistics?))"
)
_NAMES: Final = (
    (
        Measure.SENSITIVITY,
        r"(?:diagnostic |overall |pooled |clinical |analytical )?(?:sensitivit(?:y|ies)|(?-i:S[Ee][Nn][Ss]?))",
    ),
    (Measure.SPECIFICITY, r"(?:diagnostic |overall |pooled |clinical )?(?:specificit(?:y|ies)|(?-i:S[Pp][Ee][Cc]?))"),
    (Measure.PREDICTIVE_VALUE, r"(?:positive|negative) predictive (?:values?|powers?)|PPVs?|NPVs?"),
    (
        Measure.LIKELIHOOD_RATIO,
        r"(?:positive |negative )?likelihood[- ]ratios?(?: (?:positive|negative))?|[PN]LRs?|LR[+-]|LR\(?[+-]\)?|"
        r"[+-]LR",
    ),
    (Measure.AUC, _AREA),
    (
        Measure.KAPPA,
        r"(?:(?:[Cc]ohen|[Ff]leiss)['’]?s? )?(?:weighted )?(?:kappa|Kappa|κ)(?: (?:values?|coefficients?|statistics?|"
        r"scores?|index))?",
    ),
    (
        Measure.PERCENTAGE,
        r"(?:diagnostic |overall |predictive |classification |total |average |maximum )?accurac(?:y|ies)",
    ),
)
_SHARES: Final = frozenset(
    {Measure.SENSITIVITY, Measure.SPECIFICITY, Measure.PREDICTIVE_VALUE, Measure.PERCENTAGE, Measure.AUC}
)
_WORD: Final = r"(?:" + "|".join(names for _, names in _NAMES) + r")(?![\w])(?:\s?[\[(][A-Z]{2,6}s?[+-]?[\])])?"
_ANY: Final = expression(rf"(?<![\w-]){_WORD}", re.IGNORECASE)
_JOIN: Final = r"(?:,\s|\s?/\s?|,?\s(?:and|&|or)\s(?:the\s|an?\s|its\s)?|,\sas well as\s|\s)"
_RUN: Final = expression(rf"(?<![\w-])(?P<run>{_WORD}(?:{_JOIN}{_WORD})*)", re.IGNORECASE)
_LIMITS: Final = (
    r"(?:\s?(?:[\[(]|[;,]\s)\s?(?:[A-Za-z]{2,12}[\s=:]{1,2})?[ⒸⓇⓅ]+[^()\[\]Ⓥ]{0,30}?[\])]?|"
    r",?\s[\[(][^()\[\]ⓋⓂ]{0,30}[\])])?"
)
_VALUES: Final = rf"Ⓥ+{_LIMITS}(?:(?:,\s(?:and\s)?|\s?/\s?|;\s|,?\sand\s(?:of\s)?|\s&\s)Ⓥ+{_LIMITS})*"
_LINK: Final = expression(
    r"^(?P<of>,?\s(?:of|for|in|with|to|on|by|using|between)\s(?P<test>[^ⓋⓅⒸⓂⓇ;:()]{2,110}?))?"
    r"(?:,?\s(?:was|were|is|are|being|reached|reaching|of|at|equal(?:s|ed)? to|to be|became|becomes|improved to|"
    r"increased to)(?=[\s,])|\s?[:=]|,|\s?(?P<open>[\[(]))?"
    r"(?:,?\s(?:as high as|respectively,?|only|about|approximately|both|found to be|estimated (?:at|to be)|"
    r"calculated as|"
    r"high|low|good|excellent|moderate|substantial|poor|fair))*\s?[\[(]?[:=]?\s?"
    rf"(?P<values>{_VALUES})",
    re.IGNORECASE,
)
_AHEAD: Final = expression(rf"(?P<v>Ⓥ+){_LIMITS}\s(?P<word>{_WORD})", re.IGNORECASE)
_FURTHER: Final = expression(
    rf"^(?:\s?[\[(][^()\[\]Ⓥ]*[\])])?[,;]?\s(?:(?:and|vs\.?|versus|compared (?:with|to)|while|whereas)"
    rf"\s)?(?P<values>{_VALUES})",
    re.IGNORECASE,
)
_BEHIND: Final = expression(
    r"^,?\s?(?:respectively,?\s)?(?:for|with|by|using|in|on)\s(?:the\s)?(?P<test>[^ⓋⓅⒸⓂⓇⓉ,;:()]{2,80}?)"
    r"(?=\s?[,;:.()\[]|\s?$|,?\srespectively|\s(?:and|vs\.?|versus|whereas|while|but|with|in|at|to|when)\s)",
    re.IGNORECASE,
)
_SUBJECT: Final = expression(
    r"(?P<test>[^ⓋⓅⒸⓂⓇ,;:()]{2,90}?)\s(?:had|showed|shows?|demonstrated|has|have|yielded|provided|achieved|obtained|"
    r"reached|"
    r"produced|exhibited|presented|displayed|gave|resulted in|"
    r"was associated with)\s(?:(?:an?|the|its|both|with)\s)?(?:[\w-]+\s){0,3}?$",
    re.IGNORECASE,
)
_DETECTING: Final = expression(
    r"^(?:detect|identif|diagnos|predict|distinguish|discriminat|different|exclud|rul)\w*", re.I
)


_SAMPLE: Final = expression(
    r"(?:\w+ )?(?:cohorts?|groups?|sets?|samples?|validation|stud(?:y|ies)|data|datasets?|cases)", re.IGNORECASE
)


_AFTER_VALUE: Final = expression(r"Ⓥ[\])]?\s$")


class Told(NamedTuple):
    """A measure word with the value it is said to have and the test it is said of."""

    word: str
    value: Value
    test: str
    end: int
    percent: bool
    people: str = ""
    """Those in whom, where the values of several groups are told."""


def read(sentence: Sentence, used: set[int]) -> list[Finding]:
    """Findings of the accuracy of a test; the outcome names the measure and, where the sentence does, the test."""
    if _ANY.search(sentence.masked) is None:
        return []
    all_told: list[Told] = []
    for told in sorted((*_runs(sentence), *_ahead(sentence)), key=lambda t: t.value.start):
        all_told.append(_shared(sentence, all_told[-1] if all_told else None, told))
    named = Counter((measure_of(t.word), t.word.lower(), t.test, t.people) for t in all_told)
    twice = {key for key, count in named.items() if count > 1}  # of several tests, and nothing says which
    kept = [t for t in all_told if (measure_of(t.word), t.word.lower(), t.test, t.people) not in twice]
    return [found for t in kept for found in _one(sentence, t, used)]


def _shared(sentence: Sentence, before: Told | None, told: Told) -> Told:
    """`X had a sensitivity of 92% and a specificity of 85%`: the test of the value before, in the same clause."""
    if before is None or told.test or told.people:
        return told
    between = sentence.masked[before.value.end : told.value.start]
    if ";" in between or outcome.has_verb(between) or "Ⓥ" in between:
        return told
    return told._replace(test=before.test)


def _runs(sentence: Sentence) -> list[Told]:
    made: list[Told] = []
    for match in _RUN.finditer(sentence.masked):
        words = [m[0] for m in _ANY.finditer(match["run"])]
        link = _LINK.match(sentence.masked[match.end() :])
        if link is None or _open_list(sentence, match.start()) or _misread(link):
            continue
        if link[0].startswith(",") and _AFTER_VALUE.search(sentence.masked[: match.start()]):
            continue  # `77% accuracy, 82% sensitivity`: the value stands before its word
        begin = match.end() + link.start("values")
        starts = [begin + m.start() for m in re.finditer("Ⓥ+", link["values"])]
        end = match.end() + link.end("values")
        place = (match.end() + link.start("test"), match.end() + link.end("test")) if link["test"] else None
        made.extend(_paired(sentence, words, starts, end, match.start(), place))
    return made


def _misread(link: re.Match[str]) -> bool:
    """What stands between word and value is of its own: `sensitivity, with an accuracy of`, `was similar for`."""
    test = link["test"] or ""
    if re.match(r",?\swith\s", link["of"] or "") and re.match(r"\sof\s", link[0][link.end("of") :]):
        return True
    return bool(_ANY.search(test) or outcome.has_verb(test) or re.search(r"\w{3}ed$|\bfrom$", test))


def _open_list(sentence: Sentence, start: int) -> bool:
    """`accuracy, F-measure and sensitivity were`: words before the run stand in the same list and have a value too."""
    before = sentence.masked[max(0, start - 40) : start]
    return bool(re.search(r"(?:^|\s)[\w-]+,\s$|[\w-]+,\s[\w-]+,?\sand\s$", before)) and not _plain_comma(
        sentence, start
    )


def _plain_comma(sentence: Sentence, start: int) -> bool:
    """The comma closes an opening adverbial or a clause, not a member of a list."""
    begin = clauses.skip_lead(sentence.masked, clauses.clause_start(sentence, start), start)
    return begin >= start - 6 or outcome.has_verb(sentence.masked[begin:start])


_ANOTHER: Final = expression(
    r"[;,]?\s?Ⓟ*\s?[\])]?(?:\s?[\[(][^()\[\]Ⓥ]*[\])])?,?\s(?:and|or)\sⓋ+(?!Ⓥ|(?:\s\w+)?\s(?:had|underwent|received)\b)",
    re.IGNORECASE,
)


def _paired(
    sentence: Sentence, words: Sequence[str], starts: Sequence[int], end: int, head: int, place: Place | None
) -> list[Told]:
    """Words with values: as many values as words, group by group with its test; or one word and several tests."""
    rest = sentence.masked[end:]
    if _ANOTHER.match(rest):
        return []  # more values than were understood
    if len(words) == len(starts):
        made: list[Told] = []
        while True:
            behind = _BEHIND.match(sentence.masked[end:])
            test, people = (
                _whose(sentence, (end + behind.start("test"), end + behind.end("test"))) if behind else ("", "")
            )
            more = _FURTHER.match(sentence.masked[end + (behind.end() if behind else 0) :])
            if more is not None and not (test or people):
                return []  # two values a word, and nothing says whose
            subject = "" if test and not _DETECTING.match(test) else _subject(sentence, head, place)
            made.extend(_told(sentence, words, starts, subject or test, end, people))
            if more is None or behind is None:
                return made
            base = end + behind.end()
            starts = [base + more.start("values") + m.start() for m in re.finditer("Ⓥ+", more["values"])]
            end = base + more.end()
            if len(starts) != len(words):
                return []
    if len(words) == 1 and len(starts) > 1 and not re.match(r"^\s?(?:,|and|vs)\s?Ⓥ", rest):
        tests = _tests(sentence, place, len(starts))
        shared = any(sentence.value(s).percent for s in starts)
        return [
            told._replace(percent=told.percent or (shared and _over_one(sentence, told.value)))
            for start, test in zip(starts, tests, strict=False)
            for told in _told(sentence, words, [start], test, end)
        ]
    return []


def _whose(sentence: Sentence, place: Place) -> tuple[str, str]:
    """What stands behind a value: the test it is of, or the people it was measured in."""
    words = " ".join(sentence.text[slice(*place)].split())
    if _ANY.search(words):
        return "", ""
    if arm_names.looks_human(words):
        return "", words
    if _SAMPLE.fullmatch(words):
        return "", ""
    halved = "between" in words and " and " not in words  # `between benign and malignant`, cut at `and`
    return "" if halved else _test(sentence, *place), ""


def _tests(sentence: Sentence, place: Place | None, count: int) -> list[str]:
    """`of A, B and C` as the names of `count` tests; empty when it does not hold exactly so many."""
    if place is None:
        return []
    begin, places = place[0], []
    for match in re.finditer(r",\s(?:and\s)?|\sand\s", sentence.masked[slice(*place)]):
        places.append((begin, place[0] + match.start()))
        begin = place[0] + match.end()
    places.append((begin, place[1]))
    names = [_test(sentence, *p) for p in places]
    return names if len(names) == count and all(names) else []


def _told(
    sentence: Sentence, words: Sequence[str], starts: Sequence[int], test: str, end: int, people: str = ""
) -> list[Told]:
    values = [sentence.value(s) for s in starts]
    shares = any(v.percent for v in values)
    return [
        Told(word, value, test, end, value.percent or (shares and _over_one(sentence, value)), people)
        for word, value in zip(words, values, strict=True)
    ]


def _over_one(sentence: Sentence, value: Value) -> bool:
    """`85.71 and 92.45%`: the sign of percent is printed once for all."""
    figure = sentence.figure(value.figure)
    return figure is not None and figure.value > 1


def _test(sentence: Sentence, start: int, end: int) -> str:
    name = outcome.phrase(sentence, start, end)
    return "" if _ANY.search(name) or re.search(r"\d\.\d", name) or _ACTED.search(name) else name


_ACTED: Final = expression(r"\b[a-z]{3,}ed\s(?:an?|the|from|to|all|between|both)\b|\b[a-z]{3,}ed\s\w+\sfrom\b")
"""A verb inside the words: they are a clause, no test."""


def _subject(sentence: Sentence, head: int, place: Place | None) -> str:
    """The test: behind `of` or `for`, else the subject that had or showed it; empty where neither names one."""
    if place is not None:
        named = _test(sentence, *place)
        if named or not _DETECTING.match(sentence.masked[slice(*place)].strip()):
            return named
    start = clauses.clause_start(sentence, head)
    if (had := _beside(sentence, start, head)) != "":
        return had
    match = _SUBJECT.search(sentence.masked[start:head])
    if match is None:
        beside = re.search(r"(?:[\[(]|\bwith\s(?:an?\s)?(?:[\w-]+\s){0,2})$", sentence.masked[start:head])
        place = clauses.subject_place(sentence, start, start + beside.start()) if beside else None
        return _test(sentence, *place) if place else ""
    if re.search(r"[ⓋⓅⒸⓂⓇ]\s?$", sentence.masked[start : start + match.start("test")]):
        return ""  # `based on 45 proteins`: what is left behind a figure is the end of a longer name
    if sentence.masked[: start + match.start("test")][-1:].isalnum():
        return ""  # a name longer than was read
    begin = clauses.skip_lead(sentence.masked, start + match.start("test"), start + match.end("test"))
    return _test(sentence, begin, start + match.end("test"))


_HAD_TEST: Final = expression(
    rf"(?:{PEOPLE}|Ⓥ|\b[a-z]+ty(?:-[a-z]+)?)\s(?:had|underwent|received)\s(?:(?:both|only|an?|the)\s)*"
    r"(?P<test>[A-Za-z][^ⓋⓅⒸⓂⓇ,;:()]{1,60})\s?[\[(]$",
    re.IGNORECASE,
)
"""`119 had CT (sensitivity 84%, ...)`: what they had is the test."""


def _beside(sentence: Sentence, start: int, head: int) -> str:
    match = _HAD_TEST.search(sentence.masked, start, head)
    if match is None or outcome.has_verb(match["test"]):
        return ""
    named = match["test"].strip()
    return named if len(named) == 2 and named.isupper() else _test(sentence, *match.span("test"))


def _ahead(sentence: Sentence) -> list[Told]:
    """`75% sensitivity and 73% specificity`: the value before its word."""
    found = list(_AHEAD.finditer(sentence.masked))
    made: list[Told] = []
    for match in found:
        before = sentence.masked[: match.start()]
        if re.search(
            r"Ⓥ,?\s(?:and|to|vs\.?|versus|or)\s$|(?:sensitivity|specificity|AUC|value)\s(?:of|was|were)\s$",
            before,
            re.I,
        ):
            continue
        value = sentence.value(match.start("v"))
        if value.percent:
            made.append(Told(match["word"], value, _subject(sentence, match.start(), None), match.end(), True))
    return made


_SHORT: Final = expression(r"\b(?:sens?|spec?)$", re.IGNORECASE)


def _one(sentence: Sentence, told: Told, used: set[int]) -> list[Finding]:
    value, measure = told.value, measure_of(told.word)
    figure = sentence.figure(value.figure)
    if value.start in used or figure is None or value.spread is not None:
        return []
    if not estimate.plausible(measure, value._replace(percent=told.percent), figure):
        return []
    percent = told.percent and measure in _SHARES
    if measure is Measure.PERCENTAGE and not percent:
        return []
    used.add(value.start)
    interval, end = estimate.interval_after(sentence, value)
    bare = re.sub(r"\s?[\[(][A-Z]{2,6}s?[+-]?[\])]", "", told.word)
    named = bare if any(c.isupper() for c in bare[1:]) else bare.lower()
    named = _SHORT.sub(lambda m: "sensitivity" if m[0][1].lower() == "e" else "specificity", named)
    link = "for" if _DETECTING.match(told.test) else "of"
    name = f"{named} {link} {told.test}" if told.test else named
    return [
        build.finding(
            sentence,
            name,
            measure,
            estimate=figure,
            interval=interval,
            p=build.trailing_p(sentence, end),
            unit="%" if percent else value.unit,
            population=told.people,
            clause=(value.start, end),
            judge=False,
        )
    ]


def named(outcome_name: str) -> Measure | None:
    """The measure of accuracy an outcome begins with; None where it begins with none."""
    match = re.match(rf"(?:the |mean |median )*(?P<word>{_WORD})", outcome_name, re.IGNORECASE)
    return measure_of(match["word"]) if match else None


def measure_of(word: str) -> Measure:
    """The measure a word of `_NAMES` names."""
    return next((m for m, names in _NAMES if re.match(rf"(?:{names})", word, re.IGNORECASE)), Measure.OTHER)
