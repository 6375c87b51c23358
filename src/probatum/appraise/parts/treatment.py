"""Whether the intervention and the comparator asked about were tested, or only named."""

from __future__ import annotations

import re
from functools import lru_cache

from probatum import vocabulary
from probatum.appraise import abbreviations, matching
from probatum.appraise.matching import Hit, Zone
from probatum.appraise.parts.wordings import NOTHING, element, generic, mentions, said
from probatum.model import (
    Concept,
    Fit,
    Match,
    Question,
    Record,
    RecordKind,
    Role,
    SectionKind,
    SectionRole,
    Span,
    Study,
)
from probatum.text import words
from probatum.text.expressions import expression


def comparator(concepts: tuple[Concept, ...], record: Record, zones: tuple[Zone, ...]) -> Match:
    """Whether the comparator asked about is named."""
    found = [h for c in concepts for h in matching.hits(matching.names(c), zones) if not matching.absent(h)]
    if not found and any(_OPERATION.fullmatch(c.label) for c in concepts):
        found = [h for zone in zones for h in matching.worded(_OPERATED, zone)]
    return element(Fit.DIRECT, found, record) if found else NOTHING


_OPERATION = expression(r"surgery|operations?|surgical treatment", re.IGNORECASE)
_OPERATED = expression(r"\b\w+(?:ectom(?:y|ies)|plast(?:y|ies)|otom(?:y|ies)|ostom(?:y|ies))\b", re.IGNORECASE)
"""Names of operations: each of them is surgery."""


def intervention(question: Question, record: Record, study: Study, zones: tuple[Zone, ...]) -> Match:
    """Whether the intervention asked about was tested, or only mentioned; else what was tested instead."""
    asked = question.having(Role.INTERVENTION)
    title = [z for z in zones if z.section.kind is SectionKind.TITLE]
    if asked:
        found = list(dict.fromkeys(h for c in asked for h in _standing(c, question, record, zones)))
        strong = [h for h in found if _tested(h, study, record)]
        if strong:
            return element(Fit.DIRECT, strong, record)
        if found:
            return element(Fit.RELATED, found, record)
        broader = [h for c in asked for h in matching.hits(c.broader[:2], title)]
        if broader:
            return element(Fit.RELATED, broader, record)
    return _other_drugs(record, study, title)


def _standing(concept: Concept, question: Question, record: Record, zones: tuple[Zone, ...]) -> list[Hit]:
    """The places where a concept, with the words of its sentence, stands for what the question calls the intervention.

    A drug always does. `serum` alone does not stand for `serum leptin levels`: half of the phrase, weighed by the
    rarity of its words, must be there.
    """
    found = matching.hits(abbreviations.names(concept, question, record), zones)
    found = [h for h in found if not matching.absent(h)]
    if concept.semantic == "drug" or not found:
        return found
    phrase = _phrase(question, concept)
    own = matching.parted(words.stems(f"{concept.text} {concept.label}"))
    if _share(phrase, own) >= HALF:
        return found
    others = [c for c in question.having(Role.INTERVENTION) if c is not concept]
    whole: dict[tuple[str, int], bool] = {}  # by sentence: a name may stand in one many times
    kept = []
    for hit in found:
        place = (hit.zone.section.id, matching.sentence_around(hit)[0])
        if place not in whole:
            whole[place] = _share(phrase, own | _around(hit, others, question, record)) >= HALF
        if whole[place]:
            kept.append(hit)
    return kept


HALF = 0.5


@lru_cache(maxsize=256)
def _phrase(question: Question, concept: Concept) -> tuple[tuple[str, float], ...]:
    """The stems of the question's intervention with their weights; those of the concept alone where it is no part."""
    known = vocabulary.load()
    own = matching.parted(words.stems(concept.text))
    said = words.content(question.intervention)
    if not own & matching.parted(words.stem(w) for w in said):
        said = words.content(concept.text)
    parts = [p for w in said for p in (matching.split(w) or (words.stem(w),)) if not p.isdigit()]
    return tuple((p, known.weight(p) + 0.1) for p in dict.fromkeys(parts))


def _share(phrase: tuple[tuple[str, float], ...], held: frozenset[str]) -> float:
    total = sum(weight for _, weight in phrase)
    return sum(weight for stem, weight in phrase if stem in held) / total if total else 1.0


def _around(hit: Hit, others: list[Concept], question: Question, record: Record) -> frozenset[str]:
    """The stems of the sentence a hit stands in, with those of the other concepts named there by any name."""
    text = hit.zone.section.text
    start, end = matching.sentence_around(hit)
    got = matching.parted(words.stems(text[start:end]))
    for concept in others:
        named = matching.hits(abbreviations.names(concept, question, record), (hit.zone,))
        if any(start <= other.start < end for other in named):
            got |= words.stems(f"{concept.text} {concept.label}")
    return got


def _tested(hit: Hit, study: Study, record: Record) -> bool:
    """A name in the title, in an arm, or in what was done or found makes it the intervention; a remark does not."""
    counted = study.design.randomised and _is_counted(hit)
    if hit.zone.section.kind is SectionKind.TITLE:
        return not counted
    if record.kind is RecordKind.LABEL:
        return False
    span_texts = " ".join(a.span.quote.lower() for a in study.arms)
    if hit.text.lower() in span_texts:
        return True
    if counted or (study.design.randomised and _taken_already(hit)):  # in a cohort it is the very exposure
        return False
    role = matching.role(record, hit)
    if role is SectionRole.CONCLUSIONS and study.design.randomised and any(not a.control for a in study.arms):
        return False  # a trial whose arms are known tests these: `effective where antibiotics are not needed`
    return role is not SectionRole.BACKGROUND


def _taken_already(hit: Hit) -> bool:
    """Whether it is what all people of a study took beside what was tested: `in people who take a statin`."""
    return _ALREADY.search(hit.zone.section.text[max(0, hit.start - 80) : hit.start]) is not None


def _is_counted(hit: Hit) -> bool:
    """Whether its use is what a trial counted: `antibiotic use within 4 weeks` is what another thing lowered."""
    return _COUNTED.match(hit.zone.section.text, hit.end) is not None


_COUNTED = expression(
    r"(?:['\u2019]s?)? (?:use|usage|prescri(?:bing|ptions?)|consumption|requirements?)\b", re.IGNORECASE
)
_ALREADY = expression(
    r"\b(?:(?:who|people|patients|adults|were|are|while|already|all|levels?|triglycerides|cholesterol|disease)"
    r" (?:(?:were|are|is) )?(?:tak(?:e|es|ing)|on|receiving)|,? taking|despite|on top of|treated with|background)"
    r" (?:(?:an?|the|their|stable|background|concomitant|maximal\w*|tolerated|optimal|standard|high-intensity|dose|of)"
    r" )*$",
    re.IGNORECASE,
)


def _other_drugs(record: Record, study: Study, title: list[Zone]) -> Match:
    """Other treatments the title or the arms name."""
    known = vocabulary.load()
    found = [
        (z.section.text[m.start : m.end], Span(record, z.section.id, m.start, m.end))
        for z in title
        for m in mentions(known, z.section.text)
        if m.term.semantic in ("drug", "procedure") and not generic(m.term.label, z.section.text[m.start : m.end])
    ]
    found += [(a.drug, a.span) for a in study.arms if a.drug and not a.control]
    first = dict(reversed(found))
    if not first:
        return NOTHING
    kept = list(dict.fromkeys(w for w, _ in found))[:5]
    return Match(Fit.OTHER, said(kept), tuple(first[w] for w in kept))
