"""Missed: what labels say of a dose that was forgotten or came up again, where the question asks that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, directives, source_name
from probatum.apply.labels import stopping, told_or_not
from probatum.apply.quoted.salience import sentences_in
from probatum.model import Appraisal, Directive, Kind, Role
from probatum.text import words
from probatum.text.expressions import caseless
from probatum.text.missed import asks, came_up, gap, run_out

__all__ = ["after_a_gap", "asks", "gap", "rows", "run_out", "say"]

MOST: Final = 2
_TELLS: Final = caseless(
    r"\b(?:missed|forgotten|omitted)\b[^.;]{0,40}\b(?:dos|tablets?\b|pills?\b)|\bdose[^.;]{0,40}\b(?:missed|forgotten)\b"
)


def rows(context: Context) -> list[tuple[Appraisal, Directive]]:
    """What the labels of the medicine say of a missed dose: first what is for the people that the question tells of,
    then what goes for everybody. What is done about a single one is no word on several."""
    people = [c.label for c in context.question.having(Role.POPULATION)]
    asked = words.stems(" ".join((context.question.read, *people)))

    def place(row: tuple[Appraisal, Directive]) -> int:
        some = _OF_SOME.search(row[1].text)
        return 1 if some is None else 0 if words.stems(some["whom"]) & asked else 2

    told = [(a, d) for a in context.labels for d in a.directives if _TELLS.search(d.text)]
    if _SEVERAL.search(context.question.read):
        told = [row for row in told if not _SINGLE.search(row[1].text)]
    return sorted(told, key=place)


_SINGLE: Final = caseless(r"\b(?:a single|one) (?:missed|forgotten)\b")
_SEVERAL: Final = caseless(
    r"\b(?:[2-9]|two|three|four|five|several|a few|a couple of|both|many) (?:of )?(?:(?:my|the|his|her|them"
    r"|[\w-]+) ){0,6}"
    r"(?:pills?|tablets?|doses?)\b"
)
_OF_SOME: Final = caseless(
    r"\bin (?P<whom>the first \d+ (?:days?|weeks?|months?)(?: of [\w ]+)?|(?:[\w-]+ ){0,4}(?:diseases?|thrombosis"
    r"|failure|fibrillation|diabetes|children|epilepsy|infections?|syndromes?))\b"
)
"""Those alone of whom a direction is: whoever begins, or has one of the illnesses that it is for."""


def say(draft: Draft, context: Context) -> bool:
    """What a label says of it, else that none does; False where nothing of the kind is asked."""
    if not context.drug_like or not asks(context.question.read):
        return False
    if came_up(context.question.read):
        return _vomited(draft, context)
    if run_out(context.question.read):
        return _run_out(draft, context)
    if gap(context.question.read):
        return _after_a_gap(draft, context)
    if not (found := rows(context)[:MOST]) and _advised(draft, context):
        return True
    lead, easy = _by_time(" ".join(item.text for _, item in found), context.question.read)
    told_or_not.say(
        draft,
        found,
        lead,
        easy,
        lacking=f"no source of the library tells what to do when a dose of {wording.join(context.named)} was missed",
    )
    return True


def _advised(draft: Draft, context: Context) -> bool:
    """What a guideline on missed doses says of the medicine: of as many as were missed, where that is told."""
    drugs = [c for c in context.question.concepts if c.semantic == "drug"]
    own = [(c.label, c.text, *c.synonyms[:8]) for c in drugs]
    held = {a.record.id: a for a in (*context.guidelines, *context.appraisals) if _TITLED.search(a.record.title)}
    every = [(a, one) for a in held.values() for one in sentences_in(a.record) if _TITLED.search(one.span.quote)]
    by_class = [tuple(c.broader) for c in drugs if c.broader]
    told = next(
        (found for names in (own, by_class) if (found := [r for r in every if _names(r[1].span.quote, names)])), []
    )
    several = _SEVERAL_DOSES.search(context.question.read) is not None
    of_number = [row for row in told if bool(_TWO_OR_MORE.search(row[1].span.quote)) is several]
    chosen = (of_number if several or _ONE_DOSE.search(context.question.read) else []) or told
    for appraisal, one in chosen[: MOST + 1]:
        said = one.span.quote
        plain = f"A guideline says: \u201c{said}\u201d"
        draft.add(f"{source_name(appraisal)}: \u201c{said}\u201d", Kind.QUOTED, (one.span,), plain=plain)
    return bool(chosen)


def _names(text: str, names: Sequence[tuple[str, ...]]) -> bool:
    return bool(names) and fitting.names_one(text, tuple(names))


_TITLED: Final = caseless(r"\bmissed\b")
_SEVERAL_DOSES: Final = caseless(
    r"\b(?:two|three|four|several|some|both|[2-9]) (?:\w+ ){0,3}?(?:pills?|tablets?|doses?|days?)\b"
)
_ONE_DOSE: Final = caseless(r"\b(?:one|an?|single|my|the|1) (?:\w+ ){0,3}?(?:pill|tablet|dose)\b")
_TWO_OR_MORE: Final = caseless(r"\b2 or more\b")


def _by_time(told: str, read: str) -> tuple[str, str]:
    """How what is told of a missed dose begins: whether it is left out, where the label sets a time for that and the
    question tells when the next dose is due or how late this one is."""
    for limit, asked in _TIMES:
        bound, own = limit.search(told), asked.search(read)
        if bound is None or own is None:
            continue
        hours = 0.5 if own["n"].startswith("half") else 1.0 if own["n"] in _ONE else float(own["n"])
        hours = hours / 60 if own["unit"].startswith("min") else hours
        met = hours <= float(bound["n"]) if limit is _DUE else hours > float(bound["n"])
        if met:
            return "Missed dose, left out at the time that is told", "Leave the missed dose out, by the time you told"
        return "Missed dose, not left out at the time that is told", "By the time you told, it is not left out"
    return "Missed dose", "When a dose was missed"


_ONE: Final = ("a", "an", "one")
_DUE: Final = caseless(r"\bleft out (?:when|if) the next (?:one|dose) is due within (?P<n>\d+) hours\b")
_LATE: Final = caseless(r"\bmissed by more than (?P<n>\d+) hours should be left out\b")
_HOURS: Final = r"(?P<n>\d+(?:\.\d+)?|half an|an?|one) ?(?:more )?(?P<unit>hours?|hrs?|h|minutes?|mins?|min)\b"
_TIMES: Final = (
    (_DUE, caseless(rf"\b(?:next|due|another)\b[^.?!]{{0,40}}?\bin (?:about |only |just )?{_HOURS}")),
    (_LATE, caseless(rf"\b{_HOURS} (?:ago|late|too late|since|behind)\b")),
)
"""Bounds that labels set, each with how a question tells where it stands to them."""


def after_a_gap(context: Context) -> list[tuple[Appraisal, Directive]]:
    """What the labels of the medicine say of taking it again after days without it."""
    return [(a, d) for a in context.labels for d in a.directives if _AFTER_A_GAP.search(d.text)]


def _after_a_gap(draft: Draft, context: Context) -> bool:
    """What a label says of taking it again after days without it; what it says of one forgotten dose is no word on
    that."""
    found = after_a_gap(context)
    what = wording.join(context.named)
    told_or_not.say(
        draft,
        found[:MOST],
        "After a gap",
        "When it was not taken for days",
        lacking=f"no source of the library tells how {what} {wording.now(what)} started again after doses of several "
        "days were missed; ask the prescriber or a pharmacist before the next dose",
        plain=f"we found nothing that tells how {what} {wording.now(what)} taken again after several days without it. "
        "Ask the doctor or a pharmacist before the next dose",
    )
    return True


def _run_out(draft: Draft, context: Context) -> bool:
    """That there has to be more of it today, what a sudden end may bring, and how it is taken again."""
    what = wording.join(context.named)
    draft.add(
        f"{what} has run out: a new supply is arranged today, before it is started again",
        Kind.NAVIGATION,
        plain=f"{what} should not run out. Call a pharmacist or doctor today for more, and ask how to take it again",
    )
    directives(draft, stopping.sudden(context)[:1], "Stopping", "When it is stopped")
    if after_a_gap(context):
        _after_a_gap(draft, context)
    return True


_AFTER_A_GAP: Final = caseless(
    r"\b(?:missed|interrupt\w+|without|not (?:been )?taken|stopped"
    r"|omitted)\b[^.;]{0,40}\b(?:(?:more than|at least|longer"
    r" than|over) )?\d+ (?:days?|hours?|weeks?|half-lives|doses)\b[^.;]*\b(?:re-?start\w*|start\w* again|begun again"
    r"|re-?titrat\w*|resum\w*)\b"
    r"|\b(?:re-?start\w*|start\w* again|begun again|re-?titrat\w*)\b[^.;]{0,60}\b(?:missed|interrupt\w+|without)\b"
)


def _vomited(draft: Draft, context: Context) -> bool:
    """What a label says of a dose that was vomited; what it says of one forgotten is no word on that."""
    found = [(a, d) for a in context.labels for d in a.directives if _UP_AGAIN.search(d.text)]
    what = wording.join(context.named)
    told_or_not.say(
        draft,
        found[:MOST],
        "A vomited dose",
        "When a dose was vomited",
        lacking=f"no source of the library tells whether a dose of {what} that was vomited is given again; ask a "
        "pharmacist or the prescriber before another is given",
        plain=f"we found nothing that tells whether {what} is taken again when a dose was vomited. Ask a "
        "pharmacist or doctor before another dose is taken",
    )
    _by_another_way(draft, context)
    return True


def _by_another_way(draft: Draft, context: Context) -> None:
    """What guidelines on the illness give to those who can take nothing by mouth."""
    ill = [c for c in context.question.concepts if c.semantic == "condition"]
    names = tuple((c.label, c.text, *c.synonyms[:8]) for c in ill)
    every = [(a, one) for a in context.guidelines for one in sentences_in(a.record)]
    told = [(a, one) for a, one in every if _NOT_BY_MOUTH.search(one.span.quote) and _names(one.span.quote, names)]
    for appraisal, one in told[:MOST]:
        said = f"\u201c{one.span.quote}\u201d"
        plain = f"A guideline says: {said}"
        draft.add(f"{source_name(appraisal)}: {said}", Kind.QUOTED, (one.span,), plain=plain)


_NOT_BY_MOUTH: Final = caseless(
    r"\b(?:cannot|can not|unable to|unwell to|not able to) (?:take|have|swallow|keep down)\b[^.;,]{0,30}\bby mouth\b"
    r"|\bby mouth (?:cannot|is not possible)\b|\b(?:who|when (?:he|she|they)) vomit\b"
)
_UP_AGAIN: Final = caseless(r"\bdose[^.;]{0,40}\bvomited\b|\bvomit\w*[^.;]{0,40}\b(?:after|of) (?:a|the) dose\b")
