"""A sentence as words and cells: what a bracket tells of results is read once, and the bracket becomes one sign.

`pain (3 v 5; p = 0.01) and itch (RR 0.8, 95% CI 0.7 to 0.9) were lower` has the skeleton `pain Ⓑ and itch Ⓑ were
lower`, of the same length as the sentence, so that every offset stays true and the patterns of `roles` stay short.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from probatum.appraise.findings import brackets, estimate, outcome
from probatum.appraise.findings.mentions import P_SIGN, Mention
from probatum.appraise.findings.sentence import Sentence
from probatum.appraise.findings.values import Place, Value
from probatum.model import Measure
from probatum.text.expressions import expression

CELL, ASIDE = "Ⓑ", "ⓠ"
"""Signs of a bracket with results, and of one without (`(COPD)`, `(n = 12)`)."""
_RESULT: Final = expression("[ⓋⓅⒸⓂⓇ]")
_FIGURES: Final = expression("[ⓋⒸⓂⓇ]")
_OPENS: Final = expression(r"[\[({]")
_CLOSING: Final = {"(": ")", "[": "]", "{": "}"}
_LABEL: Final = expression(
    r"^[\s,;:]*(?>(?:[\w-]{0,40}adjusted|multivaria\w+|univaria\w+|(?:incidence\s)?(?:rate|odds|hazards?|risk)\sratios?|"
    r"per\s(?:[\w Ⓧ/-]{1,25}\s)?(?:increase|year|unit|SD|decade|point|day)s?|(?:[ⓋⓍ]+|one|two|three|four|five|six|"
    r"seven|eight|nine|ten)\s(?:[\w-]+\s){0,2}?(?:stud(?:y|ies)|trials?|trails?|RCTs?|participants?|patients?|women|men|"
    r"people|children|infants|adults|subjects|comparisons|cohorts|events)|mantel[-–]haenszel|cochran\w*|stratified|multiple|crude|pooled|overall|respectively|mean|difference|and|an?|the|of|with|"
    r"log[- ]?rank|test|Fisher'?s?|exact|two-sided|intention|treat|per|summary|weighted|corresponding|estimated|effect|"
    r"fully|median|i\.?e|relative|absolute|n|[ⓅⓍⓃⓉⒹ]+)(?![a-z])[\s,;:.()\[\]/=-]*)*$",
    re.IGNORECASE,
)
"""What may stand before the figures of a bracket without naming an outcome of its own."""


class Told(NamedTuple):
    """One result of a bracket: two groups' figures, an estimate, both, or a p value alone."""

    label: Place | None = None
    """What the bracket itself calls it: `(pain, 3 v 5)`."""
    pair: tuple[int, int] | None = None
    estimate: tuple[Measure, Value] | None = None
    p: Mention | None = None


class Cell(NamedTuple):
    """A bracket with results; `told` is empty where it holds more than was understood."""

    start: int
    end: int
    told: tuple[Told, ...]


class Skeleton(NamedTuple):
    """The signs of a sentence and its cells in order."""

    signs: str
    cells: tuple[Cell, ...]


def of(sentence: Sentence) -> Skeleton:
    """The skeleton of a sentence."""
    return sentence.once(_made)


def _made(sentence: Sentence) -> Skeleton:
    chars = list(sentence.masked)
    found: list[Cell] = []
    for start, end in _brackets(sentence.masked):
        if _RESULT.search(sentence.masked, start, end) and not _sizes(sentence, start, end):
            found.append(Cell(start, end, tuple(_told(sentence, start, end))))
        chars[start:end] = (CELL if found and found[-1].start == start else ASIDE) * (end - start)
    for start, end, told in _open(sentence, "".join(chars)):
        found = [cell for cell in found if not start <= cell.start < end]
        found.append(Cell(start, end, (told,)))
        chars[start:end] = CELL * (end - start)
    return Skeleton("".join(chars), tuple(sorted(found)))


def _sizes(sentence: Sentence, start: int, end: int) -> bool:
    """`(7 studies, 280 participants)`: how many there were."""
    values = [v for v in sentence.values if start < v.start < end]
    bare = not any(v.percent or v.unit or v.spread or v.events or v.bracket for v in values)
    bare = bare and not any(re.search(r"\d[.·]\d", sentence.text[slice(*v.figure)]) for v in values)
    return bool(values) and bare and not re.search(r"[ⓅⒸⓂⓇ]|\b(?:vs?|versus)\b", sentence.masked[start:end])


def _brackets(masked: str) -> Iterator[Place]:
    """The outermost brackets; one that is never closed is none."""
    at = 0
    while (opening := _OPENS.search(masked, at)) is not None:
        close, depth = _CLOSING[opening[0]], 0
        end = -1
        for index in range(opening.start(), min(len(masked), opening.start() + 400)):
            depth += masked[index] == opening[0]
            depth -= masked[index] == close
            if depth == 0:
                end = index + 1
                break
        if end > 0:
            yield opening.start(), end
        at = end if end > 0 else opening.end()


def _told(sentence: Sentence, start: int, end: int) -> Iterator[Told]:
    """What a bracket tells; nothing when its parts cannot be told apart."""
    pairs = [b for b in sentence.once(_pairs) if (b.start, b.end) == (start, end)]
    estimates = [m for m in sentence.once(estimate.mentions) if start < m[0].start() < end]
    if any(m[4] is not None for m in estimates):
        return
    marks = [m for m in sentence.marks if m.sign == P_SIGN and start < m.start < end]
    if len(pairs) == 1 and len(estimates) <= 1:
        one = (estimates[0][1], estimates[0][2]) if estimates else None
        yield Told(pairs[0].label, (pairs[0].one, pairs[0].two), one)
    elif len(pairs) > 1 and not estimates:
        yield from (Told(b.label, (b.one, b.two)) for b in pairs)
    elif not pairs and estimates:
        begin = start + 1
        labels = []
        for match, _, _, after, _ in estimates:
            labels.append(_label(sentence, begin, match.start()))
            begin = sentence.masked.find(";", after, end) + 1 or end
        if len(estimates) == 1 or all(labels):
            for label, (_, measure, value, _, _) in zip(labels, estimates, strict=True):
                yield Told(label, None, (measure, value))
    elif not pairs and len(marks) == 1 and not _FIGURES.search(sentence.masked, start, end):
        yield Told(p=marks[0])


def _pairs(sentence: Sentence) -> tuple[brackets.Bracket, ...]:
    return tuple(brackets.read(sentence))


def _label(sentence: Sentence, start: int, stop: int) -> Place | None:
    """The words of a bracket before its measure, where they are more than words of statistics."""
    if start >= stop or _LABEL.match(sentence.masked[start:stop]):
        return None
    lead = re.match(r"[\s,;:]*(?:and\s)?", sentence.masked[start:stop])
    tail = re.search(r"[\s,;:(\[-]*$", sentence.masked[start:stop])
    place = (start + (lead.end() if lead else 0), start + (tail.start() if tail else stop - start))
    return place if place[0] < place[1] else None


_BEFORE: Final = expression(
    r"(?:[,:;]\s|[,:;]?\s(?:with|by|showing|at)\s)(?:(?:an?|the)\s)?(?:pooled\s|adjusted\s|corresponding\s)?$|\s$"
)
_LIMITS: Final = expression(rf"(?:\s?[,;]?\s?(?:[ⒸⓅⓇ]+|{CELL}+))*")


def _open(sentence: Sentence, signs: str) -> Iterator[tuple[int, int, Told]]:
    """Estimates without brackets behind what they are of: `A lowered mortality: rate ratio 0.54 (0.4-0.7)`."""
    for match, measure, value, end, what in sentence.once(estimate.mentions):
        if what is not None or signs[match.start()] in (CELL, ASIDE):
            continue
        lead = _BEFORE.search(signs, 0, match.start())
        link = sentence.masked[match.end() : value.start]
        if lead is None or outcome.has_verb(link):
            continue
        begin = lead.start() if lead[0] != " " else match.start()
        after = _LIMITS.match(signs, end)
        yield begin, after.end() if after else end, Told(None, None, (measure, value))
