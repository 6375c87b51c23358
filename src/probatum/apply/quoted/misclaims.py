"""Misclaims: what is added to a quotation that claims an effect where its own test, or its source's, shows none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.apply import wording
from probatum.apply.quoted.choosing import abbreviated, spelled
from probatum.model import Appraisal, Finding, Record, SectionKind, SectionRole, Span
from probatum.text import sentences, statistics, words
from probatum.text.expressions import caseless, expression

_RATIO: Final = expression(r"\b(?:[a-z]?(?:OR|RR|HR|IRR)s?|(?:odds|risk|hazard|rate) ratios?)\b")
_CLAIMS: Final = caseless(
    r"\b(?:associat\w*|predict\w*|risk factors?|significant\w*|(?:increas|reduc|decreas|lower|improv|prevent|protect"
    r"|benefi|favou?r)\w*|better|superior\w*|effective\w*|efficac\w+|higher|fewer|less|more)\b"
)
_DENIES: Final = caseless(
    r"\b(?:no|not|nor|neither|without|non-?significant\w*|insignificant\w*|n't|fail(?:ed|s)? to|similar\w*|comparable"
    r"|unchanged|same|trend\w*|tend(?:ed|ency)?|uncertain|inconclusive|whether|unclear)\b"
)


class _Test(NamedTuple):
    """A test that showed no difference: what it prints, and where in its text."""

    start: int
    said: str


def misclaimed(text: str, alpha: float | None) -> str:
    """What to add where a sentence claims an effect and its own interval or p value shows none."""
    level = alpha or wording.DEFAULT_ALPHA
    failed = [t for t in _failed(text, level) if _claimed(text, t.start)]
    spans = list(dict.fromkeys(t.said for t in failed if t.said.startswith("the interval")))
    if spans:
        return f" ({wording.join(spans)})"
    values = list(dict.fromkeys(t.said for t in failed))
    return (
        f" ({wording.join(values)} {'is' if len(values) == 1 else 'are'} not significant at {level:g})"
        if values
        else ""
    )


def _failed(text: str, level: float) -> Iterator[_Test]:
    """The tests of a sentence that reach no significance."""
    for m in statistics.read_intervals(text):
        if m.kind == "CI" and _RATIO.search(text[max(0, m.start - 60) : m.start]) and m.low <= 1 <= m.high:
            low, high = text[m.low_start : m.low_end], text[m.high_start : m.high_end]
            yield _Test(m.start, f"the interval {low} to {high} includes no difference")
    for p in statistics.read_p(text):
        if p.value is not None and statistics.judge(p.relation, p.value, level) is False:
            yield _Test(p.start, f"p {p.relation} {p.value:g}")


def _claimed(text: str, at: int) -> bool:
    """Whether the words before a test claim an effect: of those that claim and those that deny the last ones count, and
    a denial anywhere in their clause."""
    begin = max((m.end() for m in _CLAUSE.finditer(text, 0, at)), default=0)
    for start in dict.fromkeys((begin, 0)):
        clause = text[start:at]
        if _DENIES.search(clause):
            return False
        if _CLAIMS.search(clause):
            return True
    return False


_CLAUSE: Final = caseless(r"\.\s|;\s|,? (?:but|whereas|while|although|however)\b")


# --- against the results of the same source


def contradicted(span: Span, appraisal: Appraisal) -> str:
    """What to add to a conclusion that claims an effect on an outcome of which its source's own results show none."""
    text = span.quote
    if span.source_section.role is SectionRole.RESULTS or not _CLAIMS.search(text) or _DENIES.search(text):
        return ""
    said = spelled(span)
    told = {
        name: test
        for name, stems, test in _without_effect(appraisal)
        if stems and stems <= said and not _shown(stems, appraisal) and test not in text
    }
    if not told:
        return ""
    level = appraisal.study.alpha or wording.DEFAULT_ALPHA
    rows = [f"{name}: {test}" for name, test in told.items()]
    return f" (in its own results {'; '.join(rows[:MOST])}, not significant at {level:g})"


MOST: Final = 2


def _without_effect(appraisal: Appraisal) -> Iterator[tuple[str, frozenset[str], str]]:
    """Outcomes of which a source's own test showed nothing: name, stems with short forms spelled out, the test."""
    record = appraisal.record
    for finding in appraisal.findings:
        if finding.significant is False and not finding.harm and finding.p is not None and finding.outcome:
            yield finding.outcome, _stems(finding.outcome, record), finding.p.text
    yield from _coordinated(record, appraisal.study.alpha or wording.DEFAULT_ALPHA)


def _coordinated(record: Record, level: float) -> Iterator[tuple[str, frozenset[str], str]]:
    """`improvements in A and B (p = 0.03 and p = 0.15)`: two names, two tests, one by one."""
    for section in record.sections:
        if section.kind is not SectionKind.ABSTRACT:
            continue
        for start, end in sentences.split(section.text):
            text = section.text[start:end]
            values = statistics.read_p(text)
            named = _TWO.search(text[: values[0].start]) if len(values) == len(("A", "B")) else None
            if named is None:
                continue
            for name, p in zip((named["a"], named["b"]), values, strict=True):
                if p.value is not None and statistics.judge(p.relation, p.value, level) is False:
                    yield name, _stems(name, record), f"p {p.relation} {p.value:g}"


_TWO: Final = caseless(r"\b(?:in|on|of|for) (?:the )?(?P<a>[\w-]{2,30}(?: [\w-]{2,30}){0,2}) and (?P<b>[\w-]{2,30})\b")


def _stems(name: str, record: Record) -> frozenset[str]:
    """The stems of a name; of a short form alone, those of what it stands for."""
    long = abbreviated(record, name)
    return long if long and len(name.split()) == 1 else words.stems(name) | long


def _shown(stems: frozenset[str], appraisal: Appraisal) -> bool:
    """Whether another test of the very outcome did show an effect: at another time, in other people."""
    return any(_same(f, stems, appraisal.record) for f in appraisal.findings if f.significant)


def _same(finding: Finding, stems: frozenset[str], record: Record) -> bool:
    return bool(finding.outcome) and _stems(finding.outcome, record) == stems
