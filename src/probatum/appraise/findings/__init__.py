"""Findings: what a record reports was found, typed, each figure with the characters it stands on.

A sentence is marked (`mentions`, `values`), then read by one small module a pattern: `comparison` (arms with their
results), `achieved` (A lowered it by 5 points more than B), `acted_by`
(A lowered it by 9 %), `listed` (results in brackets behind what they are of),
`estimate` (RR, OR, HR, differences), `relative`, `change`, `counts`, `proportions`, `words` (comparisons without
figures). Figures that no pattern takes are given to the
`groups` that the sentence names: in brackets behind their outcome (`items`) or beside their group (`beside`). Where no
pattern reads anything in a sentence of an abstract, weights choose what its figures are of (`weighed`).
Tables are read by their cells: `tables` (arms over the columns), `crosswise` (arms in the rows). Results posted in
a registry are read by their fields (`registry`, `registry_analyses`). Precision goes before recall: where an arm, a
number or an outcome is not certain, nothing is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from probatum.appraise.findings import (
    accuracy,
    achieved,
    acted_by,
    change,
    comparison,
    counts,
    crosswise,
    differences_listed,
    estimate,
    holding,
    in_turn,
    interaction,
    levels,
    levels_listed,
    listed,
    needed,
    parted,
    proportions,
    ratios_for,
    registry,
    registry_analyses,
    relative,
    respective,
    select,
    shares_listed,
    standing,
    table_notes,
    tables,
    taken_back,
    weighed,
    words,
)
from probatum.appraise.findings.arms import words_of
from probatum.appraise.findings.sentence import Context, Sentence
from probatum.model import Finding, Measure, Record, RecordKind, SectionKind, SourceSection, Span, Study
from probatum.text.expressions import expression

_TRIGGER = expression(
    r"\d|\b(?:significan|differ|no |none|associated|similar|higher|lower|greater|unchanged|adverse|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty per ?cent|per ?cent)",
    re.IGNORECASE,
)
_OPERATOR = expression(r"\d⋅\d")
"""`1⋅49`, with the sign of a product for a decimal point, which would be read as 1."""
_WITH_ANOTHER = expression(
    r"\W*(?:when |if )?(?:pooled|combined|meta-analy[sz]ed|taken|put|analy[sz]ed) (?:together )?with "
    r"(?:(?!placebo)[^,;]){0,80}\b(?:trials?|stud(?:y|ies)|results|data)\b",
    re.IGNORECASE,
)
"""`Pooled with the first trial, ...`: a result of several studies is none of the one that tells it."""
_LOWER_WORD = expression(r"(?<![A-Za-z])[a-z]{3,}")


def read(record: Record, study: Study) -> tuple[Finding, ...]:
    """All findings of a record, in the order of its text. Pure; raises nothing for odd input."""
    context = context_of(record, study)
    found: list[Finding] = []
    for line in select.reporting(record):
        text = line.section.text[line.start : line.end]
        if len(text) > 1200 or _torn(line.section.text, line.end) or _OPERATOR.search(text):
            continue
        if not _TRIGGER.search(text) or (_WITH_ANOTHER.match(text) and not study.design.synthesis):
            continue
        sentence = Sentence.read(context, line.section, line.start, line.end, line.role)
        found.extend(_sentence(sentence))
    found = taken_back.revised(holding.held(record, found))
    posted: dict[str, list[Finding]] = {}
    for section in record.sections:
        if section.kind is not SectionKind.TABLE:
            continue
        if record.kind is RecordKind.REGISTRY_ENTRY:
            found.extend(_posted(context, section, posted))
        else:
            note = table_notes.of(record, section)
            found.extend(tables.read(context, section, note) or crosswise.read(context, section, note))
    return tuple(found)


def _posted(context: Context, section: SourceSection, posted: dict[str, list[Finding]]) -> Iterable[Finding]:
    """Results posted in a registry. `posted` keeps those of each outcome for the analyses that follow it."""
    if section.code.startswith("outcome:"):
        posted[section.id] = list(registry.outcomes(context, section))
        return posted[section.id]
    if section.code == "analysis":
        return registry_analyses.analysis(context, section, posted.get(section.id.partition(".analysis.")[0], []))
    if section.code.startswith("events:"):
        return registry_analyses.events(context, section)
    return ()


def _torn(text: str, end: int) -> bool:
    """A sentence that ends in a number and goes on with one was cut inside a decimal (`14. 8%`)."""
    return bool(re.search(r"\d\.$", text[max(0, end - 2) : end]) and re.match(r"\s?\d", text[end : end + 2]))


def _sentence(sentence: Sentence) -> list[Finding]:
    """All findings of one sentence, in the order of its figures: of patterns, or where they read none, of weights."""
    found = by_patterns(sentence) or _sound(sentence, weighed.read(sentence))
    return sorted(found, key=_place)


def by_patterns(sentence: Sentence) -> list[Finding]:
    """What the patterns read in a sentence; they are asked in order, and each figure is used once."""
    used: set[int] = set()
    made = relative.read(sentence, used)
    made += accuracy.read(sentence, used)
    made += needed.read(sentence, used)
    made += interaction.read(sentence, used)
    made += respective.read(sentence, used)
    made += achieved.read(sentence, used)
    made += differences_listed.read(sentence, used)
    made += comparison.read(sentence, used)
    made += in_turn.read(sentence, used)
    made += change.read(sentence, used)
    made += ratios_for.read(sentence, used)
    made += acted_by.read(sentence, used)
    made += [one for one in listed.read(sentence, used, _taken(sentence, made)) if not _told_before(one, made)]
    made += estimate.read(sentence, used)
    used |= _taken(sentence, made)
    made += proportions.read(sentence, used)
    made += counts.read(sentence, used)
    made += levels_listed.read(sentence, used)
    made += levels.read(sentence, used)
    made += shares_listed.read(sentence, used)
    made += words.read(sentence, made)
    return _sound(sentence, made)


def _sound(sentence: Sentence, made: list[Finding]) -> list[Finding]:
    """Those that can stand, each outcome of a list by itself."""
    told = (part for found in made for part in parted.of(sentence, found))
    return [sound for found in told for sound in standing.of(sentence, found)]


def _told_before(found: Finding, made: list[Finding]) -> bool:
    """A p value alone that belongs to figures which were read."""
    places = {one.p.figure.span for one in made if one.p is not None}
    return found.measure is Measure.P_ONLY and found.p is not None and found.p.figure.span in places


def _taken(sentence: Sentence, made: list[Finding]) -> set[int]:
    """The values whose figures findings have: `listed` reads what the patterns before it saw and left."""
    figures = [f for found in made for a in found.arms for f in (a.value, a.baseline, a.events, a.spread)]
    figures += [found.estimate for found in made]
    places = {f.span.start - sentence.start for f in figures if f is not None}
    return {v.start for v in sentence.values if any(v.start <= at < v.end for at in places)}


def _place(finding: Finding) -> int:
    """Where the first figure of a finding stands."""
    figures = [a.value for a in finding.arms] + [finding.estimate, None if finding.p is None else finding.p.figure]
    starts = [f.span.start for f in figures if f is not None]
    return min(starts, default=finding.sentence.start)


def sentences(record: Record) -> tuple[Span, ...]:
    """The sentences that report results of this record, for quoting where no finding could be read."""
    return tuple(Span(record, x.section.id, x.start, x.end) for x in select.reporting(record))


def conclusions(record: Record) -> tuple[Span, ...]:
    """The sentences in which the authors conclude."""
    return tuple(Span(record, x.section.id, x.start, x.end) for x in select.lines(record) if select.concludes(x))


def context_of(record: Record, study: Study) -> Context:
    """What the readers know of the record that a sentence stands in."""
    names = " ".join((record.title, *(f"{arm.name} {arm.drug}" for arm in study.arms)))
    kept = (SectionKind.ABSTRACT, SectionKind.TITLE)
    text = " ".join(section.text for section in record.sections if section.kind in kept)
    return Context(record, study, words_of(names), frozenset(_LOWER_WORD.findall(text)))
