"""From the opinions of the checks to the verdict on one sentence. Support needs positive evidence for every part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from probatum.assess.audit import keys, parts, steps, telling, weighing
from probatum.assess.audit.case import JUDGING, Cited
from probatum.assess.audit.opinion import Opinion, Probe, probes
from probatum.assess.audit.parts import State
from probatum.assess.audit.repeating import verbatim
from probatum.assess.audit.working import worked_out
from probatum.model import AuditedSentence, CheckResult, Fault, ReferenceState, Severity, Span, Verdict
from probatum.text.expressions import expression

_TOO_LONG: Final = "it and what it cites are too long to be checked"
COVERED: Final = 0.34
"""Share of a sentence's parts, those it names in words of its own counting little, that its sources must hold."""
SHOWN: Final = 3
_READ: Final = frozenset(
    (Fault.NUMBER, Fault.DOSE, Fault.DIRECTION, Fault.NEGATION, Fault.ARM, Fault.OUTCOME, Fault.POPULATION)
)
"""Faults that rest on how the source is read; the others hold of its own words too."""
_SUMMED: Final = expression(
    r",?\s(?:which is |that is |or )?an? (?:absolute )?(?:difference|gap|gain|rise|fall|drop|reduction|increase) of "
    r"[0-9]{1,3}(?:\.[0-9]{1,2})?\s?(?:%|(?:percentage )?points)\s*\.?\s*\Z",
    re.IGNORECASE,
)
"""A difference that a sentence works out at its end."""
_OF_PARTS: Final = frozenset(("direction", "effect", "arm", "p value"))
"""Checks that are asked of each finding of a list too."""
_REASONED: Final = keys.table(
    "rest risk blind blinded trial analyse analysed secondary known few fewer adequate inconsistency"
)
"""Words in which the steps of a grade are told, on top of JUDGING; the check `grade` looks at them."""
_RANDOM: Final = keys.table("randomised randomized randomisation")
_UNALLOCATED: Final = expression(
    r"\b(?:without random allocation|not randomi[sz]ed|non-?randomi[sz]ed)\b", re.IGNORECASE
)
"""What is said of a design that its own record need not say."""
_ABOUT_ITSELF: Final = expression(
    r"(?:how (?:this|we|it) (?:was|were)?\s?search|search(?:ed)?\b|disclaimer|review status|about (?:this|the "
    r"authors?)|methods? of this|read as|how (?:this|we)|funding|acknowledge?ments"
    r"|conflicts? of interest|words used here|evidence table)",
    re.IGNORECASE,
)
_OPINION: Final = expression(
    r"\b(?:we (?:prefer|recommend|suggest|advise|would)|our (?:preferred|preference|first|next|choice|advice|view"
    r"|recommendation)|in our (?:view|opinion)|should|must|ought to|it is (?:reasonable|sensible|wise|prudent)"
    r"|this (?:answer|page|section|summary|article|review)|see (?:also|below|above)|the (?:following|next) "
    r"(?:section|table)|preferred|first choice)\b",
    re.IGNORECASE,
)


_CHAT: Final = expression(
    r"\A\W*(?:let me know|(?:would|do) you (?:like|want)|if you(?:'d| would| want| have)[^,.]{0,60}\b(?:me|I)\b"
    r"|if you have (?:any )?(?:more |other |further )?questions|feel free|(?:I )?hope (?:this|that|it) helps"
    r"|(?:I(?:'m| am) )?happy to|great question|good question|sure[,!]|of course[,!]|certainly[,!]"
    r"|here(?:'s| is| are) (?:a|an|the|what"
    r"|some|how)\b|I(?:'m| am) (?:not a|an AI)|as an AI\b|please (?:consult|speak|talk|see)\b"
    r"|(?:always )?consult (?:your"
    r"|a|with)\b|this (?:is|information is) (?:not|for) (?:medical|general|educational|informational|a substitute)\b)",
    re.IGNORECASE,
)
"""What an assistant says to whoever asked it, beside its answer."""


def advice(text: str) -> bool:
    """True for advice, opinion and words that lead the reader: they assert nothing about a source."""
    if _CHAT.search(text.replace("\u2019", "'")):
        return True
    return bool(telling.IMPERATIVE.search(text) or _OPINION.search(text)) or text.rstrip().endswith((":", "?"))


def about_itself(section: str, text: str) -> bool:
    """True for what a text says of its own making: how it was searched, reviewed and paid for."""
    return bool(_ABOUT_ITSELF.match(section) or re.match(r"searched (?:the library|for|on)\b", text, re.IGNORECASE))


def decide(case: Cited) -> AuditedSentence:
    """The verdict on a sentence: the first fault in the order of the checks, else support, else why it was not
    checked."""
    told = opinions(case)
    faults = [t for t in told if t[2].says is not Verdict.NOT_CHECKED]
    settled = [t for t in faults if t[0] not in weighing.WEIGHED]
    found = None if settled else _weighed(case, told)
    if faults and (settled or found is None or found.flags(named=True)):
        return _faulty(case, told, faults[0][2])
    if found is not None and found.flags(named=False):
        told = [*told, ("evidence", weighing.BY, found.opinion)]
        return _faulty(case, told, found.opinion._replace(spans=tuple(a.unit.span for _, a in case.best[:SHOWN])))
    if told:
        return _made(case, Verdict.NOT_CHECKED, tuple(o.reason for _, _, o in told), (), _lowered(told))
    try:
        verdict, reason, spans = steps.within(steps.CHECK, _support, case)
    except steps.TooLong:
        verdict, reason, spans = Verdict.NOT_CHECKED, _TOO_LONG, ()
    if verdict is Verdict.SUPPORTED and found is not None and found.chance >= weighing.DOUBT:
        verdict, reason = Verdict.NOT_CHECKED, f"its words stand in the source, but {found.opinion.reason}"
    return _made(case, verdict, (reason,), spans, told)


def opinions(case: Cited) -> list[tuple[str, str, Opinion]]:
    """What the checks say against a sentence, or doubt: name, who answered, opinion."""
    told = _told(case, probes())
    for part in case.parts:
        told += _told(part, [check for check in probes() if check.name in _OF_PARTS])
    faults = [t for t in told if t[2].says is not Verdict.NOT_CHECKED]
    if any(t[2].category in _READ for t in faults) and _repeats(case):
        # The source says just that, however else it was read.
        return [t for t in told if t[2].category not in _READ]
    return told


def _weighed(case: Cited, told: Sequence[tuple[str, str, Opinion]]) -> weighing.Weighed | None:
    """What the model makes of it; None where it is not asked, or where its steps are spent."""
    try:
        return steps.within(steps.CHECK, lambda c: weighing.weigh(c, ((n, o) for n, _, o in told)), case)
    except steps.TooLong:
        return None


def _lowered(told: Sequence[tuple[str, str, Opinion]]) -> list[tuple[str, str, Opinion]]:
    """Faults that were outweighed, as what they are then: doubts."""
    return [(n, by, o._replace(category=None, verdict=Verdict.NOT_CHECKED)) for n, by, o in told]


def _repeats(case: Cited) -> bool:
    """True when a source says it word for word, but for a difference at its end that its own figures come to."""
    tail = _SUMMED.search(case.text)
    if tail is None:
        return verbatim(case, whole=True)
    head = Cited(case.said._replace(plain=case.text[: tail.start()]), case.sources, case.references, case.whole)
    added = [claim for claim in case.figures if claim.start >= tail.start()]
    return verbatim(head, whole=True) and all(worked_out(case, claim, ()) for claim in added)


def _told(case: Cited, asked: Iterable[Probe]) -> list[tuple[str, str, Opinion]]:
    """What checks say: name, who answered, opinion. Support is given by rules alone, not by them."""
    found = ((check, _asked(check, case)) for check in asked)
    return [(c.name, c.by, said) for c, said in found if said is not None and said.says is not Verdict.SUPPORTED]


def _asked(check: Probe, case: Cited) -> Opinion | None:
    """The one place where a check of an audit is run: within its steps, else it could not be checked."""
    try:
        return steps.within(steps.CHECK, check.ask, case)
    except steps.TooLong:
        return Opinion(None, f"{_TOO_LONG}: {check.name}")


def unasked(case: Cited, reason: str) -> AuditedSentence:
    """A sentence of which nothing is asked."""
    return _made(case, Verdict.NOT_CHECKED, (reason,), (), [])


def _support(case: Cited) -> tuple[Verdict, str, tuple[Span, ...]]:
    """Supported where every asserting part is found; what is not found is named. No rule has spoken against it here."""
    if not case.sources:
        return Verdict.NOT_CHECKED, _unseen(case), ()
    if case.crowded:
        return Verdict.NOT_CHECKED, "it holds more numbers than are checked of one sentence", ()
    told = tuple(parts.read(case, _judging(case) | _unallocated(case)))
    spans = tuple(a.unit.span for _, a in case.best[:SHOWN])
    share = parts.share(told)
    figure = parts.lacking(told, "figure")
    if figure is not None:
        return Verdict.NOT_CHECKED, f"{figure.told} was not found in the source, nor worked out of it", spans
    if case.quoted and share >= QUOTED:
        quoted = tuple(u.span for u in case.quoted)
        return Verdict.SUPPORTED, "what it quotes stands word for word in the source", quoted
    if not any(p.kind != "figure" and p.state is State.FOUND for p in told):
        return _bare(case, spans, [p.told for p in told if p.state is not State.FOUND])
    if share < COVERED:
        lost = _words(case, [p.told for p in told if p.state is not State.FOUND])
        return Verdict.NOT_CHECKED, f"not found in the source: {lost}", spans
    return Verdict.SUPPORTED, "its parts stand in the source", spans


QUOTED: Final = 0.5
"""Share of the parts beside a quotation that must be found."""


def _bare(case: Cited, spans: tuple[Span, ...], lost: list[str]) -> tuple[Verdict, str, tuple[Span, ...]]:
    """A sentence that names nothing a source could hold but figures, and words in which sources are judged."""
    if lost and not any(c.telling >= 1 for _, a in case.best for c in a.met):
        return Verdict.NOT_CHECKED, f"not found in the source: {_words(case, lost)}", spans
    if lost:
        return Verdict.SUPPORTED, "its figures stand in the source, told in words of its own", spans or _opening(case)
    together = any(sum(c.telling >= 1 for c in a.met) >= _TOGETHER for _, a in case.best)
    dosed = bool(case.doses) and all(case.is_dose(c) for c in case.figures)
    if together or dosed or case.grades:
        return Verdict.SUPPORTED, "its figures stand together in the source", spans or _opening(case)
    if case.keys & (JUDGING | frozenset().union(*(s.design for s in case.sources))):
        return Verdict.SUPPORTED, "it judges a source that is held", spans or _opening(case)
    return Verdict.NOT_CHECKED, "it names nothing that could be looked up", spans


_TOGETHER: Final = 2
"""Figures that must stand in one passage where nothing else is told."""


def _judging(case: Cited) -> frozenset[str]:
    """Keys of words in which evidence is judged, in this sentence."""
    return JUDGING | _REASONED if case.grades else JUDGING


def _unallocated(case: Cited) -> frozenset[str]:
    """Keys of `without random allocation`, where no source is known to be randomised."""
    if any(_RANDOM & s.design for s in case.sources):
        return frozenset()
    return frozenset().union(*(keys.of(found.group()) for found in _UNALLOCATED.finditer(case.text)))


def _opening(case: Cited) -> tuple[Span, ...]:
    return tuple(u.span for s in case.sources[:1] for u in s.units[:1])


def _unseen(case: Cited) -> str:
    if not case.references:
        return (
            "it cites nothing, and asserts nothing of a source"
            if advice(case.text)
            else "it cites nothing, and no record of the library was found to hold it"
        )
    held = next((r for r in case.references if r.state is ReferenceState.NOT_HELD), case.references[0])
    return f"reference {held.number} could not be read: {held.reason or held.state.value}"


def _words(case: Cited, missing: Sequence[str]) -> str:
    lost = set(missing)
    named = [case.text[w.start : w.end] for w in keys.read(case.text) if w.key in lost]
    return ", ".join(dict.fromkeys(named[:6]))


def _faulty(case: Cited, told: list[tuple[str, str, Opinion]], first: Opinion) -> AuditedSentence:
    faults = [o for _, _, o in told if o.says is not Verdict.NOT_CHECKED]
    grave = min((o.weighs for o in faults), key=list(Severity).index)
    reasons = tuple(dict.fromkeys(o.reason for o in faults))
    made = _made(case, first.says, reasons, first.spans, told)
    return msgspec.structs.replace(made, category=first.category, figure=first.figure, severity=grave)


def _made(
    case: Cited,
    verdict: Verdict,
    reasons: tuple[str, ...],
    spans: tuple[Span, ...],
    told: list[tuple[str, str, Opinion]],
) -> AuditedSentence:
    said = case.said
    return AuditedSentence(
        n=said.n,
        text=said.text,
        citations=tuple(r.number for r in case.references),
        verdict=verdict,
        reasons=tuple(_sentence(r) for r in reasons),
        spans=spans,
        checks=tuple(CheckResult(name, o.says, o.reason, by) for name, by, o in told),
        section=said.section,
        start=said.start,
        end=said.end,
    )


def _sentence(reason: str) -> str:
    bare = reason.strip()
    return bare[:1].upper() + bare[1:] + ("" if bare.endswith((".", "!", "?")) else ".")
