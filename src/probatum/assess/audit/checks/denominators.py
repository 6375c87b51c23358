"""Is a count set against the right total?"""

from __future__ import annotations

import re
from itertools import pairwise

from probatum.assess.audit import arms, keys
from probatum.assess.audit.arms import Arm
from probatum.assess.audit.case import Cited
from probatum.assess.audit.figures import Claimed
from probatum.assess.audit.opinion import Opinion, probe
from probatum.assess.audit.source import Source, Unit
from probatum.assess.audit.working import fractions
from probatum.model import Fault
from probatum.text import numerals
from probatum.text.expressions import expression

_OF_WHOLE = expression(
    r"\b(?:[Oo]f|[Aa]mong|[Oo]ut of) (?:the |all |these |those )?([0-9][0-9,]{0,6}) [a-z][\w\s-]{1,60}?,? "
    r"([0-9]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) "
    r"(?:(?:had|were|was|did|got|took|withdrew|died|[a-z]+ed)\b[\w\s-]{0,60})?\(([0-9]{1,3}(?:\.[0-9]+)?) ?%\)"
)
"""`Of the 80 failures, 8 (88.9%)`."""

_OWN_COUNT = expression(r"\s?[(\[]\s?[0-9]+ (?:of|/) [0-9]|\s?[(\[]\s?[0-9]+/[0-9]")
"""What stands behind a percentage that has a count of its own."""


@probe(
    name="denominators",
    order=50,
    purpose="`n of N (x%)` comes out, and N is the total that the source sets n against.",
    source="Altman DG, Bland JM. Missing data (2007), doi:10.1136/bmj.38977.682025.2C; CONSORT 2010 item 17b",
)
def denominators(case: Cited) -> Opinion | None:
    """Number differs when count, total and percentage of a sentence do not agree, or the source has another total."""
    whole = _OF_WHOLE.search(case.text)
    part = 0.0 if whole is None else float(whole[2]) if whole[2].isdigit() else float(numerals.spelt(whole[2]))
    if whole and not _agree(part, float(whole[1].replace(",", "")), whole[3]):
        total = whole[1]
        told = f"{whole[2]} of {total} is {100 * part / float(total.replace(',', '')):.3g} %, not {whole[3]} %"
        return Opinion(Fault.DENOMINATOR, told, tuple(a.unit.span for _, a in case.best[:1]))
    claims, listed = case.figures, _in_order(case)
    for at, claim in enumerate(claims[:-1]):
        total = claims[at + 1]
        if total.part != "of" or total.start != claim.start or claim.value < 1 or total.value <= 0:
            continue
        behind = _percent(case.text, claim) if not claim.word else _bracketed(case, claim, total)
        later = next((c for c in claims[at + 2 :] if c.part == "of"), None)
        if behind and later and claim.end < later.start and behind[1] in case.text[later.end : later.end + _BESIDE]:
            behind = None  # `cytokeratin 7/20 ... in 28 of 36 (77.8%)`: that of the next count
        percent = listed.get(claim.start) or (behind[1] if behind else "")
        right = _right(case, claim, total)
        if percent and not _agree(claim.value, total.value, percent):
            told = f"{claim.value:g} of {total.value:g} is {100 * claim.value / total.value:.3g} %, not {percent} %"
            if right:
                told += f"; the source has {right[1]}"
            return Opinion(Fault.DENOMINATOR, told, (right[0].span,) if right else (), right[1] if right else "")
        if right and not _paired(case, claim, total):
            told = f"the source sets {claim.value:g} against {right[1]}, not {total.value:g}"
            return Opinion(Fault.DENOMINATOR, told, (right[0].span,), right[1])
    return None


def _in_order(case: Cited) -> dict[int, str]:
    """`16 of 20 and 4 of 20, that is 80% and 20%`: to each count by its place the percentage of the same rank."""
    counts = [c.start for c, total in pairwise(case.figures) if total.part == "of" and total.start == c.start]
    if len(counts) < 2:
        return {}
    between, behind = case.text[counts[0] : counts[-1]], case.text[counts[-1] :]
    percents = [m[1] for m in _PERCENT.finditer(behind)]
    if "%" in between or len(percents) != len(counts):
        return {}
    return dict(zip(counts, percents, strict=True))


_PERCENT = expression(r"([0-9]{1,3}(?:\.[0-9]{1,4})?)\s?%")


def _percent(text: str, claim: Claimed) -> re.Match[str] | None:
    """The percentage that goes with a count: before it (`29% (20 of 68)`), else in brackets behind it."""
    before = re.search(r"([0-9]{1,3}(?:\.[0-9]+)?)\s?%\s?[(\[,:]?\s?\Z", text[max(0, claim.start - 14) : claim.start])
    if before:
        return before
    found = re.match(r"[^%;(]{0,60}?\(?\s?([0-9]{1,3}(?:\.[0-9]+)?)\s?%", text[claim.end : claim.end + 76])
    if found and _OWN_COUNT.match(text, claim.end + found.end()):
        return None  # `12 of 101 with A and 15% (17 of 111) with B`: that of the next count
    return found


def _bracketed(case: Cited, claim: Claimed, total: Claimed) -> re.Match[str] | None:
    """The only percentage of a sentence, in brackets of its own, for a count in words: `three of 40 ... (7.5%)`."""
    shares = [c for c in case.figures if c.kind == "percent"]
    counts = [c for c in case.figures if c.part == "of"]
    found = _IN_BRACKETS.search(case.text, claim.end) if len(shares) == len(counts) == 1 and total.value > 10 else None
    return found if found and found.start() - claim.end < _FAR else None


_IN_BRACKETS = expression(r"\(\s?([0-9]{1,3}(?:\.[0-9]{1,2})?)\s?%\s?\)")
_FAR = 90
_BESIDE = 30


def _agree(count: float, total: float, printed: str) -> bool:
    places = len(printed.split(".")[1]) if "." in printed else 0
    return abs(100 * count / total - float(printed)) <= 0.5 * 10.0**-places + 0.06


def _paired(case: Cited, claim: Claimed, total: Claimed) -> bool:
    """True when a source sets the count against the total on the same matter: in one sentence, or the count in a row
    and
    the total above."""
    for source in case.sources:
        for unit in source.units:
            if unit.meeting(claim) is None or (case.topic and not case.topic & source.expanded(unit)):
                continue
            set_against = [f.total for f in fractions(unit.text) if f.part == claim.value]
            if set_against and total.value not in set_against:
                continue  # it is set against another total here
            shared = not unit.row and not set_against and bool(_cell(unit, claim, total))
            if unit.meeting(total) is not None and not shared and not _elsewhere(unit, claim, total):
                return True
    return False


def _elsewhere(unit: Unit, claim: Claimed, total: Claimed) -> bool:
    """True when a count of a row stands only under heads that print another total."""
    if not unit.row:
        return False
    heads = [unit.column(f.start) for f in unit.figures if f.value == claim.value and not f.places]
    sizes = [float(m[1].replace(",", "")) for h in heads if (m := _SIZE.search(h))]
    return bool(sizes) and len(sizes) == len(heads) and total.value not in sizes


_SIZE = expression(r"\b[nN]\s?=\s?([0-9][0-9,]*)")


def _right(case: Cited, claim: Claimed, total: Claimed) -> tuple[Unit, str] | None:
    for source in case.sources:
        for unit in source.units:
            label = keys.of(unit.text.split("\t", 1)[0]) if unit.row else unit.keys
            if unit.meeting(claim) is None or not (case.topic & label or _alone(case, unit, claim)):
                continue
            found = [f for f in fractions(unit.text) if f.part == claim.value]
            own = [f for f in found if _under(case, source, unit, f.start)] or found
            if own and all(f.total != total.value for f in found):
                return unit, own[0].text
            if unit.row and (place := _cell(unit, claim, total) or _sized(case, source, unit, claim, total)):
                return unit, place
            if not unit.row and not claim.word and not found and (place := _shared(case, unit, claim, total)):
                return unit, place
            if (
                not unit.row
                and not claim.word
                and not found
                and unit.meeting(total)
                and (place := _cell(unit, claim, total))
            ):
                return unit, place
    return None


_PRECISE = 100
"""Count from which its only place in a source is taken for its own, whatever stands beside it is called."""


def _alone(case: Cited, unit: Unit, claim: Claimed) -> bool:
    """True for a row that holds a large count which no other passage holds."""
    if not unit.row or claim.value < _PRECISE or claim.word:
        return False
    return not any(u is not unit and u.figures and u.meeting(claim) for s in case.sources for u in s.units)


_LEAST = 5
"""Counts below stand anywhere."""
_OWN_SHARE = expression(
    r"(?<![\w.,/])(?P<count>[0-9]{1,6})\s(?!of\b|out\b)[A-Za-z][A-Za-z' -]{2,80}?\s?"
    r"\((?P<share>[0-9]{1,3}(?:\.[0-9]{1,2})?)\s?%\)"
)
"""`13 people on placebo who fainted (32.5%)`."""


def _shared(case: Cited, unit: Unit, claim: Claimed, total: Claimed) -> str:
    """The share that a passage gives a count in words of its own, where the total claimed makes another of it."""
    if claim.value < _LEAST or not case.topic & unit.keys:
        return ""
    told = [m for m in _OWN_SHARE.finditer(unit.text) if float(m["count"]) == claim.value and float(m["share"]) > 0]
    if not told or any(_agree(claim.value, total.value, m["share"]) for m in told):
        return ""
    share = told[0]["share"]
    return f"{told[0]['count']} ({share} %), that is of about {100 * claim.value / float(share):.0f}"


def _under(case: Cited, source: Source, unit: Unit, place: int) -> bool:
    """True when the cell at a place stands under the sentence's own treatment."""
    head = unit.column(place)
    doses = [a.dose for a in case.arms if a.dose]
    if doses and head:
        return any(arms.located(Arm("", 0, 0, frozenset(), d), head, source) for d in doses)
    return bool(head) and any(arms.located(a, head, source) for a in case.treatments)


def _sized(case: Cited, source: Source, unit: Unit, claim: Claimed, total: Claimed) -> str:
    """The total over the only cell that holds the count, where it stands under the sentence's own treatment."""
    cells = [f.start for f in unit.figures if f.value == claim.value and not f.places]
    own = len(cells) == 1 and _under(case, source, unit, cells[0])
    size = _SIZE.search(unit.column(cells[0])) if own else None
    return f"{claim.value:g} of {size[1]}" if size and float(size[1].replace(",", "")) != total.value else ""


def _cell(unit: Unit, claim: Claimed, total: Claimed) -> str:
    """`12 (20.7)` in a row, whose percentage is not that of the total claimed."""
    for match in re.finditer(r"(?<![\w.])([0-9]{1,6})\s?\(\s?([0-9]{1,3}(?:\.[0-9]+)?)\s?%?\s?\)", unit.text):
        if float(match[1]) == claim.value and float(match[2]) > 0 and not _agree(claim.value, total.value, match[2]):
            return f"{match[1]} ({match[2]} %), that is of about {100 * claim.value / float(match[2]):.0f}"
    return ""
