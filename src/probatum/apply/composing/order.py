"""Order: the lines of the short answer as the question asks for them, and what holds for everybody last.

Composers tell a danger, a dose, an effect, each where it was found to be told. Whoever asks whether something helps and
at what dose wants the effect first and the dose second; that it is contraindicated in some people comes behind both.
What bars it for this very patient, what the question wrongly takes for granted and what was left out open all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from probatum.apply import fitting
from probatum.apply.context import Context
from probatum.apply.evidence import effect_asked
from probatum.apply.labels import leave
from probatum.apply.quoted import covering
from probatum.apply.quoted.choosing import on_outcome
from probatum.apply.replies.left_out import LIMIT
from probatum.apply.replies.unheld import ON_OTHERS, ON_TREATING
from probatum.model import Intent, Kind, RecordKind, Section, Span, Statement
from probatum.text import asking
from probatum.text.expressions import caseless

OPENS: Final = caseless(
    r"\b(?:is|are) (?:contraindicated|advised against|not advised) for this p|\btakes (?:it )?for granted\b"
    r"|^boxed warning for this p"
    r"|^[^:;(]{2,60}, which is taken, (?:is (?:contraindicated|advised against)|at the dose) "
    r"|^[^:;(]{2,60}, which is taken, in such a [^.]{0,400}?\b(?:avoid|not be|stopp?|reduc|dose|contraindicat)"
    r"|\babove the (?:limit|maximum)\b|\bnot to be taken together\b|\bto be avoided together\b"
    r"|^[^:(]{3,60} with [^:(]{3,60} \([^()]{2,60}\):[^.]{0,400}?\b(?:be avoided|must not|is contraindicated)\b"
)
_GOES_ON: Final = caseless(
    r"^(?:this is of|criteria of this dose|also on the label|the same (?:trial|review|study)|a newer edition)\b"
)
"""Beginnings of a line that belongs to the one before."""
DOSED: Final = caseless(
    r"^(?:(?:its )?dose\b|label dose|doses? |studied:|the doses?\b[^.]{0,60}studied|starting dose|how it is)"
)
ADVICE: Final = caseless(r"^guideline\b")
_CHECKS: Final = caseless(r"^(?:checks?\b|to be monitored|what is checked)")
_ASKS_DOSE: Final = caseless(
    r"\bdos(?:e|es|ing|age)\b|\bhow (?:much|many) (?:mg|tablets)|\btitrat\w+|\bhow [^?]{0,20}\bstart"
)
_ASKS_CHECKS: Final = caseless(r"\b(?:monitor\w*|check\w*|watch\w*|blood tests?|bloods)\b")
_OFF_LABEL: Final = caseless(r"^this use is off-label")
_HARM: Final = caseless(r"^(?:harm\b|adverse)")
_EFFECTS: Final = (Kind.FINDING, Kind.POOLED, Kind.CALCULATED)
EFFECT, DOSE, CHECKS, REST, LIMITS = range(1, 6)


def put(section: Section, context: Context) -> Section:
    """The short answer without what it tells twice, what is not known behind what is, and in the order asked."""
    if context.question.danger:
        return section
    told = _without_others(_absences_last(_once(section.statements), context), context)
    made = _barred_first(asked(_numbered(section, told), context), context)
    return _numbered(made, _taken_behind(made.statements))


def _taken_behind(statements: Sequence[Statement]) -> list[Statement]:
    """What a label says of a medicine that is taken, in such a patient, behind the advice and the effect that answer:
    but for what is to be stopped or lowered, it is no answer to what is asked."""
    said = [s for s in statements if _OF_TAKEN.match(s.text) and not OPENS.search(s.text)]
    answers = [n for n, s in enumerate(statements) if ADVICE.match(s.text) or (s.kind in _EFFECTS and not s.directness)]
    if not said or not answers:
        return list(statements)
    before, behind = statements[: answers[0] + 1], statements[answers[0] + 1 :]
    moved = [s for s in before if s in said]
    return [*(s for s in before if s not in moved), *moved, *behind]


_OF_TAKEN: Final = caseless(r"^[^:;(]{2,60}, which is taken, in such a ")


def _without_others(statements: Sequence[Statement], context: Context) -> list[Statement]:
    """The statements without what was found in others, where a guideline advises on the pregnancy or breast-feeding of
    which it is asked whether it may be: that answers, and a trial in other people does not."""
    patient = context.question.patient
    state = fitting.PREGNANT if patient.pregnancy else fitting.FEEDING if patient.breastfeeding else None
    if state is None or context.question.intent is not Intent.HARM:
        return list(statements)
    if not any(ADVICE.match(s.text) and state.search(s.text) for s in statements):
        return list(statements)
    kept: list[Statement] = []
    gone = False
    for one in statements:
        gone = (one.kind is Kind.QUOTED and bool(one.directness)) or (gone and one.text.startswith(_RATED))
        if not gone:
            kept.append(one)
    return kept


_RATED: Final = "This is of "


def editions_behind(section: Section) -> Section:
    """The section with the word on a newer edition behind the effect that an older one tells, and never before all."""
    note = [s for s in section.statements if s.kind is Kind.NAVIGATION and _NEWER.match(s.text)]
    rest = [s for s in section.statements if s not in note]
    at = next((n for n, s in enumerate(rest, 1) if s.kind in _EFFECTS and _SUPERSEDED.search(s.text)), 0)
    return _numbered(section, [*rest[:at], *note, *rest[at:]]) if note and at else section


_NEWER: Final = caseless(r"^a newer edition is held\b")
_SUPERSEDED: Final = caseless(r"\bsuperseded by a newer\b")


def _barred_first(section: Section, context: Context) -> Section:
    """What a label forbids this very patient, or of what is taken already, before whatever else is said of the
    treatment; what a guideline advises against in pregnancy where that is asked; and the harm that is told."""
    patient = context.question.patient
    carries = context.question.intent is Intent.HARM and bool(patient.pregnancy or patient.breastfeeding)
    first = [
        s
        for s in section.statements
        if s.kind is Kind.DIRECTIVE
        and (_FORBIDDEN.search(s.text) or (_AGAINST.match(s.text) and (carries or _of_such(s, section, context))))
    ][:1]
    opens = [s for s in section.statements if s.kind is Kind.NAVIGATION]
    if not first or not section.statements or section.statements[0] in (*first, *opens):
        return section
    return _numbered(section, [*first, *(s for s in section.statements if s not in first)])


def _of_such(one: Statement, section: Section, context: Context) -> bool:
    """Whether what a guideline is against is for an illness that is told, of which the advice before it says nothing:
    what is advised in migraine is no advice for who has Parkinson's disease besides."""
    before = section.statements[: section.statements.index(one)]
    advice = next((s for s in before if ADVICE.match(s.text) and not _AGAINST.match(s.text)), None)
    ills = [c.names for c in context.question.concepts if c.semantic == "condition" and c.id]
    named = [names for names in ills if fitting.names_one(one.text, (names,))]
    return advice is not None and any(not fitting.names_one(advice.text, (names,)) for names in named)


_AGAINST: Final = caseless(r"guideline, against \(")
_FORBIDDEN: Final = caseless(
    r"^(?!of these\b)[^():;]{3,60}\bis contraindicated for this p|^[^():;]{3,60}, which is taken, is advised against\b"
    r"|^on the harm told of\b"
)


def _once(statements: Sequence[Statement]) -> list[Statement]:
    """The statements without a quotation of the very sentence whose figure an effect has told already."""
    told = {span: s.text for s in statements if s.kind in _EFFECTS for span in s.supports}
    return [s for s in statements if not (s.kind is Kind.QUOTED and not s.kept and _repeats(s, told))]


def _repeats(one: Statement, told: Mapping[Span, str]) -> bool:
    own = one.supports[0] if one.supports else None
    if own is None or own not in told:
        return False
    return bool(set(_FIGURE.findall(own.quote)) & set(_FIGURE.findall(told[own])))


def _leads(absence: str) -> bool:
    """Whether a denial says of what follows whose it is: that it is of others is no answer on what was asked."""
    return absence.endswith(_OF_WHAT_FOLLOWS) or _COMPARED.search(absence) is not None


_OF_WHAT_FOLLOWS: Final = (f"{ON_OTHERS}.", f"{ON_TREATING}.")


def _absences_last(statements: Sequence[Statement], context: Context) -> list[Statement]:
    """What no source tells behind what one does: a denial leads only where what follows is near and no answer."""
    answers = [s for s in statements if s.kind.asserts and not s.directness and _answers(s)]
    absent = [s for s in statements if s.kind is Kind.ABSENCE and not _leads(s.text)]
    if not absent or not any(s.supports for s in answers) or leave.alone(context):  # that nothing bars it is an answer
        return list(statements)
    quoted = [span for s in answers if s.kind is Kind.QUOTED for span in s.supports[:1]]
    told = bool(context.outcome) and any(on_outcome(context, span, figures=False) for span in quoted)
    left = [s for s in absent if not (_UNNAMED.search(s.text) or (told and _UNREPORTED.search(s.text)))]
    if any(s.kind in _EFFECTS for s in answers):
        left = [s for s in left if not _UNSTUDIED.match(s.text)]
    return [*(s for s in statements if s not in absent), *left]


def _answers(one: Statement) -> bool:
    """Whether a line tells what is asked, that no effect was detected included, and no limit or denial."""
    return not _LIMITED.match(one.text) or (one.kind in _EFFECTS and _UNDETECTED.match(one.text) is not None)


_UNDETECTED: Final = caseless(r"^no (?:effect|difference)\b[^.]{3,200}\bwas detected\b")


def _numbered(section: Section, statements: Sequence[Statement]) -> Section:
    if list(statements) == list(section.statements):
        return section
    made = (msgspec.structs.replace(s, id=f"{section.id}.{n}") for n, s in enumerate(statements, 1))
    return msgspec.structs.replace(section, statements=tuple(made))


_FIGURE: Final = caseless(r"\d+[.\u00b7]\d+")
_LIMITED: Final = caseless(
    r"^(?:boxed warning|contraindicated|caution|interactions?\b|regulatory|this use is off-label|nearest\b|also found"
    r"|this is of|no )"
)
"""What holds of everybody, what is near and no answer, and a grade: none of these answers."""
_UNREPORTED: Final = caseless(r"^no included study (?:reports the effect of|counts)\b")
_COMPARED: Final = caseless(
    r"^no included study (?:compares\b|tells whether the effect of\b)"
    r"|^no label or guideline that is held gives a dose\b|^no source of the library tells which dose\b"
    r"|^no source that is held tells for how long\b"
)
"""Where two are compared, or it is asked what lasts, that nothing tells it is the answer, and effects follow it."""
_UNSTUDIED: Final = caseless(r"^no study of this was found: this is what the label of\b")
_UNNAMED: Final = caseless(r"^no included study tells this of\b")


def asked(section: Section, context: Context) -> Section:
    """The short answer in the order asked: only where the first thing that is asked is what a treatment does."""
    if context.question.danger or context.combined:
        return section
    led = covering.asks_afterwards(context)  # what comes after it is ended leads, effects while taken follow
    if led or not (effect_asked.asked(context) and _effect_first(context.question.read)):
        return _limits_last(section, context)
    parts = units(section.statements)
    if not any(_kind(unit[0]) == EFFECT for unit in parts):
        return section
    later = _later(context)
    ranked = sorted(parts, key=lambda unit: _rank(unit[0], later))
    made = [s for unit in ranked for s in unit]
    return _numbered(section, made)


def _limits_last(section: Section, context: Context) -> Section:
    """The short answer with what a label says of everybody behind what a treatment was found to do, where neither its
    dose nor its safety is asked for."""
    asks = context.question.read
    if context.question.intent not in (Intent.THERAPY, Intent.PREVENTION) or _ASKS_LIMITS.search(asks):
        return section
    if _ASKS_DOSE.search(asks) or _ASKS_CHECKS.search(asks):
        return section
    parts = units(section.statements)
    kinds = [0 if OPENS.search(unit[0].text) else _kind(unit[0]) for unit in parts]
    if EFFECT not in kinds:
        return section
    at = kinds.index(EFFECT)
    late = [unit for unit, kind in zip(parts[:at], kinds[:at], strict=True) if kind == LIMITS]
    made = [s for unit in (*(u for u in parts if u not in late), *late) for s in unit]
    return _numbered(section, made)


_ASKS_LIMITS: Final = caseless(
    r"\b(?:safe\w*|contra-?indicat\w*|avoid\w*|allowed|ok(?:ay)? (?:to|for|in|with)|risks?|harms?|warnings?|dangers?"
    r"|can (?:i|he|she|they|we|you|my|this|the|an?)\b)"
)


def _effect_first(text: str) -> bool:
    """Whether an effect is asked for before a dose or checks are."""
    for clause in asking.clauses(text):
        if effect_asked.WORDS.search(clause):
            return True
        if _ASKS_DOSE.search(clause) or _ASKS_CHECKS.search(clause):
            return False
    return False


def units(statements: Sequence[Statement]) -> list[list[Statement]]:
    """The statements in units: a line that goes on with the one before is no line of its own."""
    made: list[list[Statement]] = []
    for one in statements:
        if made and _GOES_ON.match(one.text):
            made[-1].append(one)
        else:
            made.append([one])
    return made


def asks_dose(context: Context) -> bool:
    """Whether a question asks for a dose."""
    return context.question.intent is Intent.DOSING or _ASKS_DOSE.search(context.question.typed) is not None


def _later(context: Context) -> dict[int, int]:
    """The place of doses and checks, by when they are asked for; before everything else where they are."""
    text = context.question.typed.lower()
    found = {DOSE: _ASKS_DOSE.search(text), CHECKS: _ASKS_CHECKS.search(text)}
    places = sorted((match.start(), kind) for kind, match in found.items() if match)
    return {kind: n for n, (_, kind) in enumerate(places, 2)}


def _kind(one: Statement) -> int:
    if one.kind in _EFFECTS and not _HARM.match(one.text):
        return DOSE if DOSED.match(one.text) else EFFECT
    if (
        one.kind is Kind.QUOTED
        and one.supports
        and one.supports[0].source.kind
        not in (
            RecordKind.LABEL,
            RecordKind.GUIDELINE,
        )
    ):
        return EFFECT
    if ADVICE.match(one.text):
        return EFFECT  # it stands where its composer put it beside effects
    if DOSED.match(one.text):
        return DOSE
    if _CHECKS.match(one.text):
        return CHECKS
    return LIMITS if LIMIT.match(one.text) or _OFF_LABEL.match(one.text) else REST


def _rank(one: Statement, later: dict[int, int]) -> int:
    if one.kind is Kind.NAVIGATION or OPENS.search(one.text) or one.text.endswith(_OF_WHAT_FOLLOWS):
        return 0
    kind = _kind(one)
    if kind in (DOSE, CHECKS):
        return later.get(kind, 8)
    return {EFFECT: 1, REST: 8, LIMITS: 9}[kind]
