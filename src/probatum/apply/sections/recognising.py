"""Recognising: where it is asked how an illness is known, what its guideline says of that, before how it is treated.

What makes one suspect it, what points to another, and which tests are done stand in plain sentences beside advice on
its treatment, which answers nothing of it. What is done without waiting for the tests is told with them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.apply.choices import way_of_care
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.numbering import Steps
from probatum.apply.once import once
from probatum.apply.quoted.salience import Salient
from probatum.model import Fit, Intent, Kind, RecordKind, Role, Section, Statement
from probatum.text import recognised
from probatum.text.expressions import caseless

MOST: Final = 2
"""Sentences that lead."""
_ASKS: Final = caseless(
    r"\b(?:diagnos\w+|suspect(?:ed|ing)?|recogni[sz]\w*|red flags?|told? (?:\w+ ){1,3}from|told from|distinguish\w*"
    r"|differentiat\w*|tell (?:\w+ ){1,5}from)\b"
)
_APART: Final = caseless(r"\b(?:from|distinguish\w*|differentiat\w*|another|other) \w+")
_TREATS: Final = caseless(r"\b(?:treat\w*|managed?|management|started?|wait(?:s|ing)?|delay\w*|given?|dose)\b")
_KNOWN_BY: Final = caseless(
    r"\b(?:is|are|be) (?:suspected|diagnosed|recogni[sz]ed|confirmed)\b|\bsuggests?\b"
    r"|(?<!newly )(?<!recently )(?<!already )(?<!previously )\bdiagnos(?:ing|is|ed)\b"
    r"|\bis a [\w -]{2,30} (?:rash|swelling|lump|pain|fever|headache)\b"
)
_TESTED: Final = caseless(
    r"\b(?:be (?:measured|tested)|tests? (?:is|are|should)|scans?|imaging|biopsy|ultrasound|x-rays?)\b"
)
_AT_ONCE: Final = caseless(
    r"\b(?:without waiting|on (?:strong )?suspicion|before (?:the )?(?:tests?|biopsy|results?))\b"
)
_CALLS: Final = caseless(
    r"\b(?:needs? an? [\w -]{3,40} on the same|be (?:seen (?!again)|referred|admitted)|emergency referral)\b"
)


def asked(context: Context) -> bool:
    """Whether it is asked how an illness is known, and of no test what it shows."""
    question = context.question
    given = [c for c in question.having(Role.INTERVENTION) if c.semantic in ("test", "drug", "procedure")]
    given = [c for c in given if not recognised.GENERAL.fullmatch(c.text)]  # `which test` names none
    waited = bool(_WAITS.search(question.read))
    if question.danger or (given and not waited):
        return False
    asks = _ASKS.search(question.read) is not None or recognised.asked(question.read)
    return asks and question.intent in (Intent.DIAGNOSIS, Intent.THERAPY)


_WAITS: Final = caseless(r"\b(?:wait(?:s|ing)? (?:for|until)|before|pending|until)\b")


@once
def rows(context: Context) -> tuple[Salient, ...]:
    """What makes it known: where it is to be told from another what points there, else what makes one suspect it."""
    if not asked(context):
        return ()
    apart = [s for s in way_of_care.sentences(context) if way_of_care.ANOTHER.search(s.span.quote)]
    known = _those(_KNOWN_BY, context)
    tests = _tests(known, context)
    first = (*apart, *known) if _APART.search(context.question.read) else (*known, *apart)
    return tuple(dict.fromkeys((*first[:1], *tests[:1], *first[1:])))[:MOST]


def _those(pattern: re.Pattern[str], context: Context) -> list[Salient]:
    return [s for s in way_of_care.sentences(context) if pattern.search(s.span.quote)]


def _tests(known: Sequence[Salient], context: Context) -> list[Salient]:
    """Which tests are done, without what is begun before them."""
    sources = {s.appraisal.record.id for s in known}
    found = [s for s in _those(_TESTED, context) if s not in known and not _AT_ONCE.search(s.span.quote)]
    return [
        s for s in found if not sources or s.appraisal.record.id in sources
    ]  # that of an illness near it is no test


def led(short: Section, context: Context) -> Section:
    """The short answer with these first, without what is on treatment alone where nobody asks how it is treated; where
    no source tells how the illness is known, with that."""
    told, sourced = rows(context), [one for one in short.statements if one.supports]
    if not asked(context) or not sourced:
        return short
    draft = Draft(short.id, short.title)
    for one in told:
        said = " ".join(one.span.quote.split())
        draft.add(f"{source_name(one.appraisal)}: \u201c{said}\u201d", Kind.QUOTED, (one.span,))
    if not told and not any(map(_tells, sourced)):
        ill = next((c.text for c in context.question.concepts if c.semantic in ("condition", "symptom")), "")
        if not ill or any(span.source.kind not in _ADVICE for one in sourced for span in one.supports):
            return short
        draft.add(
            f"no source that was found tells how {ill} is recognised; what follows is on its treatment", Kind.ABSENCE
        )
    treats = not told or _TREATS.search(context.question.read) is not None
    kept = [one for one in short.statements if treats or not one.supports or _tells(one)]
    on_it = {a.record.id for a in context.appraisals if a.directness.population.fit is Fit.DIRECT}
    kept = [one for one in kept if not any(_meets(one, row) for row in told)]
    if told:  # what confirms another illness is no answer
        kept = [one for one in kept if not one.supports or any(s.record in on_it for s in one.supports)]
    draft.put((*draft.statements, *kept[: MOST if told else None]))
    numbered = (msgspec.structs.replace(s, id=f"{short.id}.{n}") for n, s in enumerate(draft.statements, 1))
    return msgspec.structs.replace(short, statements=tuple(numbered))


_ADVICE: Final = (RecordKind.GUIDELINE, RecordKind.LABEL)


def _tells(one: Statement) -> bool:
    """Whether a line tells how something is known, or what is done before it is."""
    return bool(_KNOWN_BY.search(one.text) or _TESTED.search(one.text) or way_of_care.ANOTHER.search(one.text))


def _meets(one: Statement, row: Salient) -> bool:
    own = row.span
    return any(
        (s.record, s.section) == (own.record, own.section) and s.start < own.end and own.start < s.end
        for s in one.supports
    )


def steps_of(steps: Steps, context: Context) -> bool:
    """The path of a professional from a suspicion to what is done about it; False where the guideline has no two steps
    of it."""
    if context.reader.plain or not asked(context):
        return False
    known = _those(_KNOWN_BY, context)[:MOST]
    tests = _tests(known, context)[:1]
    apart = [s for s in way_of_care.sentences(context) if way_of_care.ANOTHER.search(s.span.quote)][:1]
    now = [s for s in _those(_AT_ONCE, context) if s not in (*known, *tests)][:1]
    call = [s for s in _those(_CALLS, context) if s not in (*known, *tests, *now)][:MOST]
    if len([one for one in (known, tests, apart, now, call) if one]) < 2 or not (known or apart):
        return False
    if known:
        _step(steps, "Suspect it", known)
        steps.branch("a", "Nothing of this: look for another cause, and leave this path")
        steps.branch("b", "So it is: go on")
    if apart:
        _step(steps, "Look for another cause", apart)
        steps.branch("a", "A sign of it is there: look into that first, and leave this path")
        steps.branch("b", "None is: go on")
    for title, found in (("Begin without waiting", now), ("Call in help", call), ("Test", tests)):
        if found:
            _step(steps, title, found)
    return True


def _step(steps: Steps, title: str, found: Sequence[Salient]) -> None:
    said = " ".join(f"\u201c{' '.join(one.span.quote.split())}\u201d" for one in found)
    steps.step(f"{title} ({source_name(found[0].appraisal)}): {said}", Kind.QUOTED, tuple(one.span for one in found))
