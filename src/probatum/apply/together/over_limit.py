"""Over limit: a dose that the question tells beside the most that a label allows this patient, or with a drug taken.

`citalopram 40 mg at 67` asks by its figure: the label's maximum there is 20 mg. Both figures are shown, and the sum
that sets them apart; a dose within every limit is not commented on, since a label's maximum is no advice to reach it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

import msgspec

from probatum import vocabulary
from probatum.apply import fitting, wording
from probatum.apply.context import Context
from probatum.apply.drafting import Draft, source_name
from probatum.apply.once import once
from probatum.apply.patient import akin, uses
from probatum.apply.together import pairs
from probatum.model import Appraisal, Calculation, Directive, DirectiveAction, Kind, Role
from probatum.text import counted_out, doses, limits
from probatum.text.doses import Dose
from probatum.text.expressions import caseless

_LIMITING: Final = (DirectiveAction.DOSE, DirectiveAction.CAUTION, DirectiveAction.INTERACTION)
_AFTER: Final = caseless(
    r"[ :,]{0,2}(?:(?:tablets?|capsules?|tabs?|dose|at|of|is|was|now|currently|taking|been on)[ ,]){0,3}"
)


_NO_UNIT: Final = (
    r"(?=\s*(?:[,;:.?!+&)]|$)"
    r"|\s+(?:od|bd|tds|qds|bid|tid|daily|a day|once|twice|nocte|mane|and|with|plus|on|ok(?:ay)?|together|alongside)\b)"
    r"(?![.,]\d)"
)
"""What stands behind an amount whose unit is left out: no unit, and no word for years, days or tablets."""


class Told(NamedTuple):
    """A dose that the question tells of a drug: what is given in a day as far as it says, in the unit told."""

    drug: str
    amount: float
    unit: str
    text: str
    sums: tuple[Calculation, ...] = ()
    """What makes the amount of a day, where a dose is given several times."""
    unit_read: bool = False
    """Whether the question leaves the unit out, so that it was read as that of the label."""
    at_once: float = 0.0
    """What is taken at one time, in the unit told, where the question says that it is; else 0."""


@once
def told(context: Context) -> tuple[Told, ...]:
    """The doses of the question that stand right behind the name of a drug, or before it."""
    found = []
    for drug in _drugs(context):
        read, unit_read = _with_unit(drug, context)
        low = read.lower()
        for dose in doses.read(read):
            if dose.per_kg or dose.per_m2 or dose.unit not in limits.FACTORS:
                continue
            behind = any(
                m.end() <= dose.start and _AFTER.fullmatch(low[m.end() : dose.start])
                for m in re.finditer(rf"\b{re.escape(drug)}\b", low)
            )
            before = re.match(rf"(?i)[ ,]{{1,2}}(?:of )?{re.escape(drug)}\b", read[dose.end :])
            if behind or before:
                found.append(_of_a_day(drug, dose, read)._replace(unit_read=unit_read))
                break
    return tuple(found) or _alone(context)


def _with_unit(drug: str, context: Context) -> tuple[str, bool]:
    """The question with the unit behind a bare number that stands right behind a drug (`A 40 with B`), where all that
    labels tell of its dose is in one unit; whether that was added."""
    read = _words(context)
    bare = re.search(rf"(?i)\b{re.escape(drug)}{_BARE}", read) if _BARE_AMOUNT.search(read) else None
    if bare is None:
        return read, False
    every = (d for a in (*context.appraisals, *context.option_labels) for d in a.directives)
    own = [d for d in every if d.drug.lower() == drug and d.action is DirectiveAction.DOSE]
    own += [item for _, item in pairs.rows(context) if _limited(item, context) == drug]
    units = {dose.unit for item in own for dose in doses.read(item.text) if dose.unit in limits.FACTORS}
    if units == {"mg", "g"} and float(bare["amount"]) >= _NEVER_GRAMS:
        units = {"mg"}
    if len(units) != 1:
        return read, False
    return f"{read[: bare.end('amount')]} {next(iter(units))}{read[bare.end('amount') :]}", True


_BARE: Final = rf" (?:dose )?(?P<amount>\d+(?:\.\d+)?){_NO_UNIT}"
_BARE_AMOUNT: Final = caseless(_BARE)


_NEVER_GRAMS: Final = 20.0
"""A bare number from which on an amount is none in grams."""


def _words(context: Context) -> str:
    """The words in which a dose is looked for: as they were read, or as typed where the dose was left off when the
    question was put anew without it."""
    question = context.question
    return question.read if doses.read(question.read) or not doses.read(question.typed) else question.typed


def _alone(context: Context) -> tuple[Told, ...]:
    """The one dose of a question that names one drug, wherever it stands: `A for B 600 mg daily`."""
    named = {c.label for c in context.question.concepts if c.semantic == "drug"}
    words = _words(context)
    every = [d for d in doses.read(words) if d.unit in limits.FACTORS and not (d.per_kg or d.per_m2)]
    if len(named) != 1 or len(every) != 1 or len(context.drugs) != 1 or limits.PER.search(words):
        return ()
    return (_of_a_day(next(iter(context.drugs)), every[0], words),)


def _of_a_day(drug: str, dose: Dose, words: str) -> Told:
    """A dose as what it comes to in a day; the upper end of a range, since that may be given."""
    amount, text, times = dose.high or dose.amount, " ".join(dose.text.split()), dose.frequency_per_day
    sums: tuple[Calculation, ...] = ()
    pieces = next((one for one in counted_out.read(words) if one.start <= dose.start < one.end), None)
    if pieces is not None:
        sums = (Calculation(f"{pieces.count} * {amount:g}", f"{pieces.count * amount:g}", dose.unit),)
        text, amount = f"{pieces.count} x {text}", pieces.count * amount
        text = text if times is not None and times > 1 else f"{text} ({amount:g} {dose.unit})"
    once = amount if counted_out.at_once(words) and (times is None or times <= 1) else 0.0
    if times is None or times <= 1:
        return Told(drug, amount, dose.unit, text, sums, at_once=once)  # less often than daily is no less at a time
    total = Calculation(f"{amount:g} * {times:g}", f"{amount * times:g}", dose.unit)
    return Told(drug, amount * times, dose.unit, f"{text} ({total.result} {dose.unit} a day)", (*sums, total))


def _drugs(context: Context) -> tuple[str, ...]:
    every = (*context.drugs, *context.combined, *context.question.patient.drugs)
    return tuple(dict.fromkeys(name.lower() for name in every))


class Excess(NamedTuple):
    """A dose told, the limit that it is above, and where that stands."""

    told: Told
    limit: float
    unit: str
    appraisal: Appraisal
    item: Directive


@once
def found(context: Context) -> tuple[Excess, ...]:
    """Doses told that are above a limit for such a patient; of a limit for everybody, above the highest of any use."""
    every = []
    for one in told(context):
        rows = [
            (a, d, limit)
            for a, d in _rows(one, context)
            for limit in limits.read(fitting.part_for(d.text, context.question.patient))
        ]
        rows += [(a, d, limit) for a, d, limit in _whole_doses(one, context)]
        rows = [row for row in rows if not uses.for_another_use(row[1], context)]
        own = [row for row in rows if _ours(_as_for_them(row[1], context), one, context)]
        usual = [row for row in rows if not fitting.special(row[1].text) and not _beside(row[1], one, context)]
        meant = [row for row in usual if _of_this_use(row[1], context)]
        for kind, pick in ((own, min), (meant or usual, max)):
            if not kind or (kind is not own and own):
                continue
            a, item, (limit, unit) = pick(kind, key=lambda row: row[2][0] * limits.FACTORS[row[2][1]])
            if one.amount * limits.FACTORS[one.unit] > limit * limits.FACTORS[unit]:
                every.append(Excess(one, limit, unit, a, item))
                break
    return tuple(every)


def _of_this_use(item: Directive, context: Context) -> bool:
    """Whether a limit names the illness that is asked about."""
    ill = [c for c in context.question.having(Role.POPULATION) if c.semantic == "condition"]
    return any(akin.names_it(item.text, c.label) for c in ill)


def say(draft: Draft, context: Context, *, short: bool = False) -> bool:
    """One sentence for each dose that is above its limit, `short` without the words of the limit, which stand beside
    it; whether there was one."""
    every = found(context)
    for one in every:
        over, sums = _compared(one)
        name = source_name(one.appraisal)
        said = "" if short else f": {wording.lower(one.item.text.rstrip('. '))}"
        limit = f"{one.limit:g} {one.unit}"
        unit = f" (the unit is not told, and read as {one.told.unit})" if one.told.unit_read else ""
        draft.add(
            f"{one.told.drug} {one.told.text}{unit} is above the limit of {limit} for this patient ({name}){said}",
            Kind.CALCULATED,
            (one.item.span,),
            plain=f"{one.told.drug} {one.told.text}{unit} goes over the {limit} that is allowed here "
            f"({name}){said}. {_ACT}",
            calculation=(
                *sums,
                *of_a_day(one.item, one.limit, one.unit),
                Calculation(f"{over:g} - {one.limit:g}", f"{over - one.limit:g}", one.unit),
            ),
        )
    return bool(every)


def of_a_day(item: Directive, total: float, unit: str) -> tuple[Calculation, ...]:
    """The sum that makes an amount of a day, where its source tells it of each dose."""
    for dose in doses.read(item.text):
        most, often = dose.high or dose.amount, dose.frequency_per_day or 1
        if often != 1 and dose.unit == unit and abs(most * often - total) < _SAME:
            return (Calculation(f"{most:g} * {often:g}", f"{total:g}", unit),)
    return ()


_SAME: Final = 1e-6
_ACT: Final = "Do not change it by yourself: speak to a pharmacist or the prescriber today"


def _compared(one: Excess) -> tuple[float, tuple[Calculation, ...]]:
    """The dose told in the unit of the limit, with the sum where it was told in another."""
    if one.told.unit == one.unit:
        return one.told.amount, one.told.sums
    factor = limits.FACTORS[one.told.unit] / limits.FACTORS[one.unit]
    over = one.told.amount * factor
    sign, by = ("*", factor) if factor >= 1 else ("/", 1 / factor)
    return over, (
        *one.told.sums,
        Calculation(f"{one.told.amount:g} {sign} {by:g}", f"{over:g}", one.unit),
    )


def _rows(one: Told, context: Context) -> Iterator[tuple[Appraisal, Directive]]:
    """Directions with a limit of this drug: of its own labels, and of others that name it first."""
    for appraisal, item in (*context.directives(*_LIMITING), *pairs.rows(context)):
        limit = limits.LIMIT.search(item.text) or limits.ALSO_MOST.search(item.text)
        if limit and not limits.PER.search(item.text) and _limited(item, context) == one.drug:
            yield appraisal, item


def _as_for_them(item: Directive, context: Context) -> Directive:
    """A direction with the parts alone that are for kidneys like the patient's, by which it is judged."""
    part = fitting.part_for(item.text, context.question.patient)
    return item if part == item.text else msgspec.structs.replace(item, text=fitting.of_kidneys(part, item.text))


def _whole_doses(one: Told, context: Context) -> Iterator[tuple[Appraisal, Directive, tuple[float, str]]]:
    """What the dose of a drug is for kidneys like the patient's: its most in a day is the most for them."""
    patient = context.question.patient
    for appraisal, item in context.directives(DirectiveAction.DOSE) if patient.kidney else ():
        parts = [part for part in item.text.split("; ") if fitting.KIDNEY.search(item.text)]
        own = [part for part in parts if fitting.speaks_of(fitting.of_kidneys(part, item.text), patient)]
        for dose in doses.read(own[0]) if own and item.drug.lower() == one.drug else ():
            odd = not float(dose.frequency_per_day or 1).is_integer()  # every 18 hours: no amount of a day
            if dose.unit in limits.FACTORS and not (dose.per_kg or dose.per_m2 or odd or _FIRST.search(own[0])):
                yield appraisal, item, (_most_in_a_day(dose), dose.unit)


def _most_in_a_day(dose: Dose) -> float:
    times = dose.frequency_per_day
    return (dose.high or dose.amount) * (times if times is not None and times > 1 else 1.0)


_FIRST: Final = caseless(r"\b(?:starting|initial|first|loading) dose\b|\bper dose\b")


def _limited(item: Directive, context: Context) -> str:
    """The drug that a direction limits: the one whose dose it names, else the first that it names, else its label's."""
    low = item.text.lower()
    dosed = _DOSE_OF.search(low)
    text = low[dosed.end() :] if dosed else low
    named = sorted((at, drug) for drug in _drugs(context) if (at := text.find(drug)) >= 0)
    if dosed and (not named or named[0][0] > 0):
        return item.drug.lower()
    return named[0][1] if named else item.drug.lower()


_DOSE_OF: Final = caseless(r"\bdoses? of (?=[a-z])")


def _ours(item: Directive, one: Told, context: Context) -> bool:
    """Whether a limit is for people like this patient, or for those who take what this one takes."""
    held = context.question.patient
    patient = msgspec.structs.replace(held, drugs=tuple(d for d in held.drugs if d.lower() != one.drug))
    if fitting.special(item.text):
        return fitting.speaks_of(item.text, patient) and fitting.certain(item.text, patient)
    return _with_another(item, one, context)


def _beside(item: Directive, one: Told, context: Context) -> bool:
    """Whether a limit holds beside another medicine alone, whether this patient takes that or not."""
    if _with_another(item, one, context):
        return True
    own = {one.drug, item.drug.lower()}
    named = {m.term.label.lower() for m in vocabulary.load().find(item.text) if m.term.semantic == "drug"}
    return _WITH.search(item.text) is not None and bool(named - own)


_WITH: Final = caseless(r"\b(?:with|takes?|taking|together|combined|beside|alongside)\b")


def _with_another(item: Directive, one: Told, context: Context) -> bool:
    """Whether a limit holds for those who take another drug that this patient takes or is to take."""
    low = item.text.lower()
    return any(d != one.drug and d in low for d in _drugs(context))


def most(item: Directive, context: Context) -> tuple[str, str]:
    """The drug that a direction limits, and the most of it in a day as it stands there; empty where it is no daily
    dose."""
    amounts = {limit for limit, _ in limits.read(item.text)}
    every = (d for d in doses.read(item.text) if (d.daily_total or d.high or d.amount) in amounts)
    return _limited(item, context), next((" ".join(d.text.split()) for d in every if d.frequency_per_day == 1), "")
