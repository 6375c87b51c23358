"""Watched: the steps of a path after its first dose: what is checked and when, and at what it is held or stopped.

What a label or guideline says of a limit is told in its words; a list of unwanted effects is none, and stands under
adverse effects alone. Where no source tells anything of the kind there is no step.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.numbering import Steps
from probatum.apply.sections import excluding, halts, turning
from probatum.apply.sections.excluding import Row
from probatum.model import Direction, DirectiveAction, Intent, Kind, RecordKind, Span
from probatum.text import words
from probatum.text.expressions import caseless

MOST: Final = 2
_ASKED_OF_HARM: Final = (Intent.HARM, Intent.INTERACTION)
MOST_WORDS: Final = 6
"""Words of a harm that one can look for."""
MOST_HARMS: Final = 3
_TIMED: Final = caseless(
    r"\b(?:every|each) (?:\d|\w+ (?:days?|weeks?|months?|years?))|\b(?:daily|weekly|monthly|yearly|twice a week)\b"
    r"|\b(?:within|after|at|for at least) \d+ (?:to \d+ )?(?:minutes?|hours?|days?|weeks?|months?)"
)
LIMIT: Final = caseless(r"\b(?:above|below|under|over|at least|more than|less than|falls?|rises?)\b[^.;]{0,30}\d")
_SOON: Final = caseless(r"\b(?:\d+ (?:minutes?|hours?)|during (?:and after )?(?:the )?(?:infusion|injection))\b")
_SLOWLY: Final = caseless(
    r"\b(?:abrupt\w*|sudden\w*|gradual\w*|slowly|over at least)\b(?! (?:loss|fall|rise|death|onset))"
)
_GOES_ON: Final = caseless(r"\b(?:no reason to stop|should be continued|not be continued)\b")
_ACTS: Final = caseless(
    r"\b(?:should|must) (?:then )?be (?:stopped|interrupted|withheld|discontinued|reduced|lowered|halved|measured"
    r"|looked for|sought|treated)\b|\bstopped? (?:it )?(?:at once|immediately)\b"
)
_VAGUE: Final = caseless(r"\b(?:adverse|side effects?|events?|discontinu\w*|withdraw\w*|stopp\w*|complet\w*|safety)\b")
"""Harms that name no symptom one could ask about."""
_SO_FAR: Final = caseless(r" (?:leading to|requiring|causing|resulting in) .{1,200}$")
"""How far a harm went: it is looked for before that."""


def during(context: Context, *, once: bool) -> list[Row]:
    """What labels want checked while it is taken, what has a time or a limit first; of what is given once only what is
    looked at soon after."""
    rows = excluding.every_check(context, before=False)
    rows = [row for row in rows if _SOON.search(row[1].text)] if once else rows
    asks = context.question.intent in _ASKED_OF_HARM
    rows = [row for row in rows if not (asks and _LONG.search(row[1].text))]
    rows = [row for row in rows if len(row[1].text.split()) <= excluding.LONGEST]
    timed = [row for row in rows if _TIMED.search(row[1].text) or LIMIT.search(row[1].text)]
    return [*timed, *(row for row in rows if row not in timed)][:MOST]


_LONG: Final = caseless(r"\b(?:months?|years?)\b|\b(?:long|prolonged|long-term) (?:\w+ )?(?:use|treatment)\b")
"""What comes of a long treatment alone."""


def ends(context: Context, *, once: bool = False) -> list[Row]:
    """What labels say that it is held or stopped at, limits in figures first."""
    patient = context.question.patient
    stops = list(context.directives(DirectiveAction.STOP))
    rows = [row for row in (stops or context.directives(DirectiveAction.CAUTION)) if _tells_when(row[1].text)]
    if not rows and stops:
        rows = [row for row in context.directives(DirectiveAction.CAUTION) if _tells_when(row[1].text)]
    rows = [row for row in rows if not fitting.of_others(row[1].text, patient)]
    rows = [row for row in rows if not fitting.of_some(row[1].text) or fitting.speaks_of(row[1].text, patient)]
    rows = [row for row in rows if not halts.AVOIDS.search(row[1].text)]
    rows = [row for row in rows if not (once and _LONG.search(row[1].text))]
    limited = [row for row in rows if LIMIT.search(row[1].text)]
    return [*limited, *(row for row in rows if row not in limited)][:MOST]


def _tells_when(text: str) -> bool:
    """Whether a direction tells at what a treatment is stopped or changed, and not how, or for what is planned."""
    if excluding.PLANNED.search(text) or _SLOWLY.search(text) or _GOES_ON.search(text):
        return False
    return len(text.split()) <= excluding.LONGEST and _ACTS.search(text) is not None


def harms(context: Context, *, once: bool = False) -> tuple[list[tuple[str, Span]], str]:
    """Complaints that were counted more often with it, each with the sentence that counts it, and of whom they are
    where not of people like the patient: what befell such people comes first."""
    # Harms that a label counted in another use, at other doses, are none to look for here.
    aside = context.off_label or once  # what upsets for a few days ends with the course
    counted = [r for r in context.harms() if not (aside and r[0].record.kind is RecordKind.LABEL)]
    found: dict[str, dict[str, Span]] = {}
    for appraisal, finding in counted:
        name = _SO_FAR.sub("", finding.outcome)
        if finding.direction is not Direction.HIGHER or _VAGUE.search(name) or "," in name:
            continue
        if len(name.split()) <= MOST_WORDS and not _is_treated(name, context):
            note = "" if appraisal.record.kind is RecordKind.LABEL else appraisal.directness.note
            found.setdefault(note, {}).setdefault(name, finding.sentence)
    whose = "" if "" in found else next(iter(found), "")
    return list(found.get(whose, {}).items())[:MOST_HARMS], whose


def _is_treated(name: str, context: Context) -> bool:
    """Whether what was counted is the very illness that is treated or kept away."""
    own = words.stems(name)
    return any(own <= words.stems(n) for c in context.question.concepts for n in (c.text, c.label, *c.synonyms))


def say(steps: Steps, context: Context, *, once: bool, done: bool, then: str, how: str) -> int:
    """Checks and stop rules; gives the number of the last step made. `then`: where the path goes when all is well."""
    if rows := during(context, once=once):
        lead = "After it is given" if once else "While it is taken, check"
        steps.step(f"{lead}: {excluding.said(rows)}", Kind.DIRECTIVE, excluding.spans(rows))
    if done:
        return steps.number
    if rows := ends(context, once=once):
        _stop_rules(steps, context, rows, then)
        return steps.number
    found, whose = harms(context, once=once)
    if found:
        names, spans = [name for name, _ in found], tuple(span for _, span in found)
        steps.step(f"Look for {wording.join(names)}", Kind.FINDING, spans, directness=whose)
        steps.branch("a", f"Severe, or not tolerated: {how}, and {turning.after_harm(context, done=names)}")
        steps.branch("b", f"Absent or mild: {then}")
    return steps.number


def _stop_rules(steps: Steps, context: Context, rows: Sequence[Row], then: str) -> None:
    steps.step(f"Stop rule: {excluding.said(rows)}", Kind.DIRECTIVE, excluding.spans(rows))
    other = turning.after_harm(context, rows)
    speak = "" if other.startswith(("ask ", "refer ")) else ", speak with the prescriber,"
    steps.branch("a", f"It is met: do so{speak} and {other}")
    steps.branch("b", f"It is not met: {then}")
