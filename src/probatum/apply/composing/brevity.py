"""Brevity: a short answer of fewer than 90 words, whatever its composers had to say.

Each composer keeps to its room, and several together may still say too much. What is cut first is what the line says
besides: the second of two contraindications, the reason behind the last. Then the lines that answer least go, and each
of them stands further down: where no section tells it, it is put into the one where it is looked for. What opens the
answer, what bars the treatment for this patient, and the first line that answers always stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from probatum.apply import fitting
from probatum.apply.composing import order
from probatum.apply.context import Context
from probatum.apply.evidence import trials_apart
from probatum.apply.labels import asked_of, barring, counselling, ended, halted, onset, poisoned
from probatum.apply.patient import for_patient
from probatum.apply.replies import danger
from probatum.apply.replies.left_out import LIMIT
from probatum.apply.room import WORDS
from probatum.model import DirectiveAction, Kind, RecordKind, Section, Statement
from probatum.text.expressions import caseless

Unit = Sequence[Statement]
"""A line with those that belong to it."""
_SHORT: Final = "bottom_line"
_LEAD: Final = caseless(r"^(?P<lead>[a-z][^():;]{3,60}?) \((?:[A-Z]{2} )?label of [^()]{2,60}\):")
"""How a line opens that tells what a label says: `Together only with care (US label of A):`."""
_EXAMPLE: Final = caseless(
    r", such as (?:(?! and (?:in|after|with|during|on)\b)[^;:().]){3,120}"
    r"(?=\.?$| \((?:[A-Z]{2} )?label of| and (?:in|after|with|during|on)\b)"
)
"""Examples up to the end, or to the limit that follows them: what follows is none of them."""
_REASON: Final = caseless(r", because [^;:().]{5,200}(?=\.?$)")
_WATCHED: Final = caseless(r"^(?:signs of too much|level to be kept|checks?|to be monitored|what is checked)\b")
_ASKS_SIGNS: Final = caseless(r"\b(?:signs?|symptoms?|toxic\w*|levels?|monitor\w*|check\w*|watch\w*|tests?|bloods?)\b")
_SIGNS: Final = caseless(r"^signs of too much\b")
_CHANGED: Final = caseless(r"^(?:[\w -]{2,40} level [\d.]+, as told\b|level to be kept\b)")
"""That the level of a medicine is told, or changed by another: by which signs it is stopped is what is done then."""
_APART: Final = caseless(r"^sources disagree on [^:]{3,80} for [a-z]+ like these:")
"""Where sources part on just what bars a treatment: neither of them is told without the other."""
_NEAREST: Final = caseless(
    r"^nearest is the (?P<label>(?:[A-Z]{2} )?label) of (?P<drug>[^,:]{2,60}), (?P<kin>[^,:]{3,40}), which"
    r" (?P<how>says|has a boxed warning): (?P<said>[^()]{3,400}?)\.?$"
)
_NEAREST_LABEL: Final = caseless(r"^nearest is the (?:[A-Z]{2} )?label of\b")
_OWN_LABEL: Final = caseless(r"\((?P<label>(?:[A-Z]{2} )?label) of (?P<drug>[\w-]{3,40})[^()]{0,60}\)")
_EFFECTS: Final = (Kind.FINDING, Kind.POOLED, Kind.CALCULATED)
_UNSURE: Final = caseless(r"\bevidence is very uncertain\b")
_ORGANS: Final = (fitting.KIDNEY, fitting.LIVER)
_ADVISED_OUT: Final = caseless(r"^[^:(,]{3,60} is advised against for this patient \(")
_PAIR: Final = caseless(r"^(?:not to be taken|to be avoided) together\b")
_YES_AT: Final = caseless(r"^yes, at the dose\b")
_LABEL_CAUTION: Final = caseless(r"^caution for (?:this|such an?) patient \((?:[A-Z]{2} )?label\b")
_WARNS: Final = caseless(r"^caution \(")
_CALLS: Final = caseless(r"^when to call\b")
_THEIRS: Final = caseless(
    r"^(?:boxed warning|this use is off-label; boxed|caution \([^()]*\d{4}\))|\bfor (?:this|such an?) patient\b"
    r"|\b(?:is|are) taken\b|\bboth labels warn\b|^[^:(]{3,60} is contraindicated\b"
    r"|^(?:with the drugs taken|together|limit of use|guideline, next|only with care)\b"
)
"""What weighs most of what a source warns of: a boxed warning, and the caution of a guideline on such people."""
_CAUTION: Final = caseless(r"^(?:caution|special populations?|interactions?)\b")
_ABSENT: Final = caseless(
    r"^(?:no included study (?:reports|tells)|nearest\b|of what is advised, no label|the label of )"
)
"""What is not known, and what a label is silent on: no answer where another line gives one."""
AGAIN, WATCHED, ABSENT, CAUTION, BESIDE, LIMITS, DOSE, FURTHER, THEIRS = range(1, 10)
"""Sorts of lines that may go, those that answer least first."""


def held(sections: Sequence[Section], context: Context) -> tuple[Section, ...]:
    """The sections with a short answer of fewer than `WORDS` words, as far as what has to stay allows it."""
    short = next((one for one in sections if one.id == _SHORT), None)
    if short is None or words_of(short.statements) < WORDS or is_list(context):
        return tuple(sections)
    if danger.too_much(context.question):
        return tuple(sections)  # the antidote of an overdose is no help without when and how much of it
    made = [s for unit in _fitting(order.units(_cut(list(short.statements), context)), context) for s in unit]
    texts = {one.id for one in made}
    numbered = tuple(msgspec.structs.replace(s, id=f"{_SHORT}.{n}") for n, s in enumerate(made, 1))
    whole = [msgspec.structs.replace(one, statements=numbered) if one is short else one for one in sections]
    return tuple(with_gone(whole, [s for s in short.statements if s.id not in texts]))


def is_list(context: Context) -> bool:
    """Whether one side of a medicine is asked about alone, or what is done in a poisoning: each line is then what was
    asked for."""
    sides = (asked_of, halted, ended, onset, counselling)
    return any(one.alone(context) for one in sides) or poisoned.asked(context)


def _fitting(units: Sequence[Unit], context: Context) -> list[Unit]:
    """The units that stay: those that answer least go until the others fit, then of these what fits comes back."""
    sorts = {n: sort for n in range(len(units)) if (sort := _sort(n, units, context))}
    stays = set(range(len(units)))
    gone: list[int] = []

    def size() -> int:
        return words_of([s for n in stays for s in units[n]])

    for n in sorted(sorts, key=lambda n: (sorts[n], not units[n][0].directness, -n)):
        if size() < WORDS:
            break
        stays.remove(n)
        gone.append(n)
    for n in reversed(gone):
        if size() + words_of(units[n]) < WORDS:
            stays.add(n)
    return [units[n] for n in sorted(stays)]


def words_of(statements: Sequence[Statement]) -> int:
    """How many words statements have that are shown at every depth."""
    return sum(len(s.text.split()) for s in statements if not s.layer)


def _cut(statements: list[Statement], context: Context) -> list[Statement]:
    """The statements with their limits cut, as far as there are too many words: one contraindication stands for all,
    and a reason goes; both stand whole under safety."""
    for shorter in (_no_repeat, _no_example, _one_limit, _no_reason, _one_clause):
        for n, one in enumerate(statements):
            if words_of(statements) < WORDS:
                return statements
            if n and (LIMIT.match(one.text) or shorter is _no_repeat):
                statements[n] = shorter(one, context)
    return statements


def _no_repeat(one: Statement, context: Context) -> Statement:
    """A line on levels, or of the label that is nearest, with its label named once: `Checks (US label): serum A ...`,
    `Nearest is the US label of A: ...`."""
    text = _NEAREST.sub(_named_once, one.text)
    found = _OWN_LABEL.search(one.text)
    if text == one.text and found is not None and (_WATCHED.match(text) or _CHANGED.match(text)):
        before, after = text[: found.start()], text[found.end() :]
        if found["drug"].lower() in f"{before}{after}".lower():
            text = f"{before}({found['label']}){after}"
    return msgspec.structs.replace(one, text=text, plain=one.plain or one.text) if text != one.text else one


def _named_once(found: re.Match[str]) -> str:
    how = "which says" if found["how"] == "says" else "with a boxed warning"
    kin = "" if found["how"] == "says" and "class" in found["kin"] else f", {found['kin']}, {how}"
    return f"Nearest is the {found['label']} of {found['drug']}{kin}: {found['said']}."


def _one_clause(one: Statement, context: Context) -> Statement:
    """The label that is nearest with the first thing alone that it says."""
    first, semicolon, rest = one.text.partition("; ")
    if not semicolon or "(" in rest or not _NEAREST_LABEL.match(one.text):
        return one
    return msgspec.structs.replace(one, text=f"{first}.", plain=one.plain or one.text)


def _one_limit(one: Statement, context: Context) -> Statement:
    """A limit with one of its contraindications alone: the first that is no allergy, of which everybody thinks."""
    rows = [r for r in context.directives(DirectiveAction.CONTRAINDICATED) if r[1].span in one.supports]
    if len(rows) < 2:
        return one
    several = "; ".join(barring.said([item.text for _, item in rows]))
    chosen = next((item for _, item in rows if _ALLERGY.search(item.text) is None), rows[0][1])
    first = "; ".join(barring.said([chosen.text]))
    if several.lower() not in one.text.lower():
        several = _EXAMPLE.sub("", several)  # they were cut before
    at = one.text.lower().find(several.lower())
    if at < 0:
        return one
    said = first if at else first[:1].upper() + first[1:]
    text = f"{one.text[:at]}{said}{one.text[at + len(several) :]}"
    return msgspec.structs.replace(one, text=text, plain=one.plain or one.text)


_ALLERGY: Final = caseless(r"\b(?:hypersensitiv\w*|allerg\w+|anaphyla\w+)\b")


def _no_example(one: Statement, context: Context) -> Statement:
    """A limit without the examples at its end."""
    text = _EXAMPLE.sub("", one.text)
    return msgspec.structs.replace(one, text=text, plain=one.plain or one.text) if text != one.text else one


def _no_reason(one: Statement, context: Context) -> Statement:
    """A limit without the reason at its end."""
    text = _REASON.sub("", one.text)
    return msgspec.structs.replace(one, text=text, plain=one.plain or one.text) if text != one.text else one


def _sort(at: int, units: Sequence[Unit], context: Context) -> int:
    """Which sort of line a unit is; 0 where it stays: what opens the answer, and the first line that answers."""
    first = units[at][0]
    before = [unit[0] for unit in units[:at]]
    answers = [one for one in before if one.kind.asserts and not LIMIT.match(one.text)]
    alarmed = bool(before) and before[0].kind is Kind.NAVIGATION
    if first.kind is Kind.NAVIGATION or not (answers or alarmed):
        return 0
    if _told_before(first, before, context):
        return AGAIN
    if order.OPENS.search(first.text):  # the alarm says that two do not go together, and what is done instead follows
        return BESIDE if alarmed and at + 1 < len(units) and _PAIR.match(first.text) else 0
    if not answers:
        return 0
    if first.kind is Kind.CALCULATED or first.kept or _CALLS.match(first.text):
        return 0
    if _APART.match(first.text) or (_SIGNS.match(first.text) and any(_CHANGED.match(one.text) for one in before)):
        return 0
    if _WATCHED.match(first.text):
        return 0 if _ASKS_SIGNS.search(context.question.read) else WATCHED
    if _NEAREST_LABEL.match(first.text) and _warns_of_it(first, context):
        return 0
    if _ABSENT.match(first.text) or _UNSURE.search(first.text):
        return ABSENT
    if order.DOSED.match(first.text):
        return DOSE if any(order.DOSED.match(one.text) or _YES_AT.match(one.text) for one in answers) else 0
    if _LABEL_CAUTION.match(first.text):
        return CAUTION
    if _needs_another(first, context):
        return LIMITS
    if _of_patient(first, context):
        return THEIRS if _WARNS.match(first.text) else 0
    if LIMIT.match(first.text):
        return CAUTION if _CAUTION.match(first.text) else LIMITS
    if first.kind in _EFFECTS:
        held = ((one.kind in _EFFECTS and _of_one(first, one, context)) or _APART.match(one.text) for one in answers)
        return FURTHER if any(held) else 0
    if _CAUTION.match(first.text):
        return CAUTION
    return 0 if first.kind is Kind.ABSENCE or _is_first(first, answers, units) else BESIDE


def _needs_another(one: Statement, context: Context) -> bool:
    """Whether a limit is for those who take something else, where what is taken is told and not among it."""
    patient = context.question.patient
    limits = LIMIT.match(one.text) or _USE_LIMIT.match(one.text)
    return bool(patient.drugs and limits and _WHO_TAKE.search(one.text) and not fitting.takes(one.text, patient))


_USE_LIMIT: Final = caseless(r"^limit of use\b")
_WHO_TAKE: Final = caseless(r"\bwho (?:also )?take\b")


def _of_one(one: Statement, other: Statement, context: Context) -> bool:
    """Whether one effect may stand for another: for any, unless they are of two trials that the question names."""
    named = {appraisal.record.id for _, appraisal in trials_apart.named(context)}
    return not named or bool(named & _records(one) & _records(other)) or not named & _records(one)


def _records(one: Statement) -> set[str]:
    return {span.record for span in one.supports}


def _is_first(one: Statement, answers: Sequence[Statement], units: Sequence[Unit]) -> bool:
    """Whether a line is the first that tells a study of just this, or the first advice, or all that is on just this."""
    if order.ADVICE.match(one.text):
        return not any(order.ADVICE.match(other.text) for other in answers)
    if _of_study(one) and not any(map(_of_study, answers)):
        return True
    direct = [u[0] for u in units if u[0].supports and not u[0].directness and not LIMIT.match(u[0].text)]
    return direct == [one]


def _of_study(one: Statement) -> bool:
    advice = (RecordKind.LABEL, RecordKind.GUIDELINE)
    return not one.directness and any(span.source.kind not in advice for span in one.supports)


def _of_patient(one: Statement, context: Context) -> bool:
    """Whether a line tells what holds for this patient: of what is taken, of these organs, of a pregnancy, or a warning
    that a guideline gives of such people."""
    patient = context.question.patient
    if _THEIRS.search(one.text):
        return True
    low = one.text.lower()
    met = [drug.lower() for drug in (*patient.drugs, *context.combined)]
    if any(drug in low for drug in met) and not LIMIT.match(one.text):
        return True
    states = ((patient.pregnancy, fitting.PREGNANT), (patient.breastfeeding, fitting.FEEDING))
    if any(told and sort.search(one.text) for told, sort in states):
        return True
    if not LIMIT.match(one.text):
        return False
    organ = any(sort.search(one.text) and sort.search(context.question.read) for sort in _ORGANS)
    return organ or bool({item.span for _, item in for_patient.told(context)} & set(one.supports))


def _warns_of_it(one: Statement, context: Context) -> bool:
    """Whether the label that is nearest warns of what matters here: in a box, or of kidneys or a liver as told."""
    boxed = "with a boxed warning" in one.text
    return boxed or any(sort.search(one.text) and sort.search(context.question.read) for sort in _ORGANS)


def _told_before(one: Statement, before: Sequence[Statement], context: Context) -> bool:
    """Whether a line before says the same: another label under the same words, or the same source bars it already."""
    lead = _LEAD.match(one.text)
    if lead is not None and context.combined:
        return any((m := _LEAD.match(b.text)) is not None and m["lead"] == lead["lead"] for b in before)
    records = {span.record for span in one.supports}
    barred = [b for b in before if order.OPENS.search(b.text)]
    advised = _ADVISED_OUT.match(one.text) is not None
    return advised and any(records & {s.record for s in b.supports} for b in barred)


def with_gone(sections: Sequence[Section], gone: Sequence[Statement]) -> list[Section]:
    """The sections with what went from the short answer, where none of them tells it."""
    made = list(sections)
    for one in gone:
        below = [s for section in made if section.id != _SHORT for s in section.statements]
        spans = {(span.record, span.start, span.section) for s in below for span in s.supports}
        if not one.kind.asserts or any((span.record, span.start, span.section) in spans for span in one.supports[:1]):
            continue
        name = _home(one)
        for n, section in enumerate(made):
            if section.id == name:
                number = 1 + sum(1 for s in section.statements)
                kept = msgspec.structs.replace(one, id=f"{name}.{number}", kept=True, layer=0)
                made[n] = msgspec.structs.replace(section, statements=(*section.statements, kept), empty="")
    return made


def _home(one: Statement) -> str:
    """The section in which a line is looked for."""
    if one.kind is not Kind.DIRECTIVE:
        return "evidence"
    if _WATCHED.match(one.text):
        return "monitoring"
    return "dosing" if order.DOSED.match(one.text) else "evidence" if order.ADVICE.match(one.text) else "safety"
